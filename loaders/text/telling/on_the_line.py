"""Talks that were a call: "held talks by telephone with", "telephone consultations"."""

from __future__ import annotations

import re

from loaders.text.clause.frame import Frame
from loaders.text.lexis.distances import FAR, PAIR, VERY_FAR
from loaders.text.lexis.lexed import Lexed

_LINE = frozenset({"phone", "telephone", "telephonic"})
_BY_PHONE = re.compile(
    r"(?:(?!(?:and|after|before|following|then|later|who|which)\b)[\w.'’-]+ ){0,24}?"
    r"(?:by|via|through|on|over(?: the)?|on the|(?:in|during) an?) (?:tele)?phone\b"
)
"""The object of the talks, and no other contact, stands before the telephone."""


def is_by_phone(lx: Lexed, at: int) -> bool:
    """Whether a noun for talks or a meeting is told with the telephone that they spoke by."""
    if not _LINE.isdisjoint(lx.lows[max(0, at - PAIR) : at]):
        return True
    return not _LINE.isdisjoint(lx.lows[at:]) and _BY_PHONE.match(lx.lower(at + 1, at + VERY_FAR + FAR)) is not None


def leave_undated(lx: Lexed, at: int, frame: Frame) -> None:
    """Read "Over the phone, the two spoke of the fire on 3 May": how they spoke of it, and not when."""
    if frame.anaphor and at >= PAIR and lx.lows[at + 1 : at + PAIR] == [","] and lx.lows[at - PAIR] == "over":
        frame.undated = frame.undated or lx.lows[at] in _LINE
