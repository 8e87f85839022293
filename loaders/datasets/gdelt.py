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
from operator import itemgetter
from typing import TypeAlias

import msgspec

from kg.model import Found, Reject, Venue
from kg.vocabulary import country_by_code, is_area_code, side_by_cameo
from loaders.contract import OpenedInput, ReadOptions
from loaders.datasets.cameo import coded, other_role
from loaders.datasets.collapse import Coding, Collapse
from loaders.datasets.remembered import looked_up
from loaders.datasets.said import DataSet
from loaders.datasets.sieve import sieved_lines
from loaders.datasets.tally import Left, Tally
from loaders.stretches import Cut

NAME = "gdelt-events"
_DATA_SET = DataSet(f"{NAME}/1", "", "GDELT: unlimited use with attribution", 0.5)
_ROW = re.compile(rb"\d{1,12}\t\d{4}-?\d{2}-?\d{2}\t\d{6}\t\d{4}\t\d{4}\.\d+\t")
_ACTORS = itemgetter(5, 7, 15, 17)
_MOST_WAITING = 200_000
_DEFAULT_YEARS = (1, 10)
Actors: TypeAlias = tuple[str, str, str, str]
"""The code of each of two actors, and its country."""


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
_TABS = frozenset(columns - 1 for columns in _LAYOUTS)


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
        for line in sieved_lines(opened, options, self.name, why_left, tally):
            if not isinstance(line, tuple):
                yield line
                continue
            tally.row()
            number, text = line
            read = read_coding(text, opened.where, str(number))
            if isinstance(read, Reject):
                yield read
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


def why_left(lines: list[str]) -> list[Left | None]:
    """Return why each row makes no event, None where it may: most are of no use, and not taken apart any further."""
    return [
        _no_contact(cells[26]) or _one_side(_ACTORS(cells))
        if line.count("\t") in _TABS and (cells := line.split("\t", 27))
        else None
        for line in lines
    ]


def read_coding(text: str, where: str, number: str) -> Coding | Reject:
    """Return what a row codes that is not left, or what is wrong with it."""
    columns = text.split("\t")
    layout = _LAYOUTS.get(len(columns))
    if layout is None:
        detail = f"a row has {len(columns)} columns; GDELT's have {', '.join(map(str, _LAYOUTS))}"
        return Reject(where, number, "bad-record", detail, text, NAME)
    meaning, sides, unknown = coded(columns[26]), *_sides(_ACTORS(columns))
    if meaning is None or unknown:
        return Reject(where, number, "unknown-code", f"no side has the CAMEO code {unknown!r}", text, NAME, unknown)
    added = columns[layout.added][:8]
    day, published = _day(columns[1]), _day(added)
    if day is None or published is None:
        return Reject(where, number, "bad-record", f"{columns[1]!r} or {added!r} is no day", text, NAME)
    return Coding(
        row=text, number=columns[0], told_in=columns[layout.address] if layout.address is not None else columns[0],
        kind=meaning.kind, status="planned" if day > published else meaning.status,
        day="" if _is_default(day, published) else day.isoformat(), sides=sides,
        published=published.isoformat(), publisher="GDELT", venue=_venue(columns, layout),
    )  # fmt: skip


@looked_up
def _no_contact(code: str) -> Left | None:
    return None if coded(code) else Left("not-a-contact", f"code {code!r} is no diplomatic event")


@looked_up
def _one_side(actors: Actors) -> Left | None:
    """Why they make no event; None where they do, or a code is unknown."""
    codes, (sides, unknown) = actors[::2], _sides(actors)
    if sides or unknown:
        return None
    acting = next((f"actor {code!r} acts for no state: {role}" for code in codes if (role := other_role(code))), "")
    return Left("one-side", acting or f"actors {codes[0] or 'none'!r} and {codes[1] or 'none'!r}")


@looked_up
def _sides(actors: Actors) -> tuple[tuple[str, ...], str]:
    """Their two sides, where both act for one; else a country that no table has."""
    codes, countries = actors[::2], actors[1::2]
    if any(map(other_role, codes)):
        return (), ""
    first, second = sorted(map(_side, codes, countries))
    if first and first != second:
        return (first, second), ""
    unknown = (one for one in countries if one and not is_area_code(one) and side_by_cameo(one) is None)
    return (), next(unknown, "")


def _side(code: str, country: str) -> str:
    """The side of an actor: an organisation by its own code, else its country, else what its code begins with."""
    for one in (code if code.startswith("IGO") else "", country, code[:3]):
        if one and not is_area_code(one) and (side := side_by_cameo(one)):
            return side
    return ""


@looked_up
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
