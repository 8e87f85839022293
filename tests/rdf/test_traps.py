"""What other people's tools do to RDF that one does not expect, a test for each; of some elsewhere:

an ill-formed date breaks pyshacl off (test_dumps), hash seeds change rdflib's bytes (test_dump), Jena warns of
addresses that others take (test_terms), rdflib changes literals when reading (test_readers).
"""

from __future__ import annotations

import ast
import warnings
from pathlib import Path

import pyoxigraph
import pytest
import rdflib

from kg.rdf import DEFAULT_BASE, FORMS, Form, write_dump
from kg.rdf.files import DumpError
from kg.rdf.mapping import Written, read_mapping
from kg.rdf.objects import encoder, plain_encoder
from kg.rdf.terms import literal
from tests.house.imports import REPOSITORY
from tests.rdf.test_readers import ENDINGS, OXIGRAPH

SUBJECT = f"<{DEFAULT_BASE}id/event-a>"
MAPPING = read_mapping(DEFAULT_BASE)
SOURCES = {file: ast.parse(file.read_text(encoding="utf-8")) for file in sorted((REPOSITORY / "kg/rdf").glob("*.py"))}


def attributes(tree: ast.AST) -> set[str]:
    return {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}


def written(term: str, form: Form, folder: Path) -> list[pyoxigraph.Quad]:
    """What pyoxigraph reads of a dump of one triple in a form."""
    target = folder / f"dump.{ENDINGS[form]}"
    line = f"{SUBJECT} <https://a.example/p> {term} .\n".encode()
    write_dump([line], str(target), form=form, compression="none", base=DEFAULT_BASE)
    return list(pyoxigraph.parse(path=str(target), format=OXIGRAPH[form]))


def test_text_with_a_newline_is_escaped_which_rdflibs_n3_does_not_do() -> None:
    text = 'two\nlines, a "quote", a \\ and a \t'
    line = f"{SUBJECT} <https://a.example/p> {{}} .\n"
    (quad,) = pyoxigraph.parse(line.format(literal(text)).encode(), format=pyoxigraph.RdfFormat.N_TRIPLES)
    assert quad.object.value == text
    with pytest.raises(SyntaxError):
        list(pyoxigraph.parse(line.format(rdflib.Literal(text).n3()).encode(), format=pyoxigraph.RdfFormat.N_TRIPLES))


def test_nothing_calls_n3_or_writes_with_rdflib() -> None:
    calls = {file.name: attributes(tree) & {"n3", "ConjunctiveGraph"} for file, tree in SOURCES.items()}
    assert {name for name, found in calls.items() if found} == set()


def test_no_dump_goes_through_a_store_which_rewrites_literals() -> None:
    """Only questions do. An Oxigraph store gives nonNegativeInteger back as integer, and 0.50 as 0.5."""
    assert {file.name for file, tree in SOURCES.items() if "Store" in attributes(tree)} == {"asking.py"}


@pytest.mark.parametrize("form", FORMS)
def test_literals_keep_their_datatype_and_their_digits(form: Form, tmp_path: Path) -> None:
    for term in (plain_encoder(MAPPING, "offset")(7), literal("0.50", "http://www.w3.org/2001/XMLSchema#decimal")):
        (quad,) = written(term, form, tmp_path)
        assert str(quad.object) == term


@pytest.mark.parametrize("form", FORMS)
def test_a_bad_address_is_a_text_and_its_triple_is_not_lost(form: Form, tmp_path: Path) -> None:
    """As an IRI in JSON-LD, readers would drop it in silence."""
    encode = encoder(MAPPING, Written("schema:url", "address"), f"{DEFAULT_BASE}id/")
    for bad in ("http://a.example/a b", "http://a.example/<x>", "no address", "http://a.example/{x}"):
        (quad,) = written(encode(bad), form, tmp_path)
        assert quad.object == pyoxigraph.Literal(bad)


def test_control_characters_are_refused_by_rdfxml_and_kept_by_the_rest(tmp_path: Path) -> None:
    """pyoxigraph would write them raw, and no XML reader would read the file."""
    term = literal("a\x01b")
    for form in FORMS:
        if form == "rdfxml":
            with pytest.raises(DumpError, match="choose another form"):
                written(term, form, tmp_path)
        else:
            text = written(term, form, tmp_path)[0].object
            assert isinstance(text, pyoxigraph.Literal)
            assert text.value == "a\x01b"


def test_language_tags_are_small_letters_which_readers_do_not_change() -> None:
    tags = {node.value for tree in SOURCES.values() for node in ast.walk(tree) if isinstance(node, ast.Constant)}
    languages = {tag.rpartition('"@')[2] for tag in tags if isinstance(tag, str) and '"@' in tag}
    assert languages == {"en"}


def test_shapes_are_checked_on_rdflibs_own_memory() -> None:
    """On an Oxigraph store pyshacl takes 60 times as long and finds faults that are none."""
    imported = {
        name.name.partition(".")[0]
        for tree in SOURCES.values() for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names
    }  # fmt: skip
    assert "rdflib" in imported
    assert "oxrdflib" not in imported


def test_a_dataset_has_no_triple_that_it_counts_and_does_not_write(small_dump: bytes) -> None:
    """``Dataset.add((s, p, o, None))`` makes such; what is parsed is not added that way."""
    dataset = rdflib.Dataset()
    dataset.parse(data=small_dump, format="nquads")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # rdflib's own, on its own names
        lines = [line for line in dataset.serialize(format="nquads").splitlines() if line]
    assert len(lines) == len(dataset) == small_dump.count(b"\n")
