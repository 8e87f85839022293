"""Whether those who speak with each other are at one place: then it is a meeting, and else a call."""

from __future__ import annotations

import re

from loaders.text.clause.adverbials import is_said_there
from loaders.text.lexis.lexed import Lexed
from loaders.text.lexis.triggers import Trigger

_IN_PERSON = re.compile(
    r"\b(?:(?:on|in|at) the (?:side-?lines?|margins?|fringes?)|in person|face to face|over (?:lunch|dinner|breakfast)"
    r"|(?:during|at|in) (?:their|an?) (?:(?!phone|telephone|video)[\w-]+ ){0,4}?(?:meeting|talks|dinner|lunch))\b"
)
_AND_TO_MEET = re.compile(r"\b(?:agreed|to (?:meet|hold|see|have|visit|attend))\b")
"""What follows is another contact: "spoke by telephone and agreed to meet in person"."""

_CAME = re.compile(
    r"(?:\b(?:flew|fl(?:y|ies|ying)|travel\w*|went|go(?:es|ing)?|c[ao]me|coming|head(?:ed|s|ing)|arriv\w+|drove|rushed)"
    r" [^,;]*|, (?:(?:who (?:is|was)|currently|now) )?(?:here|in [^,;]*)) to \S+$"
)
"""Read "flew to Oslo to talk with X", "X, here to speak to Y": who comes for it talks there."""
_LINE = frozenset({"phone", "telephone", "video", "videolink"})


def kind_of(lx: Lexed, trigger: Trigger, begin: int, at: int) -> str:
    """Return the kind of a contact, whose verb begins at ``begin``: "spoke on the sidelines of" is a meeting."""
    if trigger.kind != "call":
        return trigger.kind
    words = _AND_TO_MEET.split(lx.lower(begin, len(lx)), maxsplit=1)[0]
    there = trigger.lemma == "speak" and (is_said_there(lx, at) or _came_for_it(lx, begin, at))
    return "meeting" if there or _IN_PERSON.search(words) else "call"


def _came_for_it(lx: Lexed, begin: int, at: int) -> bool:
    """Whether a verb of speaking tells why somebody came to a place, and no line is named by which he spoke."""
    if lx.lows[at - 1 : at] != ["to"] or not _LINE.isdisjoint(lx.lows[at:]):
        return False
    return _CAME.search(lx.lower(begin, at + 1)) is not None
