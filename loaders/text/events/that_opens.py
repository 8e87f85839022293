"""Days that a relative clause says of a gathering: "for a forum that opened on Monday", "talks that open on Friday".

Who gathers for it is there when it opens; what opens in the present tense is to come, or under way on the day itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.text.clause.frame import Frame
from loaders.text.when import When

_NOUN = r"(?:session|summit|meeting|conference|talks|forum|assembly|congress|retreat|consultations|negotiations|round)"
_MEMBERS = r"(?:states|countries|nations|leaders|ministers|powers)"
_OF = (
    r"(?: (?:of|on|between|with|among|for|by|to)"
    r"(?: (?!amid\b|after\b|over\b|following\b|against\b|during\b)[^\s,;.]+){0,12}?"
    rf" (?:[A-ZÀ-Þ][\w.’'-]*|{_MEMBERS}))?"
)
"""Whose it is; of what stands behind a thing the clause would tell: "talks with X amid protests that began"."""
_WHERE = r"(?: (?:here|there|(?:in|at) (?:the )?[A-ZÀ-Þ][\w-]+(?: [A-ZÀ-Þ][\w-]+)?))?(?: on)?"
_PAST = r"(?:opened|began|started|kicked off|got under way)"
_PRESENT = r"(?:opens?|begins?|starts?|kicks? off|gets? under way|convenes?)"
_OPENED = rf",? (?:that|which) (?:\w+ly )?(?:{_PAST}|{_PRESENT}){_WHERE} "
_FOR_IT = re.compile(rf"[^;.]{{0,120}}?\bfor (?:(?:an?|the|their|its) )?(?:[\w’'-]+ ){{0,6}}?{_NOUN}\b{_OF}{_OPENED}")
_OF_IT = re.compile(rf"{_OF}{_OPENED}")
_TO_COME = re.compile(
    rf"(?P<before>(?: for (?:(?:an?|the|their|its) )?(?:[\w-]+ ){{0,6}}?{_NOUN})?"
    r"(?: (?:of|on|between|with) [\w .'-]{1,60})?)"
    rf" ?,? (?:that|which) {_PRESENT}(?: (?:here|there|(?:in|at) [\w-]+))?(?: on)? (?:\w+day|today|tomorrow|next)\b"
)
_GOES_ON = re.compile(
    r", (?:(?:will|would|(?:are|is) (?:due |set |scheduled )?to) (?:be )?)?"
    r"(?:continu|resum|reconven)"
)
"""Read "the talks, which began on Tuesday, will resume next week": the day of those that are to come stands behind."""
_REACH = 30


def day_it_opens(text: str, frame: Frame, dates: Sequence[When]) -> When | None:
    """Return the day on which what somebody gathers for, or a noun tells of, is said to open."""
    end = frame.lx.ends[frame.at]
    pattern = _OF_IT if frame.rule.endswith("noun") else _FOR_IT if frame.rule.startswith("gather") else None
    if pattern is None:
        return None
    return next((one for one in dates if one.start > end and pattern.fullmatch(text, end, one.start)), None)


def is_of_first_part(text: str, frame: Frame, day: When) -> bool:
    """Whether a day is that on which talks began that are to go on, "which began on Tuesday, will resume next week"."""
    if not frame.rule.endswith("noun") or _GOES_ON.match(text, day.end) is None:
        return False
    end = frame.lx.ends[frame.at]
    return end < day.start and _OF_IT.fullmatch(text, end, day.start) is not None


def is_to_open(frame: Frame) -> bool:
    """Read "gathering in Oslo for a meeting that begins on Friday", "for talks that open on Friday"."""
    noun = frame.rule.endswith("noun")
    if not (noun or frame.rule.startswith("gather")) or ("that" not in frame.lx.lows and "which" not in frame.lx.lows):
        return False
    said = f" {frame.lx.lower(frame.at + 1, frame.at + _REACH)}"
    told = _TO_COME.match(said) if noun else _TO_COME.search(said)
    return told is not None and (noun or " for " in told["before"])
