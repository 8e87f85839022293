"""Names with more than one meaning: each in the meaning that its neighbours give it."""

from __future__ import annotations

import pytest

from loaders.text.lexis.gazetteer import gazetteer

CASES = [
    ("Georgian Foreign Minister Tamar Beridze met the Georgia state senator", {"GEO"}),
    ("The Washington Post and Georgia Tech reported on George Washington", set()),
    ("Michael Jordan met Chad Smith", set()),
    ("Chad and Jordan signed a protocol", {"TCD", "JOR"}),
    ("the presidents of Guinea, Equatorial Guinea, Guinea-Bissau and Papua New Guinea", {"GIN", "GNQ", "GNB", "PNG"}),
    ("The Congolese president, Denis Sassou Nguesso, received the envoy in Brazzaville", {"COG"}),
    ("The Congolese president met the envoy in Kinshasa", {"COD"}),
    ("North Korea, South Korea and the Korea Herald", {"PRK", "KOR"}),
    ("Niger and Nigeria closed the border near the Niger Delta", {"NER", "NGA"}),
    ("Dominica and the Dominican Republic", {"DMA", "DOM"}),
    ("North Macedonia and the Greek region of Macedonia", {"MKD", "GRC"}),
    ("turkey is eaten on the day, and china is laid out", set()),
    ("He ate a turkey in Turkey", {"TUR"}),
]


@pytest.mark.parametrize(("text", "sides"), CASES, ids=[text[:30] for text, _ in CASES])
def test_the_states_that_are_meant(text: str, sides: set[str]) -> None:
    assert {hit.term.side for hit in gazetteer().find(text) if hit.term.code in "CDM" and hit.term.side} == sides


def test_both_koreas_are_two_sides() -> None:
    hit = next(hit for hit in gazetteer().find("the leaders of the two Koreas") if hit.term.code == "C")
    assert hit.term.sides == ("KOR", "PRK")


def test_a_seat_of_government_is_itself() -> None:
    places = [hit.term.place for hit in gazetteer().find("from Putrajaya to The Hague")]
    assert [place.city for place in places if place] == ["Putrajaya", "The Hague"]
