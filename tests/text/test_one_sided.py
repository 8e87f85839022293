"""A text that can tell of no contact is read only as far as its officials need, and what is found is the same."""

from __future__ import annotations

import pytest

from kg.model import Source
from loaders.text import RulesExtractor
from loaders.text.events.article import read_article
from tests.text.hard_sentences import hard_sentences
from tests.text.reading import source_of

_PUBLISHERS = ("", "Ministry of Foreign Affairs of Kenya", "The Hindu")
_AT_HOME = """\
President Anna Rao met with Governor Peter Njoroge.
They discussed roads. The meeting was held behind closed doors. "We will meet again," Mr Njoroge said.
"""


def _kenyan(text: str) -> Source:
    return source_of({"text": text, "published": "2025-02-18", "publisher": "Ministry of Foreign Affairs of Kenya"})


def _is_read_whole(source: Source) -> bool:
    """Whether events were looked for: what is seen and refused is noted only then."""
    return bool(read_article(source).refused)


@pytest.mark.parametrize("publisher", _PUBLISHERS)
def test_as_much_is_found_as_where_the_whole_text_is_read(publisher: str) -> None:
    for row in hard_sentences():
        source = source_of({"text": row.text, "published": row.published, "publisher": publisher})
        assert RulesExtractor().extract(source) == RulesExtractor().explain(source)[0], row.id


def test_nobody_looks_for_contacts_in_a_text_of_one_side() -> None:
    source = _kenyan(_AT_HOME)
    assert not _is_read_whole(source)
    found = RulesExtractor().extract(source)
    assert {claim.thing for claim in found.claims} == {"official"}
    assert [left.reason for left in found.left] == ["not-a-contact"]


@pytest.mark.parametrize(
    "more",
    [
        "She spoke of Sweden.",
        "Foreign ministers will discuss it.",
        "Kenya's rival factions signed a truce.",
        "The summit opened on Monday.",
        "New envoys presented their credentials.",
        "ERIK HALE, PRIME MINISTER OF SWEDEN: We met on Monday.",
    ],
)
def test_what_may_bring_in_another_side_has_the_text_read_whole(more: str) -> None:
    assert _is_read_whole(_kenyan(_AT_HOME + more))


def test_what_is_refused_is_told_of_every_text() -> None:
    assert RulesExtractor().explain(_kenyan(_AT_HOME))[1]
