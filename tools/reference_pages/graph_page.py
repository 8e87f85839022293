"""docs/reference/graph.md: labels, relationships and properties."""

from __future__ import annotations

from collections.abc import Iterator

from kg.blueprint.records import (
    Blueprint,
    EventKind,
    GraphSchema,
    Label,
    Property,
    Relationship,
    past_label,
    past_type,
)
from tools.reference_pages.markdown import code, names, page, table, yes
from tools.reference_pages.patterns import PATTERNS

_INTRODUCTION = """
What stands in a graph, on every engine. The source is `schema/graph.yaml`; schema version {version}.

Every node has a text property `id`, unique for its label: the label's kind and a hash of what makes the thing itself.
**Derived** things are computed from the claims and can be rebuilt from them at any time; everything else is what the
sources say. Times are text in UTC (ISO 8601, with Z), dates without further mark are days.

Look a node up by its first label and a property, and put any further label into `WHERE`: every engine has its indexes
on first labels.
"""

_PAST = """
What was replaced, or is shown no more, stands under labels and types of its own: `Past` and the label, `PAST_` and
the type. No pattern on the present meets it. A version has the properties that the thing had, the thing's `id`, a
unique `version`, and `replaced`: when it was shown no more. So what the graph showed at a moment is every version
with `recorded` up to then and `replaced` later or absent; a named query with `--known-by` asks just that. What has
left the graph, such as a place of which only the past speaks, stands there too, unique by `version`, which is its id.
An event of two or more sides has the second label `PastContact`. Names of persons, places and sides have no past:
they are those of now.
"""


def graph_page(blueprint: Blueprint) -> str:
    """Return the page."""
    graph = blueprint.graph
    blocks = [_INTRODUCTION.format(version=graph.version), "## Labels"]
    for name, label in graph.labels.items():
        blocks += _label(name, label, _second_labels(graph, blueprint.kinds, name))
    blocks += ["## Relationships", _overview(graph)]
    for name, relationship in graph.relationships.items():
        if relationship.properties or name in PATTERNS:
            blocks += _relationship(name, relationship)
    blocks += ["## The past", _PAST, _past(graph)]
    return page("The graph", *blocks)


def _label(name: str, label: Label, second: str) -> Iterator[str]:
    yield f"### {name}"
    yield label.meaning + (" Derived." if label.derived else "")
    if second:
        yield second
    yield _properties(label.properties, derived=label.derived)


def _second_labels(graph: GraphSchema, kinds: dict[str, EventKind], name: str) -> str:
    if name not in graph.second_labels:
        return ""
    second = graph.second_labels[name]
    labels = list(second.labels.values()) or [kind.label for kind in kinds.values()]
    return f"Second labels, by `{second.by}`: {names(labels)}." + (f" {second.meaning}" if second.meaning else "")


def _properties(properties: dict[str, Property], *, derived: bool) -> str:
    rows = [
        (f"`{name}`", one.type, yes(one.index == "range"), yes(one.derived or derived), one.meaning)
        for name, one in properties.items()
    ]
    return table(("property", "type", "index", "derived", "meaning"), rows)


def _overview(graph: GraphSchema) -> str:
    rows = [
        (f"`{name}`", names(one.start), names(one.end), yes(one.derived), one.meaning)
        for name, one in graph.relationships.items()
    ]
    return table(("type", "from", "to", "derived", "meaning"), rows)


def _past(graph: GraphSchema) -> str:
    past = graph.past
    rows = [
        ("replaced", names([past_label(label) for label in past.versions])),
        ("left", names([past_label(label) for label in past.left])),
        ("joined", names([past_type(kind) for kind in past.relationships])),
    ]
    return table(("what", "names"), rows)


def _relationship(name: str, relationship: Relationship) -> Iterator[str]:
    yield f"### {name}"
    if relationship.properties:
        yield _properties(relationship.properties, derived=relationship.derived)
    if name in PATTERNS:
        yield code(PATTERNS[name], "cypher")
