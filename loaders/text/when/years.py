"""Years, runs of years and decades: "in 2012", "2014-2016", "late 2019", "the early 1990s"."""

from __future__ import annotations

import re

from loaders.text.when.names import GAP, YEAR, phrases
from loaders.text.when.part import of_part, of_year, part_before
from loaders.text.when.record import Resolved, When
from loaders.text.when.scan import Scan
from loaders.text.when.wording import is_between, noun_follows

_YEAR = re.compile(YEAR + r"(?![\w%°])")
_RUN = re.compile(
    rf"(?P<first>{YEAR})(?:{GAP}?(?P<mark>[-–—/]){GAP}?|{GAP}(?P<word>to|through|until|till|and){GAP})"
    rf"(?P<last>{YEAR}|[0-9]{{2}})(?![\w%]|[-–.,/][0-9])"
)
_DECADE = re.compile(r"(?P<digits>1[0-9]{2}|20[0-9])0['’]?s\b")
_MONTH = re.compile(r"(?P<year>20[0-9]{2})-(?P<month>0[1-9]|1[0-2])(?![\w-])")

_LEAD = re.compile(
    rf"\b{phrases('in|since|of|by|from|until|till|before|after|during|through|throughout|for|between|circa|year|years')}"
    rf"(?:{GAP}the{GAP}year)?{GAP}\Z"
)
_DETERMINER = re.compile(rf"\b(?:{phrases('the|a|an|its|their|his|her|our|this|that')}|[^\W\d_]+['’]s?){GAP}\Z")
_COUNTED = re.compile(
    rf"{GAP}(?:people(?!['’])|persons|men|women|troops|soldiers|delegates|participants|students|refugees|tons|tonnes|km"
    r"|kilomet|metres|miles|dollars|euros|rubles|roubles|yuan|barrels|companies|jobs|units|villages|hectares"
    r"|percent|per cent|million|billion)"
)
_NOT_CALENDAR = re.compile(
    rf"(?:\bFY|\b{phrases('fiscal|financial|tax|school|academic')}(?:{GAP}years?)?|\b[Ss]eason){GAP}?\Z"
)
_AFTER_YEAR = re.compile(rf"(?:,|,?{GAP}and|{GAP}or|,{GAP}in|,?{GAP}and{GAP}in){GAP}\Z")
_YEAR_LENGTH = 4


def years(scan: Scan, at: int) -> tuple[When, ...]:
    """Return the year, run of years or decade that begins at an offset."""
    if _NOT_CALENDAR.search(scan.context(at)):
        return ()
    return _month_in_figures(scan, at) or _run(scan, at) or _decade(scan, at) or _year(scan, at)


def _month_in_figures(scan: Scan, at: int) -> tuple[When, ...]:
    """2025-02 is a month; 2010-11 may be two years, so it is none."""
    found = scan.match(_MONTH, at)
    if found is None or int(found["month"]) > int(found["year"][2:]):
        return ()
    return scan.when(*found.span(), Resolved(found[0], "absolute"))


def _run(scan: Scan, at: int) -> tuple[When, ...]:
    found = scan.match(_RUN, at)
    if found is None or scan.context(at, 1) == "(":
        return ()
    if found["word"] == "and" and not is_between(scan, at):
        return ()
    first, last = found["first"], found["last"]
    if len(last) < _YEAR_LENGTH:
        last = first[:2] + last if found["mark"] else ""
    return scan.when(*found.span(), Resolved(f"{first}/{last}", "absolute"), "range") if first < last else ()


def _decade(scan: Scan, at: int) -> tuple[When, ...]:
    """The 1900s are a century or a decade: EDTF has the century then."""
    found = scan.match(_DECADE, at)
    if found is None:
        return ()
    digits, part = found["digits"], part_before(scan, at)
    edtf = f"{digits}X" if digits == "200" or not digits.endswith("0") else f"{digits[:2]}XX"
    return scan.when(part.start if part else at, found.end(), of_part(Resolved(edtf, "absolute"), part))


def _year(scan: Scan, at: int) -> tuple[When, ...]:
    found = scan.match(_YEAR, at)
    if found is None or scan.match(_COUNTED, found.end()):
        return ()
    part = part_before(scan, at)
    if part is None and not _is_year(scan, at, found.end()):
        return ()
    return scan.when(part.start if part else at, found.end(), of_year(found[0], "absolute", part))


def _is_year(scan: Scan, at: int, end: int) -> bool:
    """Tell whether the words around four figures make them a year: numbers of resolutions and aircraft are none."""
    if _LEAD.search(scan.context(at)):
        return True
    if scan.found and scan.found[-1].edtf.isdigit() and _AFTER_YEAR.fullmatch(scan.text[scan.floor : at]):
        return True
    return _DETERMINER.search(scan.context(at)) is not None and noun_follows(scan, end)
