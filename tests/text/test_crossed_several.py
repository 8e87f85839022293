"""Several whom one meets, calls or is to meet: a contact with each, or one with all. The tables are in ``crossed/``."""

from __future__ import annotations

from itertools import product
from typing import Any

from tests.text.crossed.tables import LATER, names, rows, sentence, told

_WHO = (("Peruvian Foreign Minister Juan Castro", "PER"), ("Kenyan President Juan Castro", "KEN"))


def _sides(event: dict[str, Any]) -> frozenset[str]:
    people = {one["country_or_org"] for one in event["participants"] if one["country_or_org"]}
    return frozenset({*event["countries"], *people})


def _wanted(own: str, others: list[list[str]], how: str) -> set[tuple[frozenset[str], frozenset[str]]]:
    contacts = [[one] for one in others] if how == "each" else [others]
    return {
        (frozenset({own, *(one[0] for one in met)}), frozenset({"Juan Castro", *(one[1] for one in met if one[1:])}))
        for met in contacts
    }


def test_with_each_or_with_all() -> None:
    misread = []
    for (who, own), several, frame in product(_WHO, rows("several"), rows("several_frames")):
        text = sentence(frame["frame"], A=who, L=several["phrase"])
        others = [one.split(":") for one in several["who"].split("|")]
        read = [(_sides(event), frozenset(names([event]))) for event in told(text, published=LATER)]
        wanted = _wanted(own, others, frame["how"])
        misread += [] if len(read) == len(wanted) and set(read) == wanted else [text]
    assert not misread


def test_with_each_of_one_state() -> None:
    visit = "Foreign Minister Juan Castro of Peru will visit Kenya next week. "
    for rest, met in (
        ("He will call on President Amos Kiptoo and Prime Minister Grace Wanjiku.", ("Amos Kiptoo", "Grace Wanjiku")),
        (
            "While in Nairobi, he will meet President Amos Kiptoo and Foreign Minister Peter Mwangi of Kenya.",
            ("Amos Kiptoo", "Peter Mwangi"),
        ),
    ):
        contacts = [event for event in told(visit + rest, published=LATER) if event["kind"] != "visit"]
        assert len(contacts) == len(met)
        assert {frozenset(names([one])) for one in contacts} == {frozenset({one, "Juan Castro"}) for one in met}
