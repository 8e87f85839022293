"""The parts of a text: headline, dateline, body, and what is no part of the article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import msgspec

from kg.model import Source
from loaders.text.layout.datelines import after_agency, line_of_agency, place_line, read_dateline
from loaders.text.layout.introduced import Introduced
from loaders.text.layout.own_day import closing_day, day_in_front, day_of_headline, day_of_line
from loaders.text.layout.page_days import is_day_of_page
from loaders.text.layout.tables import Row, find_rows
from loaders.text.lexis.distances import LONG_LINE, NEAR, PAIR
from loaders.text.lexis.gazetteer import Gazetteer, Place
from loaders.text.lexis.sentences import sentences

_FURNITURE = re.compile(
    r"(?=[acefginoprst])"  # most lines are told by their first letter
    r"(?:no time to read\?|get a summary|previous article|next article|read more|read also|share this.*|"
    r"related (?:articles|news|stories).*|"
    r"advertisement|subscribe.*|sign up.*|follow us.*|photo:.*|image:.*|copyright.*|"
    r"all rights reserved.*|see also.*|sources?|external links|"
    r"(?:read|see|watch|also read)(?: also| more| next)?\s?[:|–-].{3,150}|"
    r"(?:related|recommended|don.t miss|trending)\s?:.{3,150}|"
    r"click here.*|print|email|tags?:.*|topics?:.*|comments?|published in section.*)\W*$",
    re.IGNORECASE,
)
_ENDS_ARTICLE = re.compile(
    r"(?:previous article|next article|related (?:articles|news|stories)|see also|read also|sources|"
    r"external links)\W*$",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"\d")
_POINT = re.compile(r"\s*(?:\(?\d{1,2}[.)]|\(?[a-z]\)|[*•▪●–-])\s+(?=[^\W\d_])")
"""How a point of a list begins, which is no word of its sentence: "3. ", "(b) ", "* "."""
_DATE_LINE = re.compile(
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s)?(?:\d{1,2}(?:st|nd|rd|th)?\s)?[A-Z][a-z]+\.?,?\s(?:\d{1,2},?\s)?\d{4}$"
    r"|\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d$"
)
_DAY_BELOW = re.compile(rf"\s*\n\s*(?:{_DATE_LINE.pattern})", re.MULTILINE)
_SPEAKER = re.compile(
    r"(?:Question|Answer|Q|A|QUESTION|JOURNALIST|Journalist|REPORTER|MODERATOR|"
    r"[A-ZÀ-Þ][\w.’'À-ÿ-]+(?:[ ,]+[\w.’'À-ÿ()-]+){0,10})\s?:\s+[\"“]?[A-Z\[(]"
)
_PART_OF_LINE = re.compile(r"\S(?:[^\n]*?\S)??(?=\s+[-–—]\s|\s*$)", re.MULTILINE)
_PARTS = (2, 3)
"""Day, place and sender of a line, parted by dashes."""
_LINE = re.compile(r"\S[^\n\r]*")
"""A line without its indent."""
_OFFICE_ALONE = re.compile(
    r"[^\n.;:|]{0,80}\b(?:Ambassador|High Commissioner|Minister|President|Secretary|Chargé|Envoy|Governor|"
    r"Representative|Head of Mission)\b[^\n.;:|]{0,80}$"
)
_NAME_ALONE = re.compile(
    r"\s*(?:(?:His|Her) (?:Excellency|Majesty|Highness|Holiness)|H\.?E\.?|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|Hon\.?|Sir|Shri)"
    r"\s[^\n.,;:|]{3,70}$"
)
"""An office on one line and its holder on the next are one phrase."""
_BEGINS_NAME = frozenset("HMDS")
_SPOKEN_AT = re.compile(
    r"[^.]{0,80}\b(?:interview|doorstop|(?:press|news|media) conference|remarks|speech|statement)\b[^.]{0,40}?"
    r"(?:[,–—-]| in | at )\s*(?P<place>[A-ZÀ-Þ][^.,]{2,40}(?:, [A-Z][a-z]+)?)$",
    re.IGNORECASE,
)
_SPEAKERS_OF_TRANSCRIPT = 3
_HEADING_LIMIT = 60
_PLACE_LINE_LIMIT = 80


class Passage(msgspec.Struct, frozen=True, gc=False):
    """A sentence at its offsets. ``role``: headline, dateline, heading or body; ``paragraph`` counts from 0."""

    start: int
    end: int
    role: str
    paragraph: int
    spoken: bool = False
    """Inside a transcript: someone's own words."""
    listed: bool = False
    """A point of a list of contacts, below the sentence that introduces it."""


@dataclass(frozen=True)
class Layout:
    """The sentences of the article, and where it was written."""

    passages: tuple[Passage, ...]
    dateline: Place | None
    dateline_span: tuple[int, int] = (0, 0)
    rows: dict[int, Row] = field(default_factory=dict)
    """The rows of tables, by the offset at which they begin."""
    day: str = ""
    """The day of the dateline, where it has one: what "today" is in the text."""


def read_layout(source: Source, names: Gazetteer) -> Layout:
    """Return the sentences of a source, without page furniture."""
    text = source.text
    lines = _lines(text)
    reader = _Lines(source, names, _begin_of_speech(text, lines))
    table = find_rows(text, lines)
    for start, end in lines:
        line = text[start:end]
        if start in table:
            reader.take([(start, end)], "row")
        elif _FURNITURE.match(line):
            if _ENDS_ARTICLE.match(line) and start > len(text) // 2:
                break
        elif not reader.is_of_dateline(line, start, end):
            reader.read(line, start, end)
    if reader.place is None and source.dateline:
        reader.place = place_line(source.dateline, names)
    day = reader.day or reader.day_of_headline or closing_day(source)
    return Layout(tuple(reader.passages), reader.place, reader.span, table, day)


class _Lines:
    """Reads the lines of a text one after the other, and keeps where and when the first of them say it was written."""

    def __init__(self, source: Source, names: Gazetteer, spoken_from: int) -> None:
        self._source, self._names, self._spoken_from = source, names, spoken_from
        self._paragraph = 0
        self._begun = False
        """Whether a sentence of the article has been read, and not lines of the page alone."""
        self._introduced = Introduced()
        self.passages: list[Passage] = []
        self.place: Place | None = None
        self.span = (0, 0)
        self.day = ""
        self.day_of_headline = ""

    def take(self, spans: Iterable[tuple[int, int]], role: str, *, listed: bool = False) -> None:
        """Take the sentences of a paragraph."""
        spoken_from, paragraph = self._spoken_from, self._paragraph
        self.passages += [Passage(start, end, role, paragraph, start >= spoken_from, listed) for start, end in spans]
        self._paragraph += 1
        self._begun = self._begun or role == "body"

    def is_of_dateline(self, line: str, start: int, end: int) -> bool:
        """Take the place or the day that a line of its own has; whether it was such a line."""
        first = self._paragraph < NEAR
        if self.place is None and first and len(line) < _PLACE_LINE_LIMIT:
            alone = _line_of_place(self._source, start, end, self._names) if self._may_be_place(line, end) else None
            if alone is None and (place := line_of_agency(line, self._names)) is not None:
                alone = place, (start, end), self.day
            if alone is not None:
                self.place, self.span, self.day = *alone[:2], alone[2] or self.day
                return True
        if (line[-1].isdecimal() and _DATE_LINE.match(line)) or is_day_of_page(line):
            self.day = self.day or (day_of_line(self._source, start, end) if first else "")
            return True
        return False

    def _may_be_place(self, line: str, end: int) -> bool:
        """Whether a line may be that of the place: the first one of a text, if the day is told in it or below it."""
        dated = _FIGURE.search(line) is not None or _DAY_BELOW.match(self._source.text, end) is not None
        return self._paragraph > 0 or dated

    def read(self, line: str, start: int, end: int) -> None:
        """Take a paragraph, and the dateline that it begins with."""
        self._note_where_spoken(line, start, end)
        heads = _is_headline(line, self._source, self._paragraph)
        role = "headline" if heads else "heading" if _is_heading(line) else "body"
        if heads:
            self.day_of_headline = self.day_of_headline or day_of_headline(self._source, start, end)
        begin = self._after_dateline(start, end) if role == "body" else start
        marked = begin == start
        if marked:
            begin = _after_mark(self._source.text, start, end)
        marked = marked and begin > start
        listed = (marked or ":" in line or self._introduced.is_open) and self._introduced.is_point(line, marked=marked)
        role = "body" if listed else role
        self.take([(begin, end)] if "\n" in line else sentences(self._source.text, begin, end), role, listed=listed)

    def _note_where_spoken(self, line: str, start: int, end: int) -> None:
        """Read "Doorstop interview, Kuala Lumpur" among the first lines."""
        if self.place is not None or self._paragraph >= NEAR or "." in line:
            return
        if (spoken := _SPOKEN_AT.match(line)) is not None:
            self.place = place_line(spoken["place"], self._names)
            self.span = (start + spoken.start("place"), end) if self.place is not None else self.span

    def _after_dateline(self, start: int, end: int) -> int:
        """Where a paragraph begins after the dateline of the text, if it has that."""
        if self.place is not None or (self._paragraph >= NEAR and self._begun):
            return start
        self.day = self.day or day_in_front(self._source, start, end)
        line = read_dateline(self._source.text, start, end, self._names)
        if line is None:
            return start
        self.place, self.span = line.place, line.span
        self.day = day_of_line(self._source, start, line.end)
        return line.end


def _line_of_place(source: Source, start: int, end: int, names: Gazetteer) -> tuple[Place, tuple[int, int], str] | None:
    """Read "Ottawa", "Baku, December 2, AZERTAC", or "May 3, 2023 - Ottawa, Ontario - Office of the Minister"."""
    line = source.text[start:end]
    day = day_of_line(source, start, end) if _FIGURE.search(line) is not None else ""
    if (place := place_line(line, names, agency=bool(day))) is not None:
        return place, (start, end), day
    parts = list(_PART_OF_LINE.finditer(source.text, start, end))
    if len(parts) not in _PARTS or not (day := day_of_line(source, *parts[0].span())):
        return None
    place = place_line(parts[1][0], names)
    return (place, parts[1].span(), day) if place is not None else None


def _after_mark(text: str, start: int, end: int) -> int:
    """Where a paragraph begins after the number of a point or the name of an agency."""
    if text[start].isupper():
        return start  # as nearly always
    point = _POINT.match(text, start, end)
    if point is not None:
        return point.end()
    return after_agency(text, start, end) if text[start] == "(" else start


def _begin_of_speech(text: str, lines: list[tuple[int, int]]) -> int:
    """Where the first speaker of a transcript is named; the end of a text that is none."""
    if text.count(":") < _SPEAKERS_OF_TRANSCRIPT:
        return len(text)
    speaking = [start for start, end in lines if text.find(":", start, end) > 0 and _SPEAKER.match(text, start, end)]
    return speaking[0] if len(speaking) >= _SPEAKERS_OF_TRANSCRIPT else len(text)


def _spans_of_lines(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each line that is not empty begins behind its indent, and where it ends."""
    if "\r" in text:
        yield from (match.span() for match in _LINE.finditer(text))
        return
    at = 0
    for line in text.split("\n"):
        end = at + len(line)
        if bare := line.lstrip():
            yield end - len(bare), end
        at = end + 1


def _lines(text: str) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for start, end in _spans_of_lines(text):
        if text[start] in _BEGINS_NAME and len(found) > 1 and _is_name_of(text, found[-1], (start, end)):
            found[-1] = found[-1][0], end
        else:
            found.append((start, end))
    return found


def _is_name_of(text: str, office: tuple[int, int], name: tuple[int, int]) -> bool:
    return _NAME_ALONE.match(text, *name) is not None and _OFFICE_ALONE.match(text, *office) is not None


def _is_headline(line: str, source: Source, paragraph: int) -> bool:
    """The first line, or one near it that is the title after all: "MEDIA RELEASE FA76" stands before it."""
    if paragraph and (paragraph > PAIR or line.strip().casefold() != source.title.strip().casefold()):
        return False
    return line.strip() == source.title.strip() or (
        not line.rstrip().endswith((".", "!", "”", '"')) and len(line) < LONG_LINE
    )


def _is_heading(line: str) -> bool:
    return len(line) < _HEADING_LIMIT and not line.rstrip().endswith((".", "!", "?", ":", "”", '"', ","))
