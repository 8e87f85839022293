"""Contacts that are at no place though their sentence names one: "a virtual meeting", "held online in New Delhi"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.text.clause.frame import Frame
from loaders.text.events.drafts import Draft
from loaders.text.layout.structure import Passage
from loaders.text.lexis.distances import NEAR, VERY_FAR

_VIRTUAL = re.compile(r"\bvirtual(?: [\w'-]+){0,3}$")
_BETWEEN = r"(?: (?!(?:after|ahead|before|discuss\w*|where|while)\b)\S+){0,14}?"
_DAY = r"today|yesterday|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_ONLINE = re.compile(
    rf"\S+{_BETWEEN} (?:virtually|online(?= (?:[.,;]|in|at|on|from|{_DAY})|$)"
    r"|(?:via|by|over|through) (?:an? |the )?(?:video|videolink|videoconferenc\w+|teleconferenc\w+|zoom)\b)"
)
"""Read "attended the meeting virtually", "which was held online in"; not "discussed online safety"."""


_HELD_ONLINE = re.compile(
    r"\b(?:[Hh](?:eld|olds?)|had|have|in|during|by|via) (?:(?:an?|the|their|this) )?(?:\w+ ){0,2}?"
    r"(?:video ?conferences?|video ?calls?|(?:virtual|online|video)[ -](?:meeting|talks|session|summit|conference))\b"
)
_OPENED = re.compile(r"\b(?:launch|inaugurat|unveil|ceremon|commission)\w*", re.IGNORECASE)
_FIRST = 2
"""Sentences of an event that say how it was held."""


def drop_places_of_virtual(text: str, events: Sequence[Draft]) -> None:
    """Read "held a videoconference with Y", and later "X is in Oslo": they met at no place."""
    for event in events:
        told = event.passages[:_FIRST] if event.family == "contact" and event.place is not None else ()
        if any(_is_virtual(text, one) for one in told if not one.spoken):
            event.place = None


def _is_virtual(text: str, passage: Passage) -> bool:
    """Read "held a videoconference"; who launches something by one, or opens it, may do so side by side."""
    online = _HELD_ONLINE.search(text, passage.start, passage.end) is not None
    return online and _OPENED.search(text, passage.start, passage.end) is None


def is_at_no_place(frame: Frame) -> bool:
    """Whether those who meet are said to be where each of them is."""
    before, after = frame.lx.lower(frame.at - NEAR, frame.at), frame.lx.lower(frame.at, frame.at + VERY_FAR + NEAR)
    return _VIRTUAL.search(before) is not None or _ONLINE.match(after) is not None
