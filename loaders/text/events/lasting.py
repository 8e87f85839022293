"""How long it lasted: "arrived on Thursday on a three-day visit" tells of three days."""

from __future__ import annotations

import re
from bisect import bisect_left
from datetime import timedelta

from kg.dates import parse as parse_edtf
from loaders.text.clause.frame import Frame
from loaders.text.lexis.distances import DAY_LENGTH
from loaders.text.when import When

_COUNTS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_WEEK = 7
_WORD = 30
"""Characters before a day in which the word stands that says it is the first."""
_NUMBER = rf"(?P<count>{'|'.join(_COUNTS)}|[2-9]|1\d)"
_NOUNS = {
    "visit": "visit|trip|tour|stay",
    "talks": "talks|consultations|negotiations",
    "negotiation": "talks|consultations|negotiations",
    "summit": "summit",
    "meeting": "summit meeting|(?<=day )meeting|conference",
}
_LONG = re.compile(rf"\b{_NUMBER}(?:-| )day (?:[\w-]+ ){{0,3}}?(?:{_NOUNS['visit']})\b")
_NOT_THIS = re.compile(r"\b(?:after|following|from|ended|concluded|last|previous|recent|day of|leg of)\b")
_BEGINS = re.compile(
    r"\b(?:beg[ia]n\w*|start\w*|embark\w*|kick\w*|arriv\w*|reach\w*|travel\w*|fl[yi]\w*|flew|due|leav\w*|left|depart\w*"
    r"|set off|head\w*|goes|go|went|lead\w*|led|pay\w*|open\w*|(?:will|to) visit|visits|visited|come|comes|came"
    r"|in town|expected|beginning)\b"
)
_GATHERS = re.compile(r"\b(?:gather\w*|meets?|met|conven\w*|assembl\w*)\b.* for(?: an?| the| their)?(?: \w+)?$")
"""Read "met on Saturday for a two-day summit"."""
_ENDS = re.compile(
    r"\b(?:end(?:s|ed|ing)?|wrap\w*|conclud(?:es?|ed|ing)|finish\w*|complet(?:es?|ed|ing)|w(?:ou|i)nd(?:s|ing)? up"
    r"|return\w*|(?:came|comes|is) back)\b"
)
_FROM = re.compile(r"\b(?:from|starting|beginning|commencing|as of|with effect from)(?: on)?(?: the)? $")
"""Read "will make a three-day visit from Monday": before its first day."""
_COMES_BACK = re.compile(
    r"\b(?:return(?:s|ed|ing)?|left|leaves?|leaving|depart\w*|flew|came|arriv\w*|back)\b.*"
    r"\b(?:after|from|following)(?: (?:an?|his|her|their|its)(?: \w+)?)?$"
)
"""Read "returned home on Sunday after a three-day visit": the last of its days."""
_ORDER = ("first", "second", "third", "fourth", "fifth", "sixth")
_WHICH_DAY = re.compile(
    rf"\b(?:(?P<order>{'|'.join(_ORDER)}|last|final|closing|opening) day"
    rf"|day (?P<count>one|{'|'.join(_COUNTS[:5])}|[1-6]))"
    r" of (?:an?|his|her|their|its|the)(?: [\w-]+)?$"
)
"""Read "met X on Thursday, the second day of his three-day visit"."""
_OF_ITS_OWN = re.compile(
    r"[^,;.]{0,30},? (?:which|that) (?:(?P<end>end(?:s|ed)|conclude[sd]?)|beg[ia]ns?|start(?:s|ed)|open(?:s|ed)"
    r"|commence[sd]?)\b"
)
"""Read "during the two-day trip, which starts on Tuesday"."""
_ONE_OF_THEM = re.compile(r"\b(?:day|leg|part|during|after|amid) (?:of )?(?:an?|his|her|their|its|the)(?: \w+)?$")


def lasting(frame: Frame, date: When | None) -> When | None:
    """The days of a telling that says on which day it began or ended, and how many there were."""
    if date is None or len(date.edtf) != DAY_LENGTH or not (nouns := _NOUNS.get(frame.kind)):
        return date
    begin, stop = frame.span
    stop = max(stop, bisect_left(frame.lx.starts, date.start))
    words = frame.lx.lower(frame.at if frame.rule.startswith("leave") else begin, min(stop + 1, len(frame.lx)))
    told = _how_long(words, nouns)
    day = parse_edtf(date.edtf).earliest
    if told is None or day is None:
        return date
    most = _number(told["count"]) * (_WEEK if told.groupdict().get("weeks") else 1) - 1
    from_then = told[0].endswith((" from", " starting", " beginning"))  # "for five days from 25 April"
    before = 0 if from_then else _days_before(frame, date, words, told, most)
    if before is None:
        return date
    first = day - timedelta(days=before)
    return date._replace(edtf=f"{first}/{first + timedelta(days=most)}")


def _how_long(words: str, nouns: str) -> re.Match[str] | None:
    """Read "a three-day visit", "a visit of three days", "a week-long tour", "for three days from"."""
    told = re.search(
        rf"\b{_NUMBER}(?:-| - | )(?:days?(?: ['’])?|(?P<weeks>weeks?))(?: of)? (?:[\w-]+ ){{0,3}}?(?:{nouns})\b", words
    )
    told = told or re.search(rf"\b(?:{nouns}) of {_NUMBER} days\b", words)
    told = told or re.search(rf"\b(?P<count>week)(?:-| - | )?long (?:[\w-]+ ){{0,3}}?(?:{nouns})\b", words)
    told = told or re.search(rf"\bfor {_NUMBER} days (?:from|starting|beginning)\b", words)
    return told or re.search(rf"\bspend(?:s|ing)? {_NUMBER} days\b", words)


def _days_before(frame: Frame, date: When, words: str, told: re.Match[str], most: int) -> int | None:
    """How many of its days were before the one that is told, ``most`` of it being the last; None where nothing says."""
    lead = words[: told.start()].rstrip()
    if frame.rule in ("visit-visit-noun", "talks-noun") and _COMES_BACK.search(lead):
        return most
    if which := _WHICH_DAY.search(lead):
        return _place_of(which, most)
    if (own := _OF_ITS_OWN.match(words, told.end())) is not None:
        return most if own["end"] else 0
    if _ONE_OF_THEM.search(lead):
        return None
    lx = frame.lx
    begins = (
        _BEGINS.search(words) is not None
        or (frame.kind != "visit" and _GATHERS.search(lead) is not None)
        or _FROM.search(lx.text, max(lx.start, date.start - _WORD), date.start) is not None
    )
    if _ENDS.search(words[: told.start()]) or (_ENDS.search(words[told.end() :]) and not begins):
        return most
    return 0 if begins else None


def span_told(text: str, start: int, stop: int, first: When) -> When:
    """The days of a sentence about a visit that says on which day it begins, and on which it ends or how long it is."""
    day = parse_edtf(first.edtf).earliest
    if day is None or len(first.edtf) != DAY_LENGTH:
        return first
    told = _LONG.search(text, start, min(stop, len(text)))
    if told is not None and _NOT_THIS.search(text, max(0, told.start() - _WORD), told.start()):
        return first
    return (
        first._replace(edtf=f"{day}/{day + timedelta(days=_number(told['count']) - 1)}") if told is not None else first
    )


def _place_of(which: re.Match[str], most: int) -> int:
    """How many days are before "the second day", "the last day", "day two"; ``most`` of them are before the last."""
    if which["order"] in ("last", "final", "closing"):
        return most
    if which["order"]:
        return min(_ORDER.index(which["order"]), most) if which["order"] in _ORDER else 0
    return min(_number(which["count"]) - 1, most)


def _number(word: str) -> int:
    if word == "week":
        return _WEEK
    return int(word) if word.isdigit() else ("one", *_COUNTS).index(word) + 1
