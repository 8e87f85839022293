"""What must hold between the parts of the schema; each fault is named with the place to mend."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from kg.blueprint.records import Blueprint, GraphSchema, past_label, past_type
from kg.errors import SchemaFileError

_PLAIN_VALUES = frozenset({"text", "edtf", "code", "event_kind", "status", "topic", "mention"})
STRUCTURES = frozenset({"Venue", "Participant", "Tenure"})
"""The values of claims that are records of kg.model."""


def check_consistency(blueprint: Blueprint) -> None:
    """Refuse a schema whose parts do not fit together.

    Raises:
        SchemaFileError: with every fault, one after the other.
    """
    faults = [*_graph_faults(blueprint.graph), *_label_faults(blueprint), *_claim_faults(blueprint)]
    if faults:
        raise SchemaFileError("; ".join(faults))


def _graph_faults(graph: GraphSchema) -> Iterator[str]:
    for name, relationship in graph.relationships.items():
        for label in (*relationship.start, *relationship.end):
            if label not in graph.labels:
                yield f"graph.yaml: relationships.{name}: there is no label {label}"
    for label, second in graph.second_labels.items():
        if label not in graph.labels:
            yield f"graph.yaml: second_labels: there is no label {label}"
        elif second.by not in graph.labels[label].properties:
            yield f"graph.yaml: second_labels.{label}: {label} has no property {second.by}"
    for name in graph.past.labels:
        if name not in graph.labels:
            yield f"graph.yaml: past: there is no label {name}"
    for name in graph.past.relationships:
        if name not in graph.relationships:
            yield f"graph.yaml: past: there is no relationship {name}"


def _label_faults(blueprint: Blueprint) -> Iterator[str]:
    """Every name is used once: an engine mixes up a label and a relationship type of one name."""
    graph = blueprint.graph
    names = [*graph.labels, *graph.relationships, *(kind.label for kind in blueprint.kinds.values())]
    names += [label for second in graph.second_labels.values() for label in second.labels.values()]
    names += map(past_label, graph.past.labels)
    names += map(past_type, graph.past.relationships)
    for name, times in Counter(name.upper() for name in names).items():
        if times > 1:
            yield f"schema/*.yaml: {name} names two labels or relationships (upper and lower case count as one)"


def _claim_faults(blueprint: Blueprint) -> Iterator[str]:
    known = _PLAIN_VALUES | STRUCTURES
    for name, attribute in blueprint.attributes.items():
        if attribute.value not in known:
            yield f"claims.yaml: {name}: value {attribute.value!r} is none of {', '.join(sorted(known))}"
