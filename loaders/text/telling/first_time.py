"""What is said of how new or rare a contact is: "the first time this year that he has received a foreign leader"."""

from __future__ import annotations

import re

from loaders.text.clause.frame import Frame
from loaders.text.lexis.lexed import Lexed

_FIRST_TIME = re.compile(
    r"(?<!\bfor )\bthe (?:very )?(?:first|second|third|only) time\b"
    r"(?! (?:on|at|during) (?:the|mon|tues|wednes|thurs|fri))"
)
_INDEFINITE = frozenset({"a", "an", "any", "another"})


def is_of_its_kind(lx: Lexed, frame: Frame) -> bool:
    """Whether a telling only compares: it says "a foreign leader", and he is named where the contact is told."""
    if "time" not in lx.lows or not any(_is_anybody(lx, one.first, one.name) for one in frame.actors):
        return False
    if lx.lows[max(0, frame.at - 1) : frame.at] in (["is"], ["are"]):
        return False  # "It is the first time that a First Lady is hosting envoys from 45 nations": told only here
    return _FIRST_TIME.search(lx.lower(0, frame.at)) is not None


def _is_anybody(lx: Lexed, first: int, name: str) -> bool:
    before = lx.lows[first - 2 : first + 1] if first > 1 else lx.lows[: first + 1]
    return not name and not _INDEFINITE.isdisjoint(before)
