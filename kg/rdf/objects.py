"""How the objects of triples are written, by the ways that schema/rdf.yaml names. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, TypeAlias

from kg.errors import SchemaFileError
from kg.rdf.mapping import Mapping, Written
from kg.rdf.remembered import Remembered
from kg.rdf.terms import check_id, check_ids, english, escaped, is_web_address, literal

Encoder: TypeAlias = Callable[[Any], str]
"""From a value to a term as N-Triples writes it; empty when there is none."""
ColumnEncoder: TypeAlias = Callable[[Sequence[Any]], Sequence[str]]
"""The same for many values at once, of which some may be missing."""

_TIME = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z")


def encoder(mapping: Mapping, how: Written, base: str) -> Encoder:
    """Return how the values of a property are written; ``base`` ends with ``id/``."""
    if "{}" in how.how:
        return _templated(how)
    if how.how == "term":
        terms = {value: f"<{mapping.iri(name)}>" for value, name in how.terms.items()}
        return lambda value: terms.get(str(value), "")
    if how.how == "reference":
        return lambda value: f"<{base}{check_id(str(value))}>"
    return plain_encoder(mapping, how.how)


def plain_encoder(mapping: Mapping, name: str) -> Encoder:
    """Return how values of a kind of literal are written.

    Raises:
        SchemaFileError: there is no such kind.
    """
    datatype = mapping.datatypes.get(name)
    if datatype is None and name != "text" and name not in _PLAIN:
        raise SchemaFileError(f"schema/rdf.yaml: no value is written as {name!r}")
    return _PLAIN.get(name, _text)(f'"^^<{mapping.iri(datatype)}>' if datatype else '"')


def column_encoder(mapping: Mapping, how: Written, base: str) -> ColumnEncoder:
    """Return how the values of a property are written, many at once; what is missing has no term."""
    known = remembered(encoder(mapping, how, base))
    at_once = _at_once(how.how, base)
    if at_once is None:
        return known.all_of
    return lambda values: known.all_of(values) if None in values or "" in values else at_once(values)


def remembered(encode: Encoder) -> Remembered:
    """Return the terms of values, looked up while they are few; what is missing has none."""
    return Remembered(lambda value: "" if value is None or value == "" else encode(value))


def literals(values: Sequence[Any], ending: str = '"') -> list[str]:
    """Return texts as literals: nearly always all can stand as they are, and one look at them together tells."""
    texts = list(map(str, values))
    together = "".join(texts)
    if not together.isprintable() or '"' in together or "\\" in together:
        texts = list(map(escaped, texts))
    return [f'"{text}{ending}' for text in texts]


def _at_once(how: str, base: str) -> ColumnEncoder | None:
    """Return how whole columns are written of which nearly every value is another."""
    if how == "reference":
        return lambda values: [f"<{base}{one}>" for one in check_ids(values)]
    if how in {"text", "english"}:
        return lambda values: literals(values, '"' if how == "text" else '"@en')
    return None


def _templated(how: Written) -> Encoder:
    pattern = re.compile(how.match)

    def encode(value: Any) -> str:
        match = pattern.fullmatch(str(value))
        if match is None:
            return literal(str(value))
        return f"<{how.how.replace('{}', match[1] if pattern.groups else match[0])}>"

    return encode


def _text(ending: str) -> Encoder:
    return lambda value: f'"{escaped(str(value))}{ending}'


def _integer(ending: str) -> Encoder:
    return lambda value: f'"{int(value)}{ending}'


def _boolean(ending: str) -> Encoder:
    return lambda value: f'"{"true" if value else "false"}{ending}'


def _float(ending: str) -> Encoder:
    def encode(value: Any) -> str:
        text = repr(float(value) + 0.0)  # nothing is written as -0.0
        return f'"{_SPECIAL.get(text, text)}{ending}'

    return encode


def _day(ending: str) -> Encoder:
    def encode(value: Any) -> str:
        day = value if isinstance(value, date) else date.fromisoformat(str(value))
        return f'"{day.year:04d}-{day.month:02d}-{day.day:02d}{ending}'

    return encode


def _time(ending: str) -> Encoder:
    def encode(value: Any) -> str:
        text = str(value)
        return f'"{text}{ending}' if _TIME.fullmatch(text) else literal(text)

    return encode


_SPECIAL = {"inf": "INF", "-inf": "-INF", "nan": "NaN"}
_PLAIN: dict[str, Callable[[str], Encoder]] = {
    "english": lambda _: lambda value: english(str(value)),
    "address": lambda _: lambda value: f"<{value}>" if is_web_address(str(value)) else literal(str(value)),
    "integer": _integer,
    "float": _float,
    "boolean": _boolean,
    "date": _day,
    "time": _time,
}
"""What is written in another way than as a text with or without a datatype, by the end of the literal."""
