"""Who speaks of himself without "I": "my meeting with X", "it was an honour to meet X", "Great to see X"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.text.clause.group import Group
from loaders.text.lexis.distances import FAR
from loaders.text.lexis.lexed import Lexed
from loaders.text.who.actor import Actor

OWN = frozenset({"my"})
"""What is "our" is of those told of before too."""
_PLEASED = re.compile(
    r"(?P<it>\b(?:it|it['’]s)(?: (?:was|is|has been|['’]s))?(?: also| again| such| truly| always)* )?"
    r"(?:(?:an?|my|our) (?:[a-z]+ )?(?:honou?r|pleasure|privilege|delight|joy)"
    r"|(?:so |very |really |always )?(?:great|good|wonderful|nice|lovely|terrific|pleased|delighted|honou?red|happy"
    r"|glad|privileged|proud|thrilled|pleasure|honou?r))(?: (?:today|yesterday|again))? to$"
)
_QUOTES = frozenset({'"', "“"})
_DONE = frozenset({"met", "spoke", "had", "held"})
SAYS = frozenset({"said", "says", "told", "added"})
_WRITES = SAYS | {"wrote", "tweeted", "posted"}
_MARKS = ('"', "“", ":", "-", ";")


def speaker(at: int) -> Actor:
    """Return the one who speaks, as a phrase at an item."""
    return Actor(at, at + 1, kind="pronoun", determiner="i")


def is_pleased(words: str, *, whole: bool) -> bool:
    """Whether words before a verb say that the speaker was glad to do it.

    ``whole`` says that they begin a sentence: "Pleased to meet X", but not "Minister Y was pleased to meet X".
    """
    told = _PLEASED.search(words)
    if told is None:
        return False
    before = words[: told.start()].rstrip()
    return bool(told["it"]) or (whole and not before) or before.endswith(_MARKS)


def begins_quotation(lx: Lexed, at: int) -> bool:
    """Read ""Met Minister X," Minister Y wrote": a verb in the past, without anybody, that a quotation begins with."""
    if at < 1 or lx.lows[at - 1] not in _QUOTES or not lx.text[lx.starts[at]].isupper():
        return False
    return (lx.lows[at] in _DONE or lx.lows[at].endswith("ed")) and lx.lows[at + 1 : at + 2] != ["by"]


def is_glad(lx: Lexed, at: int) -> bool:
    """Whether a verb is of what somebody was glad to do, or stands at the head of what he says himself."""
    glad = lx.lows[at - 1 : at] == ["to"] and is_pleased(lx.lower(at - FAR, at), whole=at <= FAR)
    return glad or begins_quotation(lx, at)


def who_is_glad(lx: Lexed, groups: Sequence[Group], at: int) -> list[Actor]:
    """Read "Minister X said it was an honour to meet Y": X; else the one who speaks."""
    says = (g for g in groups if g.last < at and lx.lows[g.last] in _WRITES and not g.possessive)
    return next((g.actors for g in says), [speaker(at - 1)])
