"""The file that says what the columns of a table mean: ``kg load my.csv --mapping my.yaml``.

A value is a column (``date: day``), a column with the meaning of what stands in it (``kind: {column: how, values:
{phone: call}}``), or the same for all rows (``status: {is: held}``). docs/how-to/load-a-table.md has an example.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import msgspec

from kg.blueprint import event_kinds, statuses
from kg.vocabulary import topics
from loaders.errors import BadOptionError

_CLOSED: dict[str, Callable[[], Iterable[str]]] = {"kind": event_kinds, "status": statuses, "topic": topics}


class Value(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"constant": "is"}):
    """Where a value stands: in a column, or the same for all rows; ``values`` gives what stands there a meaning."""

    column: str = ""
    constant: str = ""
    values: dict[str, str] = {}

    def __post_init__(self) -> None:
        if bool(self.column) == bool(self.constant):
            raise ValueError("give either 'column' or 'is'")


class Person(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A participant: columns of the name, the office as it is worded, and the side."""

    name: str
    side: str
    capacity: str = ""


class TableMapping(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the columns mean. Several sides, persons or topics of one field are parted by ``separator``."""

    kind: Value | str
    sides: tuple[str, ...]
    status: Value | str = Value(constant="held")
    date: str = ""
    date_format: str = ""
    """As of Python's ``strptime``; without it dates are EDTF (2025, 2025-02, 2025-02-18)."""
    key: str = ""
    host: str = ""
    city: str = ""
    country: str = ""
    people: tuple[Person, ...] = ()
    topic: Value | str | None = None
    title: str = ""
    url: str = ""
    published: str = ""
    publisher: str = ""
    """The name itself, not a column."""
    licence: str = ""
    separator: str = ";"
    confidence: float = 0.9

    def columns(self) -> frozenset[str]:
        """Return every column that the mapping names."""
        valued = [value.column for value in map(as_value, (self.kind, self.status, self.topic)) if value]
        single = [self.date, self.key, self.host, self.city, self.country, self.title, self.url, self.published]
        people = [column for person in self.people for column in (person.name, person.side, person.capacity)]
        return frozenset({*valued, *single, *people, *self.sides} - {""})


def as_value(given: Value | str | None) -> Value | None:
    """Return a value; a text is a column."""
    return Value(column=given) if isinstance(given, str) else given


def read_table_mapping(file: str) -> TableMapping:
    """Return the mapping of a file.

    Raises:
        BadOptionError: it cannot be read, or says something that no row can have; one line says what.
    """
    import yaml

    try:
        found = msgspec.convert(yaml.safe_load(Path(file).read_text(encoding="utf-8")), TableMapping)
    except (OSError, UnicodeDecodeError) as error:
        raise BadOptionError(f"cannot read the mapping {file}: {error}") from error
    except (yaml.YAMLError, msgspec.ValidationError) as error:
        raise BadOptionError(f"{file} is no mapping: {' '.join(str(error).split())}") from error
    for name, closed in _CLOSED.items():
        value = as_value(getattr(found, name))
        meant = {*value.values.values(), value.constant} - {""} if value else set()
        if wrong := sorted(meant - set(closed())):
            raise BadOptionError(f"{file}: {wrong[0]!r} is no {name}: there are {', '.join(sorted(closed()))}")
    if not found.sides:
        raise BadOptionError(f"{file}: 'sides' names the columns with the countries or organisations that take part")
    return found
