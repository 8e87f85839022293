"""The options of an export: graphs by source, RDF 1.2, parts, packing, and what stands beside the file."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from datetime import date
from importlib import import_module
from pathlib import Path

import pyoxigraph
import pytest

from kg.rdf import DEFAULT_BASE, Selection, dump, write_dump
from kg.rdf.about import Tally
from kg.rdf.columns import columns_of
from kg.rdf.cursors import open_pages
from kg.rdf.files import Compression
from kg.rdf.mapping import read_mapping
from kg.rdf.selection import choose
from kg.store.engine import Engine
from tests.cli.command import kg
from tests.queries.small_graph import write_small_graph
from tests.servers.real_engine import ENGINES, Servers, make_engine

QUADS = pyoxigraph.RdfFormat.N_QUADS


@pytest.fixture(scope="module")
def folder(servers: Servers, tmp_path_factory: pytest.TempPathFactory) -> str:
    made = make_engine("embedded", servers, tmp_path_factory.mktemp("export"))
    with made.open() as opened:
        write_small_graph(opened)
    return made.uri


@pytest.fixture(params=ENGINES, scope="module")
def engine(
    request: pytest.FixtureRequest, servers: Servers, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Engine]:
    with make_engine(request.param, servers, tmp_path_factory.mktemp("part")).open() as opened:
        write_small_graph(opened)
        yield opened


def test_graphs_by_source_have_what_their_source_says(engine: Engine) -> None:
    lines = b"".join(dump(engine, by_source=True)).splitlines(keepends=True)
    assert lines == sorted(lines)
    quads = list(pyoxigraph.parse(b"".join(lines), format=QUADS))
    stated = {
        quad.subject.value: quad.object.value for quad in quads if quad.predicate.value.endswith("#wasDerivedFrom")
    }
    named = {quad.subject.value: str(quad.graph_name) for quad in quads if quad.subject.value in stated}
    assert stated and named == {claim: f"<{source}>" for claim, source in stated.items()}
    events = [quad for quad in quads if "/id/event-" in quad.subject.value]
    assert events and all(isinstance(quad.graph_name, pyoxigraph.DefaultGraph) for quad in events)


def test_rdf12_only_adds_what_claims_reify(engine: Engine) -> None:
    plain = set(b"".join(dump(engine)).splitlines())
    more = set(b"".join(dump(engine, rdf12=True)).splitlines())
    added = more - plain
    assert plain < more
    assert all(b"#reifies> <<( <https://example.org/kg/id/" in line for line in added)
    assert len(list(pyoxigraph.parse(b"\n".join(sorted(more)) + b"\n", format=QUADS))) == len(more)


def test_a_part_is_closed_and_smaller(engine: Engine) -> None:
    whole, part = b"".join(dump(engine)), b"".join(dump(engine, selection=choose(engine, sides=["Russia", "USA"])))
    assert 0 < len(part) < len(whole)
    assert set(part.splitlines()) < set(whole.splitlines())
    quads = list(pyoxigraph.parse(part, format=QUADS))
    subjects = {quad.subject.value for quad in quads}
    said = {"http://www.w3.org/1999/02/22-rdf-syntax-ns#object", "http://www.w3.org/1999/02/22-rdf-syntax-ns#predicate"}
    lost = [
        quad for quad in quads
        if isinstance(quad.object, pyoxigraph.NamedNode) and quad.object.value.startswith(f"{DEFAULT_BASE}id/")
        and quad.object.value not in subjects and quad.predicate.value not in said
    ]  # fmt: skip
    assert lost == []


@pytest.mark.parametrize(
    ("selection", "wanted"),
    [
        (Selection(since=date(2025, 1, 1)), "e.latest >= date('2025-01-01') OR e.latest IS NULL"),
        (Selection(until=date(2015, 1, 1)), "e.earliest <= date('2015-01-01') OR e.earliest IS NULL"),
        (Selection(since=date(2025, 1, 1), fuzzy="certain"), "e.earliest >= date('2025-01-01')"),
        (
            Selection(since=date(2014, 1, 1), until=date(2025, 2, 20), fuzzy="certain"),
            "e.earliest >= date('2014-01-01') AND e.latest <= date('2025-02-20')",
        ),
        (Selection(known_by="2000"), "false"),
    ],
)
def test_a_part_has_the_events_of_its_window(selection: Selection, wanted: str, engine: Engine) -> None:
    stored = {row[0] for row in engine.read(f"MATCH (e:Event) WHERE {wanted} RETURN e.id").rows}
    quads = pyoxigraph.parse(b"".join(dump(engine, selection=selection)), format=QUADS)
    events = {q.subject.value for q in quads if q.object == pyoxigraph.NamedNode("http://schema.org/Event")}
    assert events == {f"{DEFAULT_BASE}id/{one}" for one in stored}


def test_a_part_is_looked_up_and_not_looked_for(engine: Engine) -> None:
    """What is outside it is not read: a week of a large graph costs what is in the week."""
    part = choose(engine, sides=["Russia", "USA"])
    assert part is not None
    keep, columns = part.keep(engine), columns_of(read_mapping(DEFAULT_BASE))
    heard: list[int] = []
    assert isinstance(keep, frozenset)
    with open_pages(engine, columns, heard.append, keep=keep, page=7) as found:
        looked_up = {label: [row for page in pages for row in page] for label, pages in found.items()}
    with open_pages(engine, columns, lambda _: None, keep=dict.fromkeys(keep), page=7) as found:
        looked_for = {label: [row for page in pages for row in page] for label, pages in found.items()}
    assert looked_up == looked_for
    assert sum(heard) == len(keep)


def test_every_engine_gives_the_same_part(servers: Servers, tmp_path: Path) -> None:
    found = set()
    for name in ENGINES:
        with make_engine(name, servers, tmp_path / name).open() as opened:
            write_small_graph(opened)
            found.add(b"".join(dump(opened, selection=choose(opened, since="2024", topics=["energy"]))))
    assert len(found) == 1


def test_what_is_counted_while_a_dump_passes_is_what_a_reader_finds(engine: Engine) -> None:
    for by_source, rdf12 in ((False, False), (True, False), (False, True)):
        tally = Tally()
        chunks = tally.watch(dump(engine, by_source=by_source, rdf12=rdf12))
        quads = list(pyoxigraph.parse(b"".join(chunks), format=QUADS))
        objects = {
            name: Counter(quad.object for quad in quads if quad.predicate.value.endswith(name))
            for name in ("-ns#type", "/license", "#generatedAtTime")
        }
        assert tally.properties == Counter(str(quad.predicate).encode() for quad in quads)
        assert tally.classes == {str(term).encode(): count for term, count in objects["-ns#type"].items()}
        assert tally.licences == {term.value.encode(): count for term, count in objects["/license"].items()}
        assert tally.newest == max(term.value for term in objects["#generatedAtTime"]).encode()


@pytest.mark.parametrize("compression", ["gzip", "zstd"])
def test_packed_is_the_same_as_plain(compression: Compression, small_dump: bytes, tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_dump([small_dump], str(tmp_path / name), form="nquads", compression=compression, base=DEFAULT_BASE)
    packed = (tmp_path / "one").read_bytes()
    assert packed == (tmp_path / "two").read_bytes()
    module = import_module({"gzip": "gzip", "zstd": "backports.zstd"}[compression])
    assert module.decompress(packed) == small_dump


def test_the_description_is_true_and_the_same_each_time(folder: str, tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        assert kg("export", "rdf", "-o", "graph.nq", "--uri", folder, where=tmp_path / name).status == 0
    one, two = ({file.name: file.read_bytes() for file in (tmp_path / name).iterdir()} for name in ("one", "two"))
    assert one == two
    assert sorted(one) == sorted(
        f"graph.nq{end}" for end in ("", ".about.ttl", ".ontology.ttl", ".shapes.ttl", ".context.jsonld")
    )
    about = list(pyoxigraph.parse(one["graph.nq.about.ttl"], format=pyoxigraph.RdfFormat.TURTLE))
    said = {quad.predicate.value.rpartition("#")[2]: quad.object.value for quad in about}
    assert said["checksumValue"] == hashlib.sha256(one["graph.nq"]).hexdigest()
    counts = [quad.object.value for quad in about if quad.predicate.value == "http://rdfs.org/ns/void#triples"]
    assert str(one["graph.nq"].count(b"\n")) in counts


def test_the_description_names_the_dump_before(folder: str, tmp_path: Path) -> None:
    (tmp_path / "old.nq").write_bytes(b"")
    done = kg("export", "rdf", "-o", "new.nq", "--previous", "old.nq", "--uri", folder, where=tmp_path)
    assert done.status == 0
    before = hashlib.sha256(b"").hexdigest()[:16]
    assert f"dcat:previousVersion <{DEFAULT_BASE}dump/{before}>" in (tmp_path / "new.nq.about.ttl").read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--base", "nowhere"), "no base IRI"),
        (("--format", "docx"), "docx"),
        (("--format", "turtle", "--graphs", "source"), "no named graphs"),
        (("--format", "rdfxml", "--rdf12"), "RDF 1.2"),
        (("--since", "soon"), "soon"),
        (("--side", "Atlantis"), "Atlantis"),
        (("--topic", "wether"), "wether"),
        (("--fuzzy", "perhaps"), "perhaps"),
    ],
)
def test_bad_input_is_one_line_and_leaves_nothing(
    arguments: tuple[str, ...], words: str, folder: str, tmp_path: Path
) -> None:
    done = kg("export", "rdf", "-o", "graph.nq", "--uri", folder, *arguments, where=tmp_path)
    assert done.status == 2
    assert words in done.err and "Traceback" not in done.err
    assert list(tmp_path.iterdir()) == []


def test_jsonld_carries_its_context(small_dump: bytes, tmp_path: Path) -> None:
    write_dump([small_dump], str(tmp_path / "dump"), form="jsonld", compression="none", base=DEFAULT_BASE)
    document = json.loads((tmp_path / "dump").read_text(encoding="utf-8"))
    (event,) = [node for node in document["@graph"] if node["@id"].endswith("/id/event-riyadh")]
    assert event["kg:status"] == "held"
    assert isinstance(event["sem:hasPlace"], str)
