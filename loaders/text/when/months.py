"""Months: "February 2025", "early March", "from April to June 2024", "in May last year", "last March"."""

from __future__ import annotations

import re
from datetime import date

from loaders.text.when.names import GAP, MONTH, YEAR, month_number, phrases
from loaders.text.when.part import Part, of_part, part_before
from loaders.text.when.reckon import nearest_month
from loaders.text.when.record import WITHOUT_PUBLISHED, Resolved, When
from loaders.text.when.resolve import year_after
from loaders.text.when.scan import Scan
from loaders.text.when.wording import is_between

_MONTH_YEAR = re.compile(rf"(?P<month>{MONTH})(?:,?{GAP}(?:of{GAP})?|-)(?P<year>{YEAR})")
_MONTH = re.compile(MONTH)
_RUN = re.compile(
    rf"(?P<first>{MONTH})(?:,?{GAP}(?P<begin>{YEAR}))?(?:{GAP}?[-–—/]{GAP}?|{GAP}(?P<word>to|until|till|through|and|or){GAP})"
    rf"(?P<last>{MONTH})(?!{GAP}?[0-9]{{1,2}}(?![0-9]))(?:,?{GAP}(?:of{GAP})?(?P<end>{YEAR}))?"
)
_FULL_NAME = re.compile(r"[A-Z][a-z]{2,}\Z")
_ALSO_OTHER_WORDS = {"March", "April", "May", "June", "August", "Jan", "Mar", "Dec"}
"""Names of persons, an ordinary word, a verb: months only where the word before leaves no doubt."""

_SETTING = (
    "planned for|scheduled for|set for|slated for|expected for|fixed for|foreseen for|due for|timed for|rescheduled for"
    "|postponed to|moved to|delayed to|deferred to"
)
"""Before a name they leave no doubt either: "is planned for June"."""
_SURELY_IN = re.compile(
    rf"\b(?:{phrases('in|since|until|till|during|through|month of')}|{phrases(_SETTING)}"
    rf"|(?P<which>{phrases('last|next|this')})){GAP}\Z"
)
_PERHAPS_IN = re.compile(rf"\b{phrases('of|by|from|for|before|after|between|to')}{GAP}\Z")
_AFTER_MONTH = re.compile(rf"(?:,|{GAP}and|{GAP}or){GAP}\Z")
_NOUN_AFTER = re.compile(
    rf"{GAP}(?:[a-z]+{GAP})?(?:meeting|summit|talks|visit|trip|tour|call|session|elections?|referendum|agreement|deadline|round)\b"
)
_DETERMINER = re.compile(rf"(?:\b{phrases('the|a|an|this|that|its|their|his|her')}|['’]s?){GAP}\Z")


def months(scan: Scan, at: int) -> tuple[When, ...]:
    """Return the month, or the run of months, that begins at an offset."""
    part = part_before(scan, at)
    return (part is None and _run(scan, at)) or _with_year(scan, at, part) or _without_year(scan, at, part) or ()


def _run(scan: Scan, at: int) -> tuple[When, ...]:
    found = scan.match(_RUN, at)
    if found is None:
        return ()
    first, last = month_number(found["first"]), month_number(found["last"])
    if found["word"] in ("and", "or") and (last - first) % 12 != 1 and not is_between(scan, at):
        return ()
    begin = int(found["begin"]) if found["begin"] else None
    end, rule, stop = (int(found["end"]), "absolute", found.end()) if found["end"] else year_after(scan, found.end())
    if (
        begin is None
        and end is None
        and not (_SURELY_IN.search(scan.context(at)) or _PERHAPS_IN.search(scan.context(at)))
    ):
        return ()
    return scan.when(at, stop, _months_between(scan, (first, begin), (last, end), rule or "absolute"), "range")


def _months_between(
    scan: Scan, first: tuple[int, int | None], last: tuple[int, int | None], rule: str
) -> Resolved | None:
    wraps = first[0] > last[0]
    begin, end = first[1], last[1]
    if begin is None and end is None:
        if scan.today is None:
            return Resolved(f"XXXX-{first[0]:02d}/XXXX-{last[0]:02d}", "no-year")
        begin, rule = nearest_month(first[0], scan.today, scan.direction), f"month-{_side(scan)}"
    begin = begin if begin is not None else (end or 0) - wraps
    end = end if end is not None else begin + wraps
    if (begin, first[0]) >= (end, last[0]):
        return None
    return Resolved(f"{begin}-{first[0]:02d}/{end}-{last[0]:02d}", rule)


def _with_year(scan: Scan, at: int, part: Part | None) -> tuple[When, ...]:
    found = scan.match(_MONTH_YEAR, at)
    if found is not None:
        resolved = Resolved(f"{found['year']}-{month_number(found['month']):02d}", "absolute")
        return scan.when(part.start if part else at, found.end(), of_part(resolved, part))
    name = scan.match(_MONTH, at)
    year, rule, end = year_after(scan, name.end()) if name else (None, "", at)
    if name is None or year is None:
        return ()
    resolved = Resolved(f"{year}-{month_number(name[0]):02d}", rule)
    return scan.when(part.start if part else at, end, of_part(resolved, part))


def _without_year(scan: Scan, at: int, part: Part | None) -> tuple[When, ...]:
    name = scan.match(_MONTH, at)
    if name is None or not _FULL_NAME.match(name[0]) or scan.text[name.end() : name.end() + 2] in ("'s", "’s"):
        return ()
    which = _SURELY_IN.search(scan.before(at))
    if part is None and which is None and not _is_month(scan, name[0], at, name.end()):
        return ()
    start, resolved = at, None
    if part is not None:
        start = part.start
    elif which is not None and which["which"]:
        start = at - len(which[0].lstrip())
    word = (which["which"] or "").lower() if which and not part else ""
    resolved = _nearest(scan, month_number(name[0]), word)
    return scan.when(start, name.end(), of_part(resolved, part), "relative" if word else "absolute")


def _is_month(scan: Scan, name: str, at: int, end: int) -> bool:
    """Tell whether the words around a name make it a month, where no "in" stands before it."""
    if scan.found and scan.found[-1].end == scan.floor and _AFTER_MONTH.fullmatch(scan.text[scan.floor : at]):
        return len(scan.found[-1].edtf) == len("2025-02")
    if _DETERMINER.search(scan.context(at)) and scan.match(_NOUN_AFTER, end):
        return True
    return name not in _ALSO_OTHER_WORDS and _PERHAPS_IN.search(scan.context(at)) is not None


def _nearest(scan: Scan, month: int, which: str) -> Resolved:
    if scan.today is None:
        return Resolved("", WITHOUT_PUBLISHED) if which else Resolved(f"XXXX-{month:02d}", "no-year")
    if which:
        return Resolved(f"{_year_of(which, month, scan.today)}-{month:02d}", f"{which}-month-of-that-name")
    return Resolved(f"{nearest_month(month, scan.today, scan.direction)}-{month:02d}", f"month-{_side(scan)}")


def _year_of(which: str, month: int, today: date) -> int:
    if which == "last":
        return today.year - (month >= today.month)
    return today.year + (which == "next" and month <= today.month)


def _side(scan: Scan) -> str:
    return {"past": "nearest-past", "future": "nearest-future", "unknown": "nearest"}[scan.direction]
