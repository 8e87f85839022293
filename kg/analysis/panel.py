"""The panel of political science: one row for each pair of sides and each period, zeros present.

A contact counts as certain in the period that holds its whole span, and as possible in every period that its span
touches without lying inside. A contact of many sides counts for each two of them. One without a date is in no row.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations
from typing import Literal, TypeAlias

import msgspec

from kg.blueprint import event_kinds, statuses
from kg.store.engine import Engine

Period: TypeAlias = Literal["month", "quarter", "year"]

_SURE = ("certain", "possible")
_MONTHS = {"month": 1, "quarter": 3, "year": 12}
_CONTACTS = (
    "MATCH (e:Contact) WHERE e.earliest IS NOT NULL AND e.latest IS NOT NULL "
    "RETURN e.id, e.kind, e.status, e.earliest, e.latest, e.sides"
)
_SOURCES = "MATCH (s:Source) WHERE s.withdrawn IS NULL AND s.published_earliest IS NOT NULL RETURN s.published_earliest"
_TELLING = (
    "MATCH (e:Contact)<-[:REPORTS]-(s:Source) WHERE s.withdrawn IS NULL AND s.published_earliest IS NOT NULL "
    "RETURN e.sides, s.id, s.published_earliest"
)


class Dated(msgspec.Struct, frozen=True):
    """A contact with the periods that its span touches."""

    kind: str
    status: str
    first: int
    last: int
    sides: tuple[str, ...]


class Panel(msgspec.Struct, frozen=True):
    """Its columns, and its rows as they are computed."""

    columns: tuple[str, ...]
    rows: Iterator[tuple[str | int, ...]]


def contact_panel(
    engine: Engine, period: Period = "month", *, since: date | None = None, until: date | None = None,
    sides: Sequence[str] = (),
) -> Panel:  # fmt: skip
    """Return the panel of every pair that had a contact, from the first period with one to the last.

    ``sides`` are codes: only pairs of these, and of them every pair, also those that never met. The columns: the pair,
    the period, held contacts certain and possible, the same for each kind, all contacts by status (certain ones),
    ``sources`` published in the period on anything, and ``sources_of_pair`` that tell of any contact of the pair: so
    that no news and no contact are told apart.
    """
    step = _MONTHS[period]
    found = [one for row in engine.stream(_CONTACTS) if (one := _dated(row, step, sides)) is not None]
    first = min((one.first for one in found), default=0) if since is None else _number(since, step)
    last = max((one.last for one in found), default=-1) if until is None else _number(until, step)
    kinds = _kinds()
    columns = (
        "a", "b", "period", "certain", "possible", *(f"{kind}_{sure}" for kind in kinds for sure in _SURE), *statuses(),
        "sources", "sources_of_pair",
    )  # fmt: skip
    by_pair = _pairs(found, sides)
    return Panel(columns, _rows(engine, by_pair, range(first, last + 1), period, sides))


def _kinds() -> list[str]:
    return sorted(kind for kind, about in event_kinds().items() if about.contact)


def _dated(row: tuple[object, ...], step: int, sides: Sequence[str]) -> Dated | None:
    _, kind, status, earliest, latest, codes = row
    if not isinstance(earliest, date) or not isinstance(latest, date) or not isinstance(codes, list | tuple):
        return None
    chosen = tuple(sorted(code for code in codes if not sides or code in sides))
    if len(chosen) < 2:
        return None
    return Dated(str(kind), str(status), _number(earliest, step), _number(latest, step), chosen)


def _number(day: date, step: int) -> int:
    return (day.year * 12 + day.month - 1) // step


def _name(number: int, step: int, period: Period) -> str:
    year, month = divmod(number * step, 12)
    return {"month": f"{year:04}-{month + 1:02}", "quarter": f"{year:04}-Q{month // 3 + 1}", "year": f"{year:04}"}[
        period
    ]


def _pairs(found: Sequence[Dated], sides: Sequence[str]) -> dict[tuple[str, str], list[Dated]]:
    by_pair: dict[tuple[str, str], list[Dated]] = {pair: [] for pair in combinations(sorted(set(sides)), 2)}
    for one in found:
        for pair in combinations(one.sides, 2):
            by_pair.setdefault(pair, []).append(one)
    return by_pair


def _rows(
    engine: Engine, by_pair: dict[tuple[str, str], list[Dated]], periods: range, period: Period, sides: Sequence[str]
) -> Iterator[tuple[str | int, ...]]:
    step = _MONTHS[period]
    kinds = _kinds()
    published = Counter(_number(day, step) for (day,) in engine.stream(_SOURCES))
    told = _told(engine, step, sides)
    for (a, b), contacts in sorted(by_pair.items()):
        counts = _counted(contacts, periods)
        for number in periods:
            cell = counts[number]
            values = [cell["certain"], cell["possible"]]
            values += [cell[f"{kind}_{sure}"] for kind in kinds for sure in _SURE]
            values += [cell[status] for status in statuses()]
            yield a, b, _name(number, step, period), *values, published[number], len(told.get((a, b, number), ()))


def _counted(contacts: Sequence[Dated], periods: range) -> dict[int, Counter[str]]:
    counts: dict[int, Counter[str]] = defaultdict(Counter)
    for one in contacts:
        sure = "certain" if one.first == one.last else "possible"
        for number in range(max(one.first, periods.start), min(one.last, periods.stop - 1) + 1):
            if one.status == "held":
                counts[number][sure] += 1
                counts[number][f"{one.kind}_{sure}"] += 1
            if sure == "certain":
                counts[number][one.status] += 1
    return counts


def _told(engine: Engine, step: int, sides: Sequence[str]) -> dict[tuple[str, str, int], set[str]]:
    found: dict[tuple[str, str, int], set[str]] = defaultdict(set)
    for codes, source, day in engine.stream(_TELLING):
        for a, b in combinations(sorted(code for code in codes if not sides or code in sides), 2):
            found[a, b, _number(day, step)].add(source)
    return found
