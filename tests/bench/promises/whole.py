"""What must be so of all of a large graph, beside what its rows say when they are counted by nothing of the product."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

import msgspec

from kg.dates import parse
from kg.model import Evidence, Reading, Reject
from kg.rdf import Selection, dump
from tests.bench.promises.ground import DAY, WITHIN, Large, hold

_LOADER = "gdelt-events"
_PAIR, _DAY, _CODE = (7, 17), 1, 26
_TALKED = frozenset({"040", "044", "046"})
"""Talks, meetings and negotiations: of one pair on one day they are one event."""
_VISIT, _SANCTION = "042", "163"
"""A visit may be one that is planned: its status is unknown. A sanction is an event and no contact."""
_DATED = "MATCH (e:Event) WHERE e.earliest >= $first AND e.earliest < $last RETURN e.date, e.earliest, e.latest"
_YEARS = range(1990, 2027)
_WINDOW = Selection(since=date(2003, 5, 1), until=date(2003, 5, 7))


class Told(NamedTuple):
    """What the rows tell: how many they are, and the events among them, by month and kind."""

    rows: int
    events: int
    visits: int
    contacts_by_month: Counter[str]
    """Those that are told as held; of visits nothing tells that."""


@cache
def told_in(rows: Path) -> Told:
    """Count the rows of ``tests.bench.coded_history``."""
    number, events = 0, set()
    with rows.open(encoding="utf-8") as file:
        for line in file:
            number += 1
            cells = line.split("\t", _CODE + 1)
            pair, code = "-".join(sorted(cells[at] for at in _PAIR)), cells[_CODE]
            events.add((cells[_DAY], "talked" if code in _TALKED else code, pair))
    visits = sum(code == _VISIT for _, code, _ in events)
    months = Counter(f"{day[:4]}-{day[4:6]}" for day, code, _ in events if code not in (_VISIT, _SANCTION))
    return Told(number, len(events), visits, months)


def evidence_is_checked(large: Large) -> str:
    """Promise 1: every quote stands in its source, and a claim whose quote does not is refused."""
    found = large.graph.verify()
    hold("faults", found.faults, ())
    hold("claims that were checked", found.claims, large.number("Claim"))
    reading = large.told("quoted")
    wrong = Reading(
        reading.source, tuple(msgspec.structs.replace(c, evidence=Evidence(0, 5, "Never")) for c in reading.claims)
    )
    refused: list[Reject] = []
    large.load(wrong, refused=refused)
    hold("claims refused", len(refused), len(wrong.claims))
    hold("events of a source without evidence", large.events([wrong], "RETURN e.id"), [])
    return (
        f"{found.claims:,} claims of {found.sources:,} sources have their quotes, nothing dangles; false ones refused"
    )


def nothing_is_dropped(large: Large) -> str:
    """Promise 2: the graph's record of its loads counts each row, as used, merged, left or refused."""
    seen: Counter[str] = Counter()
    for report in (json.loads(text) for (text,) in large.ask("MATCH (r:Run) RETURN r.report")):
        if report["rows"]["read"]:
            seen["rows"] += report["rows"]["read"]
            seen["counted"] += report["sources"]["read"] + report["rows"]["merged"]
            seen["counted"] += sum(report["left"].values()) + sum(report["rejected"].values())
    hold("rows read", seen["rows"] >= told_in(large.rows).rows, True)
    hold("rows that are counted", seen["counted"], seen["rows"])
    return f"{seen['rows']:,} rows read, each of them counted"


def twice_is_once(large: Large) -> str:
    """Promise 3: all rows once more write nothing, and a part of the graph is exported as the same bytes."""
    counts, exported = large.counts(), _exported(large)
    report = large.graph.load(str(large.rows), loader=_LOADER, jobs=2)
    hold("what was written", dict(report.written), {})
    hold("sources known already", report.sources_known, told_in(large.rows).rows)
    hold("nodes", large.counts(), counts)
    hold("the export", _exported(large), exported)
    return f"{report.sources_known:,} sources again: nothing written, the same nodes, a week of it the same bytes"


def two_events_are_two(large: Large) -> str:
    """Promise 6: as many events as the rows have days of a pair, whoever stands first in a row."""
    told = told_in(large.rows)
    ((events,),) = large.ask("MATCH (e:Event) WHERE e.latest < $day RETURN count(e)", day=date.fromisoformat(DAY))
    hold("events", events, told.events)
    return f"{events:,} events of {told.rows:,} rows"


def dates_keep_their_precision(large: Large) -> str:
    """Promise 7: the days beside each date are those it stands for; a vague one is in no month for certain."""
    events = sum(_dates_of(large, year) for year in _YEARS)
    before = _by_month(large)
    certain = {month: number for month, (number, _) in before.items()}
    hold("months of contacts", certain, dict(told_in(large.rows).contacts_by_month))
    with large.added(large.told("vague", date="2040-02/2040-03")):
        hold("months more", dict(_by_month(large).items() - before.items()), {"2040-02": (0, 1), "2040-03": (0, 1)})
    return f"{events:,} dates stand for their days; certain and possible counts of {len(before)} months"


def planned_is_not_held(large: Large) -> str:
    """Promise 8: what was not held is in no count of contacts, and a visit that may be planned is none made."""
    told = told_in(large.rows)
    for status, number in (("unknown", told.visits), ("held", told.events - told.visits)):
        ((found,),) = large.ask("MATCH (e:Event {status: $status}) RETURN count(e)", status=status)
        hold(f"events that are {status}", found, number)
    before = _by_month(large)
    for status in ("planned", "cancelled", "postponed", "denied", "proposed"):
        with large.added(reading := large.told(f"is-{status}", status=status)):
            hold("the status", large.events([reading], "RETURN e.status"), [(status,)])
            hold("contacts by month", _by_month(large), before)
    return f"{told.visits:,} visits of which nothing says that they were made; five statuses that are no contact"


def _dates_of(large: Large, year: int) -> int:
    """Hold the days beside each date of a year against the date; return how many there are."""
    days = {"first": date(year, 1, 1), "last": date(year + 1, 1, 1)}
    rows = large.graph.cypher(_DATED, days, timeout=WITHIN, limit=10**6).rows
    for written, first, last in rows:
        one = parse(written)
        hold(f"the days of {written}", (first, last), (one.earliest, one.latest))
    return len(rows)


def _by_month(large: Large) -> dict[str, tuple[int, int]]:
    rows = large.graph.query("contacts-by-month", timeout=WITHIN).rows
    return {str(month): (int(str(certain)), int(str(possible))) for month, certain, possible in rows}


def _exported(large: Large) -> str:
    digest = hashlib.sha256()
    for piece in dump(large.graph.engine, selection=_WINDOW):
        digest.update(piece)
    return digest.hexdigest()
