"""What a dump is: sorted lines without blank nodes, the same from every engine, on every machine, on every day."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from kg.blueprint import past_label, past_type
from kg.graph import open_graph
from kg.load.run import Clock, Watcher
from kg.model import Reading
from kg.rdf import dump
from kg.rdf.columns import columns_of
from kg.rdf.cursors import open_pages
from kg.rdf.mapping import read_mapping
from tests.consolidate.build import meeting, source
from tests.house.imports import REPOSITORY
from tests.queries.small_data import HOSTILE, SOURCES
from tests.queries.small_graph import write_small_graph
from tests.servers.real_engine import ENGINES, RealEngine

GOLDEN = Path(__file__).parent / "golden" / "riyadh.nq"
BASE = "https://example.org/kg/"


def test_every_engine_gives_the_same_bytes(dumps: dict[str, bytes]) -> None:
    assert len(dumps) == len(ENGINES)
    assert len(set(dumps.values())) == 1


def test_lines_are_sorted_and_each_is_there_once(small_dump: bytes) -> None:
    lines = small_dump.splitlines()
    assert lines == sorted(set(lines))


def test_there_are_no_blank_nodes(small_dump: bytes) -> None:
    assert not [line for line in small_dump.splitlines() if line.startswith(b"_:") or b" _:" in line.split(b'"')[0]]


def test_an_event_and_a_claim_are_written_as_a_person_read_them(small_dump: bytes) -> None:
    """Set KG_WRITE_GOLDEN=1 to write the file anew, then read the difference."""
    wanted = (b"<https://example.org/kg/id/event-riyadh>", b"<https://example.org/kg/id/claim-riyadh-wire-venue")
    lines = b"".join(line for line in small_dump.splitlines(keepends=True) if line.startswith(wanted))
    if os.environ.get("KG_WRITE_GOLDEN"):
        GOLDEN.write_bytes(lines)
    assert lines == GOLDEN.read_bytes()


def test_every_node_is_there_with_its_class(embedded: RealEngine) -> None:
    with embedded.open() as opened:
        write_small_graph(opened)
        lines = b"".join(dump(opened)).decode().splitlines()
        for label, how in read_mapping(BASE).labels.items():
            stored = opened.read(f"MATCH (n:{label}) RETURN count(n)").rows[0][0]
            kind = read_mapping(BASE).iri(how.classes[0]) if how.classes else "none"
            written = [line for line in lines if line.endswith(f"22-rdf-syntax-ns#type> <{kind}> .")]
            assert len(written) == (stored if how.classes else 0), label


def test_the_page_that_is_read_makes_no_difference_and_is_all_that_is_held(engine: RealEngine) -> None:
    columns = columns_of(read_mapping(BASE))
    heard: list[int] = []
    with engine.open() as opened:
        write_small_graph(opened)
        with open_pages(opened, columns, heard.append) as pages:
            once = {label: [row for page in several for row in page] for label, several in pages.items()}
        with open_pages(opened, columns, heard.append, page=3) as pages:
            by_three = {label: list(several) for label, several in pages.items()}
    assert {label: [row for page in several for row in page] for label, several in by_three.items()} == once
    assert sum(heard) == 2 * sum(map(len, once.values()))
    assert all(len(page) <= 3 for several in by_three.values() for page in several), "no page is longer"


def test_texts_of_sources_are_written_only_when_asked_for(embedded: RealEngine) -> None:
    with embedded.open() as opened:
        write_small_graph(opened)
        without, with_texts = b"".join(dump(opened)), b"".join(dump(opened, texts=True))
    added = set(with_texts.splitlines()) - set(without.splitlines())
    assert len(added) == len(SOURCES)
    assert all(b"<http://schema.org/articleBody>" in line for line in added)


def test_what_an_event_was_before_it_changed_is_not_written(embedded: RealEngine, small_dump: bytes) -> None:
    """Replaced versions stand in the graph under labels and types of their own: see ``past`` in schema/graph.yaml."""
    version = (
        f"MATCH (e:Event {{id: 'event-riyadh'}})<-[:TOOK_PART]-(s) CREATE (p:{past_label('Event')}) "
        f"SET p = properties(e), p.version = s.id, p.replaced = '2025-03-01T00:00:00Z' "
        f"CREATE (s)-[:{past_type('TOOK_PART')}]->(p)"
    )
    with embedded.open() as opened:
        write_small_graph(opened)
        opened.write(lambda transaction: transaction.run(version).consume())
        assert opened.read(f"MATCH (p:{past_label('Event')}) RETURN count(p)").rows[0][0] == 2
        assert b"".join(dump(opened)) == small_dump


def test_another_base_changes_our_iris_and_nothing_else(embedded: RealEngine, small_dump: bytes) -> None:
    with embedded.open() as opened:
        write_small_graph(opened)
        other = b"".join(dump(opened, base="http://data.example.net/ü/"))
    ours_again = other.replace("http://data.example.net/ü/".encode(), BASE.encode())
    assert sorted(ours_again.splitlines()) == small_dump.splitlines()


_DUMP = """
import sys, pathlib
from kg.store import open_engine
from kg.store.address import Folder
from kg.blueprint import past_label, past_type
from kg.graph import open_graph
from kg.load.run import Clock, Watcher
from kg.model import Reading
from kg.rdf import dump
with open_engine(Folder(pathlib.Path(sys.argv[1]))) as opened:
    sys.stdout.buffer.write(b"".join(dump(opened)))
"""


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "2", "TZ": "America/Los_Angeles", "LC_ALL": "tr_TR.UTF-8"},
    ],
)
def test_hash_seed_time_zone_and_locale_make_no_difference(
    environment: dict[str, str], embedded: RealEngine, small_dump: bytes
) -> None:
    with embedded.open() as opened:
        write_small_graph(opened)
    command = [sys.executable, "-W", "ignore", "-c", _DUMP, embedded.uri]
    done = subprocess.run(command, env={**os.environ, **environment}, capture_output=True, check=True, timeout=120)
    assert done.stdout == small_dump


def test_the_day_of_the_export_makes_no_difference() -> None:
    """Nothing that writes RDF can know it: no module of it asks a clock."""
    files = sorted((REPOSITORY / "kg" / "rdf").glob("*.py"))
    nodes = [node for file in files for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))]
    asked = {node.attr for node in nodes if isinstance(node, ast.Attribute)} & {"now", "today", "utcnow", "time_ns"}
    imported = {one.name for node in nodes if isinstance(node, ast.Import) for one in node.names}
    assert (len(files) > 20, asked, "time" in imported) == (True, set(), False)


def test_languages_are_written_as_every_reader_keeps_them(small_dump: bytes) -> None:
    """Some readers change the case of a tag, and a dump read back would differ."""
    tags = {
        line.rpartition("@")[2] for line in small_dump.decode().splitlines() if re.search(r'"@[A-Za-z-]+ \.$', line)
    }
    assert tags == {"en ."}


def test_hostile_text_is_one_literal(small_dump: bytes) -> None:
    escaped = HOSTILE.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    assert f'prefLabel> "{escaped}" .'.encode() in small_dump


def test_things_lead_to_the_tables_that_reference_data_name(tmp_path: Path) -> None:
    """Wikidata (http), the EU's countries, IPTC's topics; no table here has keys of GeoNames."""
    one, says = source("a"), f"<{BASE}id/{{}}> <http://www.w3.org/2004/02/skos/core#exactMatch> <{{}}> ."
    with open_graph(str(tmp_path / "graph")) as graph:
        reading = Reading(one, tuple(meeting(one, topic="trade")))
        graph.load_readings([reading], inputs=["made up"], clock=Clock("2025-03-01T00:00:00Z"), watcher=Watcher())
        lines = b"".join(dump(graph.engine)).decode().splitlines()
    assert {
        says.format("country-rus", "http://www.wikidata.org/entity/Q159"),
        says.format("country-rus", "http://publications.europa.eu/resource/authority/country/RUS"),
    } <= set(lines)
    led = {line.split("exactMatch> <")[1].split("/")[2] for line in lines if "#exactMatch> <" in line}
    assert led == {"www.wikidata.org", "publications.europa.eu", "cv.iptc.org"}
