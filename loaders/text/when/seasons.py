"""Seasons: "spring 2014", "the autumn of 2008", "last summer", "in the spring"."""

from __future__ import annotations

import re
from datetime import date

from kg.dates import parse
from loaders.text.when.names import GAP, SEASONS, YEAR, phrases
from loaders.text.when.part import of_part, part_before
from loaders.text.when.record import Direction, Resolved, When
from loaders.text.when.scan import Scan
from loaders.text.when.wording import noun_follows

_NAME = re.compile(r"[A-Za-z]+")
_YEAR_OF = re.compile(rf",?{GAP}(?:of{GAP}|in{GAP})?(?:(?P<year>{YEAR})|(?P<which>last|this|next){GAP}year\b)")
_WHICH = re.compile(rf"\b(?P<which>{phrases('last|this|next|coming')})(?:{GAP}(?:coming|past))?{GAP}\Z")
_IN_THE = re.compile(rf"\b{phrases('in|by|since|until|during')}{GAP}(?:the{GAP})?\Z")
_UPRISING = re.compile(r"\b[A-Z]\w+ \Z")
"""The Prague Spring and the Arab Spring are not seasons."""

_OF = re.compile(rf"{GAP}of\b")
_SHIFTS = {"last": -1, "this": 0, "next": 1}
_END_OF_WINTER = 2


def seasons(scan: Scan, at: int) -> tuple[When, ...]:
    """Return the season that begins at an offset: of a year, or the last, this or next one."""
    name = scan.match(_NAME, at)
    return (_of_year(scan, name) or _counted(scan, name)) if name else ()


def _of_year(scan: Scan, name: re.Match[str]) -> tuple[When, ...]:
    found = scan.match(_YEAR_OF, name.end())
    if found is None or (name[0][0].isupper() and _UPRISING.search(scan.context(name.start()))):
        return ()
    part = part_before(scan, name.start())
    start = part.start if part else name.start()
    season = SEASONS[name[0].lower()]
    if found["year"]:
        return scan.when(start, found.end(), of_part(Resolved(f"{found['year']}-{season}", "absolute"), part))
    if scan.today is None:
        return scan.undated(start, found.end())
    resolved = Resolved(f"{scan.today.year + _SHIFTS[found['which']]}-{season}", f"{found['which']}-year")
    return scan.when(start, found.end(), of_part(resolved, part), "relative")


def _counted(scan: Scan, name: re.Match[str]) -> tuple[When, ...]:
    which = _WHICH.search(scan.before(name.start()))
    if which is None and not _stands_alone(scan, name):
        return ()
    start = name.start() - len(which[0]) if which else name.start()
    if scan.today is None:
        return scan.undated(start, name.end())
    word = which["which"].lower().replace("coming", "next") if which else ""
    edtf = _nearest(SEASONS[name[0].lower()], scan.today, word, scan.direction)
    return scan.when(start, name.end(), Resolved(edtf, f"{word}-season" if word else "season-nearest"), "relative")


def _stands_alone(scan: Scan, name: re.Match[str]) -> bool:
    """Tell "in the spring" from "in the spring session", "in the autumn-winter period" and "in the fall of Kabul"."""
    if name[0] == "fall" or not _IN_THE.search(scan.context(name.start())) or scan.match(_OF, name.end()):
        return False
    return scan.text[name.end() : name.end() + 1] != "-" and not noun_follows(scan, name.end())


def _nearest(season: int, today: date, which: str, direction: Direction) -> str:
    """Return the last one, which is over, the next, which has not begun, or the one on the side the tense says."""
    if which == "this":
        return _this(season, today, direction)
    years = [f"{year}-{season}" for year in range(today.year - 2, today.year + 3)]
    spans = [(text, span.earliest or today, span.latest or today) for text in years for span in [parse(text)]]
    if which == "last":
        return [text for text, _, last in spans if last < today][-1]
    if which == "next":
        return next(text for text, first, _ in spans if first > today)
    if direction == "future":
        return next(text for text, _, last in spans if last >= today)
    return [text for text, first, _ in spans if first <= today][-1]


def _this(season: int, today: date, direction: Direction) -> str:
    """That of this year, whether it is over or not; in January and February winter is that of the year before."""
    year = today.year - (season == SEASONS["winter"] and today.month <= _END_OF_WINTER)
    last = parse(f"{year}-{season}").latest or today
    return f"{year + (direction == 'future' and last < today)}-{season}"
