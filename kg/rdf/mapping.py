"""What schema/rdf.yaml says, as records, with every prefixed name made whole."""

from __future__ import annotations

from typing import Any, Literal

import msgspec
import yaml

from kg.errors import SchemaFileError
from kg.vocabulary.data import path


class Written(msgspec.Struct, frozen=True, rename={"predicate": "is", "how": "as"}):
    """How a property is written: the predicate, and the kind of object (see the head of rdf.yaml)."""

    predicate: str
    how: str = "text"
    match: str = ""
    terms: dict[str, str] = {}
    also: Written | None = None


class LabelMapping(msgspec.Struct, frozen=True):
    """How nodes of a label are written. Without classes, they are not."""

    classes: tuple[str, ...] = ()
    second: dict[str, str] = {}
    properties: dict[str, Written] = {}
    left_out: dict[str, str] = {}
    needed: tuple[str, ...] = ()
    one_of: dict[str, str | tuple[str, ...]] = {}


class EdgeNode(msgspec.Struct, frozen=True):
    """A node that stands for a relationship with properties."""

    name: str
    classes: tuple[str, ...]
    other_end: str
    properties: dict[str, Written]


class EdgeMapping(msgspec.Struct, frozen=True, rename={"predicate": "is"}):
    """How a relationship is written; ``subject`` is the end that the triple is about."""

    predicate: str
    subject: Literal["start", "end"]
    left_out: dict[str, str] = {}
    node: EdgeNode | None = None


class Mapping(msgspec.Struct, frozen=True):
    """schema/rdf.yaml with whole IRIs."""

    prefixes: dict[str, str]
    datatypes: dict[str, str]
    labels: dict[str, LabelMapping]
    relationships: dict[str, EdgeMapping]
    claim_values: dict[str, str]
    within: dict[str, str] = {}

    def iri(self, name: str) -> str:
        """Return the whole IRI of a prefixed name.

        Raises:
            SchemaFileError: no such prefix.

        """
        prefix, colon, local = name.partition(":")
        if not colon or prefix not in self.prefixes:
            raise SchemaFileError(f"schema/rdf.yaml: {name!r} has no prefix that the file names")
        return self.prefixes[prefix] + local


def read_mapping(base: str) -> Mapping:
    """Return the mapping for IRIs that begin with this base.

    Raises:
        SchemaFileError: the file is missing or says something that no record has a place for.

    """
    with path("rdf.yaml").open(encoding="utf-8") as file:
        raw = yaml.load(file, Loader=yaml.CSafeLoader)
    raw["prefixes"] = {name: text.replace("{base}", base) for name, text in raw["prefixes"].items()}
    try:
        return msgspec.convert(_long_forms(raw), Mapping)
    except msgspec.ValidationError as error:
        raise SchemaFileError(f"schema/rdf.yaml: {error}") from error


def _long_forms(raw: dict[str, Any]) -> dict[str, Any]:
    """A property may be given as its predicate alone."""
    nodes = [edge["node"] for edge in raw["relationships"].values() if "node" in edge]
    for holder in (*raw["labels"].values(), *nodes):
        properties = holder.get("properties", {})
        holder["properties"] = {name: {"is": how} if isinstance(how, str) else how for name, how in properties.items()}
    return raw
