"""Reads the tables of this folder, and puts their rows together to sentences. What each is: README.md beside it."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

from tests.text.reading import read_summary

HERE = Path(__file__).parent
PUBLISHED = "2017-05-10"
LATER = "2024-05-15"
"""A day when no table tells who holds which office."""
BOTH = {"CHL", "PER"}


def rows(name: str) -> list[dict[str, str]]:
    """Return the rows of a table, by its columns."""
    with (HERE / f"{name}.tsv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def known_misses() -> dict[str, str]:
    """Return the reason for each sentence that is not read rightly."""
    return {row["sentence"]: row["reason"] for row in rows("known_misses")}


def sentence(frame: str, **parts: str) -> str:
    """Return a frame with its parts, a capital first, and no comma before another mark."""
    text = frame.format(**parts)
    for doubled, single in ((",,", ","), (",.", "."), (", ,", ",")):
        text = text.replace(doubled, single)
    return text[:1].upper() + text[1:]


def told(text: str, publisher: str = "Reuters", published: str = PUBLISHED) -> list[dict[str, Any]]:
    """Return the events that are read in a text."""
    return list(read_summary({"text": text, "published": published, "publisher": publisher})["events"])


def of_both(text: str) -> list[dict[str, Any]]:
    """Return the events between the two states that are read in a text."""
    return [event for event in told(text) if set(event["countries"]) == BOTH]


def status(event: dict[str, Any]) -> str:
    """Return its status; what is put off is called off here."""
    found: str = event["status"]
    return {"postponed": "cancelled"}.get(found, found)


def names(events: list[dict[str, Any]]) -> set[str]:
    """Return whom they name."""
    return {one["name"] for event in events for one in event["participants"] if one["name"]}


def sides_of(name: str, events: list[dict[str, Any]]) -> set[str]:
    """Return of which sides one is who takes part, by a name."""
    people = (one for event in events for one in event["participants"])
    return {one["country_or_org"] or "" for one in people if one["name"] == name}
