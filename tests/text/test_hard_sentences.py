"""Every hard sentence is read rightly, or stands among the known misses with the reason why it is not."""

from __future__ import annotations

import csv
from pathlib import Path

from tests.text.hard_sentences import hard_sentences
from tests.text.judge import differences
from tests.text.reading import read_summary

_KNOWN = Path(__file__).with_name("known_misses.tsv")


def known_misses() -> dict[str, str]:
    """Return the reason for each row that is not read rightly, by its id."""
    with _KNOWN.open(encoding="utf-8", newline="") as lines:
        return {row["id"]: row["reason"] for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)}


def test_each_is_read_rightly_or_known_to_be_missed() -> None:
    wrong = {row.id for row in hard_sentences() if differences(row, _events(row.text, row.published))}
    known = set(known_misses())
    assert not wrong - known, f"no longer read rightly: {' '.join(sorted(wrong - known))}"
    assert not known - wrong, f"read rightly now, take out of {_KNOWN.name}: {' '.join(sorted(known - wrong))}"


def test_known_misses_are_rows_with_a_reason() -> None:
    assert set(known_misses()) <= {row.id for row in hard_sentences()}
    assert all(reason.strip() for reason in known_misses().values())


def test_most_are_read_rightly() -> None:
    assert len(known_misses()) < 0.4 * len(hard_sentences())


def _events(text: str, published: str) -> list[dict[str, object]]:
    return list(read_summary({"text": text, "published": published})["events"])
