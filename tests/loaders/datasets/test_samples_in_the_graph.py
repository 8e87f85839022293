"""Every sample, whole, into one graph on each engine: the report of each load, and what stands in the graph after."""

from __future__ import annotations

import json
from collections import Counter
from itertools import chain
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from kg.load.report import LoadReport
from kg.load.run import Clock, Watcher, load
from kg.store.engine import Engine
from kg.store.graph_store import GraphStore
from kg.store.schema import apply_schema
from kg.verify import verify
from loaders.contract import ReadOptions
from loaders.extractors import extractor_named
from loaders.reading import read_all
from loaders.reference import LOADER as REFERENCE
from loaders.reference import tenure_reading
from loaders.registry import loaders
from loaders.texts import read_texts
from tests.loaders.datasets.inputs import MADE_UP, Sample, sample_of
from tests.loaders.datasets.test_samples import GOLDEN
from tests.servers.real_engine import ENGINES, RealEngine

Golden: TypeAlias = list[Any]
MADE_UP_GOLDEN = {
    "gdelt-mentions": (3, 1, {"no-event": 2}),
    "polecat": (5, 5, {}),
    "colt": (3, 2, {"unknown-code": 1}),
    "wikidata": (6, 1, {"not-an-official": 4, "unknown-code": 1}),
    "sparql-json": (3, 2, {"unknown-code": 1}),
    "csv": (3, 1, {"unknown-code": 1, "bad-date": 1}),
}
"""Loader -> rows, records, and the rows that made none by reason, of the made-up files."""
EVENTS = {"agreement": 5, "meeting": 17, "negotiation": 7, "representation": 33, "talks": 19, "visit": 32, "vote": 4}
"""In the graph in the end. Of the 58 events of the quarter of an hour of GDELT each kind is in gdelt_by_hand.tsv."""
RECORDS = {
    "colt/1": 2, "cow-exchange/1": 18, "csv/1": 1, "everypolitician/1": 2, "ftm/1": 4, "gdelt-events/1": 63,
    "gdelt-gkg/1": 33, "gdelt-mentions/1": 1, "icews/1": 27, "leaders-json/1": 34, "leaders/1": 43, "polecat/1": 5,
    "un-votes/1": 4,
}  # fmt: skip
"""Of leaders also what entities and results of Wikidata hold, which are the same records in another form."""


def samples(shared: Path, folder: Path) -> list[tuple[Sample, Golden]]:
    """Return every sample, real or made up, with its golden counts."""
    real = [
        (Sample(shared / "samples" / name, ReadOptions(), can_be_cut=False), golden)
        for name, (_, *golden) in GOLDEN.items()
    ]
    made_up = [(sample_of(name, shared, folder), list(golden)) for name, golden in MADE_UP_GOLDEN.items()]
    return [*real, *made_up]


def put(opened: Engine, *files: Sample) -> LoadReport:
    """Load files in one run, as ``kg load`` does."""
    items = chain.from_iterable(read_all([str(one.file)], one.options) for one in files)
    return load(
        read_texts(items, extractor_named("rules")), GraphStore(opened), tenure_reading,
        inputs=[one.file.name for one in files], clock=Clock("2025-03-01T00:00:00Z"), watcher=Watcher(),
    )  # fmt: skip


def accounted(report: LoadReport) -> Golden:
    """Return the rows, the records, and the rows that made none by reason."""
    return [report.rows, report.sources_read, dict(report.left + report.rejected)]


def counted(opened: Engine, query: str) -> dict[object, object]:
    """Return the second column by the first."""
    return {row[0]: row[1] for row in opened.read(query).rows}


def check_graph(opened: Engine) -> None:
    """Check what stands in the graph after all samples."""
    assert counted(opened, "MATCH (e:Event) RETURN e.kind, count(e)") == EVENTS
    in_graph = counted(opened, "MATCH (r:Record) RETURN r.loader, count(r)")
    assert {name: count for name, count in in_graph.items() if name != REFERENCE} == RECORDS
    assert verify(opened).faults == ()


def test_each_sample_by_itself(embedded: RealEngine, shared: Path, tmp_path: Path) -> None:
    with embedded.open() as opened:
        apply_schema(opened)
        for sample, golden in samples(shared, tmp_path):
            assert (sample.file.name, accounted(put(opened, sample))) == (sample.file.name, golden)
        check_graph(opened)


@pytest.mark.parametrize("engine", [*ENGINES[:2], pytest.param(ENGINES[2], marks=pytest.mark.long)], indirect=True)
def test_every_sample_in_one_run(engine: RealEngine, shared: Path, tmp_path: Path) -> None:
    with engine.open() as opened:
        apply_schema(opened)
        every = samples(shared, tmp_path)
        report = put(opened, *(sample for sample, _ in every))
        reasons: Counter[str] = sum((Counter(golden[2]) for _, golden in every), Counter())
        assert accounted(report) == [
            sum(golden[0] for _, golden in every),
            sum(golden[1] for _, golden in every),
            reasons,
        ]
        check_graph(opened)


def test_a_run_keeps_its_report_and_the_same_file_again_changes_nothing(embedded: RealEngine, shared: Path) -> None:
    icews = Sample(shared / "samples" / "icews_2018_sample.tab", ReadOptions(), can_be_cut=True)
    with embedded.open() as opened:
        apply_schema(opened)
        first, again = (put(opened, icews) for _ in range(2))
        ((kept,),) = opened.read("MATCH (r:Run) RETURN r.report").rows
        assert json.loads(kept) == first.as_json()
        assert (again.wrote_nothing, accounted(again)) == (True, accounted(first))


def test_each_loader_has_a_sample_in_the_graph() -> None:
    own = [name for name, loader in loaders().items() if type(loader).__module__.startswith("loaders.datasets")]
    assert sorted(own) == sorted({*(golden[0] for golden in GOLDEN.values()), *MADE_UP})
