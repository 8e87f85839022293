"""The day of an act that is told by who announces it: "has expelled two envoys, the ministry said on Tuesday"."""

from __future__ import annotations

import re

from loaders.text.clause.frame import Frame
from loaders.text.lexis.distances import PAIR
from loaders.text.when import When

ACTS = frozenset({"sanction", "expulsion", "summons", "other"})
"""They are announced on their day."""
_SO_SAID = re.compile(
    r"(?:,[\"”]? (?:[\w.'’-]+ ){1,8}?(?:said|announced|confirmed|reported|disclosed|told (?:\w+ )?[a-z]+)"
    r"|,? according to (?:[\w.'’-]+ ){0,7}?(?:statement|communiqu[eé]|announcement))"
    r"(?: (?:in|on) (?:(?:an?|its|his|her) )?(?:[\w-]+ )?(?:statement|communiqu[eé]|note|post|tweet|release|Twitter|X"
    r"|television|radio|website))?(?: (?:issued|released|published|posted))?(?: late| early)?(?: on| in)? \Z"
)
"""Read "has expelled two diplomats, the ministry said in a statement on Wednesday"."""
_PERFECT = re.compile(r"\b(?:has|have)(?: just)?$")
_REACH = 160
"""Characters before a day in which it is said who announced it."""


def is_arrival_told(frame: Frame) -> bool:
    """Read "has arrived in Oslo, a spokesman said on Monday"."""
    return frame.kind == "visit" and frame.status == "held" and _is_perfect(frame)


def is_of_report(text: str, frame: Frame, date: When) -> bool:
    """Read "has invited X to visit in July, the presidency said on Monday": the day of saying so."""
    return not (frame.kind in ACTS or is_arrival_told(frame)) and is_said_on(text, frame, date)


def announced_on(text: str, frame: Frame, dates: list[When]) -> list[When]:
    """The day on which an act was announced that is told in the perfect, for that has no day of its own."""
    told = _is_of_announcement(frame) and _is_perfect(frame)
    return [one for one in dates if told and is_said_on(text, frame, one)][:1]


def day_of_act(text: str, frame: Frame, dates: list[When]) -> list[When]:
    """The day an act, or an arrival in the perfect, is told: "said yesterday it was recalling its envoy"."""
    if not _is_of_announcement(frame):
        return []
    before = [one for one in dates if one.start < frame.lx.starts[frame.at]]
    return before[:1] or [one for one in dates if is_said_on(text, frame, one)][:1]


def _is_of_announcement(frame: Frame) -> bool:
    return frame.status == "held" and (frame.kind in ACTS or is_arrival_told(frame))


def _is_perfect(frame: Frame) -> bool:
    return _PERFECT.search(frame.lx.lower(max(0, frame.at - PAIR), frame.at)) is not None


def is_said_on(text: str, frame: Frame, date: When) -> bool:
    """Read "is recalling its envoy, the ministry said on Monday": a day on which it was told."""
    at = frame.lx.ends[frame.at]
    return date.start > at and _SO_SAID.search(text, max(at, date.start - _REACH), date.start) is not None
