"""A dump read back is the same graph: export, read into an empty store of the other engine, export, same bytes."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from kg.graph import open_graph
from kg.rdf import dump
from kg.rdf.reading import BrokenDumpError
from kg.rdf.restore import NotEmptyError, restore
from queries import run
from tests.cli.command import kg
from tests.queries.small_graph import write_small_graph
from tests.servers.real_engine import ENGINES, RealEngine, Servers, make_engine


@pytest.mark.parametrize("name", ENGINES)
def test_a_dump_goes_to_an_engine_and_back_and_has_the_same_bytes(
    name: str, small_dump: bytes, servers: Servers, tmp_path: Path
) -> None:
    """From embedded to each engine, and from that one's own dump to embedded."""
    lines = small_dump
    for number, each in enumerate(
        (make_engine(name, servers, tmp_path / "there"), make_engine("embedded", servers, tmp_path / "back"))
    ):
        file = tmp_path / f"{number}.nq"
        file.write_bytes(lines)
        with each.open() as opened:
            assert restore(file, opened) > 100
            lines = b"".join(dump(opened))
        assert lines == small_dump


@pytest.mark.parametrize("name", ENGINES)
def test_the_demo_read_back_gives_the_same_bytes(name: str, servers: Servers, tmp_path: Path) -> None:
    articles = Path(__file__).parents[2] / "kg" / "demo" / "articles.jsonl"
    with open_graph(str(tmp_path / "demo")) as graph:
        graph.load(str(articles))
        whole = b"".join(dump(graph.engine))
    (tmp_path / "dump.nq").write_bytes(whole)
    with make_engine(name, servers, tmp_path / "copy").open() as opened:
        restore(tmp_path / "dump.nq", opened)
        assert b"".join(dump(opened)) == whole
        contacts = partial(run, opened, "contacts", a="Russia", b="USA")
        assert len(contacts(known_by="2100")) == len(contacts()) > 0
        assert len(contacts(known_by="2020")) == 0, "nobody knew of them before they were loaded"


def test_a_cut_dump_writes_nothing(embedded: RealEngine, small_dump: bytes, tmp_path: Path) -> None:
    (tmp_path / "dump.nq").write_bytes(small_dump[:5000])
    with embedded.open() as opened, pytest.raises(BrokenDumpError, match="cut in the middle"):
        restore(tmp_path / "dump.nq", opened)


def test_a_graph_with_sources_is_left_alone(embedded: RealEngine, small_dump: bytes, tmp_path: Path) -> None:
    (tmp_path / "dump.nq").write_bytes(small_dump)
    with embedded.open() as opened:
        write_small_graph(opened)
        with pytest.raises(NotEmptyError):
            restore(tmp_path / "dump.nq", opened)


def test_the_command_reads_a_packed_dump_and_refuses_a_second(embedded: RealEngine, tmp_path: Path) -> None:
    with embedded.open() as opened:
        write_small_graph(opened)
    assert kg("export", "rdf", "--compress", "gzip", "-o", "a.nq.gz", "--uri", embedded.uri, where=tmp_path).status == 0
    assert kg("load", "a.nq.gz", "--uri", "copy", where=tmp_path).status == 0
    assert kg("export", "rdf", "--compress", "gzip", "-o", "b.nq.gz", "--uri", "copy", where=tmp_path).status == 0
    assert (tmp_path / "a.nq.gz").read_bytes() == (tmp_path / "b.nq.gz").read_bytes()
    again = kg("load", "a.nq.gz", "--uri", "copy", where=tmp_path)
    assert (again.status, "empty graph" in again.err) == (2, True)
