"""What the panel of a contact says: its claims with their quotes, who took part, and where sources disagree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from kg.model import Participant, Venue
from kg.store.claim_values import decode_value
from kg.store.engine import Engine
from kg.views.explorer.read import read_between, read_claims, read_conflicts, read_parts


def evidence_columns(engine: Engine, ids: Sequence[str], rows: Sequence[tuple[Any, ...]]) -> dict[str, Any]:
    """Return the columns for these contacts, each text once; ``rows`` are the sources, in their order on the page."""
    sources = {str(row[0]): at for at, row in enumerate(rows)}
    claims, parts, conflicts = (
        _by_contact(rows) for rows in (read_claims(engine), read_parts(engine), read_conflicts(engine))
    )
    for told in claims.values():
        told.sort(key=lambda row: (sources.get(row[3], -1), row[2], row[0], row[-1]))
    between = read_between(engine)
    return {
        "sources": {name: [row[at] for row in rows] for name, at in (("title", 1), ("url", 4), ("kind", 5))},
        "claims": _claim_columns([claims[key] for key in ids], sources),
        "parts": [[row[:-1] for row in parts[key]] for key in ids],
        "conflicts": [[_conflict(row, between, claims[key]) for row in conflicts[key]] for key in ids],
    }


def _claim_columns(told: Sequence[Sequence[Sequence[Any]]], sources: Mapping[str, int]) -> dict[str, Any]:
    """Columns, one row a claim: a page of rows would be half as large again. Texts that recur stand once."""
    lists: dict[str, dict[Any, int]] = {"attributes": {}, "values": {}, "quotes": {}, "stances": {}}
    numbers: dict[str, list[Any]] = {name: [] for name in ("attribute", "value", "quote", "source", "sure", "stance")}

    def number(name: str, text: str) -> int:
        return lists[name].setdefault(text, len(lists[name]))

    for attribute, value, quote, source, confidence, stance, _ in (claim for group in told for claim in group):
        numbers["attribute"].append(number("attributes", attribute))
        numbers["value"].append(number("values", _readable(attribute, value)))
        numbers["quote"].append(number("quotes", quote))
        numbers["source"].append(sources.get(source, -1))
        numbers["sure"].append(round(confidence, 3))
        numbers["stance"].append(number("stances", stance))
    return {"of": [len(group) for group in told], **numbers, **{name: list(texts) for name, texts in lists.items()}}


def _conflict(row: Sequence[Any], between: Mapping[str, Sequence[str]], claims: Sequence[Sequence[Any]]) -> list[Any]:
    """Attribute, note, value shown, what decided, and the positions of the claims that cannot all be true."""
    attribute, note, shown, because, key = row
    concerned = set(between.get(key, ()))
    places = [at for at, claim in enumerate(claims) if claim[-1] in concerned]
    return [attribute, note, _readable(attribute, shown) if attribute == "venue" else shown, because, places]


def _by_contact(rows: Iterable[tuple[Any, ...]]) -> Mapping[str, list[tuple[Any, ...]]]:
    """Group by the first column; sorted by the last, the id, within attribute or name, so that bytes never differ."""
    found: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
    for contact, *rest in rows:
        found[contact].append(tuple(rest))
    for group in found.values():
        group.sort(key=lambda row: (str(row[0]), str(row[-1])))
    return found


def _readable(attribute: str, text: str) -> str:
    value = decode_value(attribute, text)
    if isinstance(value, Participant):
        who = value.name or (f"{value.count} unnamed" if value.count > 1 else "unnamed")
        return ", ".join(part for part in (who, value.capacity or value.rank, value.side) if part)
    if isinstance(value, Venue):
        return ", ".join(dict.fromkeys(part for part in (value.name, value.city, value.country) if part))
    return str(value)
