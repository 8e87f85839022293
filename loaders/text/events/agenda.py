"""The lines of a programme: "10:00 Meeting with the Foreign Minister of Peru", under whose it is and for which day.

A heading tells whose programme it is ("Schedule of Foreign Minister X"), else it is that of the side whose text it is;
a line with nothing but a day ("Monday, 15 May") is of the lines below it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from operator import itemgetter

from kg.model import Source
from loaders.text.clause.frame import Frame
from loaders.text.events.drafts import Draft
from loaders.text.layout.structure import Passage
from loaders.text.lexis.distances import DAY_LENGTH, NEAR, PAIR
from loaders.text.lexis.gazetteer import Place
from loaders.text.lexis.lexed import Lexed
from loaders.text.lexis.triggers import verbs
from loaders.text.telling.clauses import ClauseReader
from loaders.text.when import When, find_dates
from loaders.text.who.parties import Resolver
from loaders.text.who.party import Party

_HEADING = re.compile(
    r"^[^\n.]{0,80}\b(?i:schedule|agenda|programme|program|diary|engagements|appointments|itinerary)\b[^\n.]{0,80}$",
    re.MULTILINE,
)
_DAY_ALONE = re.compile(r"\W*(?:on )?$", re.IGNORECASE)
_WEEKDAY_LINE = re.compile(
    r"^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? "
    r"(?:\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]+|[A-Z][a-z]+ \d{1,2}),? \d{4}$",
    re.MULTILINE,
)
_CLOCK = re.compile(r"\d{1,2}[.:]\d\d\b")
_HEAD = 1_000
"""Characters of a text in which the heading of a programme stands."""
_LONGEST_DAY = 40
_BEFORE_ITEM = frozenset("nm;:,-(.)xtaB")
"""Codes of what may stand before the noun of a line: a time, a day, an adjective."""
_KINDS = frozenset({"meeting", "talks", "negotiation", "call", "summit"})


class Agenda:
    """Whose programme a text lists, and for which days; of most texts, nobody's."""

    def __init__(self, source: Source, home: str, passages: Sequence[Passage], resolver: Resolver) -> None:
        heading = _HEADING.search(source.text, 0, _HEAD)
        self._home, self._resolver = home, resolver
        self._begin = heading.start() if heading is not None else len(source.text)
        self._end = heading.end() if heading is not None else -1
        self._days = _days(source, passages, self._begin) if heading is not None else _days_done(source, passages)
        self._is_of_past = heading is None and bool(self._days)
        if self._is_of_past:
            self._begin = self._end = self._days[0][0]
        self._owner: list[Party] = []
        self._listed: tuple[int, list[Party]] | None = None
        """The line read last of a list under a plan, and whose plan it is."""

    def note(self, reader: ClauseReader) -> None:
        """Take up whose programme it is, where this sentence is its heading."""
        if self._begin <= reader.passage.start < self._end:
            ones = [a for a in reader.actors if a.kind in ("person", "role") and a.capacity and not a.plural]
            self._owner = self._resolver.parties(reader.lx, ones[:1])

    def is_item(self, frame: Frame, recent: Draft | None) -> bool:
        """Whether a telling is a line of the programme without a verb, or one under a plan: "May 11: talks with X"."""
        lx, at = frame.lx, frame.at
        if at > PAIR * NEAR or frame.kind not in _KINDS or frame.status not in ("", "planned"):
            return False
        if not (self._is_below(frame) or _is_under(frame, recent)) or not frame.rule.endswith(("noun", "noun-call")):
            return False
        timed = self._is_below(frame) and _CLOCK.match(lx.text, lx.start) is not None
        before = timed or (set(lx.codes[:at]) <= _BEFORE_ITEM and all(actor.first > at for actor in frame.actors))
        return before and not any(word in verbs() for word in lx.lows[: at - 1])

    def _is_below(self, frame: Frame) -> bool:
        return self._end >= 0 and frame.passage.start > self._end

    def parties(self, frame: Frame) -> list[Party]:
        """Those of an item, together with whose programme it is, or who is spoken of before it."""
        parties = self._resolver.parties(frame.lx, frame.actors)
        sides = {party.side for party in parties}
        span = frame.lx.starts[frame.at], frame.lx.ends[frame.at]
        owner = self._owner if self._is_below(frame) else self._owner_of_list(frame.passage.paragraph, span)
        own = [party for party in owner if party.side and party.side not in sides]
        if not own and self._home and self._home not in sides and parties:
            own = [Party(self._home, *span)]
        return [*own, *parties]

    def _owner_of_list(self, paragraph: int, span: tuple[int, int]) -> list[Party]:
        """The one spoken of before the first of lines that follow one another."""
        goes_on = self._listed is not None and paragraph - self._listed[0] <= 1
        owner = self._listed[1] if goes_on and self._listed is not None else self._resolver.last_person(*span)
        self._listed = paragraph, owner
        return owner

    def day_done(self, frame: Frame) -> When | None:
        """The day of the lines in which a telling stands, where a text tells day by day of what was done."""
        return self.day(frame) if self._is_of_past else None

    def day(self, frame: Frame) -> When | None:
        """The day of the lines in which a telling stands."""
        at = bisect_left(self._days, frame.passage.start, key=itemgetter(0))
        return self._days[at - 1][1] if at else None


def _days(source: Source, passages: Sequence[Passage], begin: int) -> list[tuple[int, When]]:
    """The lines with nothing but a day, and the day that the headline or the heading itself names."""
    found: list[tuple[int, When]] = []
    for passage in passages:
        headed = passage.role == "headline" or passage.start == begin
        if not headed and (passage.start < begin or passage.end - passage.start > _LONGEST_DAY):
            continue
        dates = find_dates(source.text, source.published, passage.start, passage.end, "future")
        if len(dates) == 1 and dates[0].edtf and (headed or _is_alone(source.text, passage, dates[0])):
            found.append((passage.start, dates[0]))
    return sorted([*found, *_lines_of_days(source, begin)], key=itemgetter(0))


def _lines_of_days(source: Source, begin: int) -> list[tuple[int, When]]:
    """The lines of a programme with nothing but a day of the week and its date, which look like that of a page."""
    found: list[tuple[int, When]] = []
    for line in _WEEKDAY_LINE.finditer(source.text, begin):
        dates = find_dates(source.text, source.published, *line.span(), "future")
        whole = [one for one in dates if len(one.edtf) == DAY_LENGTH and one.kind == "absolute"]
        if len({one.edtf for one in whole}) == 1:
            found.append((line.start(), whole[-1]))
    return found


def _days_done(source: Source, passages: Sequence[Passage]) -> list[tuple[int, When]]:
    """The lines with nothing but a day of a text that has several, each with something told below it."""
    found: list[tuple[int, When]] = []
    for passage, below in pairwise(passages):
        if passage.role == "headline" or passage.end - passage.start > _LONGEST_DAY:
            continue
        dates = find_dates(source.text, source.published, passage.start, passage.end, "past")
        whole = len(dates) == 1 and len(dates[0].edtf) == DAY_LENGTH and _is_alone(source.text, passage, dates[0])
        if whole and below.end - below.start > _LONGEST_DAY:
            found.append((passage.start, dates[0]))
    return found if len({day.edtf for _, day in found}) > 1 else []


def _is_alone(text: str, passage: Passage, day: When) -> bool:
    before, after = text[passage.start : day.start], text[day.end : passage.end]
    return _DAY_ALONE.fullmatch(before) is not None and not after.strip(" :,.;–-—\n")


def _is_under(frame: Frame, recent: Draft | None) -> bool:
    """Read "- May 11: meeting with President X" below "Minister Y will visit Peru"."""
    codes = frame.lx.codes[: frame.at]
    return recent is not None and recent.status == "planned" and "m" in codes and codes.rstrip("xaBt").endswith(";")


def place_at_end(lx: Lexed) -> tuple[Place, tuple[int, int]] | None:
    """Read "Tuesday: talks with Prime Minister X, Oslo": the place of the line, and where it stands."""
    last = len(lx) - 1 - (lx.codes[-1:] == ".")
    term = lx.terms[last] if last > 0 and lx.codes[last - 1 : last + 1] == ",K" else None
    return (term.place, (lx.starts[last], lx.ends[last])) if term is not None and term.place is not None else None
