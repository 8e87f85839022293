"""A first load without an engine, step by step."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeAlias
from zlib import crc32

from kg.load.offline.around import add_candidates, sort_by_kin, unjudged, write_near
from kg.load.offline.events import REPRINTS, write_events
from kg.load.offline.job import Done, Job
from kg.load.offline.shards import Shards
from kg.load.offline.sources import READINGS, write_sources
from kg.load.offline.together import bring_together
from kg.load.prepare import ReferenceReading
from kg.load.report import LoadReport
from kg.load.run import Clock, Watcher, run_row, take_in
from kg.model import Found, Reading
from kg.store.batch import EdgeShape
from kg.store.import_tables import ImportTables, all_heads, join_tables
from kg.store.interrupts import between_steps, heed
from kg.store.official_candidates import alike_pairs, asked_keys, candidate_rows, key_rows
from kg.store.reprints import Printed

SHARDS = 64
"""Of what is read, by source. One more has what reference data say."""
Mapping: TypeAlias = Callable[[Callable[[Job], Done], Iterable[Job]], Iterable[Done]]
"""Does the jobs and gives what they come to, in their order: ``map``, or one that has several processes do them."""
_REPRINT = EdgeShape("REPRINT_OF", "Source", "Source")


def load_offline(
    found: Iterable[Found], target: Path, reference: ReferenceReading, *, inputs: Sequence[str], clock: Clock,
    watcher: Watcher, mapping: Mapping = map,
) -> LoadReport:  # fmt: skip
    """Write the tables of the graph that a load of all this into an empty one would make, into an empty folder.

    All of it is recorded at one moment. What is put down on the way stands beside the tables until the end, and takes
    as much room as they do.
    """
    report = LoadReport()
    with between_steps(), TemporaryDirectory(prefix=".shards.", dir=target.parent) as folder:
        first = Job(Path(folder), 0, reference, clock.now())
        work = _Work(first, target, clock, mapping, (report, watcher))
        take_in(found, work, report, watcher)
        work.write_graph(inputs)
    return report


class _Work:
    def __init__(
        self, first: Job, target: Path, clock: Clock, mapping: Mapping, told: tuple[LoadReport, Watcher]
    ) -> None:
        self._first, self._target, self._clock, self._mapping = first, target, clock, mapping
        self._report, self._watcher = told
        self._folder, self._reference = first.folder, first.reference
        self._readings = Shards(first.folder, READINGS)
        self._all = Done()
        self._heads = dict(all_heads())

    def write(self, readings: list[Reading]) -> None:
        """Put a batch down."""
        for reading in readings:
            self._readings.add(crc32(reading.source.id.encode("ascii")) % SHARDS, reading)

    def end(self) -> None:
        """Put down what waits."""
        self._readings.flush()

    def write_graph(self, inputs: Sequence[str]) -> None:
        """Do all steps."""
        shards = bring_together(self._folder, self._do(write_sources, range(SHARDS)))
        self._do(write_events, shards)
        self._do(write_near, sort_by_kin(self._folder, shards, self._all.counts["Event"]))
        given = self._report.sources_new
        self._do(write_sources, self._reference_shard())
        self._report.sources_new = given
        self._finish(inputs)

    def _do(self, step: Callable[[Job], Done], numbers: Iterable[int]) -> list[int]:
        """Do a step for each shard; return how many tellings each had."""
        jobs = [replace(self._first, number=number) for number in numbers]
        tellings = []
        for one in self._mapping(step, jobs):
            heed()
            self._take(one)
            tellings.append(one.tellings)
            self._watcher.progress(self._report)
        return tellings

    def _take(self, one: Done) -> None:
        self._all.shared.merge(one.shared)
        self._all.told_by |= one.told_by
        self._all.counts += one.counts
        self._report.sources_new += one.sources
        self._report.sources_known += one.known
        self._report.sources_changed += one.changed
        self._report.events, self._report.conflicts = self._all.counts["Event"], self._all.counts["Conflict"]
        join_tables(one.tables, self._target, self._heads)

    def _reference_shard(self) -> list[int]:
        """Put down what reference data say of the officials that they know; return the shard, where there is one."""
        items = sorted(one.qid for one in self._all.shared.officials() if one.qid)
        told = [
            reading for reading in map(self._reference, items) if reading and reading.source.id not in self._all.told_by
        ]
        self._readings.add_all(SHARDS, told)
        self._readings.flush()
        return [SHARDS] if told else []

    def _finish(self, inputs: Sequence[str]) -> None:
        """Write what all shards have in common, and the record of the run."""
        folder = self._folder / "rest"
        folder.mkdir()
        with ImportTables(folder) as tables:
            self._all.shared.write(tables)
            self._add_officials(tables)
            self._add_reprints(tables)
            self._add_run(tables, inputs)
        join_tables(folder, self._target, self._heads)

    def _add_officials(self, tables: ImportTables) -> None:
        """Write under which keys officials are found, and the candidates among them."""
        known = self._all.shared.officials()
        keys = key_rows(known)
        tables.nodes(("Key",), [{"id": row["id"], "p": row} for row in keys])
        self._all.counts["Key"] += len(keys)
        found: dict[str, list[str]] = defaultdict(list)
        for row in keys:
            found[row["key"]].append(row["of"])
        pairs = alike_pairs(asked_keys(known), found)
        rows = candidate_rows(pairs, {one.id: one for one in known}, unjudged)
        add_candidates(tables, rows, self._all)

    def _add_reprints(self, tables: ImportTables) -> None:
        originals: dict[str, Printed] = {}
        shards = Shards(self._folder, REPRINTS)
        for number in shards.numbers():
            for source, original in shards.read(number):
                originals[source] = min(originals.get(source, original), original)
        rows = [{"a": source, "b": original.source, "p": {}} for source, original in sorted(originals.items())]
        tables.relationships(_REPRINT, rows)
        self._all.counts["REPRINT_OF"] += len(rows)

    def _add_run(self, tables: ImportTables, inputs: Sequence[str]) -> None:
        shared = ((label, len(rows)) for label, rows in self._all.shared.nodes.items())
        joined = Counter({shape.type: 0 for shape in self._all.shared.edges})
        for shape, edges in self._all.shared.edges.items():
            joined[shape.type] += len(edges)
        self._report.written.update({**self._all.counts, **dict(shared), **joined, "Run": 1})
        tables.nodes(("Run",), [run_row(self._first.now, self._clock.now(), inputs, self._report)])
