"""Tables that are written without an engine have the rows of the graph that an engine makes of the same."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

import kg
from kg.analysis.tables import csv_lines, graph_tables
from kg.load.offline.run import load_offline
from kg.load.report import LoadReport
from kg.load.run import Clock, Watcher
from kg.model import Found, Participant, Reading, Source, Venue
from loaders.contract import ReadOptions
from loaders.processes import map_apart
from loaders.reading import read_all
from loaders.reference import tenure_reading
from loaders.text import RulesExtractor
from loaders.texts import read_texts
from tests.bench.synthetic import history
from tests.consolidate.build import meeting, source

ARTICLES = Path(kg.__file__).parent / "demo" / "articles.jsonl"
_SELDOM = (
    "REPRINT_OF-Source-Source", "HELD_OFFICE-Official-Office", "PART_OF-Event-Event", "PAIRS-Candidate-Event",
    "PAIRS-Candidate-Participant",
)  # fmt: skip
CLOCK = Clock("2025-06-01T00:00:00Z")


def _told() -> list[Found]:
    """Made-up histories, real prose with officials whom reference data know, a visit with a meeting inside."""
    whole, inner = source("visit"), source("inside")
    unnamed = Participant(capacity="Foreign Minister", office="foreign-minister", side="RUS")
    visit = meeting(whole, kind="visit", date="2025-02-17/2025-02-18")
    inside = meeting(whole, unnamed, subject="e2", part_of="e1", venue=Venue("Riyadh", "Riyadh", "SAU"))
    prose = read_texts(read_all([str(ARTICLES)], ReadOptions()), RulesExtractor())
    named = Reading(inner, tuple(meeting(inner, ("Sergey Lavrov", "RUS"))))
    return [*history(120), *prose, Reading(whole, (*visit, *inside)), named]


@pytest.fixture(scope="module")
def told() -> list[Found]:
    return _told()


def _offline(told: Iterable[Found], folder: Path, **how: Any) -> LoadReport:
    folder.mkdir()
    return load_offline(told, folder, tenure_reading, inputs=["x"], clock=CLOCK, watcher=Watcher(), **how)


def _rows(lines: Iterable[str]) -> set[tuple[str, ...]]:
    rows = [tuple(row) for row in csv.reader(lines)]
    assert len(rows) == len(set(rows)), "no row is there twice"
    return set(rows)


def _written(folder: Path) -> dict[str, set[tuple[str, ...]]]:
    found = {}
    for file in folder.glob("*.csv"):
        with file.open(encoding="utf-8", newline="") as opened:
            found[file.stem] = _rows(opened)
    return found


def _stored(told: Sequence[Found], folder: Path) -> dict[str, set[tuple[str, ...]]]:
    with kg.open(str(folder)) as graph:
        graph.load_readings(told, inputs=["x"], clock=CLOCK, watcher=Watcher())
        tables = ((table.name, b"".join(csv_lines(table)).decode()) for table in graph_tables(graph.engine))
        return {name: _rows(text.splitlines(keepends=True)) for name, text in tables if text}


def test_the_rows_are_those_of_a_load_into_an_engine(told: list[Found], tmp_path: Path) -> None:
    report = _offline(told, tmp_path / "tables")
    written, stored = _written(tmp_path / "tables"), _stored(told, tmp_path / "graph")
    assert written.pop("nodes-Run") != stored.pop("nodes-Run"), "what a load wrote on the way is its own"
    assert set(written) == set(stored)
    for name, rows in stored.items():
        assert written[name] == rows, name
    assert {f"relationships-{one}" for one in _SELDOM} <= set(written)
    assert report.events == len(written["nodes-Event"]) - 1
    assert report.sources_new == sum(isinstance(one, Reading) for one in told)


def test_several_processes_write_the_same_bytes(told: list[Found], tmp_path: Path) -> None:
    _offline(told, tmp_path / "one")
    _offline(told, tmp_path / "two", mapping=partial(map_apart, jobs=2))
    files = sorted(file.name for file in (tmp_path / "one").iterdir())
    assert files == sorted(file.name for file in (tmp_path / "two").iterdir())
    assert all((tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes() for name in files)
    assert sorted(one.name for one in tmp_path.iterdir()) == ["one", "two"], "nothing is left beside them"


def test_a_source_read_again_counts_as_it_was_read_last(tmp_path: Path) -> None:
    one, more = source("a"), [source(f"more-{n}") for n in range(400)]
    readings = [
        Reading(one, tuple(meeting(one, ("Sergey Lavrov", "RUS")))),
        *(Reading(each, tuple(meeting(each, ("Marco Rubio", "USA")))) for each in more),
        Reading(one, tuple(meeting(one, ("Marco Rubio", "USA")))),
        Reading(more[0], tuple(meeting(more[0], ("Marco Rubio", "USA")))),
    ]
    report = _offline(chain(readings), tmp_path / "tables")
    assert (report.sources_new, report.sources_changed, report.sources_known) == (401, 1, 1)
    sources = _written(tmp_path / "tables")["nodes-Source"]
    assert sum(_is(row, one) for row in sources) == 1


def _is(row: tuple[str, ...], one: Source) -> bool:
    return row[0] == one.id
