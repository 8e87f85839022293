"""Contacts told again by what was said before them: "X met Y on Friday. Ahead of his meeting with Y, X said"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.text.events.around import told_before
from loaders.text.events.drafts import Draft
from loaders.text.events.joining import join

_AHEAD_OF = re.compile(
    r"\b(?:[Aa]head|[Ii]n advance|[Ee]ve) of (?:his|her|their|the)"
    r"(?: (?!(?:next|second|third|upcoming|coming|planned|expected|follow-up|further|future)\b)[\w-]+){0,3} $"
)
"""What it is said to be ahead of is the one that the text has told of."""
_REACH = 60
"""Characters before the noun in which these words stand."""
_CONTACTS = ("contact", "call")


def without_told_ahead(text: str, events: Sequence[Draft]) -> list[Draft]:
    """Leave out what is only told as ahead of something else, where the same was told as held."""
    kept: list[Draft] = []
    for number, event in enumerate(events):
        held = _held_before(events, number) if _is_told_ahead(text, event) else None
        if held is None:
            kept.append(event)
        else:
            join(held, event)
            held.status = "held"
    return kept


def _is_told_ahead(text: str, event: Draft) -> bool:
    """Whether a contact to come, of no day of its own, is only what something was ahead of."""
    if event.status != "planned" or event.family not in _CONTACTS or event.tellings > 1 or event.date or event.place:
        return False
    begin = max(event.passages[0].start, event.at[0] - _REACH)
    return _AHEAD_OF.search(text[begin : event.at[0]]) is not None


def _held_before(events: Sequence[Draft], number: int) -> Draft | None:
    """The contact told of before with the same sides and one of the same persons, which was held."""
    one = events[number]
    before = (other for other in told_before(events, number) if other.family in _CONTACTS)
    same = (other for other in before if other.sides == one.sides and not other.named.isdisjoint(one.named))
    return next((other for other in same if other.status in ("held", "")), None)
