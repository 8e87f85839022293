"""What is generated from schema/rdf.yaml: up to date, readable, and true of what is written."""

from __future__ import annotations

import json

import pyoxigraph
import pytest
import rdflib
from pyshacl import validate

from kg.rdf import DEFAULT_BASE
from kg.rdf.generated import generated
from kg.rdf.mapping import read_mapping
from kg.rdf.named_terms import named_terms
from kg.vocabulary.data import path

FILES = generated(DEFAULT_BASE)
TURTLE = pyoxigraph.RdfFormat.TURTLE
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"


@pytest.mark.parametrize("name", FILES)
def test_a_generated_file_is_up_to_date(name: str) -> None:
    assert path(f"generated/{name}").read_text(encoding="utf-8") == FILES[name], "stale: run 'make schema' and commit"


def test_every_term_of_a_dump_is_in_the_ontology(small_dump: bytes) -> None:
    ontology = {quad.subject.value for quad in pyoxigraph.parse(FILES["ontology.ttl"].encode(), format=TURTLE)}
    quads = list(pyoxigraph.parse(small_dump, format=pyoxigraph.RdfFormat.N_QUADS))
    used = {quad.predicate.value for quad in quads} | {
        quad.object.value for quad in quads if quad.predicate.value == TYPE
    }
    ours = {term for term in used if "/ontology#" in term}
    assert ours and ours - ontology == set()


def test_every_term_of_ours_has_a_label_and_a_meaning() -> None:
    for term in named_terms(read_mapping(DEFAULT_BASE)):
        assert term.label and all(meaning.strip() for meaning in term.meanings), term.name


def test_another_base_is_another_ontology_with_the_same_terms() -> None:
    other = generated("https://data.example.net/")
    assert other["ontology.ttl"] == FILES["ontology.ttl"].replace(DEFAULT_BASE, "https://data.example.net/")


def test_the_small_graph_has_the_shape(small_dump: bytes) -> None:
    conforms, _, text = shacl(small_dump)
    assert conforms, text


def test_a_fault_is_told_in_words(small_dump: bytes) -> None:
    held = b'ontology#status> "held" .'
    assert held in small_dump
    conforms, _, text = shacl(small_dump.replace(held, b'ontology#status> "done" .', 1))
    assert not conforms
    assert "Event: exactly one kg:status, one of" in text


def test_the_context_gives_values_their_datatypes() -> None:
    document = json.loads(FILES["context.jsonld"])
    document["@graph"] = [{"@id": f"{DEFAULT_BASE}id/event-1", "dct:date": "2024-03~"}]
    (quad,) = pyoxigraph.parse(json.dumps(document).encode(), format=pyoxigraph.RdfFormat.JSON_LD)
    assert quad.object.datatype.value == "http://id.loc.gov/datatypes/edtf/EDTF"


def shacl(dump: bytes) -> tuple[bool, object, str]:
    data = rdflib.Graph().parse(data=dump, format="nt")
    shapes = rdflib.Graph().parse(data=FILES["shapes.ttl"], format="turtle")
    found: tuple[bool, object, str] = validate(data, shacl_graph=shapes)
    return found
