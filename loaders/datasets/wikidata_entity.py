"""What is read of one entity of Wikidata."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import msgspec

from loaders.datasets.json_lines import texts

_ITEM = re.compile(r"[QP][1-9]\d{0,11}")
_TIME = re.compile(r"\+?(-?)(\d{4,})-(\d{2})-(\d{2})T")
_LANGUAGES = ("en", "mul", "fr", "es", "ru", "zh", "ar")
"""Of names, the first that there is: English, then what is said to hold everywhere, then the others of the UN."""
_HUMAN, _IS_A, _HELD, _START, _END = "Q5", "P31", "P39", "P580", "P582"
_CITIZEN, _JURISDICTIONS = "P27", ("P1001", "P17", "P2389")
_DEEPEST = 6


class Entity(msgspec.Struct, frozen=True):
    """What is kept of an entity."""

    id: str
    line: str
    label: str
    others: list[str]
    """Names in other languages."""
    is_person: bool
    offices: list[tuple[str, str, str]]
    """Position, start and end, in EDTF; empty where they are not known."""
    citizenships: list[str]
    jurisdictions: list[str]


def entity_of(value: dict[str, Any], line: str) -> Entity:
    """Return what is kept of an entity in JSON; fields that are not as they should be count as absent.

    Raises:
        RefusedError: a name has characters that no text can carry.
    """
    names, own, offices = list(_names(value.get("labels"))), value.get("id"), list(_offices(value))
    return Entity(
        id=own if isinstance(own, str) and _ITEM.fullmatch(own) else "", line=line, label=names[0] if names else "",
        others=list(dict.fromkeys(names[1:])), is_person=_HUMAN in _items(value, _IS_A) or bool(offices),
        offices=offices, citizenships=_items(value, _CITIZEN),
        jurisdictions=[item for of in _JURISDICTIONS for item in _items(value, of)],
    )  # fmt: skip


def nested_entities(value: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    """Yield every object of a document that has the form of an entity."""
    if isinstance(value, dict) and ("claims" in value or "labels" in value) and not isinstance(value.get("id"), dict):
        yield value
    elif isinstance(value, dict | list) and depth < _DEEPEST:
        for inner in value.values() if isinstance(value, dict) else value:
            yield from nested_entities(inner, depth + 1)


def _names(labels: Any) -> Iterator[str]:
    for language in _LANGUAGES:
        label = labels.get(language) if isinstance(labels, dict) else None
        yield from texts(label.get("value")) if isinstance(label, dict) else ()


def _statements(value: dict[str, Any], property_: str) -> list[dict[str, Any]]:
    claims = value.get("claims")
    found = claims.get(property_) if isinstance(claims, dict) else None
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def _items(value: dict[str, Any], property_: str) -> list[str]:
    return [item for one in _statements(value, property_) if (item := _item(one.get("mainsnak")))]


def _offices(value: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    for one in _statements(value, _HELD):
        position = _item(one.get("mainsnak"))
        if position and one.get("rank") != "deprecated":
            yield position, _when(one.get("qualifiers"), _START), _when(one.get("qualifiers"), _END)


def _datum(snak: Any) -> Any:
    datavalue = snak.get("datavalue") if isinstance(snak, dict) else None
    return datavalue.get("value") if isinstance(datavalue, dict) else None


def _item(snak: Any) -> str:
    datum = _datum(snak)
    found = datum.get("id") if isinstance(datum, dict) else None
    return found if isinstance(found, str) and _ITEM.fullmatch(found) else ""


def _when(qualifiers: Any, property_: str) -> str:
    snaks = qualifiers.get(property_) if isinstance(qualifiers, dict) else None
    return next((day for snak in snaks if (day := edtf_time(_datum(snak)))), "") if isinstance(snaks, list) else ""


def edtf_time(value: Any) -> str:
    """Return a time of Wikidata as EDTF, as exact as its precision says; empty where it is none, or before our era.

    2017 with precision 9 stands as +2017-00-00T00:00:00Z, or with a first of January that means nothing.
    """
    time, precision = (value.get("time"), value.get("precision")) if isinstance(value, dict) else (None, None)
    found = _TIME.match(time) if isinstance(time, str) else None
    if found is None or found[1] or len(found[2]) > 4:
        return ""
    year, month, day = found[2], found[3], found[4]
    forms = {8: f"{year[:3]}X", 9: year, 10: f"{year}-{month}", 11: f"{year}-{month}-{day}"}
    return forms.get(precision, "") if isinstance(precision, int) else ""
