"""One load: a stream of readings into a graph, batch by batch, each batch whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import UTC, datetime
from typing import Protocol

import msgspec

from kg.load.ahead import read_ahead
from kg.load.check import check_reading, check_source
from kg.load.garbage import rare_collections
from kg.load.look_up import LookUp, PendingLookUp
from kg.load.prepare import Prepared, ReferenceReading, prepare
from kg.load.report import LoadReport
from kg.load.turns import short_turns
from kg.model import Found, Reading, Reject, RowsRead, make_id
from kg.store.batch import Batch, Row
from kg.store.graph_store import GraphStore, Written
from kg.store.interrupts import between_steps, heed, outcome


class BatchSize(msgspec.Struct, frozen=True):
    """When a batch is full: at so many sources, claims or characters of texts, whichever is first."""

    sources: int = 400
    claims: int = 6_000
    characters: int = 2_000_000
    """A character may take four bytes, and the embedded engine takes messages of 16 MB."""

    def is_reached(self, sources: int, claims: int) -> bool:
        """Whether so many are a whole batch."""
        return sources >= self.sources or claims >= self.claims


USUAL_SIZE = BatchSize()


class Clock(msgspec.Struct, frozen=True):
    """Where a load takes its times from: the system's clock, or one moment for all (UTC, ISO 8601 with Z)."""

    fixed: str = ""

    def now(self) -> str:
        """Return the time to the second."""
        return self.fixed or datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


class Watcher(msgspec.Struct, frozen=True):
    """Who is told of what happens during a load."""

    reject: Callable[[Reject], None] = lambda _reject: None
    progress: Callable[[LoadReport], None] = lambda _report: None


def load(
    found: Iterable[Found],
    store: GraphStore | None,
    reference: ReferenceReading,
    *,
    inputs: Sequence[str],
    clock: Clock,
    watcher: Watcher,
    batch_size: BatchSize = USUAL_SIZE,
) -> LoadReport:
    """Load all that is found, in batches of a transaction each; memory does not grow with the input.

    Interrupted, everything up to the last batch is in the graph; the same load again completes it. Without a store
    nothing is written (a dry run): the report says what was read.
    """
    report = LoadReport()
    with between_steps(), short_turns(), rare_collections():
        run = _Run(store, reference, clock, list(inputs), report)
        try:
            take_in(found, run, report, watcher, batch_size)
        finally:
            run.close()
    return report


class Taker(Protocol):
    """Who takes batches of readings."""

    def write(self, readings: list[Reading]) -> None:
        """Take one batch, none of whose sources is in it twice."""
        ...

    def end(self) -> None:
        """Do what is due when there are no more."""
        ...


def take_in(
    found: Iterable[Found], run: Taker, report: LoadReport, watcher: Watcher, size: BatchSize = USUAL_SIZE
) -> None:
    """Check what is found, count it, and hand it over in batches."""
    batch = _Filling(run, report, watcher, size)
    for item in read_ahead(found, heed):
        if isinstance(item, Reject):
            _refuse(item, report, watcher)
            continue
        if isinstance(item, RowsRead):
            report.add_rows(item)
            continue
        report.sources_read += 1
        if item.source.id in batch.readings:
            _refuse(_twice(item), report, watcher)
            continue
        if (refused := check_source(item.source)) is not None:
            _refuse(refused, report, watcher)
            continue
        batch.add(item)
    batch.hand_over()
    run.end()
    watcher.progress(report)


class _Filling:
    """The readings of the batch that is being filled; it is handed over when it is full."""

    def __init__(self, run: Taker, report: LoadReport, watcher: Watcher, size: BatchSize) -> None:
        self.readings: dict[str, Reading] = {}
        self._run, self._report, self._watcher, self._size = run, report, watcher, size
        self._characters = self._claims_before = 0

    def add(self, reading: Reading) -> None:
        more = len(reading.source.text)
        if self.readings and self._characters + more > self._size.characters:
            self.hand_over()
        self.readings[reading.source.id] = _checked(reading, self._report, self._watcher)
        self._characters += more
        if self._size.is_reached(len(self.readings), self._report.claims - self._claims_before):
            self.hand_over()
            self._watcher.progress(self._report)

    def hand_over(self) -> None:
        self._run.write(list(self.readings.values()))
        self.readings = {}
        self._characters, self._claims_before = 0, self._report.claims


def _checked(reading: Reading, report: LoadReport, watcher: Watcher) -> Reading:
    checked, refused = check_reading(reading)
    for reject in refused:
        _refuse(reject, report, watcher)
    report.claims += len(checked.claims)
    report.told += sum(claim.attribute == "kind" for claim in checked.claims)
    report.left.update(one.reason for one in reading.left)
    return checked


def _refuse(reject: Reject, report: LoadReport, watcher: Watcher) -> None:
    report.reject(reject)
    watcher.reject(reject)


def _twice(reading: Reading) -> Reject:
    source = reading.source
    where = source.url or source.key
    return Reject(where=where, record=source.key, reason="duplicate-in-run", detail="the same source twice in this run")


class _Run:
    """Prepares batches and writes them one after the other, each while the next is being prepared.

    The record of the run goes in with the first batch that changes the graph: a load that changes nothing leaves none.
    """

    def __init__(
        self, store: GraphStore | None, reference: ReferenceReading, clock: Clock, inputs: list[str], report: LoadReport
    ) -> None:
        self._store = store
        self._reference = reference
        self._clock = clock
        self._inputs = inputs
        self._report = report
        self._started = clock.now()
        self._writer = ThreadPoolExecutor(max_workers=1, thread_name_prefix="writer")
        self._pending: Future[Written] | None = None
        self._unforeseen: frozenset[str] | None = frozenset()
        """Of the batch that was written last; see :class:`kg.store.graph_store.Written`."""
        self._last: Prepared | None = None

    def write(self, readings: list[Reading]) -> None:
        """Hand over one batch, unless the graph has all of it."""
        if not readings or self._store is None:
            return
        now, self._unforeseen = self._clock.now(), frozenset()
        prepared, write = self._ready(readings, self._store, now)
        self._wait()
        if self._rests_on_what_changed(prepared):
            prepared, write = self._ready(readings, self._store, now)
        self._report.add(prepared)
        if write is not None:
            self._last = prepared
            self._pending = self._writer.submit(write)

    def _ready(
        self, readings: list[Reading], store: GraphStore, now: str
    ) -> tuple[Prepared, Callable[[], Written] | None]:
        """Prepare a batch, and what writes it where there is anything to write."""
        prepared = prepare(readings, self._look_up(store), self._reference, now)
        if not prepared.batch.size:
            return prepared, None
        if self._last is None:
            self._record(prepared.batch, ended="")
        return prepared, store.ready(prepared.batch, now)

    def _rests_on_what_changed(self, prepared: Prepared) -> bool:
        """Whether it has officials whom the batch before left otherwise than was known while this one was prepared."""
        return self._unforeseen is None or not self._unforeseen.isdisjoint(prepared.names)

    def end(self) -> None:
        """Wait for the last batch and complete the record of the run, where there is one."""
        self._wait()
        if self._store is None or self._last is None:
            return
        batch = Batch()
        self._record(batch, ended=self._clock.now())
        self._store.write(batch, self._started)

    def close(self) -> None:
        """Let a batch that is being written come to its end, and take no more."""
        self._writer.shutdown(wait=True, cancel_futures=True)

    def _look_up(self, store: GraphStore) -> LookUp:
        if self._last is None or self._pending is None:
            return store
        return PendingLookUp(store, self._wait, self._last)

    def _wait(self) -> None:
        if self._pending is not None:
            written = outcome(self._pending)
            self._report.written.update(written.rows)
            self._unforeseen = written.unforeseen
            self._pending = None

    def _record(self, batch: Batch, ended: str) -> None:
        row = run_row(self._started, ended, self._inputs, self._report)
        batch.node("Run", row["id"], row["p"])


def run_row(started: str, ended: str, inputs: Sequence[str], report: LoadReport) -> Row:
    """Return the record of a run; one that has not ended has no report."""
    key = make_id("run", started, *inputs)
    told = msgspec.json.encode(report.as_json(), order="sorted").decode() if ended else ""
    properties = {"id": key, "started": started, "ended": ended, "inputs": list(inputs), "report": told}
    return {"id": key, "p": properties}
