"""What is read of the nodes of a label, as columns: a page of nodes comes in one record, without names in it."""

from __future__ import annotations

from typing import Any, TypeAlias

import msgspec

from kg.blueprint import graph_schema, past_label
from kg.rdf.mapping import EdgeMapping, Mapping
from queries.as_of import shown, widen

Row: TypeAlias = list[Any]
"""The values of a node's columns; the first is its id."""
OF_CLAIMS = ("attribute", "value", "quote", "start", "end", "extractor")
"""What kg.rdf.claims writes in its own way."""
_LABELS = "labels(n)"


class Columns(msgspec.Struct, frozen=True):
    """The properties and the relationship types of a label that are written.

    A relationship's column has the ids of the other ends, or where it has properties that are written, a list for each:
    the id and the properties.
    """

    label: str
    properties: tuple[str, ...]
    edges: dict[str, EdgeMapping]
    references: tuple[int, ...] = ()
    """Where in a row the ids of nodes stand that a property names."""
    second: bool = False
    """Whether the nodes have second labels; then the last column has all labels."""

    def property_at(self, name: str) -> int:
        """Return the position of a property in a row."""
        return 1 + self.properties.index(name)

    def edge_at(self, kind: str) -> int:
        """Return the position of a relationship type in a row."""
        return 1 + len(self.properties) + list(self.edges).index(kind)

    def labels(self, known_by: str | None) -> tuple[str, ...]:
        """Return the labels that such nodes have, those of the past first."""
        has_past = known_by is not None and self.label in graph_schema().past.labels
        return (past_label(self.label), self.label) if has_past else (self.label,)

    def page_text(self, label: str) -> str:
        """Return the Cypher for the rows of a page; names come from schema/rdf.yaml and nowhere else."""
        return _page(label, self._values(label))

    def chosen_text(self) -> str:
        """Return the same for the nodes with the ids ``$ids``."""
        return f"UNWIND $ids AS one MATCH (n:{self.label} {{id: one}}) {_rows(self._values(self.label))}"

    def _values(self, label: str) -> list[str]:
        values = [f"n.{name}" for name in self.properties]
        values += [_ends(f"n:{label}", kind, edge) for kind, edge in self.edges.items()]
        return [*values, _LABELS] if self.second else values

    def page_text_then(self, label: str) -> str:
        """Return the same for what was shown at the moment ``$known_by``."""
        values = [_THEN.get((self.label, name), f"n.{name}") for name in self.properties]
        values += [_ends("n", kind, edge, f" WHERE {shown('m')}") for kind, edge in self.edges.items()]
        asked = [*values, _LABELS] if self.second else values
        return widen(_page("@", asked, WAS_THERE.get(self.label, "true"))).replace("(n:@)", f"(n:{label})")


_EVENT_SHOWN = f"(e:Event) WHERE {shown('e')}"
WAS_THERE = {
    "Event": shown("n"),
    "Participant": f"EXISTS {{ MATCH (n)<-[:HAS_PARTICIPANT]-{_EVENT_SHOWN} }}",
    "Conflict": f"EXISTS {{ MATCH (n)-[:CONCERNS]->(e) WHERE {shown('e')} }}",
    "Source": "n.recorded < $known_by",
    "Claim": "n.recorded < $known_by",
    "Mention": "EXISTS { MATCH (c:Claim {mention: n.id}) WHERE c.recorded < $known_by }",
}
"""What tells, of a label, which nodes were there at a moment. Of the rest those were that others led to."""
_GAP = "split(gap, '/')[0] < $known_by AND split(gap, '/')[1] >= $known_by"
_THEN = {
    ("Claim", "withdrawn"): (
        "CASE WHEN n.withdrawn < $known_by THEN n.withdrawn "
        f"ELSE head([gap IN coalesce(n.gaps, []) WHERE {_GAP} | split(gap, '/')[0]]) END"
    ),
    ("Source", "withdrawn"): (
        "head([(w:Withdrawal)-[:WITHDRAWS]->(n) "
        "WHERE w.at < $known_by AND coalesce(w.undone >= $known_by, true) | w.at])"
    ),
}
"""Properties that change in place, as they were at a moment."""


def _page(label: str, values: list[str], condition: str = "") -> str:
    return (
        f"MATCH (n:{label}) WHERE n.id > $after AND n.id <= $until {condition and f'AND {condition} '}{_rows(values)}"
    )


def _rows(values: list[str]) -> str:
    return f"RETURN collect([{', '.join(['n.id', *values])}]) AS rows"


def columns_of(mapping: Mapping, *, texts: bool = False) -> dict[str, Columns]:
    """Return the columns of each label that is written; ``texts``: those of sources too."""
    return {label: _columns(mapping, label, texts) for label, how in mapping.labels.items() if how.classes}


def _columns(mapping: Mapping, label: str, texts: bool) -> Columns:
    written = mapping.labels[label].properties
    left_out = set() if texts or label != "Source" else {"text"}
    names = tuple(name for name in written if name not in left_out)
    references = tuple(1 + at for at, name in enumerate(names) if written[name].how == "reference")
    own = OF_CLAIMS if label == "Claim" else ()
    return Columns(label, (*names, *own), _edges(mapping, label), references, label in graph_schema().second_labels)


def _edges(mapping: Mapping, label: str) -> dict[str, EdgeMapping]:
    found = {}
    for kind, edge in mapping.relationships.items():
        schema = graph_schema().relationships[kind]
        if label in (schema.start if edge.subject == "start" else schema.end):
            found[kind] = edge
    return found


def _ends(node: str, kind: str, edge: EdgeMapping, condition: str = "") -> str:
    there, back = ("-", "->") if edge.subject == "start" else ("<-", "-")
    other = ", ".join(["m.id", *(f"r.{name}" for name in edge.node.properties)]) if edge.node else ""
    return f"[({node}){there}[r:{kind}]{back}(m){condition} | {f'[{other}]' if other else 'm.id'}]"
