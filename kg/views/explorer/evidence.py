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

    A text stands once, and titles stand among the quotes of their source, which often have the same words: what is
    alike and near compresses best.
    """
    texts: dict[str, int] = {}
    titles: dict[str, int] = {}
    passages: dict[tuple[str, str], tuple[int, int]] = {}
    values: dict[str, list[str]] = {}
    found = []
    for attribute, value, quote, source, confidence, stance, _ in (claim for group in told for claim in group):
        if source in sources and source not in titles:
            titles[source] = texts.setdefault(str(rows[sources[source]][1]), len(texts))
        if (source, quote) not in passages:
            passages[source, quote] = len(passages), texts.setdefault(quote, len(texts))
        values.setdefault(attribute, []).append(_readable(attribute, value))
        found.append((attribute, passages[source, quote][0], round(confidence * 1000), stance))
    return {
        "sources": {
            "title": [
                titles[row[0]] if row[0] in titles else texts.setdefault(str(row[1]), len(texts)) for row in rows
            ],
            "url": [row[4] for row in rows],
            "kind": [row[5] for row in rows],
        },
        "claims": {
            "of": [len(group) for group in told],
            **{name: [row[at] for row in found] for at, name in enumerate(("attribute", "passage", "sure", "stance"))},
            "values": values,
        },
        "passages": {
            "source": [sources.get(source, -1) for source, _ in passages],
            "quote": [quote for _, quote in passages.values()],
        },
        "texts": list(texts),
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
