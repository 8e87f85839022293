"""The schema as data: what schema/*.yaml say, as frozen records. Read once, from the generated JSON (YAML is slow)."""

from kg.blueprint.read import (
    claim_attributes,
    event_kinds,
    graph_schema,
    reject_reasons,
    statuses,
)
from kg.blueprint.records import (
    Attribute,
    EventKind,
    GraphSchema,
    Label,
    Property,
    RejectReason,
    Relationship,
    Status,
)

__all__ = [
    "Attribute",
    "EventKind",
    "GraphSchema",
    "Label",
    "Property",
    "RejectReason",
    "Relationship",
    "Status",
    "claim_attributes",
    "event_kinds",
    "graph_schema",
    "reject_reasons",
    "statuses",
]
