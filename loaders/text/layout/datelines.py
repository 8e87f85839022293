"""The line that tells where, and perhaps when, a text was written: "HANOI, June 5 (Agency) -- "."""

from __future__ import annotations

import re
from typing import NamedTuple

from kg.vocabulary import countries
from loaders.text.layout.page_days import is_day_of_page
from loaders.text.layout.small_places import small_place
from loaders.text.lexis.gazetteer import Gazetteer, Hit, Place

_AGENCY_ALONE = re.compile(r"\([A-Z][\w.]*(?: [A-Z]\w*)?\)\s*(?:[-–—]+\s*)?(?=[\"“A-ZÀ-Þ])")
"""Read "(Agency) - The minister said": no place is told."""
_REACH = 120
"""Characters in which the line before the first sentence ends."""
_MARK = re.compile(
    r"\s+[-–—_]+\s*|[–—]\s*|--+\s*|(?<=[A-Z]{2})-\s+(?=[\"“A-ZÀ-Þ])|:\s+|\)\s*(?:[:.–—_-]+\s*)?(?=[\"“A-ZÀ-Þ])|/\.?\s+(?:[-–—]+\s+)?(?=\S)|\.\s+(?:[-–—]+\s+)?(?=[A-ZÀ-Þ])"
    r"|,\s+(?=(?:The(?! Hague)|His|Her|Their|An?|In|On|At)\s)|,\s{2,}(?=[\"“A-ZÀ-Þ])|(?<=[0-9]) (?=[A-ZÀ-Þ][a-z])"
)
"""What may stand between the line and the text."""
_DAY_WITHOUT_MARK = re.compile(
    r", ?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2}$", re.IGNORECASE
)
"""Read "OSLO, May 17 Foreign Minister X met": nothing but the day parts the line from the text."""
_NO_DATELINE = re.compile(
    r"(?<![\w(./])(?!(?:of|the|and|near|st|nd|rd|th|d|de|del|du|da|do|dos|la|le|el|es|al)\b)[a-z]+(?![\w.]*[)/])"
)
"""A word in small letters: the text has begun."""
_AGENCY_FIRST = re.compile(
    r"(?:[A-Z]{2,5}-(?:Reuters?|AP|AFP|UPI|AAP)|NZPA|PA|UPI|AAP|Reuters|AFP),? (?=[A-ZÀ-Þ])"
    r"|(?:Reuters?|AP|AFP|UPI)-[A-Z]{3,5} "
)
"""Read "NZPA-AP Lima The minister met": the agencies, the place, and nothing between it and the text."""
_AGENCY_IN_FRONT = re.compile(r"\([A-Z][\w.]*(?: [A-Z]\w*){0,4}\) (?=[A-ZÀ-Þ]{3}[A-ZÀ-Þ .'-]*,)")
"""Read "(Rao Press Association) LIMA, May 9. The minister said": the agency stands in front."""
_MOST_MARKS = 6
_AGENCY = re.compile(r"\((?P<in>[^()]{1,70})\)|/[^/]{2,30}/?$|/[^/]{2,30}/")
_AGENCY_NAME = re.compile(r"[A-Z]{2,14}$|[A-Z][a-z]+[A-Z]{2,8}$")
"""The name of an agency in capitals: "12 MAY, ARMENPRESS."""
_ALONE = re.compile(
    r"[A-ZÀ-Þ][\w’'.-]*(?: [A-ZÀ-Þ][\w’'.-]*){0,2}(?:,? ?\((?=[A-Z])[\w ]{2,16}\)|,? [-–—] [A-Z]{2,10}|, [A-Z]{3,10})$"
)
"""A line of its own with a place and an agency: "Cairo (AGCY)", "Doha - AGCY"."""
_SENT_BY = re.compile(r"[A-Z]{2,8}$")
_CAPITALS = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ'’.-]{2,}|\b(?!UN|EU|UK|US)[A-ZÀ-Þ]{2}(?= [A-ZÀ-Þ]{3})")
"""A name in capitals, and what is before it as in "LA PAZ"."""
_BESIDE = re.compile(
    r"(?:the|region|and|city|near|st|nd|rd|th|of|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|"
    r"aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|(?:mon|tues|wednes|thurs|fri|satur|sun)day|"
    r"state|house|palace|office|headquarters|hq|d|c|dc|staff|reporter|correspondent)$"
)
"""Words that may stand beside the places of such a line."""


class Dateline(NamedTuple):
    """Where a text was written, where the line says so, and where the text begins after it."""

    place: Place
    span: tuple[int, int]
    end: int


def read_dateline(text: str, start: int, end: int, names: Gazetteer) -> Dateline | None:
    """Return the dateline that a paragraph begins with: the longest beginning that holds nothing else."""
    if (agency := _AGENCY_IN_FRONT.match(text, start, end)) is not None:
        start = agency.end()
    window = text[start : min(end, start + _REACH)]
    found = _behind_agency(window, start, names)
    for number, mark in enumerate(_MARK.finditer(window)):
        if number == _MOST_MARKS:
            break
        if _NO_DATELINE.search(window, 0, mark.start()):
            break
        closing = window[mark.start()] in ")/"
        told = window[: mark.start() + closing]
        if mark[0] == " " and _DAY_WITHOUT_MARK.search(told) is None:
            continue
        place = place_line(told, names, agency=True) or (None if ":" in mark[0] else small_place(told, names))
        if place is not None and start + mark.end() < end:
            found = Dateline(place, (start, start + len(told)), start + mark.end())
    return found


def _behind_agency(window: str, start: int, names: Gazetteer) -> Dateline | None:
    """Read the place right behind the name of an agency, where the text begins with a capital after it."""
    agency = _AGENCY_FIRST.match(window)
    first = next(iter(names.find(window[agency.end() :])), None) if agency is not None else None
    place = _place_of(first) if first is not None and first.start == 0 else None
    if agency is None or first is None or place is None:
        return None
    stop = agency.end() + first.end
    begins = window[stop : stop + 1] == " " and window[stop + 1 : stop + 2].isupper()
    return Dateline(place, (start, start + stop), start + stop + 1) if begins else None


def after_agency(text: str, start: int, end: int) -> int:
    """Return where a paragraph begins after the name of an agency in brackets."""
    agency = _AGENCY_ALONE.match(text, start, end)
    return agency.end() if agency is not None else start


def line_of_agency(line: str, names: Gazetteer) -> Place | None:
    """Return the place of a line of its own that names an agency beside it: "Cairo (AGCY)", "AGCY | Beijing"."""
    if (parts := [part.strip() for part in line.split("|")])[1:]:
        return _place_of_parts(parts, names)
    return place_line(line, names, agency=True) if _ALONE.match(line) is not None else None


def _place_of_parts(parts: list[str], names: Gazetteer) -> Place | None:
    """The one place among the parts of a line, beside which stand an agency, and perhaps the day of the page."""
    days = [part for part in parts if is_day_of_page(part)]
    places = [(part, place) for part in parts if (place := place_line(part, names)) is not None]
    others = [part for part in parts if part not in days and all(part != one for one, _ in places)]
    named = days or all(_SENT_BY.match(part) for part in others)
    return places[0][1] if len(places) == 1 and len(others) == 1 and named else None


def place_line(line: str, names: Gazetteer, *, agency: bool = False) -> Place | None:
    """Return the place of a line that holds nothing but names of places and days: "Novo-Ogaryovo, Moscow Region".

    With ``agency`` the name of a news agency may stand there too.
    """
    bare = _AGENCY.sub(lambda m: " " * len(m[0]) if agency and not _has_place(m["in"] or "", names) else m[0], line)
    hits = names.find(_in_title_case(bare))
    places = [place for hit in hits if (place := _place_of(hit)) is not None]
    if not places:
        return None
    rest = bare
    for hit in reversed(hits):
        if hit.term.code == "C" or _place_of(hit) is not None:
            rest = rest[: hit.start] + " " + rest[hit.end :]
    words = [word for word in re.findall(r"[^\W\d_]+", rest) if not _BESIDE.match(word.lower())]
    if words and not (agency and all(_AGENCY_NAME.match(word) for word in words) and len(words) == 1):
        return None
    return next((place for place in places if place.city), places[0])


def _has_place(words: str, names: Gazetteer) -> bool:
    return any(_place_of(hit) is not None for hit in names.find(words))


def _in_title_case(line: str) -> str:
    """Write names in capitals as they are written elsewhere, letter for letter."""
    return _CAPITALS.sub(lambda found: found[0].title(), line)


def _place_of(hit: Hit) -> Place | None:
    """The place of a name; a state stands for its capital where that goes by its name."""
    term = hit.term
    if term.place is not None:
        return term.place
    if term.code == "O" and hit.low == "united nations":
        return Place("New York", "New York", "USA")
    country = countries().get(term.side) if term.code == "C" else None
    if country is None:
        return None
    return Place(country.capital, country.capital, term.side) if country.capital.startswith(country.name) else None
