"""What an event was about is read where the text says it, and not from names that stand there for another reason."""

from __future__ import annotations

from itertools import pairwise

import pytest

from kg.dates import parse
from kg.vocabulary import countries, topics
from loaders.text.about.conflicts import conflicts, topics_between
from tests.text.reading import read_summary


def _topics(text: str, published: str) -> list[str]:
    (event,) = read_summary({"text": text, "published": published})["events"]
    return list(event["topics"])


def test_two_terms_that_share_a_word_both_count() -> None:
    text = "The Swedish and Greek foreign ministers met in Athens on Monday to discuss the Middle East peace process."
    assert _topics(text, "2003-02-04") == ["middle-east", "peace-process"]


def test_a_curled_apostrophe_is_an_apostrophe() -> None:
    text = "The Swedish and Greek foreign ministers met in Athens on Monday to discuss Iran{}s nuclear work."
    assert _topics(text.format("’"), "2012-02-07") == _topics(text.format("'"), "2012-02-07") == ["iran", "nuclear"]


@pytest.mark.parametrize("sides", [("Syrian", "Iraqi"), ("Iranian", "Omani"), ("Taiwanese", "Paraguayan")])
def test_a_state_that_takes_part_is_no_topic_by_its_name(sides: tuple[str, str]) -> None:
    text = f"The {sides[0]} and {sides[1]} transport ministers met in Geneva on Monday to discuss flights."
    assert _topics(text, "2012-02-07") == ["transport"]


def test_a_topic_begins_with_what_it_is_about() -> None:
    text = "The French and Polish foreign ministers met in Paris on Monday to discuss Ukraine and wheat."
    assert _topics(text, "2005-02-08") == ["agriculture-food"]
    assert _topics(text, "2015-02-10") == ["agriculture-food", "ukraine"]


def test_each_conflict_has_sides_topics_and_months() -> None:
    for one in conflicts():
        assert one.sides <= set(countries()), one
        assert set(one.topics) <= set(topics()), one
        assert list(one.topics) == sorted(one.topics), one
        start, end = parse(one.start), parse(one.end or "9999-12")
        assert start.earliest is not None and end.latest is not None and start.earliest < end.latest, one
    assert all(one.name < other.name for one, other in pairwise(conflicts()))


def test_a_conflict_has_its_time() -> None:
    assert topics_between({"IRN", "IRQ"}, "1988-08-20") == ["peace-process"]
    assert topics_between({"IRN", "IRQ"}, "2008") == []
    assert topics_between({"IRN", "IRQ"}, "") == []
