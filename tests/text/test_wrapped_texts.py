"""Texts whose lines are broken at a width, as newswires keep them, are read as if they were not."""

from __future__ import annotations

import json
from pathlib import Path
from textwrap import fill
from typing import Any

import pytest

from tests.text.reading import read_summary

OWN = sorted((Path(__file__).parents[1] / "gold" / "own").glob("*.json"))
LISTS = {"own-23"}
"""A list of short lines, which looks like none once it is wrapped."""
COMPARED = ("kind", "status", "date", "countries", "topics", "place")


def wrapped(text: str, indent: str, between: str) -> str:
    """The text as a headline and lines of at most 64 characters."""
    headline, *paragraphs = [line for line in text.split("\n") if line.strip()]
    filled = (
        fill(one, 64, initial_indent=indent, break_long_words=False, break_on_hyphens=False) for one in paragraphs
    )
    return f"{headline}\n\n{between.join(filled)}\n"


@pytest.mark.parametrize(("indent", "between"), [("    ", "\n"), ("", "\n\n")], ids=["indented", "parted"])
@pytest.mark.parametrize("path", [one for one in OWN if one.stem not in LISTS], ids=lambda path: path.stem)
def test_they_tell_of_the_same_events(path: Path, indent: str, between: str) -> None:
    record: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    broken = {**record, "text": wrapped(record["text"], indent, between)}
    plain, read = read_summary(record), read_summary(broken)
    assert [[one[what] for what in COMPARED] for one in read["events"]] == [
        [one[what] for what in COMPARED] for one in plain["events"]
    ]
    assert all(quote in broken["text"] for one in read["events"] for quote in one["evidence"])
