"""The header of a query file, read strictly.

::

    // title: Contacts of two sides
    // description: One or two sentences.
    // family: contacts
    // cost: every contact of the side                    what it reads, where that grows with the graph; else no line
    // param a: side (required) What it means.
    // param since: first_day (none) What it means.       (none): no value, null in Cypher
    // param limit: integer (100) What it means.          (100): this value unless another is given
    // column event: text What it holds.
    // example: a=Russia since=2025                       parameters that make a good example; quoted as in a shell

    MATCH ...
"""

from __future__ import annotations

import re
import shlex
from typing import Any, Literal, TypeAlias

import msgspec

from queries.errors import QueryFileError

Family: TypeAlias = Literal[
    "contacts",
    "people",
    "offices",
    "topics",
    "places",
    "networks",
    "time",
    "evidence",
    "quality",
    "coverage",
]
ParameterType: TypeAlias = Literal[
    "side", "sides", "official", "topic", "event", "claim", "office", "place", "first_day", "last_day", "moment",
    "kind", "status", "integer", "fuzzy", "boolean", "conflict_attribute", "conflict_kind", "text",
]  # fmt: skip
ColumnType: TypeAlias = Literal["text", "integer", "number", "boolean", "date", "list"]
"""``list`` is a list of texts."""

_LINE = re.compile(r"// (title|description|family|cost|example): (.+)")
_PARAMETER = re.compile(r"// param (\w+): (\w+) \(([^)]*)\) (.+)")
_COLUMN = re.compile(r"// column (\w+): (\w+) (.+)")


class Parameter(msgspec.Struct, frozen=True):
    """A parameter of a query."""

    name: str
    type: ParameterType
    default: str | None
    """As a person would write it; ``None`` where there is none."""
    required: bool
    meaning: str


class Column(msgspec.Struct, frozen=True):
    """A column of a query's rows."""

    name: str
    type: ColumnType
    meaning: str


class Query(msgspec.Struct, frozen=True):
    """A named query."""

    name: str
    title: str
    description: str
    family: Family
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    example: dict[str, str]
    text: str
    """The Cypher, without the header."""
    cost: str = ""
    """What it reads, where that is more in a larger graph: ``every contact of the side``."""


def parse_query(name: str, content: str) -> Query:
    """Read the content of a query file.

    Raises:
        QueryFileError: a line is not of the form above, something is missing, or the Cypher uses
            other parameters than the header names.

    """
    header = [line for line in content.splitlines() if line.startswith("//")]
    text = "\n".join(content.splitlines()[len(header) :]).strip()
    found = _read_lines(name, header)
    found |= {"name": name, "text": text, "example": _pairs(found.get("example", ""))}
    try:
        query = msgspec.convert(found, Query)
    except msgspec.ValidationError as error:
        raise QueryFileError(f"{name}.cypher: {error}") from error
    _check_parameters(query)
    return query


def _read_lines(name: str, header: list[str]) -> dict[str, Any]:
    read: dict[str, Any] = {"parameters": [], "columns": []}
    for line in header:
        if found := _LINE.fullmatch(line):
            read[found[1]] = found[2]
        elif found := _PARAMETER.fullmatch(line):
            read["parameters"].append(_parameter(found))
        elif found := _COLUMN.fullmatch(line):
            read["columns"].append(dict(zip(("name", "type", "meaning"), found.groups(), strict=True)))
        else:
            raise QueryFileError(f"{name}.cypher: a header line of no known form: {line!r}")
    return read


def _parameter(found: re.Match[str]) -> dict[str, Any]:
    name, kind, default, meaning = found.groups()
    return {
        "name": name,
        "type": kind,
        "default": None if default in ("required", "none") else default,
        "required": default == "required",
        "meaning": meaning,
    }


def _pairs(example: str) -> dict[str, str]:
    return dict(pair.split("=", 1) for pair in shlex.split(example))


def _check_parameters(query: Query) -> None:
    used = set(re.findall(r"\$(\w+)", query.text))
    declared = {parameter.name for parameter in query.parameters}
    if used != declared:
        differing = ", ".join(sorted(used ^ declared))
        raise QueryFileError(f"{query.name}.cypher: parameters differ in header and text: {differing}")
