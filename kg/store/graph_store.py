"""Writing to, and looking things up in, one graph: the same on every engine."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import msgspec

from kg.consolidate.said import Said
from kg.identity.judgements import Judgement
from kg.store.batch import Batch
from kg.store.candidates import renew_candidates
from kg.store.claim_values import decode_value
from kg.store.engine import Engine
from kg.store.judged import standing_judgements
from kg.store.keys import BLOCKS_SHARING
from kg.store.orphans import drop_orphans, linked_to, named_by
from kg.store.past import keep, settle, standing
from kg.store.reprints import renew_reprints
from kg.store.spellings import may_have_lost, respell, spelled_in
from kg.store.steady import Steady, Transaction
from kg.store.written import run_all, statements_of

_KNOWN_READINGS = (
    "UNWIND $ids AS id MATCH (s:Source {id: id}) RETURN s.id AS id, s.reading AS reading, s.recorded AS recorded, "
    "s.withdrawn IS NOT NULL AS withdrawn"
)
_OF_SOURCES = (
    "UNWIND $ids AS id MATCH (s:Source {id: id})<-[:MENTIONED_IN]-(m:Mention) "
    "OPTIONAL MATCH (c:Claim {mention: m.id}) "
    "RETURN m.id AS mention, coalesce(m.block, '') AS block, c.id AS claim, c.recorded AS recorded, "
    "c.withdrawn IS NOT NULL AS withdrawn"
)
_EVENTS_OF_BLOCKS = (
    "UNWIND $blocks AS block MATCH (m:Mention {block: block})-[:TELLS_OF]->(e:Event) WITH DISTINCT e "
    "MATCH (e)<-[:TELLS_OF]-(o:Mention) RETURN DISTINCT e.id AS id, o.block AS block, o.id AS mention"
)
_BLOCKS_OF_MENTIONS = "UNWIND $ids AS id MATCH (m:Mention {id: id}) RETURN DISTINCT m.block AS block"
_SAID_IN_BLOCKS = (
    "UNWIND $blocks AS block MATCH (m:Mention {block: block})-[:MENTIONED_IN]->(s:Source) "
    "MATCH (c:Claim {mention: m.id}) "
    "WHERE c.withdrawn IS NULL AND (s.withdrawn IS NULL OR s.id = $back) "
    "RETURN c.id AS claim, m.id AS mention, m.subject AS subject, s.id AS source, s.digest AS digest, "
    "s.kind AS source_kind, coalesce(s.published, '') AS published, c.attribute AS attribute, c.value AS value, "
    "c.stance AS stance, c.confidence AS confidence, c.recorded AS recorded, c.start AS start, c.quote AS quote, "
    "coalesce(s.publisher, '') AS publisher, coalesce(s.url, '') AS url"
)
_RANKED = "MATCH (r:Ranking) WHERE r.undone IS NULL RETURN r.claim AS claim, r.at AS at"
_NAMES_OF_OFFICIALS = "UNWIND $ids AS id MATCH (o:Official {id: id}) RETURN o.id AS id, o.names AS names"
_APPLIED = "UNWIND $rows AS r MATCH (s:Source {id: r.id}) WHERE s.reading = r.reading RETURN count(s) AS n"


class KnownSource(msgspec.Struct, frozen=True):
    """A source that the graph has: the digest of its reading, and when it was first recorded."""

    reading: str
    recorded: str
    withdrawn: bool = False


class StoredSource(msgspec.Struct):
    """What the graph has of sources that are read anew."""

    mentions: dict[str, str] = msgspec.field(default_factory=dict)
    """Blocks by mention id."""
    claims: dict[str, str] = msgspec.field(default_factory=dict)
    """When each claim was first recorded, by claim id."""
    standing: set[str] = msgspec.field(default_factory=set)
    """The claims that are not withdrawn."""


class Written(msgspec.Struct, frozen=True):
    """What came of a transaction."""

    rows: Mapping[str, int]
    """The rows written, by label and relationship type."""
    unforeseen: frozenset[str] | None
    """Officials that went, or were left with other spellings than the batch gave them; ``None``: not known."""


class GraphStore:
    """One graph on one engine. Look-ups go through the engine's reader; a batch is one transaction."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    def known_sources(self, ids: Sequence[str]) -> dict[str, KnownSource]:
        """Return those of the sources that the graph has."""
        rows = self._look_up(_KNOWN_READINGS, {"ids": list(ids)})
        return {row["id"]: KnownSource(row["reading"], row["recorded"], row["withdrawn"]) for row in rows}

    def stored(self, ids: Sequence[str]) -> StoredSource:
        """Return the mentions and claims that the graph has of these sources."""
        found = StoredSource()
        for row in self._look_up(_OF_SOURCES, {"ids": list(ids)}) if ids else ():
            found.mentions[row["mention"]] = row["block"]
            if row["claim"] is not None:
                found.claims[row["claim"]] = row["recorded"]
                found.standing |= set() if row["withdrawn"] else {row["claim"]}
        return found

    def events_of_blocks(self, blocks: Sequence[str]) -> list[tuple[str, str, str]]:
        """Return the events that mentions of these blocks were decided to be, with their mentions and blocks."""
        rows = self._look_up(_EVENTS_OF_BLOCKS, {"blocks": list(blocks)})
        return sorted((row["id"], row["block"], row["mention"]) for row in rows)

    def blocks_sharing(self, keys: Sequence[str]) -> list[str]:
        """Return the blocks of the mentions that have one of these shared keys, or tell in one of these passages."""
        found = set[str]()
        for kind, text in BLOCKS_SHARING.items():
            asked = [key for key in keys if key.startswith(kind)]
            found.update(row["block"] for row in self._look_up(text, {"keys": asked}))
        return sorted(found)

    def blocks_of_mentions(self, ids: Sequence[str]) -> list[str]:
        """Return the blocks of these mentions."""
        return sorted(row["block"] for row in self._look_up(_BLOCKS_OF_MENTIONS, {"ids": list(ids)}))

    def judgements(self) -> list[Judgement]:
        """Return the judgements that stand: few, for persons make them."""
        return standing_judgements(self.engine)

    def said_in_blocks(self, blocks: Sequence[str], back: str = "") -> list[Said]:
        """Return every claim that counts on the mentions of these blocks; ``back`` is a source that will again."""
        rows = self._look_up(_SAID_IN_BLOCKS, {"blocks": list(blocks), "back": back})
        return [Said(**{**row, "value": decode_value(row["attribute"], row["value"])}) for row in rows]

    def ranked(self) -> dict[str, str]:
        """Return the claims that a person ranked first, with when: few, for persons make them."""
        return {row[0]: row[1] for row in self.engine.read(*self.engine.steady(_RANKED, {})).rows}

    def names_of_officials(self, ids: Sequence[str]) -> dict[str, list[str]]:
        """Return the spellings that the graph has of these officials."""
        return {row["id"]: list(row["names"]) for row in self._look_up(_NAMES_OF_OFFICIALS, {"ids": list(ids)})}

    def write(self, batch: Batch, now: str) -> Written:
        """Write the batch in one transaction, or nothing of it."""
        return self.ready(batch, now)()

    def ready(self, batch: Batch, now: str) -> Callable[[], Written]:
        """Lay out the rows of a batch; return what writes them, which is mostly waiting for the engine.

        A transaction that is retried although it had been committed finds its sources and writes nothing twice.
        """
        marks, statements = _marks(batch), [part for one in statements_of(batch) for part in one.parts()]

        def work(bare: Transaction) -> Written:
            transaction = Steady(bare, self.engine.steady)
            if marks and _single(transaction, _APPLIED, {"rows": marks}) == len(marks):
                return Written(batch.counts(), None)
            spelled, named = spelled_in(transaction, batch.dropped_events), named_by(transaction, batch)
            linked = linked_to(transaction, batch.dropped_events, {*spelled, *named, *batch.rejoined_officials})
            keep(transaction, settle(batch, standing(transaction, batch.dropped_events), now), now)
            run_all(transaction, statements, now)
            dropped = drop_orphans(transaction, linked)["Official"]
            respelled = respell(transaction, {*named, *batch.rejoined_officials, *may_have_lost(batch, spelled)})
            renew_reprints(transaction, batch.look_ups)
            renew_candidates(transaction, batch, respelled)
            return Written(batch.counts(), frozenset({*dropped, *respelled}))

        return lambda: self.engine.write(work)

    def _look_up(self, text: str, parameters: Mapping[str, Any]) -> Iterable[dict[str, Any]]:
        if not next(iter(parameters.values())):
            return []
        rows = self.engine.read(*self.engine.steady(text, parameters))
        return [dict(zip(rows.columns, row, strict=True)) for row in rows.rows]


def _marks(batch: Batch) -> list[dict[str, object]]:
    """The sources of the batch with the digests of their readings, by which an applied batch is known again."""
    return [{"id": key, "reading": row["p"]["reading"]} for key, row in sorted(batch.sources().items())]


def _single(transaction: Transaction, text: str, parameters: dict[str, Any]) -> int:
    record = transaction.run(text, parameters).single()
    return int(record[0]) if record else 0
