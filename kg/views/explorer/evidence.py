"""What the panel of a contact says: its claims with their quotes, who took part, and where sources disagree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from kg.model import Participant, Venue
from kg.store.claim_values import decode_value
from kg.views.explorer.read import Reading


def evidence_columns(reading: Reading, ids: Sequence[str], rows: Sequence[tuple[Any, ...]]) -> dict[str, Any]:
    """Return the columns for the contacts of these keys; ``rows`` are the sources, in their order on the page."""
    sources = {str(row[0]): at for at, row in enumerate(rows)}
    claims, parts, conflicts = (_by_contact(rows) for rows in (reading.claims(), reading.parts(), reading.conflicts()))
    for told in claims.values():
        told.sort(key=lambda row: (sources.get(row[3], -1), row[2], row[0], row[-1]))
    between = reading.between()
    found = [[_conflict(row, between, claims[key]) for row in conflicts[key]] for key in ids]
    return {
        **_claim_columns([claims[key] for key in ids], sources, rows),
        "parts": _grouped(("name", "capacity", "side", "tenure", "note", "count"), [parts[key] for key in ids]),
        "conflicts": _grouped(("attribute", "note", "shown", "because", "between"), found),
    }


def _grouped(names: Sequence[str], groups: Sequence[Sequence[Sequence[Any]]]) -> dict[str, Any]:
    """Columns over the rows of all contacts, and how many rows each has."""
    rows = [row for group in groups for row in group]
    return {"of": [len(group) for group in groups]} | {name: [row[at] for row in rows] for at, name in enumerate(names)}


def _claim_columns(
    told: Sequence[Sequence[Sequence[Any]]], sources: Mapping[str, int], rows: Sequence[tuple[Any, ...]]
) -> dict[str, Any]:
    """Claims, one row each, their values by attribute, for those of one are alike; and what is quoted of which source.

    A title is a passage of its source, before what is quoted of it: often it is the same, and what is alike and near
    compresses best.
    """
    passages: dict[tuple[int, str], int] = {}
    titles = [-1] * len(rows)
    values: dict[str, list[str]] = {}
    found = []
    for attribute, value, quote, key, confidence, stance, _ in (claim for group in told for claim in group):
        source = sources.get(key, -1)
        if source >= 0 and titles[source] < 0:
            titles[source] = passages.setdefault((source, rows[source][1]), len(passages))
        passage = passages.setdefault((source, quote), len(passages))
        values.setdefault(attribute, []).append(_readable(attribute, value))
        found.append((attribute, passage, round(confidence * 1000), stance))
    for source, row in enumerate(rows):
        titles[source] = passages.setdefault((source, row[1]), len(passages))
    return {
        "sources": {"title": titles, "url": [row[4] for row in rows], "kind": [row[5] for row in rows]},
        "claims": {
            "of": [len(group) for group in told],
            **{name: [row[at] for row in found] for at, name in enumerate(("attribute", "passage", "sure", "stance"))},
            "values": values,
        },
        "passages": {"source": [source for source, _ in passages], "text": [text for _, text in passages]},
    }


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
