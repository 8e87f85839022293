"""The day of an event that has none, from a later sentence about it: "The talks, held on Tuesday,", "It begins on"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.dates import parse as parse_edtf
from kg.model import Source
from loaders.text.events.around import with_neighbours
from loaders.text.events.drafts import Draft
from loaders.text.events.known_as import CALLED, NOUNS, Later, sentences_of, text_after
from loaders.text.events.lasting import span_told
from loaders.text.events.told_later import is_within
from loaders.text.lexis.distances import DAY_LENGTH, PAIR
from loaders.text.when import Direction, When, find_dates, may_name_dates

_WORDS = (
    r"(?: (?!that\b|which\b|who\b|after\b|before\b|since\b|about\b|on\b|over\b|for\b|ahead\b|following\b|as\b|\w+ed\b"
    r"|\w+ing\b)[^\s.;:]+)"
)
"""Words of a phrase in which no other clause begins."""
_OWNED = {
    family: re.compile(rf"(?:['’]s?)? (?:(?!last|next|previous)[\w-]+ ){{0,2}}?(?:{nouns})\b")
    for family, nouns in NOUNS.items()
}
_BETWEEN = re.compile(
    rf"(?: (?:between|of|with|to|by){_WORDS}{{1,10}}?)?,?(?: (?:which|that))?"
    r"(?: (?:was|were|is|are|will|would|has|had|have|been|be|also|being|to|then|now|later|expected|scheduled|set|slated"
    r"|planned|due|likely|held|convened|took|takes?|taken|taking|place|came|comes|began|begin\w*|start\w*|open\w*|signed"
    r"|inked|concluded|conducted|organi[sz]ed|made|reached|runs?|ran|lasts?|fall\w*|happened|occurred|dated|sent"
    r"|delivered|received|handed over|ended|concluded|closed|finished|wrapped up|broke up))*"
    rf"(?: (?:here|(?:in|at|near|inside|outside|by){_WORDS}{{1,8}}?))?,?(?: (?:late|early|later|earlier))?"
    r"(?: (?:on|in|from|for|over|during|at|between))?(?: the| this)?(?: (?:morning|afternoon|evening) of)? ?\(?"
)
"""What may stand between what an event is called and its day."""
_OVER = re.compile(r"\b(?:end|conclud)\w*\b")
_WAS_FIRST = re.compile(
    r"\b(?:had (?:\w+ly )?been|(?:was|were) (?:originally|initially|first)) (?:\w+ly )?"
    r"(?:expected|scheduled|set|slated|planned|due)\b"
)
"""Read "The talks had been expected in January but slipped"."""
_IS_SET = re.compile(r"\b(?:is|are) (?:to |due|set|scheduled|planned|expected|slated)|\bwill\b")
"""Read "The talks are set for Saturday": ahead, whatever was said before."""
_SAID_SO = re.compile(
    r"\b(?:announce[sd]?|confirm(?:s|ed)|report(?:s|ed)|said|stated|disclosed|revealed|issued|told|ordered|given|handed"
    r"|called in|summoned)\b[^.;:\n]{0,70}?$"
)
"""The day on which an act is told of is its day."""
_ANOTHER = re.compile(r"\b(?:had|that|after|before|since|would|when|who|following|ahead|until|leave|depart)\b")
_ANSWER = re.compile(
    r",? (?:that )?(?:it|they|he|she) (?:would|will)\b|,? (?:to|in) (?:protest|retaliat\w+|response|answer)\b"
)
"""Read "Finland said on Wednesday it would respond": another act."""
_OBJECT = re.compile(
    r"\b(?:discuss\w*|prepar\w*|review\w*|welcom\w*|praise\w*|hail\w*|about|of|for|on|over|to|ahead of|before|since"
    r"|regarding|announce\w*|confirm\w*|attend\w*|host\w*|agree\w*|recall\w*|mention\w*|follow(?:s|ed)?|with|expect\w*"
    r"|plan\w*|schedul\w*) $"
)
_DATE_OF = re.compile(r"\b[Dd]ates? (?:\w+ )?(?:for|of) \Z")
"""Read "The date set for the talks is 12 May"."""
_ACTS = frozenset({"expulsion", "sanction", "summons"})
_GATHERINGS = frozenset({"summit", "conference", "session"})
"""They may be another gathering than the meeting that was told of."""
_NEVER = ("cancelled", "postponed", "denied")
_SPANS = frozenset({"week", "month", "year"})
_TOLD_IN = ("headline", "body")


def date_from_later(source: Source, today: str, events: Sequence[Draft]) -> None:
    """Give events without a day that of the first sentence after them which calls them by a noun and has one."""
    for event, near in with_neighbours(events):
        if _is_loose(event.date) and event.status not in _NEVER and event.passages[0].role in _TOLD_IN:
            _take(source, today, near, event)


def _take(source: Source, today: str, events: Sequence[Draft], event: Draft) -> None:
    told = _of_noun(source, today, event, text_after(events, event)) if event.family in NOUNS else None
    if told is None or (event.date is not None and not is_within(told, event.date)):
        return
    event.date = told
    if event.status in ("held", "") and _is_ahead(told, today):
        event.status = "planned"  # "is heading to Fiji. The visit, from 1 to 4 June,"


def _is_loose(date: When | None) -> bool:
    """Read "next week", and then "the trip, which starts on Monday"."""
    return date is None or date.rule.rsplit("-", 1)[-1] in _SPANS


def _is_ahead(date: When, today: str) -> bool:
    day = parse_edtf(date.edtf).earliest
    return day is not None and len(today) == DAY_LENGTH and str(day) > today


def _of_noun(source: Source, today: str, event: Draft, later: Later) -> When | None:
    direction: Direction = "future" if event.status in ("planned", "proposed") else "past"
    for number, (start, stop) in enumerate(sentences_of(source.text, later)):
        if not may_name_dates(source.text, start, stop):
            continue
        told = _called(source, today, event, (start, stop), direction)
        told = told or _possessed(source, today, event.family, (start, stop), direction)
        if told is None and event.family in _ACTS and number < PAIR:
            told = _said(source, today, start, stop)
        if told is not None:
            return span_told(source.text, start, stop, told) if event.kind == "visit" else told
    return None


def _called(source: Source, today: str, event: Draft, sentence: tuple[int, int], direction: Direction) -> When | None:
    """Read "The talks, held on Tuesday,"."""
    called = CALLED[event.family].search(source.text, *sentence)
    if called is None or _is_object(source.text, sentence[0], called, gathering=event.kind == "summit"):
        return None
    told = _first_date(source, today, called.end(), sentence[1], direction)
    if told is not None and _IS_SET.search(source.text, called.end(), told.start) is not None:
        told = _first_date(source, today, called.end(), sentence[1], "future")
    if event.status == "held" and _IS_SET.search(source.text, sentence[0], called.start()) is not None:
        return None  # "Next will be the talks on Thursday": others
    if told is not None and event.kind == "visit" and _OVER.search(source.text, called.end(), told.start) is not None:
        return None  # "The visit, which ends on 7 May": its last day
    if told is not None and _WAS_FIRST.search(source.text, called.end(), told.start) is not None:
        return None
    fits = told is not None and _BETWEEN.fullmatch(source.text, called.end(), told.start) is not None
    return told if fits else None


def _is_object(text: str, start: int, called: re.Match[str], *, gathering: bool) -> bool:
    """Read "discussed the summit to be held on": what is spoken of."""
    noun = called[0].rsplit(" ", 1)[-1].lower()
    if _DATE_OF.search(text, start, called.start()) is not None:
        return False
    return (noun in _GATHERINGS and not gathering) or _OBJECT.search(text, start, called.start()) is not None


def _possessed(source: Source, today: str, family: str, sentence: tuple[int, int], direction: Direction) -> When | None:
    """Read "Tuesday's call", "during the 20-22 May visit"."""
    found = find_dates(source.text, today, *sentence, direction)
    dates = (one for one in found if one.modifier and not _OBJECT.search(source.text, sentence[0], one.start))
    return next((one for one in dates if _OWNED[family].match(source.text, one.end) is not None), None)


def _said(source: Source, today: str, start: int, stop: int) -> When | None:
    """Read "The ministry announced the decision on Tuesday" of an act told just before."""
    told = _first_date(source, today, start, stop, "past")
    if told is None or _ANOTHER.search(source.text, start, told.start):
        return None
    answers = _ANSWER.match(source.text, told.end) is not None
    return told if _SAID_SO.search(source.text, start, told.start) is not None and not answers else None


def _first_date(source: Source, today: str, start: int, stop: int, direction: Direction) -> When | None:
    dates = find_dates(source.text, today, start, stop, direction)
    return dates[0] if dates and not dates[0].modifier else None
