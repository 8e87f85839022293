"""Dumps are compared, checked and asked: the commands that work on files."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import warnings
from pathlib import Path

import pytest
import rdflib

from kg.graph import open_graph
from kg.rdf import DEFAULT_BASE, write_dump
from kg.rdf.asking import SparqlError, ask, store_of
from kg.rdf.check import check
from kg.rdf.difference import Change, difference
from kg.rdf.reading import BrokenDumpError
from tests.cli.command import kg
from tests.house.imports import REPOSITORY
from tests.queries.small_graph import write_small_graph
from tests.servers.real_engine import RealEngine

EXAMPLES = re.findall(
    r"```sparql\n(.*?)```", (REPOSITORY / "docs/how-to/ask-sparql.md").read_text(encoding="utf-8"), re.DOTALL
)
RIYADH = b"<https://example.org/kg/id/event-riyadh>"


@pytest.fixture
def file(small_dump: bytes, tmp_path: Path) -> Path:
    (tmp_path / "dump.nq").write_bytes(small_dump)
    return tmp_path / "dump.nq"


def other(file: Path, content: bytes) -> Path:
    target = file.with_name("other.nq")
    target.write_bytes(content)
    return target


def test_a_dump_does_not_differ_from_itself_packed(file: Path, small_dump: bytes) -> None:
    packed = file.with_name("packed")
    write_dump([small_dump], str(packed), form="nquads", compression="zstd", base=DEFAULT_BASE)
    assert difference(file, packed) == []


def test_a_thing_is_added_removed_or_changed(file: Path, small_dump: bytes) -> None:
    lines = small_dump.splitlines(keepends=True)
    without = other(file, b"".join(line for line in lines if not line.startswith(RIYADH)))
    assert difference(file, without) == [Change("event", "removed", "event-riyadh")]
    assert difference(without, file) == [Change("event", "added", "event-riyadh")]
    status = next(line for line in lines if line.startswith(RIYADH) and b"ontology#status" in line)
    retitled = other(file, b"".join(line for line in lines if line != status))
    assert difference(file, retitled) == [Change("event", "changed", "event-riyadh")]


def test_the_command_counts_by_kind(file: Path, small_dump: bytes) -> None:
    lines = small_dump.splitlines(keepends=True)
    other(file, b"".join(line for line in lines if not line.startswith(RIYADH)))
    done = kg("rdf", "diff", "dump.nq", "other.nq", "--format", "csv", where=file.parent)
    assert done.status == 0
    assert "event,0,1,0" in done.out
    assert done.err.strip() == "removed 1 event"


def test_a_whole_dump_has_nothing_wrong_in_chunks_of_any_size(file: Path) -> None:
    assert list(check(file)) == []
    assert list(check(file, chunk=700)) == []


def test_a_day_that_is_none_is_a_finding(file: Path, small_dump: bytes) -> None:
    """pyshacl breaks off at one."""
    line = next(one for one in small_dump.splitlines() if b"XMLSchema#date>" in one)
    bad = re.sub(rb'"\d{4}-\d\d-\d\d"', b'"2025-02-30"', line)
    lines = sorted(bad if one == line else one for one in small_dump.splitlines())
    found = list(check(other(file, b"\n".join(lines) + b"\n")))
    assert [one.message for one in found] == ["2025-02-30 is no day of the calendar."]


def test_findings_come_while_the_dump_is_read(file: Path, small_dump: bytes) -> None:
    """So memory grows neither with the dump nor with what is wrong in it."""
    lines = small_dump.replace(b'ontology#stance> "', b'ontology#stance> "x').splitlines(keepends=True)
    findings = check(other(file, b"".join(lines)[:-5]), chunk=700)
    assert "exactly one kg:stance" in next(findings).message
    with pytest.raises(BrokenDumpError, match="cut in the middle"):
        list(findings)


def test_no_half_report_is_left_of_a_cut_dump(file: Path, small_dump: bytes) -> None:
    other(file, small_dump[:-5])
    assert kg("rdf", "check", "other.nq", "--report", "report.ttl", where=file.parent).status == 2
    assert sorted(one.name for one in file.parent.iterdir()) == ["dump.nq", "other.nq"]


def test_findings_are_a_table_a_report_and_an_exit_status(file: Path, small_dump: bytes) -> None:
    held = b'ontology#status> "held" .'
    lines = sorted(small_dump.replace(held, b'ontology#status> "done" .', 1).splitlines(keepends=True))
    other(file, b"".join(lines))
    done = kg("rdf", "check", "other.nq", "--report", "report.ttl", "--format", "csv", where=file.parent)
    assert done.status == 1
    assert "exactly one kg:status, one of" in done.out
    report = rdflib.Graph().parse(file.with_name("report.ttl"))
    sh = rdflib.Namespace("http://www.w3.org/ns/shacl#")
    (whole,) = report.subjects(rdflib.RDF.type, sh.ValidationReport)
    (result,) = report.objects(whole, sh.result)
    assert report.value(whole, sh.conforms) == rdflib.Literal(False)
    assert report.value(result, sh.sourceConstraintComponent) == sh.InConstraintComponent
    assert str(report.value(result, sh.resultPath)).endswith("ontology#status")
    assert str(report.value(result, sh.focusNode)).startswith(f"{DEFAULT_BASE}id/event-")


@pytest.mark.parametrize("command", [("rdf", "check"), ("rdf", "diff", "dump.nq"), ("sparql", "ASK {}", "--dump")])
def test_a_cut_dump_is_one_clear_line(command: tuple[str, ...], file: Path, small_dump: bytes) -> None:
    other(file, small_dump[: len(small_dump) // 2])
    done = kg(*command, "other.nq", where=file.parent)
    assert done.status == 2
    assert "cut in the middle" in done.err
    assert len(done.err.strip().splitlines()) == 1


def test_a_packed_dump_that_is_cut_is_one_clear_line(file: Path, small_dump: bytes) -> None:
    for compression in ("gzip", "zstd"):
        packed = file.with_name("packed")
        write_dump([small_dump], str(packed), form="nquads", compression=compression, base=DEFAULT_BASE)
        packed.write_bytes(packed.read_bytes()[:-100])
        done = kg("rdf", "diff", "packed", "packed", where=file.parent)
        assert (done.status, "cut in the middle" in done.err) == (2, True), done.err


def test_there_are_twelve_examples() -> None:
    assert len(EXAMPLES) == 12


@pytest.mark.parametrize("number", range(12))
def test_an_example_has_an_answer(number: int, small_dump: bytes) -> None:
    _, rows = ask(store_of([small_dump]), EXAMPLES[number], DEFAULT_BASE)
    assert rows and rows != [("false",)]


@pytest.mark.parametrize("text", ["SELECT", "DROP ALL", "SELECT * { SERVICE <http://a.example/> { ?s ?p ?o } }"])
def test_what_is_no_question_is_refused(text: str) -> None:
    with pytest.raises(SparqlError):
        ask(store_of([]), text, DEFAULT_BASE)


def test_the_dataset_has_its_prefixes_and_only_the_part(embedded: RealEngine) -> None:
    with embedded.open() as opened:
        write_small_graph(opened)
    with open_graph(embedded.uri, create=False) as graph:
        whole, part = graph.rdflib(), graph.rdflib(sides=["Russia", "USA"])
    assert dict(part.namespaces())["sem"].endswith("/sem/")
    assert 0 < len(part) < len(whole)
    for dataset in (whole, part):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # rdflib's own, on its own names
            written = dataset.serialize(format="nquads").splitlines()
        assert len([line for line in written if line]) == len(dataset), "what is counted is exported too"


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script")
def test_the_nightly_script_keeps_seven_dumps(embedded: RealEngine, tmp_path: Path) -> None:
    with embedded.open() as opened:
        write_small_graph(opened)
    dumps = tmp_path / "dumps"
    dumps.mkdir()
    for day in range(1, 8):
        (dumps / f"2025-01-0{day}.nq.zst").write_bytes(b"")
    script = REPOSITORY / "docs/how-to/nightly-rdf.sh"
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "KG_URI": embedded.uri, "PATH": path}
    for today in ("2025-01-08", "2025-01-09"):
        command = ["/bin/sh", str(script), str(dumps), today]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=300, check=False)
        assert done.returncode == 0, done.stderr
    kept = sorted(file.name for file in dumps.glob("*.nq.zst"))
    assert kept == [f"2025-01-0{day}.nq.zst" for day in range(3, 10)]
    assert (dumps / "2025-01-09.changes.csv").read_text(encoding="utf-8").splitlines() == ["kind,added,removed,changed"]
