"""One batch of readings to the rows of one transaction.

What is touched, and nothing else, is computed anew: the blocks of the mentions that are read, with all mentions that
the graph has in those blocks. The cost of a source does not grow with the graph.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence, Set

import msgspec

from kg.consolidate.decided import Decided
from kg.consolidate.event import EventView, consolidate_event
from kg.consolidate.said import Said, all_said
from kg.identity.events import resolve
from kg.identity.judgements import known_as, named_holders
from kg.identity.mentions import EventMention, block_of
from kg.identity.nearby import near_key, shared_keys
from kg.load.around import look_around
from kg.load.gather import Touched, gather
from kg.load.identified import IdentifiedClaim, IdentifiedReading
from kg.load.look_up import LookUp
from kg.load.named import Renamed, official_of
from kg.model import Reading, Tenure, mention_id
from kg.store.batch import Batch
from kg.store.graph_store import KnownSource, StoredSource
from kg.store.keys import add_keys
from kg.store.officials import OfficialsSeen, add_official_evidence, add_tenure
from kg.store.project import add_claim, add_event, add_mention, add_reading, tell
from kg.store.rejoined import tell_of

ReferenceReading = Callable[[str], Reading | None]
"""Gives what reference data say of the person with this Wikidata item, as a reading like any other."""


class Prepared(msgspec.Struct):
    """The rows of one transaction, what it touches, and what the report counts."""

    batch: Batch
    sources: frozenset[str]
    events_of: dict[str, list[tuple[str, str]]]
    """The events that the graph has in each block that is touched, with their mentions there, once this is written."""
    said_in: dict[str, list[Said]]
    """The claims that count in each block that is touched, once this is written."""
    blocks_of_key: dict[str, list[str]]
    """The blocks of the mentions that it writes, by shared key."""
    names: dict[str, list[str]]
    """The spellings of the officials that it writes."""
    new_sources: int
    changed_sources: int
    known_sources: int
    withdrawn_sources: int
    """Sources that were withdrawn: they are not read again."""
    events: int
    conflicts: int


def prepare(readings: Sequence[Reading], store: LookUp, reference: ReferenceReading, now: str) -> Prepared:
    """Return the rows for those readings that the graph does not have as they are."""
    identified = [IdentifiedReading(reading) for reading in readings]
    known = store.known_sources([one.source.id for one in identified])
    withdrawn = sum(one.withdrawn for one in known.values())
    fresh = [one for one in identified if _is_to_do(one, known.get(one.source.id))]
    work = _Preparation(store, reference, now, known)
    if fresh:
        work.add(fresh)
    changed = sum(one.source.id in known for one in fresh)
    return Prepared(
        batch=work.batch,
        sources=frozenset(work.batch.sources()),
        events_of=work.events_of,
        said_in=work.said_in,
        blocks_of_key=work.blocks_of_key,
        names=work.names,
        new_sources=len(fresh) - changed,
        changed_sources=changed,
        known_sources=len(readings) - len(fresh) - withdrawn,
        withdrawn_sources=withdrawn,
        events=len(work.views),
        conflicts=sum(len(view.conflicts) for view in work.views),
    )


def prepare_sources(readings: Sequence[IdentifiedReading], store: LookUp, now: str) -> Batch:
    """Return the rows of sources that no graph has, with what they mention and claim; no event is decided."""
    work = _Preparation(store, lambda _qid: None, now, {})
    work.add_sources(readings)
    return work.batch


def prepare_anew(
    blocks: Sequence[str], store: LookUp, reference: ReferenceReading, now: str, renamed: Sequence[Renamed] = ()
) -> Batch:
    """Return the rows that consolidate these blocks anew from what counts there: nothing is read, nothing withdrawn.

    ``renamed`` are all mentions of officials of whom a judgement changed who they are.
    """
    work = _Preparation(store, reference, now, {})
    work.add_anew(blocks, renamed)
    return work.batch


class _Preparation:
    """The state of preparing one batch."""

    def __init__(self, store: LookUp, reference: ReferenceReading, now: str, known: Mapping[str, KnownSource]) -> None:
        self.batch = Batch()
        self.views: list[EventView] = []
        self.events_of: dict[str, list[tuple[str, str]]] = {}
        self.said_in: dict[str, list[Said]] = {}
        self.blocks_of_key: dict[str, list[str]] = defaultdict(list)
        self.names: dict[str, list[str]] = {}
        self._store = store
        self._reference = reference
        self._now = now
        self._known = known
        self._stored = StoredSource()
        self._officials = OfficialsSeen()
        self._tenures: dict[str, list[Said]] = {}
        self._judgements = store.judgements()
        self._decided = Decided(store.ranked(), known_as(self._judgements), named_holders(self._judgements))

    def add(self, readings: Sequence[IdentifiedReading]) -> None:
        """Add sources, mentions and claims, then every event that they touch, then the officials."""
        self._stored = self._store.stored([one.source.id for one in readings if one.source.id in self._known])
        for one in readings:
            self._add_reading(one)
        self._withdraw(readings)
        self._add_events(readings)
        self._add_officials()

    def add_sources(self, readings: Sequence[IdentifiedReading]) -> None:
        """Add sources that are new, mentions and claims, then the officials."""
        for one in readings:
            self._add_reading(one)
        self._add_officials()

    def add_anew(self, blocks: Sequence[str], renamed: Sequence[Renamed]) -> None:
        """Add every event of these blocks anew, then the officials."""
        self._stored = StoredSource(mentions={key: key for key in blocks})
        self._add_events([])
        for mention, official in renamed:
            if official is not None:
                self._officials.add(official, [str(c.value) for c in mention.claims if c.attribute == "name"])
                tell_of(self.batch, mention, official.id)
            for claim in mention.claims:
                if isinstance(claim.value, Tenure):
                    add_tenure(self.batch, official.id if official else mention.official, claim.value)
        self._add_officials()

    def _add_reading(self, one: IdentifiedReading) -> None:
        known = self._known.get(one.source.id)
        recorded = known.recorded if known else self._now
        add_reading(self.batch, one.reading, one.digest, (recorded, self._now), is_new=known is None)
        for (thing, subject), claims in one.by_subject.items():
            if thing == "event":
                self._add_event_mention(one, subject, claims)
            else:
                self._add_official_mention(one, subject, claims)
        for c in one.claims:
            add_claim(self.batch, c.claim, (c.id, c.mention), self._now, is_new=c.id not in self._stored.claims)

    def _add_event_mention(self, one: IdentifiedReading, subject: str, claims: Sequence[IdentifiedClaim]) -> None:
        larger = next((str(c.claim.value) for c in claims if c.claim.attribute == "part_of"), "")
        parent = mention_id(one.source.id, "event", larger) if larger else ""
        self.batch.parents |= {parent} - {""}
        mention = one.event_mentions[claims[0].mention]
        block = block_of(mention)
        found_by = {"block": block, "near": near_key(mention), "parent": parent, "passage": mention.passage}
        self._add_mention(one, mention.id, ("event", subject), found_by)
        keys = shared_keys(mention)
        add_keys(self.batch, mention.id, keys, is_new=mention.id not in self._stored.mentions)
        for key in (*keys, mention.passage):
            self.blocks_of_key[key].append(block)

    def _add_official_mention(self, one: IdentifiedReading, subject: str, claims: Sequence[IdentifiedClaim]) -> None:
        by_rules = official_of([c.claim for c in claims], one.source.published)
        if by_rules is None:
            return
        official = self._decided.official(by_rules)
        self._officials.add(official, [str(c.claim.value) for c in claims if c.claim.attribute == "name"])
        mention = claims[0].mention
        self._add_mention(one, mention, ("official", subject), {"official": by_rules.id})
        is_new = mention not in self._stored.mentions
        add_official_evidence(self.batch, official.id, mention, [c.id for c in claims], is_new=is_new)
        for c in claims:
            if isinstance(c.claim.value, Tenure):
                add_tenure(self.batch, official.id, c.claim.value)

    def _add_mention(
        self, one: IdentifiedReading, mention: str, subject: tuple[str, str], found_by: Mapping[str, str]
    ) -> None:
        is_new = mention not in self._stored.mentions
        add_mention(self.batch, mention, one.source, subject, found_by, is_new=is_new)

    def _withdraw(self, readings: Sequence[IdentifiedReading]) -> None:
        """A source that is read anew and no longer says something: the claim stays as history and no longer counts."""
        current = {claim.id for one in readings for claim in one.claims} if self._stored.claims else set()
        self.batch.withdrawn_claims = sorted(self._stored.standing - current)

    def _add_events(self, readings: Sequence[IdentifiedReading]) -> None:
        mentions = {key: mention for one in readings for key, mention in one.event_mentions.items()}
        blocks = {block_of(mention) for mention in mentions.values()} | set(self._stored.mentions.values()) - {""}
        touched = gather(self._store, mentions, blocks, {one.source.id for one in readings}, self._judgements)
        self.events_of = {key: [] for key in touched.blocks}
        self.said_in = {key: [] for key in touched.blocks}
        known = set(touched.said)
        for reading in readings:
            for one in reading.said(self._now, self._stored.claims):
                touched.said.setdefault(one.mention, []).append(one)
        self._write_events(touched, known)

    def _write_events(self, touched: Touched, known: Set[str]) -> None:
        """Write the events that are not as they stand; ``known`` are the mentions that the graph has."""
        mentions, said_of = touched.mentions, touched.said
        members: dict[str, list[str]] = defaultdict(list)
        for mention, event in sorted(resolve(mentions.values(), self._judgements).items()):
            members[event].append(mention)
            block = block_of(mentions[mention])
            self.said_in[block] += said_of[mention]
            self.events_of[block].append((event, mention))
        unchanged = {event for event, inside in members.items() if touched.is_unchanged(event, inside)}
        self.batch.dropped_events = sorted(set(touched.events) - unchanged)
        for event, inside in sorted(members.items()):
            if event in unchanged:
                continue
            self._write_event(event, [mentions[mention] for mention in inside], said_of)
            for mention in known & set(inside):
                larger = (_parent(one) for one in said_of[mention] if one.attribute == "part_of")
                self.batch.parents |= {mention, *larger}

    def _write_event(self, event: str, inside: Sequence[EventMention], said_of: Mapping[str, Sequence[Said]]) -> None:
        claims = [one for mention in inside for one in said_of[mention.id]]
        view = consolidate_event(event, claims, self._tenures_of, self._decided)
        self.views.append(view)
        add_event(self.batch, view, claims)
        look_around(self.batch, view, inside)
        for mention in inside:
            tell(self.batch, mention, event)
        for part in view.people:
            if part.official is not None:
                self._officials.add(part.official, part.names)

    def _tenures_of(self, qid: str) -> Sequence[Said]:
        if qid not in self._tenures:
            reading = self._reference(qid)
            every = all_said(reading, self._now) if reading else []
            self._tenures[qid] = [one for one in every if one.attribute == "tenure"]
        return self._tenures[qid]

    def _add_officials(self) -> None:
        """Add what reference data say of those officials that the graph has not met, then all official nodes.

        What they say of somebody who is no longer in the graph was withdrawn, and is not brought back.
        """
        stored = self._store.names_of_officials(self._officials.ids)
        qids = (qid for official, qid in self._officials.qids().items() if official not in stored)
        readings = [reading for reading in map(self._reference, qids) if reading is not None]
        known = self._store.known_sources([reading.source.id for reading in readings])
        for reading in readings:
            if reading.source.id not in known:
                self._add_reading(IdentifiedReading(reading))
        self.names = self._officials.write(self.batch, stored)


def _is_to_do(one: IdentifiedReading, known: KnownSource | None) -> bool:
    """New, or read otherwise than before; what a person withdrew is not brought back by reading it again."""
    return known is None or (known.reading != one.digest and not known.withdrawn)


def _parent(one: Said) -> str:
    return mention_id(one.source, "event", str(one.value))
