"""Days that a sentence names before an event and that are of something else: of what happened, of a paper, of a way."""

from __future__ import annotations

import re

from loaders.text.clause.frame import Frame
from loaders.text.lexis.distances import NEAR
from loaders.text.when import When

_HAPPENED = re.compile(
    r"\b(?:attack|poisoning|killing|murder|assassination|shooting|bombing|raid|strike|explosion|crash|earthquake)s?\b"
    r"[^,;.]{0,60} (?:on|in) $"
)
"""Read "accused Peru of an attack on X on 4 March and decided to expel"."""
_INSTALLED = re.compile(
    r"\b(?:took (?:up )?(?:office|power|over)|(?:came|rose) to power|(?:was|were|been) (?:sworn in|(?:re-?)?elected"
    r"|appointed|named|born)|won (?:[\w-]+ ){0,3}?(?:election|vote|poll)s?)\b[^,;]{0,40}? (?:(?:on|in) )?$"
)
"""Read "took office on Sunday and met X"."""
_RECEIVED = re.compile(
    r"\b(?:statement|release|communiqu[eé]|note|report|bulletin)\b[^.;]{0,90}?\b(?:received|issued|obtained|sent"
    r"|made available)\b[^,;.]{0,40}? (?:on |late |early )*$"
)
"""Read "according to a press release received here on Wednesday"."""
_ON_THE_WAY = re.compile(
    r"\b(?:flew|arrived|travell?ed|came|headed|went|left|began|started|embarked|kicked)\b(?:[^,;]*?|,) $"
)
_IN_WHICH = re.compile(r"\b(?:visit|trip|stay|tour)\b[^;]{0,60}?,? (?:during|in the course of|on) which\b")
"""Read "arrived on Sunday on a visit to Oslo during which he will meet X": the day on which he came."""
_FOR = re.compile(r"(?: [\w-]+){0,3} for(?: [\w'’-]+){0,3} ")
"""Read "flew to the city on Tuesday for talks that will focus on": the day on which they flew."""
_AND_HIS = re.compile(r", and (?:his|her|their|its|the) (?:[\w-]+ ){1,4}?(?:will )?includes?\b")
"""Read "will meet X on Monday, and his agenda also includes talks with Y"."""
_SINCE_THEY = re.compile(r"\bsince (?!\d)[^,;]*$")
"""Read "will meet on Tuesday, the first time since they reestablished ties": another time."""
_AND_SAID = re.compile(r"\band (?:also |later |further )?(?:said|added|noted)\b")
_AND_ANOTHERS = re.compile(r",? (?:and|while|but) (?:[A-Z][\w.-]* ?){1,6}[’']s? (?:[\w-]+ ){0,2}$")
"""Read "went to Peru on Monday, and X's trip to Mali was seen as"."""
OF_PAPER = re.compile(
    r"\b(?:resolutions?|decrees?|laws?|agreements?|treat(?:y|ies)|statements?|protocols?|letters?|orders?|decisions?"
    r"|conventions?|declarations?|memorand(?:um|a)|accords?|notes?)(?: (?:No\.? ?)?[\d/()-]+)? (?:of|dated|from)"
    r"(?: the)? $"
)
"""Read "under resolution 1483 of 22 March, X lifted sanctions": the day of a paper."""
_LED_BY = (_RECEIVED, _INSTALLED, _HAPPENED, OF_PAPER)
_BETWEEN = (_AND_HIS, _SINCE_THEY, _AND_SAID, _AND_ANOTHERS)
_HAS_BEEN = re.compile(r"\b(?:has been|have been|is|are|was|were|had been)(?: [\w-]+){0,4} $")
_SINCE = re.compile(r"[^,;.]{0,50} since (?:last )?")
_LAST = re.compile(r"last |yesterday", re.IGNORECASE)
"""Read "X, who will also meet Y, visited Peru last month"."""
_FAR = 160


def since_when(text: str, frame: Frame, dates: list[When]) -> list[When]:
    """Read "has been on an official visit to Cuba since Thursday": its first day."""
    at = frame.lx.ends[frame.at]
    if frame.kind != "visit" or frame.status not in ("held", ""):
        return []
    been = _HAS_BEEN.search(text, frame.lx.start, frame.lx.starts[frame.at]) is not None
    return [one for one in dates if been and one.start > at and _SINCE.fullmatch(text, at, one.start)][:1]


def is_of_something_else(text: str, frame: Frame, date: When) -> bool:
    """Whether a day before the word that tells of an event is not its own."""
    begin, at = frame.lx.start, frame.lx.starts[frame.at]
    if frame.status == "planned" and _LAST.match(text, date.start) is not None:
        return frame.present or "will" in frame.lx.lows[max(0, frame.at - NEAR) : frame.at]
    if date.start >= at:
        return False
    before = max(begin, date.start - _FAR)
    led = any(found.search(text, before, date.start) is not None for found in _LED_BY)
    if led or any(found.search(text, date.end, at) is not None for found in _BETWEEN):
        return True
    if frame.status not in ("planned", "proposed"):
        return False
    if _FOR.fullmatch(text, date.end, at) is None and _IN_WHICH.search(text, date.end, at) is None:
        return False
    return _ON_THE_WAY.search(text, before, date.start) is not None
