"""What is in doubt in the small graph: conflicts, withdrawals, decisions, candidates, an unnamed official."""

from __future__ import annotations

from tests.queries.small_data import HOSTILE, LATER, NOW, SOURCES
from tests.queries.small_rows import Batch, add_claim, edge, said, side_id


def add_riyadh_details(batch: Batch) -> None:
    """An unnamed official, two venues in conflict, a claim and a source that were withdrawn, a disputed capacity."""
    unnamed = "participant-riyadh-unnamed"
    properties = {"capacity": "senior American official", "side": "USA", "rank": "senior", "count": 1}
    batch.node(("Participant",), unnamed, properties)
    edge(batch, ("HAS_PARTICIPANT", "Event", "Participant"), "event-riyadh", unnamed)
    edge(batch, ("REPRESENTED", "Participant", "Country"), unnamed, side_id("USA"))
    _add_withdrawn(batch)
    _add_dispute(batch)
    _add_doubts(batch)
    batch.node(
        ("Ranking",), "ranking-1", {"claim": "claim-riyadh-wire-venue", "reason": "protocol", "by": "bob", "at": LATER}
    )
    add_claim(batch, ("riyadh", "readout", "title"), HOSTILE, {"withdrawn": LATER})
    values = {"wire": '{"name":"Riyadh"}', "daily": '{"name":"Jeddah"}'}
    shown = {"values": sorted(values.values()), "shown": values["wire"], "note": "Riyadh or Jeddah"}
    batch.node(("Conflict",), "conflict-venue", {"attribute": "venue", "kind": "values", **shown})
    edge(batch, ("CONCERNS", "Conflict", "Event"), "conflict-venue", "event-riyadh")
    for source, value in values.items():
        claim = add_claim(batch, ("riyadh", source, "venue"), value, {})
        edge(batch, ("BETWEEN", "Conflict", "Claim"), "conflict-venue", claim)


def _add_doubts(batch: Batch) -> None:
    """A pair that may be one, and a judgement that two are not."""
    judgement = {
        "thing": "official", "verdict": "different", "one": ["official-wang"], "other": ["official-lavrov"],
        "made": "person", "names": ["王毅 (CHN)", "Sergey Lavrov (RUS)"], "by": "eve",
        "reason": "two persons", "at": LATER,
    }  # fmt: skip
    batch.node(("Judgement",), "judgement-1", judgement)
    candidate = {
        "thing": "event", "one": "event-riyadh", "other": "event-call", "score": 0.65, "parts": ["same sides +0.30"],
        "names": ["2025-02-18 Riyadh", "2025-02 Call"],
    }  # fmt: skip
    batch.node(("Candidate",), "candidate-1", candidate)


def _add_withdrawn(batch: Batch) -> None:
    """A source that said something on an event and no longer counts."""
    batch.nodes["Source", "Article"]["source-gone"]["withdrawn"] = LATER
    mention, claim = "mention-riyadh-gone", "claim-riyadh-gone-date"
    batch.node(("Mention",), mention, {"thing": "event", "subject": "riyadh", "source": "source-gone"})
    edge(batch, ("MENTIONED_IN", "Mention", "Source"), mention, "source-gone")
    batch.node(("Claim",), claim, said("gone", "date", "2025-03-03") | {"mention": mention})
    edge(batch, ("STATED_IN", "Claim", "Source"), claim, "source-gone")
    record = {"source": "source-gone", "reason": "retracted", "by": "ann", "at": LATER}
    batch.node(("Withdrawal",), "withdrawal-1", record)
    edge(batch, ("WITHDRAWS", "Withdrawal", "Source"), "withdrawal-1", "source-gone")


def _add_dispute(batch: Batch) -> None:
    """What one source calls Ushakov, and what reference data say of him."""
    told = add_claim(batch, ("riyadh", "wire", "participant"), '{"name":"Yuri Ushakov"}', {})
    mention, tenure = "mention-ushakov-tenures", "claim-ushakov-tenures"
    batch.node(("Mention",), mention, {"thing": "official", "subject": "o1", "source": "source-tenures"})
    edge(batch, ("MENTIONED_IN", "Mention", "Source"), mention, "source-tenures")
    edge(batch, ("TELLS_OF", "Mention", "Official"), mention, "official-ushakov")
    batch.node(("Claim",), tenure, said("tenures", "tenure", '{"title":"presidential aide"}') | {"mention": mention})
    edge(batch, ("ABOUT", "Claim", "Official"), tenure, "official-ushakov")
    edge(batch, ("STATED_IN", "Claim", "Source"), tenure, "source-tenures")
    about = {"attribute": "capacity", "kind": "tenure", "values": ["Deputy Foreign Minister"], "because": "none"}
    about |= {"shown": "Deputy Foreign Minister", "participant": "participant-riyadh-ushakov"}
    batch.node(("Conflict",), "conflict-ushakov", {**about, "note": "reference data say: presidential aide"})
    edge(batch, ("CONCERNS", "Conflict", "Event"), "conflict-ushakov", "event-riyadh")
    for claim in (told, tenure):
        edge(batch, ("BETWEEN", "Conflict", "Claim"), "conflict-ushakov", claim)


def add_official_claim(batch: Batch) -> None:
    """What a source says about a person, beside any event."""
    mention, claim, quote = "mention-lavrov-wire", "claim-lavrov-wire-name", "Lavrov"
    properties = {"thing": "official", "subject": "o1", "source": "source-wire"}
    batch.node(("Mention",), mention, properties)
    edge(batch, ("MENTIONED_IN", "Mention", "Source"), mention, "source-wire")
    edge(batch, ("TELLS_OF", "Mention", "Official"), mention, "official-lavrov")
    start = SOURCES["wire"][3].index(quote)
    told = {"attribute": "name", "value": "Lavrov", "start": start, "end": start + len(quote), "quote": quote}
    how = {"stance": "asserts", "confidence": 0.95, "extractor": "rules/1", "mention": mention, "recorded": NOW}
    batch.node(("Claim",), claim, {**told, **how})
    edge(batch, ("ABOUT", "Claim", "Official"), claim, "official-lavrov")
    edge(batch, ("STATED_IN", "Claim", "Source"), claim, "source-wire")
