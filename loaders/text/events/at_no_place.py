"""Contacts that are at no place though their sentence names one: "a virtual meeting", "held online in New Delhi"."""

from __future__ import annotations

import re

from loaders.text.clause.frame import Frame
from loaders.text.lexis.distances import NEAR, VERY_FAR

_VIRTUAL = re.compile(r"\bvirtual(?: [\w'-]+){0,3}$")
_BETWEEN = r"(?: (?!(?:after|ahead|before|discuss\w*|where|while)\b)\S+){0,14}?"
_DAY = r"today|yesterday|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_ONLINE = re.compile(
    rf"\S+{_BETWEEN} (?:virtually|online(?= (?:[.,;]|in|at|on|from|{_DAY})|$)"
    r"|(?:via|by|over|through) (?:an? |the )?(?:video|videolink|videoconferenc\w+|teleconferenc\w+|zoom)\b)"
)
"""Read "attended the meeting virtually", "which was held online in"; not "discussed online safety"."""


def is_at_no_place(frame: Frame) -> bool:
    """Whether those who meet are said to be where each of them is."""
    before, after = frame.lx.lower(frame.at - NEAR, frame.at), frame.lx.lower(frame.at, frame.at + VERY_FAR + NEAR)
    return _VIRTUAL.search(before) is not None or _ONLINE.match(after) is not None
