"""Days said of what an event is called: "the summit, which will be held on 15 May", "a visit planned for Friday"."""

from __future__ import annotations

import re

from loaders.text.clause.frame import Frame
from loaders.text.when import When

_TO_BE_HELD = re.compile(
    r"(?:[^,;.]{0,40},?(?: which| that) (?:starts?|started|begins?|began|opens?|opened|kick(?:s|ed)? off|takes place"
    r"|took place|commence[sd]?|runs?|ran|was|were) (?:on |from )?)|"
    r"[^,;.]{0,80},?(?: which| that)? (?:(?:will be|was|were|is to be|is being|to be|being) )?held"
    r"(?: (?:in|at) [A-ZÀ-Þ][\w-]*(?: [A-ZÀ-Þ][\w-]*)*)?(?: on| from| in)? "
)
_IN = r"(?: (?:in|at) [A-ZÀ-Þ][\w-]*(?: [A-ZÀ-Þ][\w-]*)*)?(?: on| from| in)? "
_DUE = re.compile(
    r"(?: [\w’'-]+){0,8}?,? (?:(?:which|that) )?(?:(?:is|was|were|are|has been|had been) )?(?:originally |initially )?"
    r"(?:(?:due|planned|scheduled|set|expected|slated)(?: to (?:be )?\w+(?: place)?| for)?"
    rf"|to (?:begin|start|open|commence|take place|be held)){_IN}"
)
"""Read "cancelled a trip to Oslo that was due to begin on Monday", "talks, which were to open in Oslo on Monday,"."""


def held_on(text: str, frame: Frame, dates: list[When]) -> list[When]:
    """Read "will attend the summit, which will be held in Oslo on 15 May": the day that follows it."""
    if not frame.rule.endswith("noun"):
        return []
    at = frame.lx.ends[frame.at]
    patterns = (_TO_BE_HELD, _DUE)
    return [one for one in dates if any(p.fullmatch(text, at, max(at, one.start)) for p in patterns)][:1]


def put_off(text: str, frame: Frame, dates: list[When]) -> list[When]:
    """Read "called off on Tuesday a visit that was planned for Friday"."""
    return held_on(text, frame, dates) if frame.status in ("cancelled", "postponed") else []
