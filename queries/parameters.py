"""From what a person writes to what Cypher is given: names to ids, dates to days, each checked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import cache

from kg.dates import BadDateError, Edtf
from kg.dates import parse as parse_date
from queries.as_of import KNOWN_BY
from queries.errors import BadParameterError, did_you_mean
from queries.header import Parameter, ParameterType, Query
from queries.named_things import find_office, find_official, find_place, find_side, find_sides, find_topic
from queries.reader import Reader

ANY = "any"
"""Asks for every status."""
FUZZY = dict.fromkeys(("certain", "possible"))
YES_NO = dict.fromkeys(("yes", "no", "true", "false"))
CONFLICT_ATTRIBUTES = dict.fromkeys(("date", "venue", "status", "participant", "capacity"))
CONFLICT_KINDS = dict.fromkeys(("values", "tenure"))


def bind(query: Query, given: Mapping[str, object], engine: Reader) -> dict[str, object]:
    """Return the parameters that the query's Cypher takes. Values are text, or already days, numbers or ids.

    Names of officials and of sides that no table lists are looked up in the graph.

    Raises:
        BadParameterError: a parameter is unknown or missing, or its value cannot be understood.

    """
    known = {parameter.name for parameter in query.parameters}
    for name in given:
        if name not in known:
            hint = did_you_mean(name, known, f"it takes {', '.join(sorted(known))}")
            raise BadParameterError(f"{query.name} has no parameter {name!r}: {hint}")
    past = given.get(KNOWN_BY) not in (None, "")
    return {
        parameter.name: _value(query, parameter, given.get(parameter.name), engine, past=past)
        for parameter in query.parameters
    }


def _value(query: Query, parameter: Parameter, given: object, engine: Reader, *, past: bool) -> object:
    text = parameter.default if given is None or given == "" else given
    if text is None:
        if parameter.required:
            raise BadParameterError(f"{query.name} needs {parameter.name}: {parameter.meaning}")
        return None
    if parameter.type in _IN_TABLES:
        return _IN_TABLES[parameter.type](engine, str(text))
    if parameter.type in _IN_GRAPH:
        return _IN_GRAPH[parameter.type](engine, str(text), past=past)
    try:
        return _PLAIN[parameter.type](text)
    except BadParameterError as error:
        raise BadParameterError(f"{parameter.name}: {error}") from None


def first_day(given: object) -> date:
    """Return the first day of a date as a person writes it; BadParameterError when it is none."""
    edtf = _edtf(given)
    if edtf.earliest is None:
        raise BadParameterError(f"{edtf.text} has no first day: write a year, a month or a day")
    return edtf.earliest


def last_day(given: object) -> date:
    """Return the last day of a date as a person writes it; BadParameterError when it is none."""
    edtf = _edtf(given)
    if edtf.latest is None:
        raise BadParameterError(f"{edtf.text} has no last day: write a year, a month or a day")
    return edtf.latest


def moment(given: object) -> str:
    """Return the text that every time up to the end of that day, or of that second, sorts before."""
    text = str(given)
    if "T" in text:
        return f"{text.removesuffix('Z')}Z\x7f"
    return (last_day(given) + timedelta(days=1)).isoformat()


def _edtf(given: object) -> Edtf:
    try:
        return parse_date(given.isoformat() if isinstance(given, date) else str(given))
    except BadDateError as error:
        raise BadParameterError(str(error)) from None


def _kind(given: object) -> str:
    from kg.blueprint import event_kinds

    return _one_of(str(given), event_kinds())


def _status(given: object) -> str | None:
    text = _one_of(str(given), _statuses())
    return None if text == ANY else text


@cache
def _statuses() -> dict[str, object]:
    from kg.blueprint import statuses

    return {**statuses(), ANY: None}


def _fuzzy(given: object) -> str:
    return _one_of(str(given), FUZZY)


def _boolean(given: object) -> bool:
    if isinstance(given, bool):
        return given
    return {"yes": True, "true": True, "no": False, "false": False}[_one_of(str(given), YES_NO)]


def _conflict_attribute(given: object) -> str:
    return _one_of(str(given), CONFLICT_ATTRIBUTES)


def _conflict_kind(given: object) -> str:
    return _one_of(str(given), CONFLICT_KINDS)


def _one_of(text: str, choices: Mapping[str, object]) -> str:
    lowered = text.strip().casefold()
    if lowered not in choices:
        hint = did_you_mean(lowered, choices, f"one of {', '.join(choices)}")
        raise BadParameterError(f"{text!r} is not known: {hint}")
    return lowered


def _integer(given: object) -> int:
    try:
        number = int(str(given))
    except ValueError:
        number = -1
    if number < 0:
        raise BadParameterError(f"{given!r} is no whole number from 0 up")
    return number


def _id(given: object) -> str:
    return str(given).strip()


_PLAIN: dict[ParameterType, Callable[[object], object]] = {
    "first_day": first_day,
    "last_day": last_day,
    "moment": moment,
    "kind": _kind,
    "status": _status,
    "fuzzy": _fuzzy,
    "boolean": _boolean,
    "conflict_attribute": _conflict_attribute,
    "conflict_kind": _conflict_kind,
    "integer": _integer,
    "event": _id,
    "claim": _id,
    "text": _id,
}
_IN_TABLES: dict[ParameterType, Callable[[Reader, str], str]] = {"topic": find_topic, "office": find_office}
_IN_GRAPH: dict[ParameterType, Callable[..., str | list[str]]] = {
    "side": find_side,
    "sides": find_sides,
    "official": find_official,
    "place": find_place,
}
