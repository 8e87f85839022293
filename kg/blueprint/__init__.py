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
    Past,
    Property,
    RejectReason,
    Relationship,
    Status,
    past_label,
    past_type,
)

__all__ = [
    "Attribute",
    "EventKind",
    "GraphSchema",
    "Label",
    "Past",
    "Property",
    "RejectReason",
    "Relationship",
    "Status",
    "claim_attributes",
    "event_kinds",
    "graph_schema",
    "past_label",
    "past_type",
    "reject_reasons",
    "statuses",
]
