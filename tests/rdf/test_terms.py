"""Terms, sorting and the mapping."""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.blueprint import graph_schema
from kg.rdf.mapping import Written, read_mapping
from kg.rdf.objects import column_encoder, encoder
from kg.rdf.sorting import OutOfOrderError, Run, sorted_blocks
from kg.rdf.terms import BadIriError, check_base, check_id, check_ids, is_web_address, literal

BASE = "https://example.org/kg/"
ADDRESSES = [
    ("https://a.example/x?y=1#z", True),
    ("http://例え.jp/ü/%c3%bc", True),
    ("http://a.example:8080/a//b/'(c)", True),
    ("http://user:pw@a.example/", False),
    ("http://-a.example/", False),
    ("http://a.example/%zz", False),
    ("http://a.example/?q=[1]", False),
    ("http://a.example:port/", False),
    ("mailto:x@y", False),
    ("javascript:alert(1)", False),
    ("no", False),
]
"""What Apache Jena warns of is no address."""
TEXTS = st.text(st.characters(exclude_categories=["Cs"]))


@given(TEXTS)
def test_a_literal_is_read_back_and_is_in_canonical_form(text: str) -> None:
    line = f"<https://a.example/s> <https://a.example/p> {literal(text)} .\n".encode()
    triple = next(pyoxigraph.parse(line, format=pyoxigraph.RdfFormat.N_TRIPLES)).triple
    assert triple.object.value == text
    assert pyoxigraph.serialize([triple], format=pyoxigraph.RdfFormat.N_TRIPLES) == line


@given(st.sets(st.text("ab-0", min_size=1, max_size=5)), st.integers(1, 3), st.integers(1, 9))
def test_lines_are_sorted_also_where_one_id_begins_another(ids: set[str], apart: int, size: int) -> None:
    nodes = [(f"<x/{one}", f"<x/{one}#part> <p> 2\n<x/{one}> <p> 1\n") for one in sorted(ids)]
    every = [line for _, lines in nodes for line in lines.splitlines(keepends=True)]
    streams = [in_runs(nodes[start::apart], size) for start in range(apart)]
    assert "".join(sorted_blocks(streams)) == "".join(sorted(every))


def in_runs(nodes: list[tuple[str, str]], size: int) -> Iterator[Run]:
    """Some nodes at a time."""
    for start in range(0, len(nodes), size):
        beginnings, lines = zip(*nodes[start : start + size], strict=True)
        yield list(beginnings), list(lines)


def test_ids_in_another_order_are_an_error() -> None:
    with pytest.raises(OutOfOrderError):
        list(sorted_blocks([[(["<b", "<a"], ["", ""])]]))
    with pytest.raises(OutOfOrderError):
        list(sorted_blocks([[(["<b"], [""]), (["<a"], [""])]]))


@pytest.mark.parametrize("base", ["https://example.org/kg/", "http://localhost:8080/x#", "https://例え.jp/"])
def test_bases_that_will_do(base: str) -> None:
    assert check_base(base) == base


@pytest.mark.parametrize(
    "base",
    ["", "example.org/", "https://", "https:///x/", "https://example.org/kg", "https://a b/", "https://a/<x>/",
     "file:///x/", "https://[x/"],
)  # fmt: skip
def test_bases_that_will_not(base: str) -> None:
    with pytest.raises(BadIriError, match=r"base IRI|must end with"):
        check_base(base)


@pytest.mark.parametrize("text", ["", "a b", "a/b", "a>", "ä", "a#b", "a\n"])
def test_ids_that_are_none_of_ours(text: str) -> None:
    with pytest.raises(BadIriError):
        check_id(text)
    with pytest.raises(BadIriError):
        check_ids(["event-a", text, "event-b"])


@given(st.lists(TEXTS | st.none()), st.sampled_from(["text", "english", "edtf", "address"]))
def test_many_values_at_once_are_written_as_each_alone(values: list[str | None], how: str) -> None:
    written = Written("dct:date", how)
    one, column = (make(read_mapping(BASE), written, f"{BASE}id/") for make in (encoder, column_encoder))
    assert list(column(values)) == [one(value) if value else "" for value in values]


@pytest.mark.parametrize(("text", "is_one"), ADDRESSES)
def test_addresses(text: str, is_one: bool) -> None:
    assert is_web_address(text) is is_one


@given(TEXTS)
def test_what_is_taken_for_an_iri_is_read_as_that_iri(text: str) -> None:
    address = f"http://a.example/{text}"
    if is_web_address(address):
        line = f"<https://a.example/s> <https://a.example/p> <{address}> .\n".encode()
        assert next(pyoxigraph.parse(line, format=pyoxigraph.RdfFormat.N_TRIPLES)).object.value == address


def test_everything_in_the_schema_is_mapped_or_says_why_not() -> None:
    mapping, schema = read_mapping(BASE), graph_schema()
    assert set(mapping.labels) == set(schema.labels)
    assert set(mapping.relationships) == set(schema.relationships)
    for name, label in schema.labels.items():
        how = mapping.labels[name]
        if "*" not in how.left_out:
            assert set(how.properties) | set(how.left_out) == set(label.properties), name
    for name, edge in schema.relationships.items():
        how_edge = mapping.relationships[name]
        written = set(how_edge.node.properties) if how_edge.node else set()
        assert written | set(how_edge.left_out) == set(edge.properties), name


def test_every_name_in_the_mapping_has_a_prefix() -> None:
    mapping = read_mapping(BASE)
    names = [name for label in mapping.labels.values() for name in (*label.classes, *label.second.values())]
    names += [how.predicate for label in mapping.labels.values() for how in label.properties.values()]
    names += [edge.predicate for edge in mapping.relationships.values()]
    names += list(mapping.datatypes.values())
    assert all(mapping.iri(name).startswith("http") for name in names)
    assert all("https://schema.org" not in mapping.iri(name) for name in names)
