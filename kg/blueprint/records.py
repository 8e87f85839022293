"""The records of the schema."""

from __future__ import annotations

from typing import Literal

import msgspec

PropertyType = Literal["string", "integer", "float", "boolean", "date", "strings"]


class Property(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A property of a label or relationship."""

    type: PropertyType
    meaning: str
    derived: bool = False
    index: Literal["", "range"] = ""


class Label(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A label of nodes. Every one is unique by ``id``."""

    meaning: str
    rdf: str
    properties: dict[str, Property]
    derived: bool = False


class Relationship(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"start": "from", "end": "to"}):
    """A relationship type and the labels it may join."""

    start: tuple[str, ...]
    end: tuple[str, ...]
    meaning: str
    rdf: str
    derived: bool = False
    properties: dict[str, Property] = {}


class SecondLabel(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Labels that nodes carry beside their first, by the value of a property."""

    by: str
    meaning: str = ""
    labels: dict[str, str] = {}


class Past(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is kept once the graph shows it no more, under labels and types of its own."""

    versions: tuple[str, ...]
    """Labels of which each version is kept that was replaced."""
    left: tuple[str, ...]
    """Labels of which a node is kept when only the past still speaks of it."""
    relationships: tuple[str, ...]

    @property
    def labels(self) -> tuple[str, ...]:
        """Return all labels that have a past."""
        return (*self.versions, *self.left)


def past_label(label: str) -> str:
    """Return the label under which the graph keeps what had this one."""
    return f"Past{label}"


def past_type(relationship: str) -> str:
    """Return the relationship type under which the graph keeps what was joined by this one."""
    return f"PAST_{relationship}"


class GraphSchema(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """schema/graph.yaml."""

    version: int
    labels: dict[str, Label]
    second_labels: dict[str, SecondLabel]
    relationships: dict[str, Relationship]
    past: Past


class EventKind(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A kind of event. ``family``: kinds that different sources may use of one event."""

    label: str
    name: str
    family: str
    contact: bool
    meaning: str


class Status(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A status of an event; ``occurred`` where it says that the event took place."""

    order: int
    occurred: bool
    meaning: str


class Attribute(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An attribute that claims can be about; ``many`` where several values can be true at once."""

    thing: Literal["event", "official"]
    value: str
    many: bool
    meaning: str


class RejectReason(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Why something was not used, and what to do next."""

    name: str
    next: str


class Blueprint(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All of it: what schema/generated/blueprint.json holds."""

    graph: GraphSchema
    kinds: dict[str, EventKind]
    statuses: dict[str, Status]
    attributes: dict[str, Attribute]
    stances: dict[str, str]
    reasons: dict[str, RejectReason]
