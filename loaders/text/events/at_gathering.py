"""Days of the gathering at which a contact was: "met X at last year's summit", "during the March visit"."""

from __future__ import annotations

import re

from kg.dates import parse as parse_edtf
from loaders.text.clause.frame import Frame
from loaders.text.lexis.distances import DAY_LENGTH
from loaders.text.when import When

_AT = (
    r"(?:[Aa]t|[Dd]uring|[Ii]n|[Oo]n the (?:side-?lines?|margins?|fringes?|occasion) of|[Ww]ithin the framework of)"
    r" (?:(?:the|this|their|his|her|its|an?) )?"
)
_BETWEEN = re.compile(
    rf"(?:,? (?!(?:to|they|he|she|it|about|over|that|which|who|whom|whose|after|ahead|before|since|until|where"
    r"|when|while|as|but|discuss\w*|agree\w*|ma[dk]e|reach\w*|sign\w*|adopt\w*|said|told|will|would)\b)[\w.’'()-]+){0,18}?"
    rf",? {_AT}\Z"
)
_OPENS = re.compile(rf"\W*{_AT}\Z")
_GATHERING = re.compile(
    r"(?:['’]s?)? (?:(?!(?:and|to|of|on|at|in|with|for|by|from|after|before)\b)[\w’'-]+ ){0,5}?"
    r"(?:[Ss]ummit|[Cc]onference|[Mm]eetings?|[Ss]ession|[Aa]ssembly|[Ff]orum|[Gg]athering|[Tt]alks|[Vv]isit|[Tt]rip|[Tt]our|[Cc]eremony|[Ff]uneral|[Cc]all"
    r"|[Ii]nauguration|[Cc]elebrations?|[Pp]arade|[Cc]ongress|[Ee]vent)\b"
)


def is_when_gathered(text: str, frame: Frame, date: When, today: str) -> bool:
    """Whether a day that belongs to a gathering is that of a contact which the sentence says was at it."""
    if _GATHERING.match(text, date.end, frame.lx.end) is None or (frame.status == "held" and _goes_on(date, today)):
        return False
    begin, end = frame.lx.starts[frame.at], frame.lx.ends[frame.at]
    if date.start < begin:
        return _OPENS.fullmatch(text, frame.lx.start, date.start) is not None
    return _BETWEEN.fullmatch(text, end, date.start) is not None


def _goes_on(date: When, today: str) -> bool:
    """Read "at the 2019 forum" in a text of 2019: it says less than the text's own day."""
    days, told = parse_edtf(date.edtf), parse_edtf(today).earliest if today else None
    if len(date.edtf) >= DAY_LENGTH or told is None or days.earliest is None or days.latest is None:
        return False
    return days.earliest <= told <= days.latest
