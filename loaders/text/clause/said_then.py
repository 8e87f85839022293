"""Sentences that only say on what occasion the one before was said: "This came during his meeting with X"."""

from __future__ import annotations

import re

from loaders.text.lexis.lexed import Lexed

_THIS_CAME = re.compile(
    r"(?:this|that|it|the (?:remarks?|comments?|statements?|announcement|affirmation|assurance|discussion|call"
    r"|questions?|criticism|warnings?|appeals?|pledges?|promises?|exchange))"
    r" (?:(?:all|also|just) )?(?:came|comes|happened|emerged|(?:was|were) (?:\w+ )?(?:said|stated|made|disclosed"
    r"|revealed|announced|discussed|expressed|conveyed|affirmed|stressed|reviewed))"
    r"(?: (?:today|yesterday|here|\w+day|on \w+day|on the sidelines of))?"
    r" ?(?:during|in|at|on|over|through|via|following|after)?"
)

SO = ("This ", "That ", "It ", "The ")
_FIRST_WORDS = 80


def only_says_when(lx: Lexed, end: int) -> bool:
    """Whether the words before an item tell nothing but that what has been said came then."""
    first = lx.lows[0] if lx.lows else ""
    return first in ("this", "that", "it", "the") and _THIS_CAME.fullmatch(lx.lower(0, end)) is not None


def begins_so(text: str, start: int) -> bool:
    """Whether the sentence at an offset begins in that way."""
    return text.startswith(SO, start) and _THIS_CAME.match(text[start : start + _FIRST_WORDS].lower()) is not None
