"""``kg sparql`` as a user runs it: over the graph, a part of it, a moment of it, and a dump."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.command import Outcome, kg
from tests.queries.small_graph import write_small_graph
from tests.servers.real_engine import Servers, make_engine

TITLES = "SELECT ?title WHERE { ?e a sem:Event ; skos:prefLabel ?title } ORDER BY ?title"


@pytest.fixture(scope="module")
def folder(servers: Servers, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the small graph in ``graph``, and its dumps."""
    made = make_engine("embedded", servers, tmp_path_factory.mktemp("sparql"))
    with made.open() as opened:
        write_small_graph(opened)
    where = Path(made.uri).parent
    for name, *options in (("all.nq.zst", "--compress", "zstd"), ("other.nq", "--base", "https://data.example.net/")):
        assert kg("export", "rdf", "-o", name, *options, "--uri", "graph", where=where).status == 0
    return where


def asked(folder: Path, question: str, *arguments: str) -> Outcome:
    done = kg("sparql", question, *arguments, "--format", "json", where=folder)
    assert done.status == 0, done.err
    return done


def test_a_part_has_the_events_that_the_named_query_gives(folder: Path) -> None:
    whole = asked(folder, TITLES, "--uri", "graph").rows()
    contact = TITLES.replace("sem:Event", "kg:Contact")
    part = asked(folder, contact, "--uri", "graph", "--side", "Russia", "--side", "USA", "--since", "2020").rows()
    arguments = ("--a", "Russia", "--b", "USA", "--since", "2020", "--status", "any", "--format", "json")
    contacts = kg("query", "contacts", *arguments, "--uri", "graph", where=folder).rows()
    assert sorted(row["title"] for row in part) == sorted(row["title"] for row in contacts)
    assert 0 < len(part) < len(whole)
    assert asked(folder, TITLES, "--uri", "graph", "--known-by", "2000").rows() == []


def test_a_dump_gives_what_the_graph_gives(folder: Path) -> None:
    """Also a packed one, one with IRIs of its own, and a question from a file."""
    (folder / "titles.rq").write_text(TITLES, encoding="utf-8")
    whole = asked(folder, TITLES, "--uri", "graph").rows()
    assert asked(folder, "titles.rq", "--dump", "all.nq.zst").rows() == whole
    assert asked(folder, TITLES, "--dump", "other.nq").rows() == whole
    kinds = "SELECT (COUNT(?e) AS ?n) WHERE { ?e a kg:Meeting }"
    (there,), (own,) = (asked(folder, kinds, *which).rows() for which in (("--uri", "graph"), ("--dump", "other.nq")))
    assert there == own != {"n": "0"}


@pytest.mark.parametrize(
    ("question", "arguments", "words"),
    [
        ("SELECT nothing", ("--uri", "graph"), "SPARQL: "),
        ("gone.rq", ("--uri", "graph"), "no file gone.rq"),
        ("ASK {}", ("--dump", "gone.nq"), "gone.nq"),
        ("ASK {}", ("--uri", "graph", "--side", "Atlantis"), "Atlantis"),
    ],
)
def test_what_cannot_be_asked_is_one_line(question: str, arguments: tuple[str, ...], words: str, folder: Path) -> None:
    done = kg("sparql", question, *arguments, where=folder)
    assert (done.status, words in done.err, "Traceback" in done.err) == (2, True, False), done.err
