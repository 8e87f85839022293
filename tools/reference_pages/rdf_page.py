"""docs/reference/rdf.md: what each label, property and relationship becomes in RDF."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Mapping as Values

from kg.blueprint import graph_schema
from kg.rdf.dump import DEFAULT_BASE
from kg.rdf.mapping import Mapping, Written, read_mapping
from kg.rdf.named_terms import written_edges, written_labels
from tools.reference_pages.markdown import code, names, page, table

_INTRODUCTION = """
How the graph is written as RDF, from `schema/rdf.yaml`. The same stands in OWL, SHACL and JSON-LD:
[ontology](../../schema/generated/ontology.ttl), [shapes](../../schema/generated/shapes.ttl),
[context](../../schema/generated/context.jsonld). An IRI is `{base}id/` and the node's id; there are no blank nodes.
"""
_CLAIM = """
A claim has, beside its properties, `rdf:predicate` (the attribute as a term of `kg:`), `rdf:object` (the value; a side
or topic as its node), `prov:wasAttributedTo` (the extractor) and `oa:hasTarget`: a part of its source, selected by its
exact words and by its position (code points, end exclusive).
"""


def rdf_page() -> str:
    """Return the page."""
    mapping = read_mapping(DEFAULT_BASE)
    blocks = [_INTRODUCTION, "## Picture", code(_diagram(mapping), "mermaid"), "## Prefixes", _prefixes(mapping)]
    blocks.append("## Labels")
    for label in written_labels(mapping):
        blocks += _label(mapping, label)
    blocks += ["## Relationships", _edges(mapping), "## Left out", _left_out(mapping)]
    return page("The graph as RDF", *blocks)


def _diagram(mapping: Mapping) -> str:
    lines = ["graph LR"]
    lines += [f'  {label}["{label}<br/>{mapping.labels[label].classes[0]}"]' for label in written_labels(mapping)]
    for name in written_edges(mapping):
        edge, schema = mapping.relationships[name], graph_schema().relationships[name]
        pairs = [(one, other) for one in schema.start for other in schema.end]
        for start, end in pairs:
            one, other = (start, end) if edge.subject == "start" else (end, start)
            lines.append(f"  {one} -->|{edge.predicate}| {other}")
    return "\n".join(lines)


def _prefixes(mapping: Mapping) -> str:
    return table(("prefix", "namespace"), [(f"`{name}`", f"`{iri}`") for name, iri in mapping.prefixes.items()])


def _label(mapping: Mapping, label: str) -> Iterator[str]:
    how = mapping.labels[label]
    yield f"### {label}"
    yield f"{graph_schema().labels[label].meaning} Written as {names(how.classes)}."
    yield table(("property", "predicate", "object"), _rows(how.properties))
    if label == "Claim":
        yield _CLAIM
    if how.left_out:
        yield "Left out: " + "; ".join(f"`{name}` ({why})" for name, why in how.left_out.items()) + "."


def _rows(properties: Values[str, Written]) -> Iterable[tuple[str, str, str]]:
    for name, written in properties.items():
        way: Written | None = written
        while way is not None:
            yield f"`{name}`", f"`{way.predicate}`", f"`{way.how}`" if "{}" in way.how else way.how
            way = way.also


def _edges(mapping: Mapping) -> str:
    rows = []
    for name in written_edges(mapping):
        edge, schema = mapping.relationships[name], graph_schema().relationships[name]
        ends = (schema.start, schema.end) if edge.subject == "start" else (schema.end, schema.start)
        node = f", by a node of {names(edge.node.classes)}" if edge.node else ""
        rows.append((f"`{name}`", names(ends[0]), f"`{edge.predicate}`", names(ends[1]) + node))
    return table(("relationship", "subject", "predicate", "object"), rows)


def _left_out(mapping: Mapping) -> str:
    rows = [(f"`{name}`", how.left_out.get("*", "")) for name, how in mapping.labels.items() if not how.classes]
    return table(("label", "why it is in no dump"), rows)
