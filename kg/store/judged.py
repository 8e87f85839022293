"""Judgements in the graph: as rows to write, and those that stand."""

from __future__ import annotations

from typing import Any

import msgspec

from kg.identity.judgements import Judgement
from kg.identity.officials import Official
from kg.store.batch import Batch, EdgeShape
from kg.store.engine import Engine

_STANDING = (
    "MATCH (j:Judgement) WHERE j.undone IS NULL RETURN j.id, j.thing, j.verdict, j.one, j.other, "
    "coalesce(j.officials, '[]') ORDER BY j.id"
)


class Decision(msgspec.Struct, frozen=True):
    """How a judgement came about: who or which rule made it, why and when; and what was judged, in words."""

    by: str
    reason: str
    at: str
    names: tuple[str, str]
    made: str = "person"
    """person or rule."""


def standing_judgements(engine: Engine) -> list[Judgement]:
    """Return the judgements that are not undone."""
    return [_judgement(row) for row in engine.read(*engine.steady(_STANDING, {})).rows]


def add_judgement(batch: Batch, judgement: Judgement, decision: Decision) -> None:
    """Add the record of a judgement."""
    batch.node(
        "Judgement",
        judgement.id,
        {
            "thing": judgement.thing, "verdict": judgement.verdict, "one": list(judgement.one),
            "other": list(judgement.other), "officials": msgspec.json.encode(judgement.officials).decode(),
            "names": list(decision.names), "made": decision.made, "by": decision.by, "reason": decision.reason,
            "at": decision.at,
        },
    )  # fmt: skip
    if judgement.thing == "event":
        for mention in (*judgement.one, *judgement.other):
            batch.shared_edge(EdgeShape("JUDGES", "Judgement", "Mention"), judgement.id, mention)


def _judgement(row: tuple[Any, ...]) -> Judgement:
    key, thing, verdict, one, other, officials = row
    known = msgspec.json.decode(officials, type=tuple[Official, ...])
    return Judgement(key, thing, verdict, tuple(one), tuple(other), known)
