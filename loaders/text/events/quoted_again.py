"""Contacts that a text tells of, and then in the words of who announced them: "X met Y yesterday," he wrote."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.dates import parse as parse_edtf
from loaders.text.events.around import NEAREST
from loaders.text.events.drafts import Draft
from loaders.text.events.joining import join
from loaders.text.lexis.distances import PAIR

_ACTS = frozenset({"summons", "expulsion"})
"""What is done to those of another side, whom nobody need name: "The envoy was summoned today," the ministry said."""
_TOLD = _ACTS | {"contact", "call"}
_ONCE_MORE = re.compile(r"\b(?:again|once more|(?:second|third) time)\b")
_DAYS = 2
"""Between the contact and what "yesterday" of a quotation gives where it is counted from the day of the paper."""


def without_quoted_again(text: str, events: Sequence[Draft]) -> list[Draft]:
    """Join what is quoted of a contact to the contact: "yesterday" is counted from the day of the quotation."""
    kept: list[Draft] = []
    for event in events:
        quoted = event.family in _TOLD and _is_quoted(text, event)
        one = next((other for other in kept[-NEAREST:] if _is_same(other, event)), None) if quoted else None
        if one is None:
            kept.append(event)
            continue
        day = one.date
        join(one, event)
        one.date = day
    return kept


def _is_quoted(text: str, event: Draft) -> bool:
    """Whether the words that tell of it stand in a quotation."""
    begin, at = event.passages[0].start, event.at[0]
    if _ONCE_MORE.search(text, begin, event.passages[0].end) is not None:
        return False
    opened = text.count("“", begin, at) > text.count("”", begin, at)
    return opened or text.count('"', begin, at) % PAIR == 1


def _is_same(one: Draft, other: Draft) -> bool:
    """Whether the same persons are in both, a few days apart, where the later one counts its day."""
    alike = one.family == other.family and one.status == other.status == "held" and one.sides == other.sides
    if not alike or one.date is None or other.date is None or other.date.kind != "relative":
        return False
    if not other.named <= one.named or (len(other.named) < PAIR and one.family not in _ACTS):
        return False
    first, second = parse_edtf(one.date.edtf).earliest, parse_edtf(other.date.edtf).earliest
    return first is not None and second is not None and abs((first - second).days) <= _DAYS
