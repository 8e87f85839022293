"""Entities and query results made up in the JSON of Wikidata, about real persons."""

from __future__ import annotations

import json
from typing import Any


def entity(item: str, label: str, **claims: list[dict[str, Any]]) -> dict[str, Any]:
    """Return an entity with an English name and these statements."""
    labels = {"en": {"language": "en", "value": label}} if label else {}
    return {"type": "item", "id": item, "labels": labels, "claims": claims}


def item(value: str, **more: Any) -> dict[str, Any]:
    """Return a statement whose value is an item; ``qualifiers`` and ``rank`` as given."""
    return {"mainsnak": _snak({"id": value}), "rank": "normal", **more}


def from_to(start: tuple[str, int] | None, end: tuple[str, int] | None = None) -> dict[str, Any]:
    """Return the qualifiers of a tenure: times with their precision; None is not known (``somevalue``)."""
    return {"P580": [_time(start)], "P582": [_time(end)]} if end else {"P580": [_time(start)]}


def _time(when: tuple[str, int] | None) -> dict[str, Any]:
    if when is None:
        return {"snaktype": "somevalue"}
    return _snak({"time": f"+{when[0]}T00:00:00Z", "precision": when[1]})


def _snak(value: Any) -> dict[str, Any]:
    return {"snaktype": "value", "datavalue": {"value": value}}


LAVROV = entity(
    "Q58217", "Sergey Lavrov", P31=[item("Q5")], P27=[item("Q159")],
    P39=[
        item("Q1355327", qualifiers=from_to(("2004-03-09", 11))),
        item("Q100", qualifiers=from_to(("1994-01-01", 9), ("2004-03-00", 10))),
        item("Q4", rank="deprecated"),
    ],
)  # fmt: skip
MINISTER = entity("Q1355327", "Minister of Foreign Affairs of Russia", P1001=[item("Q159")])
AMBASSADOR = entity("Q100", "Permanent Representative to the United Nations", P17=[item("Q159")])
ENTITIES = (
    LAVROV, entity("Q90", "Paris", P17=[item("Q142")]), MINISTER, AMBASSADOR,
    entity("Q42", "Douglas Adams", P31=[item("Q5")]),
    entity("Q7", "Somebody", P31=[item("Q5")], P39=[item("Q999999", qualifiers=from_to(None))]),
)  # fmt: skip
DUMP = ["[", *(f"{json.dumps(one, separators=(',', ':'))}," for one in ENTITIES[:-1]), json.dumps(ENTITIES[-1]), "]"]

_COLUMNS = ("person", "personLabel", "position", "positionLabel", "country", "start", "end")
_ROWS = (
    (
        "Q58217",
        "Sergey Lavrov",
        "Q1355327",
        "Minister of Foreign Affairs of Russia",
        "Q159",
        "2004-03-09T00:00:00Z",
        "",
    ),
    ("Q3052772", "Emmanuel Macron", "Q191954", "President of the French Republic", "Q142", "2017-05-14", ""),
    ("Q1", "Nobody", "Q2", "Lord of Atlantis", "Q3", "2017", "2018"),
)


def _cell(column: str, text: str) -> dict[str, str]:
    is_item = column in ("person", "position", "country")
    return (
        {"type": "uri", "value": f"http://www.wikidata.org/entity/{text}"}
        if is_item
        else {"type": "literal", "value": text}
    )


RESULT = json.dumps({
    "head": {"vars": list(_COLUMNS)},
    "results": {
        "bindings": [
            {column: _cell(column, text) for column, text in zip(_COLUMNS, row, strict=True) if text} for row in _ROWS
        ]
    },
})  # fmt: skip
