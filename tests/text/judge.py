"""Whether what was read of a hard sentence is what its row expects. The rules of agreement: README.md beside it."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import Any

from tests.text.hard_sentences import HardSentence

_SAME_KIND = {"meeting": "talks", "negotiation": "talks"}


def differences(row: HardSentence, events: list[dict[str, Any]]) -> list[str]:
    """Return a line for each event missed, made up, or read with another value; none where the reading is right."""
    left, found = list(events), []
    for expected in row.expect:
        fitting = [one for one in left if "kind" not in _unlike(one, expected)]
        best = min(fitting, key=lambda one: len(_unlike(one, expected)), default=None)
        if best is not None:
            left.remove(best)
            found += [f"{field}: {best.get(field)!r} for {expected[field]!r}" for field in _unlike(best, expected)]
        elif expected.get("salience") != "minor":
            found.append(f"missed: {expected}")
    return found + [f"made up: {one['kind']} {one['status']} {one['countries']}" for one in left]


def _unlike(event: dict[str, Any], expected: dict[str, Any]) -> list[str]:
    tests: dict[str, Callable[[], bool]] = {
        "kind": lambda: _kind(event["kind"]) == _kind(expected["kind"]),
        "status": lambda: event["status"] == expected["status"],
        "date": lambda: event["date"].rstrip("~?%") == expected["date"].rstrip("~?%"),
        "countries": lambda: set(event["countries"]) == set(expected["countries"]),
        "place": lambda: _place(event["place"]) == _place(expected["place"]),
        "participants": lambda: _same_people(event["participants"], expected["participants"]),
        "topics": lambda: set(event["topics"]) == set(expected["topics"]),
    }
    return [field for field, agrees in tests.items() if field in expected and not agrees()]


def _kind(kind: str) -> str:
    return _SAME_KIND.get(kind, kind)


def _place(place: dict[str, Any] | None) -> tuple[str, str]:
    return (_fold((place or {}).get("city") or ""), (place or {}).get("country_iso3") or "")


def _same_people(read: list[dict[str, Any]], expected: list[dict[str, Any]]) -> bool:
    """The named ones are the same, each name written inside the other; sides agree where the row gives them."""
    named = [one for one in read if one["name"]]
    wanted = [one for one in expected if one["name"]]
    return len(named) == len(wanted) and all(any(_same_person(one, other) for other in named) for one in wanted)


def _same_person(expected: dict[str, Any], read: dict[str, Any]) -> bool:
    one, other = _words(expected["name"]), _words(read["name"])
    return (one <= other or other <= one) and expected.get("country_or_org", read["country_or_org"]) == read[
        "country_or_org"
    ]


def _words(name: str) -> set[str]:
    return set(_fold(name).replace("-", " ").split())


def _fold(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).casefold()
