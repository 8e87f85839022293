"""Days said of what an event is called: "the summit, which will be held on 15 May", "a visit planned for Friday"."""

from __future__ import annotations

import re

from loaders.text.clause.frame import Frame
from loaders.text.when import When

_PLACE = r"(?: (?:in|at) [A-ZÀ-Þ][\w-]*(?: [A-ZÀ-Þ][\w-]*)*)?"
_NAMES = (
    r"(?:between|with|of)(?: (?:[A-ZÀ-Þ][\w.’'-]*|and|of|the|for|foreign|minister|president|leaders?|ministers)){1,24}"
)
_BEGINS = (
    r"(?:starts?|started|begins?|began|opens?|opened|kick(?:s|ed)? off|takes place|took place|commence[sd]?|runs?|ran"
    r"|ended|concluded|closed|finished|wrapped up"
    r"|was|were|(?:will|would|could|may|might|is to|are to|was to)(?: \w+ly| now| also)?"
    r" (?:take place|start|begin|open))"
)
_TO_BE_HELD = re.compile(
    rf"(?: (?:between|with|of|by|to) [^,;]{{0,120}},(?: [A-ZÀ-Þ][^,;]{{1,60}},)?| {_NAMES}|[^,;.]{{0,40}},?)"
    rf" (?:which|that) {_BEGINS}{_PLACE} (?:(?:on|from|in) )?"
    r"|[^,;.]{0,80},?(?: which| that)? (?:(?:will be|was|were|(?:is|are|was|were) to be|is being|to be|being) )?held"
    rf"(?: online| virtually)?{_PLACE}(?: on| from| in)? "
)
"""Read "the talks between X and Y, which took place in Oslo on Tuesday"."""
_WAS_HELD = re.compile(
    rf"[^,;.]{{0,60}}, which (?:took place|(?:was|were) (?:later |then |eventually )?held){_PLACE}"
    r"(?: on| from| in)? (?:(?:yesterday|today|[A-Z][a-z]+day), )?"
)
"""What a relative clause dates, whatever day stands before."""
_HOSTED = re.compile(
    r"[^,;.]{0,40}, which (?:[A-ZÀ-Þ][\w’'-]*(?: [A-ZÀ-Þ][\w’'-]*){0,2}|his country|the [\w-]+)"
    r" (?:(?:will|would|is to|was to|is due to|is set to) )?(?:hosts?|hosted|hold|holds|held) (?:(?:on|in|from) )?"
)
"""Read "a summit, which Oslo is to host in May"."""
_IN = rf"{_PLACE}(?: on| from| in)? "
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
    patterns = (_TO_BE_HELD, _HOSTED, _DUE)
    return [one for one in dates if any(p.fullmatch(text, at, max(at, one.start)) for p in patterns)][:1]


def put_off(text: str, frame: Frame, dates: list[When]) -> list[When]:
    """Read "called off on Tuesday a visit planned for Friday", "agreed in March to hold talks, which took place on"."""
    if frame.status in ("cancelled", "postponed"):
        return held_on(text, frame, dates)
    at = frame.lx.ends[frame.at]
    told = (one for one in dates if frame.rule.endswith("noun") and one.start > at)
    return [one for one in told if _WAS_HELD.fullmatch(text, at, one.start)][:1]


def is_when_hosted(text: str, frame: Frame, date: When) -> bool:
    """Whether a day is that on which somebody hosts what a noun tells of."""
    at = frame.lx.ends[frame.at]
    return frame.rule.endswith("noun") and _HOSTED.fullmatch(text, at, max(at, date.start)) is not None
