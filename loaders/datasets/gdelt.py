"""GDELT events, 1.0 and 2.0.

Source: *The GDELT Event Database Data Format Codebook* V1.03 (2013) and V2.0 (2015). Tab-separated whatever the file is
called, without a header and without quoting; 57 columns in 1.0 before April 2013, 58 with the address, 61 in 2.0.
Re-exports with a description of the code after it have one more. Rules of ours, each for a fault seen in real files:

- Rows are codings: rows of one address with the same kind, day and pair of sides are one event.
- An actor without a country has it in the first three letters of its code (Romania, always).
- A date exactly one or ten years before the row was added is a default of the coder, and is left out.
- A visit may be one that is planned: the code does not say, and the status is unknown.
- An actor whose code has the role of a newspaper, a firm, rebels and the like acts for no state, and makes no side.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

import msgspec

from kg.model import Found, Reject, Venue
from kg.vocabulary import country_by_code, is_area_code, side_by_cameo
from loaders.contract import OpenedInput, ReadOptions
from loaders.datasets.cameo import coded, other_role
from loaders.datasets.collapse import Coding, Collapse
from loaders.datasets.lines import text_lines
from loaders.datasets.said import DataSet
from loaders.datasets.tally import Tally
from loaders.pieces import Cut

NAME = "gdelt-events"
_DATA_SET = DataSet(f"{NAME}/1", "", "GDELT: unlimited use with attribution", 0.5)
_ROW = re.compile(rb"\d{1,12}\t\d{4}-?\d{2}-?\d{2}\t\d{6}\t\d{4}\t\d{4}\.\d+\t")
_ACTORS = (5, 15)
"""Where their codes stand; their countries are two columns further."""
_MOST_WAITING = 200_000
_DEFAULT_YEARS = (1, 10)


class Layout(msgspec.Struct, frozen=True):
    """Where the columns are that differ between versions; ``address`` is absent where there is none."""

    place: int
    place_kind: int
    country: int
    added: int
    address: int | None
    shift: int
    """1 where a description stands after the code."""


_LAYOUTS = {
    57: Layout(50, 49, 51, 56, None, 0),
    58: Layout(50, 49, 51, 56, 57, 0),
    59: Layout(51, 50, 52, 57, 58, 1),
    61: Layout(52, 51, 53, 59, 60, 0),
    62: Layout(53, 52, 54, 60, 61, 1),
}


def _update_of(_header: bytes, row: bytes) -> bytes | None:
    layout = _LAYOUTS.get(row.count(b"\t") + 1)
    if layout is None:
        return None
    last = row.rstrip(b"\r\n").rsplit(b"\t", 2)  # few rows are taken apart at every tab
    return last[-1 if layout.address is None else -2]


class GdeltEventsLoader:
    """Reads event files, and yields one record for all rows of a text that code the same event."""

    name = NAME
    cut = Cut(together=_update_of)

    def recognises(self, head: bytes, _name: str, /) -> bool:
        """Tell by the first row: an id, a day, its month, its year, the year as a fraction."""
        return bool(_ROW.match(head.removeprefix(b"\xef\xbb\xbf")))

    def read(self, opened: OpenedInput, options: ReadOptions) -> Iterator[Found]:
        """Yield the records; rows of one text stand in the same update, so no more than one update is held."""
        tally = Tally()
        collapse = Collapse(_DATA_SET, tally)
        update: bytes | None = None
        for line in text_lines(opened, options, self.name):
            if isinstance(line, Reject):
                yield line
                continue
            tally.row()
            number, text = line
            read = read_coding(text, opened.where, str(number))
            if isinstance(read, Reject):
                yield from tally.turn_down(read)
                continue
            if not read.day:
                tally.moved()
            added = _update_of(b"", text.encode())
            if added != update or collapse.size >= _MOST_WAITING:
                yield from collapse.flush()
                update = added
            collapse.add(read)
        yield from collapse.flush()
        yield from tally.rest()


def read_coding(text: str, where: str, number: str) -> Coding | Reject:
    """Return what a row codes, or why it makes no event."""
    width = text.count("\t") + 1
    layout = _LAYOUTS.get(width)
    if layout is None:
        detail = f"a row has {width} columns; GDELT's have {', '.join(map(str, _LAYOUTS))}"
        return Reject(where, number, "bad-record", detail, text, NAME)
    code = text.split("\t", 27)[26]  # most rows are of no use: they are not taken apart any further
    meaning = coded(code)
    if meaning is None:
        return Reject(where, number, "not-a-contact", _no_contact(code))
    columns = text.split("\t")
    first, second = sorted(_side(columns[at], columns[at + 2]) for at in _ACTORS)
    if not first or first == second or any(other_role(columns[at]) for at in _ACTORS):
        return _one_side(columns, text, where, number)
    added = columns[layout.added][:8]
    day, published = _day(columns[1]), _day(added)
    if day is None or published is None:
        return Reject(where, number, "bad-record", f"{columns[1]!r} or {added!r} is no day", text, NAME)
    return Coding(
        row=text, number=columns[0], told_in=columns[layout.address] if layout.address is not None else columns[0],
        kind=meaning.kind, status="planned" if day > published else meaning.status,
        day="" if _is_default(day, published) else day.isoformat(), sides=(first, second),
        published=published.isoformat(), publisher="GDELT", venue=_venue(columns, layout),
    )  # fmt: skip


@lru_cache(maxsize=4_096)
def _no_contact(code: str) -> str:
    """The same text for the same code: most rows have it, and it goes from process to process."""
    return f"code {code!r} is no diplomatic event"


def _side(code: str, country: str) -> str:
    """The side of an actor: an organisation by its own code, else its country, else what its code begins with."""
    for one in (code if code.startswith("IGO") else "", country, code[:3]):
        if one and not is_area_code(one) and (side := side_by_cameo(one)):
            return side
    return ""


def _one_side(columns: list[str], text: str, where: str, number: str) -> Reject:
    for at in _ACTORS:
        if role := other_role(columns[at]):
            return Reject(where, number, "one-side", f"actor {columns[at]!r} acts for no state: {role}")
    unknown = [one for one in (columns[7], columns[17]) if one and not is_area_code(one) and side_by_cameo(one) is None]
    if unknown:
        detail = f"no side has the CAMEO code {unknown[0]!r}"
        return Reject(where, number, "unknown-code", detail, text, NAME, code=unknown[0])
    return Reject(where, number, "one-side", f"actors {columns[5] or 'none'!r} and {columns[15] or 'none'!r}")


def _day(text: str) -> date | None:
    digits = text.replace("-", "")[:8]
    try:
        return date.fromisoformat(digits) if len(digits) == 8 else None
    except ValueError:
        return None


def _is_default(day: date, added: date) -> bool:
    return (day.month, day.day) == (added.month, added.day) and added.year - day.year in _DEFAULT_YEARS


def _venue(columns: list[str], layout: Layout) -> Venue | None:
    """The place of the action, where it is a city; places of GDELT use FIPS 10-4 codes. A country alone is no venue."""
    country = country_by_code("fips", columns[layout.country])
    city = columns[layout.place].partition(",")[0].strip()
    if columns[layout.place_kind] not in ("3", "4") or not city or country is None:
        return None
    return Venue(name=columns[layout.place], city=city, country=country.iso3)
