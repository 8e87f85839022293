"""How many of the hard sentences are read rightly: the number may rise, not fall."""

from __future__ import annotations

from tests.text.hard_sentences import hard_sentences
from tests.text.judge import differences
from tests.text.reading import read_summary

READ_RIGHTLY = 160
"""Raise it when the extractor reads more of them."""


def test_no_fewer_are_read_rightly_than_before() -> None:
    wrong = [row.id for row in hard_sentences() if differences(row, _events(row.text, row.published))]
    right = len(hard_sentences()) - len(wrong)
    assert right >= READ_RIGHTLY, f"{right} of {len(hard_sentences())}; wrong: {' '.join(wrong)}"


def _events(text: str, published: str) -> list[dict[str, object]]:
    return list(read_summary({"text": text, "published": published})["events"])
