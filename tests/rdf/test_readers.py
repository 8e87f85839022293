"""Other people's readers take every form without a word of complaint, and read what was written."""

from __future__ import annotations

import logging
import re
import warnings
from collections.abc import Iterable
from pathlib import Path

import pyoxigraph
import pytest
import rdflib

from kg.rdf import Form, write_dump
from kg.rdf.dump import DEFAULT_BASE
from kg.rdf.generated import generated
from tests.servers.jena import Jena

ENDINGS: dict[Form, str] = {
    "nquads": "nq", "ntriples": "nt", "turtle": "ttl", "trig": "trig", "jsonld": "jsonld", "rdfxml": "rdf",
}  # fmt: skip
RDFLIB = {
    "nquads": "nquads",
    "ntriples": "nt",
    "turtle": "turtle",
    "trig": "trig",
    "jsonld": "json-ld",
    "rdfxml": "xml",
}
OXIGRAPH = {
    "nquads": pyoxigraph.RdfFormat.N_QUADS,
    "ntriples": pyoxigraph.RdfFormat.N_TRIPLES,
    "turtle": pyoxigraph.RdfFormat.TURTLE,
    "trig": pyoxigraph.RdfFormat.TRIG,
    "jsonld": pyoxigraph.RdfFormat.JSON_LD,
    "rdfxml": pyoxigraph.RdfFormat.RDF_XML,
}


@pytest.fixture(scope="module")
def files(small_dump: bytes, tmp_path_factory: pytest.TempPathFactory) -> dict[Form, Path]:
    folder = tmp_path_factory.mktemp("forms")
    found: dict[Form, Path] = {}
    for form, ending in ENDINGS.items():
        found[form] = folder / f"dump.{ending}"
        write_dump([small_dump], str(found[form]), form=form, compression="none", base=DEFAULT_BASE)
    return found


def lines(triples: Iterable[pyoxigraph.Triple]) -> list[bytes]:
    """Triples as sorted canonical lines."""
    written = pyoxigraph.serialize(triples, format=pyoxigraph.RdfFormat.N_TRIPLES)
    assert written is not None
    return sorted(written.splitlines())


@pytest.mark.parametrize("form", ENDINGS)
def test_pyoxigraph_reads_what_was_written(form: Form, files: dict[Form, Path], small_dump: bytes) -> None:
    quads = pyoxigraph.parse(path=str(files[form]), format=OXIGRAPH[form])
    assert lines(quad.triple for quad in quads) == small_dump.splitlines()


@pytest.mark.parametrize("form", ENDINGS)
def test_rdflib_reads_what_was_written(
    form: Form,
    files: dict[Form, Path],
    small_dump: bytes,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(rdflib, "NORMALIZE_LITERALS", False)
    with caplog.at_level(logging.WARNING), warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # rdflib's own, on its own names
        read = rdflib.Dataset(default_union=True)
        read.parse(data=files[form].read_bytes(), format=RDFLIB[form])
        triples = [oxigraph_triple(*triple) for triple in read.triples((None, None, None))]
    assert not caplog.records
    assert lines(triples) == small_dump.splitlines()


def oxigraph_triple(subject: object, predicate: object, term: object) -> pyoxigraph.Triple:
    return pyoxigraph.Triple(
        pyoxigraph.NamedNode(str(subject)), pyoxigraph.NamedNode(str(predicate)), oxigraph_term(term)
    )


def oxigraph_term(term: object) -> pyoxigraph.NamedNode | pyoxigraph.Literal:
    if isinstance(term, rdflib.Literal):
        if term.language:
            return pyoxigraph.Literal(str(term), language=term.language)
        kind = pyoxigraph.NamedNode(str(term.datatype)) if term.datatype else None
        return pyoxigraph.Literal(str(term), datatype=kind)
    return pyoxigraph.NamedNode(str(term))


def test_jena_finds_no_fault_in_any_form(files: dict[Form, Path], jena: Jena) -> None:
    assert jena.validate(*files.values()) == ""


def test_jena_counts_as_many(files: dict[Form, Path], small_dump: bytes, jena: Jena) -> None:
    assert jena.count(files["nquads"]) == small_dump.count(b"\n")


def test_jena_does_find_faults(tmp_path: Path, jena: Jena) -> None:
    bad = tmp_path / "bad.nq"
    bad.write_text(
        '<https://a.example/x> <https://a.example/p> "2025-02-30"^^<http://www.w3.org/2001/XMLSchema#date> .\n'
    )
    assert "2025-02-30" in jena.validate(bad)


def test_jena_finds_the_shapes_kept_and_a_fault_when_there_is_one(
    small_dump: bytes, jena: Jena, tmp_path: Path
) -> None:
    shapes, data = tmp_path / "shapes.ttl", tmp_path / "data.nt"
    shapes.write_text(generated(DEFAULT_BASE)["shapes.ttl"], encoding="utf-8")
    data.write_bytes(small_dump)
    assert re.search(r"sh:conforms\s+true", jena.shacl(shapes, data))
    data.write_bytes(small_dump.replace(b'ontology#status> "held" .', b'ontology#status> "done" .', 1))
    assert "exactly one kg:status" in jena.shacl(shapes, data)
