"""The days of a tour for its stops: "begins a four-day tour of Africa on Monday. He will visit A, B and C"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from kg.dates import parse as parse_edtf
from kg.model import Source
from loaders.text.events.drafts import Draft
from loaders.text.layout.structure import Passage
from loaders.text.lexis.distances import DAY_LENGTH, NEAR
from loaders.text.when import Direction, When, find_dates, may_name_dates
from loaders.text.who.sides import number_of

_NUMBER = r"two|three|four|five|six|seven|eight|nine|ten|[2-9]|1\d"
_WAY = r"(?:[Tt]our|[Tt]rip|[Ss]wing|[Jj]ourney)"
_TOUR = re.compile(
    r"\b(?:beg[ai]ns?|begin(?:ning)?|start(?:s|ed|ing)?|mak(?:e|es|ing)|made|pay(?:s|ing)?|paid|embark(?:s|ed|ing)?"
    r"|undertak(?:e|es|ing)|leaves?|left|sets? (?:off|out)|kick(?:s|ed)? off|depart(?:s|ed)?|go(?:es)?|went"
    r"|wrap(?:s|ped) up"
    r"|conclude[sd]|end(?:s|ed)|finish(?:es|ed)?)\b"
    rf"[^.;\n]{{0,60}}?\b{_WAY} (?:of|to|through|across|in|around)\b",
)
_OVER = re.compile(r"\b(?:wrap(?:s|ped) up|conclude[sd]|end(?:s|ed)|finish(?:es|ed)?)\b")
_LONG = re.compile(rf"\b(?P<count>{_NUMBER})(?:-| )day (?:[\w-]+ ){{0,4}}?{_WAY}\b")
_THE_TOUR = re.compile(rf"\W*(?:The|His|Her|Their|This) (?:[\w-]+ ){{0,3}}?{_WAY}\b")
_END = re.compile(r"[.\n]\s+")
_REACH = 900
"""Characters after a tour is told of in which its stops and its length are."""


def date_tours(source: Source, today: str, events: Sequence[Draft], passages: Sequence[Passage]) -> None:
    """Give the stops of a tour that have no day the days of the tour, where its first day and its length are told."""
    stops = [one for one in events if one.kind == "visit" and one.date is None and one.status in ("held", "planned")]
    if not stops:
        return
    told = ByParagraph(source.text, stops)
    for passage in passages:
        if passage.role in ("headline", "body") and _TOUR.search(source.text, passage.start, passage.end) is not None:
            own = told.of_traveller(passage)
            days = _days(source, today, passage, own[0].status) if own else None
            for stop in own if days is not None else ():
                stop.date = days


class ByParagraph:
    """Events of a text by the paragraph that first tells of each."""

    def __init__(self, text: str, events: Iterable[Draft]) -> None:
        self._text = text
        self._told: dict[int, list[Draft]] = defaultdict(list)
        for event in events:
            self._told[event.passages[0].paragraph].append(event)

    def of_traveller(self, journey: Passage) -> list[Draft]:
        """Return those told with a journey or shortly after it, of one whom the sentence of the journey names."""
        sentence = self._text[journey.start : journey.end]
        near = range(journey.paragraph, journey.paragraph + NEAR + 1)
        told = (one for paragraph in near for one in self._told.get(paragraph, ()))
        return [one for one in told if one.passages[0].start >= journey.start and _names(sentence, one)]


def _names(sentence: str, event: Draft) -> bool:
    surnames = (party.person.name.split()[-1] for party in event.parties if party.person is not None)
    return any(re.search(rf"\b{re.escape(name)}\b", sentence) is not None for name in surnames)


def _days(source: Source, today: str, tour: Passage, status: str) -> When | None:
    """The days of the tour: as its sentences tell them, or from the first or the last and its length."""
    direction: Direction = "future" if status == "planned" else "past"
    text, end = source.text, min(len(source.text), tour.end + _REACH)
    spans = [
        (tour.start, tour.end),
        *((m.start(), text.find(".", m.start(), end)) for m in _later(text, tour.end, end)),
    ]
    dates = [
        one
        for begin, stop in spans
        if stop > begin and may_name_dates(text, begin, stop)
        for one in find_dates(text, today, begin, stop, direction)
    ]
    whole = next((one for one in dates if "/" in one.edtf and not one.rule.endswith("week")), None)
    if whole is not None:
        return whole
    told = _LONG.search(text, tour.start, end)
    day = next((one for one in dates if len(one.edtf) == DAY_LENGTH and not one.modifier), None)
    first = parse_edtf(day.edtf).earliest if day is not None else None
    if told is None or day is None or first is None:
        return None
    over = _OVER.search(text, tour.start, tour.end) is not None
    return day._replace(edtf=_span(first, number_of(told["count"].lower()), over=over))


def _later(text: str, start: int, end: int) -> list[re.Match[str]]:
    """The later sentences that begin with what the tour is called."""
    begins = (one.end() for one in _END.finditer(text, max(0, start - 1), end))
    return [found for at in begins if (found := _THE_TOUR.match(text, at, end)) is not None]


def _span(day: date, length: int, *, over: bool) -> str:
    first = day - timedelta(days=length - 1) if over else day
    return f"{first}/{first + timedelta(days=length - 1)}"
