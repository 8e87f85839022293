"""Words that tell of an event, from schema/text/triggers.tsv."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from kg.vocabulary.data import rows


class Trigger(msgspec.Struct, frozen=True):
    """A row of the table."""

    lemma: str
    part: str
    """verb or noun."""
    role: str
    """How its arguments stand; the column ``class``."""
    kind: str


@cache
def triggers() -> dict[str, tuple[Trigger, ...]]:
    """Return the triggers by their first word; longer forms are in :func:`phrases`."""
    found: dict[str, tuple[Trigger, ...]] = {}
    for row in rows("text/triggers.tsv"):
        trigger = Trigger(row["lemma"], row["part"], row["class"], row["kind"])
        for form in filter(None, row["forms"].split("|")):
            found[form] = (*found.get(form, ()), trigger)
    return found


@cache
def gate() -> re.Pattern[str]:
    """Return the pattern that a sentence must contain to be looked at."""
    forms = sorted(triggers(), key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(map(re.escape, forms)) + r")\b", re.IGNORECASE)
