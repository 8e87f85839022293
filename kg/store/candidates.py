"""Candidates in the graph: made anew for the events and officials that a transaction writes, inside that transaction.

What may be the same is looked up by keys, so that the cost is that of what is near, not of the graph.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

import msgspec

from kg.identity.candidates import OfficialFacts, Scored
from kg.store.batch import Batch, InferredHolder
from kg.store.candidate_rows import CandidateRow, Judged, Verdict, create
from kg.store.event_candidates import renew_events
from kg.store.official_candidates import renew_officials

if TYPE_CHECKING:
    from kg.store.steady import Transaction

DROP_CANDIDATES = (
    "UNWIND $rows AS id MATCH (e:Event {id: id})<-[:PAIRS]-(c:Candidate) DETACH DELETE c",
    "UNWIND $rows AS id MATCH (e:Event {id: id})-[:HAS_PARTICIPANT]->(:Participant)<-[:PAIRS]-(c:Candidate) "
    "DETACH DELETE c",
)
"""Those of events that are about to go."""

_INFERRED = Scored(0.75, (("inferred from who held the office that day, by reference data", 0.75),))


def renew_candidates(transaction: Transaction, batch: Batch, respelled: Collection[str]) -> None:
    """Make the candidates of the events and officials that the batch wrote, and of those ``respelled`` since, anew."""
    officials = {*respelled, *batch.respelled}
    if not (batch.look_ups or batch.holders or officials):
        return
    judged = Judged(transaction)
    if batch.look_ups:
        renew_events(transaction, batch.look_ups, judged)
    if officials:
        renew_officials(transaction, officials, _written(batch, respelled), judged)
    create(transaction, holder_rows(batch.holders, judged.verdict))


def _written(batch: Batch, respelled: Collection[str]) -> dict[str, OfficialFacts]:
    """What the graph has of the officials that are new or have a new spelling, as the batch wrote them."""
    rows = batch.nodes.get("Official", {})
    told = ((key, rows[key]["p"]) for key in batch.respelled if key in rows and key not in respelled)
    return {
        key: OfficialFacts(key, row["name"], tuple(row["names"]), row.get("side", ""), row.get("qid", ""))
        for key, row in told
    }


def holder_rows(holders: Iterable[InferredHolder], verdict: Verdict) -> list[CandidateRow]:
    """Return the candidates for unnamed participants: whoever held the office that day."""
    rows = []
    for one in holders:
        judged = verdict(one.keys, [one.official.id])
        if judged != "different":
            officials = msgspec.json.encode([one.official]).decode()
            holder = f"{one.official.name}, who held the office then (inferred)"
            row = CandidateRow(
                "holder", (one.participant, one.official.id), (one.words, holder), _INFERRED, judged == "unsure",
                one.keys, officials, ("Participant", ""),
            )  # fmt: skip
            rows.append(row)
    return rows
