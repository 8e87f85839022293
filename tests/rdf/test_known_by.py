"""A dump as of a moment is the dump that was made at that moment."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from kg.graph import Graph, open_graph
from kg.load.report import LoadReport
from kg.load.revise import By
from kg.load.run import Clock, Watcher
from kg.model import Reading, Venue
from kg.rdf import dump
from kg.rdf.selection import choose
from tests.cli.command import kg
from tests.consolidate.build import meeting, source
from tests.promises.history import History
from tests.servers.real_engine import ENGINES, Servers, make_engine

_READING = re.compile(rb"^<\S+/id/source-\S+> <\S+ontology#reading> .*\n", re.MULTILINE)
"""What a source was read as: of one that was read anew since, nobody knows any more what it was before."""
PART = {"sides": ["Russia", "USA"], "topics": ["energy"]}


def load(graph: Graph, reading: Reading, *, now: str) -> LoadReport:
    return graph.load_readings([reading], inputs=["made up"], clock=Clock(now), watcher=Watcher())


def written(graph: Graph, known_by: str | None = None, sides: Sequence[str] = (), topics: Sequence[str] = ()) -> bytes:
    selection = choose(graph.engine, known_by=known_by, sides=sides, topics=topics)
    return _READING.sub(b"", b"".join(dump(graph.engine, selection=selection)))


@pytest.mark.parametrize("name", ENGINES[:2])
def test_every_dump_can_be_made_again(name: str, servers: Servers, tmp_path: Path) -> None:
    """Loads, corrections, withdrawals, undoings, rankings and judgements; some dumps of all, some of a part."""
    then: dict[str, tuple[dict[str, list[str]], bytes]] = {}
    with make_engine(name, servers, tmp_path).open() as engine:
        graph = Graph(engine, remote=False)
        happened = History(graph, lambda reading, now: load(graph, reading, now=now), random.Random(11)).happen()
        for number, moment in enumerate(happened):
            part = PART if number % 3 else {}
            then[moment] = part, written(graph, None, **part)
        for moment, (part, before) in list(then.items())[:: 1 if name == "embedded" else 5]:
            again = written(graph, moment, **part)
            lines = set(before.splitlines()), set(again.splitlines())
            assert again == before, f"at {moment}: {sorted(lines[0] - lines[1])[:3]} {sorted(lines[1] - lines[0])[:3]}"
    assert len({before for _, before in then.values()}) > 10, "the history changes the dumps"


def test_the_command_writes_what_it_wrote_before_a_correction(tmp_path: Path) -> None:
    """With its description; a source that says otherwise, and the withdrawal of the first, come a day later."""
    first, second = source("a"), source("b")
    with open_graph(str(tmp_path / "graph")) as graph:
        load(graph, Reading(first, tuple(meeting(first, venue=Venue("", "Riyadh", "SAU")))), now="2025-04-01T12:00:00Z")
    assert kg("export", "rdf", "-o", "a.nq", "--uri", "graph", where=tmp_path).status == 0
    with open_graph(str(tmp_path / "graph")) as graph:
        moved = tuple(meeting(second, venue=Venue("", "Jeddah", "SAU"), status="cancelled"))
        load(graph, Reading(second, moved), now="2025-04-02T12:00:00Z")
        graph.withdraw(first.id, By("ann", "corrected", "2025-04-02T13:00:00Z"))
    assert kg("export", "rdf", "-o", "now.nq", "--uri", "graph", where=tmp_path).status == 0
    (tmp_path / "again").mkdir()
    arguments = ("export", "rdf", "-o", "again/a.nq", "--uri", "graph", "--known-by", "2025-04-01")
    assert kg(*arguments, where=tmp_path).status == 0
    now, before, again = ((tmp_path / name).read_bytes() for name in ("now.nq", "a.nq", "again/a.nq"))
    assert (now.count(b"#invalidatedAtTime>"), before.count(b"#invalidatedAtTime>")) == (1, 0)
    assert b"Jeddah" in now and b"Jeddah" not in before
    assert again == before
    assert (tmp_path / "again/a.nq.about.ttl").read_bytes() == (tmp_path / "a.nq.about.ttl").read_bytes()
