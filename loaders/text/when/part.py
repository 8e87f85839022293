"""Parts of a month or a year: "early", "the second half of", "the end of"."""

from __future__ import annotations

import re
from typing import NamedTuple

from loaders.text.when.names import GAP
from loaders.text.when.record import Resolved
from loaders.text.when.scan import Scan

_ORDER = {
    "first": 0,
    "1st": 0,
    "second": 1,
    "2nd": 1,
    "latter": 1,
    "third": 2,
    "3rd": 2,
    "fourth": 3,
    "4th": 3,
    "last": 3,
}
_MONTHS_OF = {"half": 6, "quarter": 3}
_PART = re.compile(
    rf"\b(?:(?:[Ee]arly|[Mm]id|[Ll]ate|[Ee]arlier|[Ll]ater)(?:-|{GAP}(?:in{GAP})?)"
    rf"|(?P<which>{'|'.join(_ORDER)}){GAP}(?P<unit>half|quarter|week|days?|third|part){GAP}(?:of|in){GAP}"
    rf"|(?:beginning|start|end|middle|close){GAP}of{GAP})(?:the{GAP})?\Z"
)


class Part(NamedTuple):
    """The words before a month or year that take a part of it; ``months`` where that part is whole months."""

    start: int
    months: tuple[int, int] | None


def part_before(scan: Scan, at: int) -> Part | None:
    """Return the part that the words before an offset take of what begins there."""
    found = _PART.search(scan.before(at))
    if found is None:
        return None
    return Part(at - len(found[0]), _months(found["which"], found["unit"]))


def of_part(resolved: Resolved, part: Part | None) -> Resolved:
    """Return the unit; its rule says that only a part of it is meant. Early March is in March, not about March."""
    return resolved if part is None else Resolved(resolved.edtf, f"{resolved.rule}+part")


def of_year(year: str, rule: str, part: Part | None) -> Resolved:
    """Return the year, or the half or quarter of it that is meant."""
    if part is not None and part.months is not None and year.isdigit():
        first, last = part.months
        return Resolved(f"{year}-{first:02d}/{year}-{last:02d}", rule)
    return of_part(Resolved(year, rule), part)


def _months(which: str | None, unit: str | None) -> tuple[int, int] | None:
    length = _MONTHS_OF.get(unit or "")
    if which is None or length is None:
        return None
    first = min(_ORDER[which], 12 // length - 1) * length + 1
    return first, first + length - 1
