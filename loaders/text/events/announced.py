"""The day on which a journey or a contact was made known, which is not its own."""

from __future__ import annotations

import re
from datetime import timedelta

from kg.dates import parse as parse_edtf
from loaders.text.clause.frame import Frame
from loaders.text.lexis.distances import PAIR
from loaders.text.when import When

_ANNOUNCED = re.compile(r",? [^,;.]{2,80}?\b(?:announced|unveiled|disclosed)(?: [\w’'-]+){0,5} ")
_ANNOUNCED_ON = re.compile(
    r"\b(?:announced|unveiled|disclosed|decided|agreed|voted|promised|pledged|vowed)"
    r"(?: (?:in )?(?:late|early))?(?: on| in)? $"
)
_WOULD = re.compile(
    r"\b(?:announced|said|confirmed|revealed|declared)\b[^.;]*?\b(?:would|will|is to|are to|was to|planned to)\b"
    r"|, (?:(?:and|while) )?agreeing (?:\w+ )?to\b"
)
_PREPARING = re.compile(
    r".{0,40}?\b(?:to prepare|(?:lay|lays|laid|laying) the groundwork|pav(?:e|es|ed|ing) the way|to discuss"
    r"|to finali[sz]e|to (?:iron|work|sort|hammer) out|to arrange|in preparation|ahead of)\b.*",
    re.DOTALL,
)
_IN_STATEMENT = re.compile(
    r"\b(?:according to|in|said|by) (?:an?|the) (?:[\w’'-]+ ){0,4}?(?:statement|announcement|communiqu[eé]|post|tweet"
    r"|press release|news release)(?: (?:issued|released|published|posted|made))?(?: late| early)?(?: on)? \Z"
)
_HELD = re.compile(
    r"\b(?:[Ss]ummit|[Cc]onference|[Ss]ession|[Mm]eetings?|[Tt]alks|[Ff]orum|[Ee]lections?|[Aa]ssembly)"
    r" (?:(?:that|which) (?:was|were) )?(?:held|convened|hosted)(?: (?:earlier|in [A-ZÀ-Þ]\w+))?(?: on| in)? \Z"
)
_AT_IT = re.compile(r"\b(?:at|during|in) (?:the|their|these|an?) (?:[\w-]+ ){0,3}\Z")
"""Read "X led his side at the talks held in Oslo on Friday": those that are told of."""
_STATED = 90
"""Characters before a day in which it is said that a statement was made on it."""
_HALF_A_YEAR = timedelta(days=200)
_NEAR = 40
"""Characters before a day in which "announced" stands right before it."""
_AND_ON = re.compile(r", (?:and|while) (?:on )?\Z")
_TO_BEGIN = re.compile(r", to (?:begin|start|visit|meet|hold|leave|travel|fly|head)\b")
_SUBJECT = re.compile(r",? (?:he|she|they|it)\b")
_KNOWN = re.compile(r"\b(?:announced|confirmed|disclosed|revealed) (?:the|this|his|her|their|its) (?:[\w’'-]+ ){0,2}\Z")
_RIGHT_AFTER = re.compile(r"\w+(?: late| early)?(?: on)? ")
"""Read "confirmed the visit on Monday": what stands before a visit that is known, and before the day."""

_TO_DO = re.compile(r" to (?:\w+ly )?")
_CAPPING = re.compile(
    r", (?:capping|ending|concluding|completing|wrapping up|rounding off|winding up) (?:an?|the|his|her|their) "
    r"[^,;.]{0,60}?\b(?P<which>that|which)\b"
)
_STAYS_FIRST = re.compile(
    r"[^;.]*\b(?:\w+-day (?:\w+ ){0,2}?(?:visit|trip|stay|tour)|for (?:\w+ ){1,2}days)\b[^;.]*,? (?:and|before)"
    r"(?: (?:then|later|afterwards|will|would))* "
)
"""Read "arrives on Monday for a two-day visit and will leave for Peru": when that is over."""


def is_of_announcement(text: str, date: When, at: int) -> bool:
    """Read "On 30 August the minister announced a visit", "announced on Monday a visit"; the noun begins at ``at``."""
    if _is_announced_on(text, date):
        return date.start < at
    return _ANNOUNCED.fullmatch(text, date.end, at) is not None


def _is_announced_on(text: str, date: When) -> bool:
    return _ANNOUNCED_ON.search(text, max(0, date.start - _NEAR), date.start) is not None


def is_day_of_telling(text: str, date: When, at: int) -> bool:
    """Read "The ministry confirmed the visit on Monday", of one that is known: the noun begins at ``at``."""
    told = date.rule.startswith(("weekday", "today", "yesterday")) and _KNOWN.search(text, max(0, at - _NEAR), at)
    return bool(told) and _RIGHT_AFTER.fullmatch(text, at, date.start) is not None


def is_of_next_year(date: When, published: str) -> bool:
    """Read "On 30 August X said he would", written in September: a day without a year that is just over."""
    day, told = parse_edtf(date.edtf).earliest, parse_edtf(published).latest if published else None
    if not date.rule.startswith("year-nearest") or day is None or told is None:
        return False
    return day - told > _HALF_A_YEAR


def is_of_plan_told(text: str, date: When, at: int) -> bool:
    """Read "On 12 October X announced that she would travel": the verb of the plan begins at ``at``."""
    return _WOULD.search(text, date.end, at) is not None


def begins_another(text: str, end: int, date: When) -> bool:
    """Read "made a visit to Peru on Monday, and on Tuesday she": the second day is that of another clause."""
    return _AND_ON.search(text, end, date.start) is not None and _SUBJECT.match(text, date.end) is not None


def is_of_step_before(frame: Frame, date: When) -> bool:
    """Read "will be in Oslo on Monday before heading to Peru": a day told before "before" is that of the first.

    So is one before "capping a tour that took him to Peru".
    """
    lx, at = frame.lx, frame.at
    if _TO_DO.fullmatch(lx.text, date.end, lx.starts[at]) and _is_announced_on(lx.text, date):
        return True  # "agreed on Saturday to meet regularly"
    if frame.kind == "visit" and date.end <= lx.starts[at]:
        ended = _CAPPING.match(lx.text, date.end, lx.end)
        if ended is not None and ended.start("which") <= lx.ends[at] + _NEAR:
            return True
    if frame.kind == "visit" and _STAYS_FIRST.fullmatch(lx.text, date.end, lx.starts[at]) is not None:
        return True
    counted = lx.lows[max(0, at - PAIR) : at - 1] in (["day"], ["days"])  # "arrived on Monday, a day before meeting"
    if not lx.lows[at].endswith("ing") or lx.lows[at - 1 : at] != ["before"] or counted:
        return False
    return date.end <= lx.starts[at - 1]


def is_of_next_step(text: str, frame: Frame, date: When) -> bool:
    """Read "arrives in Peru, to begin a visit to Chile tomorrow": the day of what is to follow."""
    return (
        date.start > frame.lx.ends[frame.at] and _TO_BEGIN.search(text, frame.lx.ends[frame.at], date.start) is not None
    )


def is_of_preparing(text: str, frame: Frame, date: When) -> bool:
    """Read "arrived in May to prepare for a visit by President X": the day of those who prepare it."""
    if frame.status not in ("planned", "proposed"):
        return False
    return _PREPARING.fullmatch(text, date.end, frame.lx.starts[frame.at]) is not None


def is_of_other_gathering(text: str, date: When, end: int) -> bool:
    """Read "discussed the follow-up to the Oslo summit held earlier this year": of that; ``end`` of the word."""
    held = _HELD.search(text, end, date.start) if date.start > end else None
    return held is not None and _AT_IT.search(text, end, held.start()) is None


def is_of_statement(text: str, date: When, begin: int) -> bool:
    """Read "will visit Peru, according to a statement on Monday"; the sentence begins at ``begin``."""
    return _IN_STATEMENT.search(text, max(begin, date.start - _STATED), date.start) is not None
