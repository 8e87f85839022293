"""One batch of readings to the rows of one transaction.

What is touched, and nothing else, is computed anew: the blocks of the mentions that are read, with all mentions that
the graph has in those blocks. The cost of a source does not grow with the graph.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from hashlib import blake2b

import msgspec

from kg.consolidate.event import EventView, consolidate_event
from kg.consolidate.said import Said, said
from kg.identity.events import resolve
from kg.identity.mentions import EventMention, block_of, describe
from kg.identity.officials import Official, identify
from kg.model import Claim, Participant, Reading, Tenure, make_id
from kg.store.batch import Batch
from kg.store.graph_store import GraphStore, KnownSource, StoredSource
from kg.store.officials import OfficialsSeen, add_official_evidence, add_tenure
from kg.store.project import add_claim, add_event, add_mention, add_reading, tell

ReferenceReading = Callable[[str], Reading | None]
"""Gives what reference data say of the person with this Wikidata item, as a reading like any other."""


class Prepared(msgspec.Struct):
    """The rows of one transaction, and what the report counts."""

    batch: Batch
    new_sources: int
    changed_sources: int
    known_sources: int
    events: int
    conflicts: int


def reading_digest(reading: Reading) -> str:
    """Return the digest of all that was read: the source's own fields and every claim."""
    source = reading.source
    about = (source.title, source.publisher, source.licence, source.published, source.language, source.dateline)
    lines = sorted(f"{claim.id} {claim.confidence} {claim.extractor} {claim.rule}" for claim in reading.claims)
    return blake2b("\n".join((*about, *lines)).encode("utf-8"), digest_size=15).hexdigest()


def prepare(readings: Sequence[Reading], store: GraphStore, reference: ReferenceReading, now: str) -> Prepared:
    """Return the rows for those readings that the graph does not have as they are."""
    digests = {reading.source.id: reading_digest(reading) for reading in readings}
    known = store.known_sources(list(digests))
    fresh = [r for r in readings if r.source.id not in known or known[r.source.id].reading != digests[r.source.id]]
    work = _Preparation(store, reference, now, known)
    if fresh:
        work.add(fresh, digests)
    changed = sum(reading.source.id in known for reading in fresh)
    return Prepared(
        batch=work.batch,
        new_sources=len(fresh) - changed,
        changed_sources=changed,
        known_sources=len(readings) - len(fresh),
        events=len(work.views),
        conflicts=sum(len(view.conflicts) for view in work.views),
    )


class _Preparation:
    """The state of preparing one batch."""

    def __init__(
        self, store: GraphStore, reference: ReferenceReading, now: str, known: Mapping[str, KnownSource]
    ) -> None:
        self.batch = Batch()
        self.views: list[EventView] = []
        self._store = store
        self._reference = reference
        self._now = now
        self._known = known
        self._officials = OfficialsSeen()
        self._tenures: dict[str, list[Said]] = {}

    def add(self, readings: Sequence[Reading], digests: Mapping[str, str]) -> None:
        """Add sources, mentions and claims, then every event that they touch, then the officials."""
        stored = self._store.stored([r.source.id for r in readings if r.source.id in self._known])
        mentions: list[EventMention] = []
        for reading in readings:
            known = self._known.get(reading.source.id)
            recorded = known.recorded if known else self._now
            add_reading(self.batch, reading, digests[reading.source.id], recorded, is_new=known is None)
            mentions += self._add_mentions(reading, stored)
            self._add_claims(reading, stored)
        self._withdraw(readings, stored)
        self._add_events(readings, mentions, stored)
        self._add_officials(stored)

    def _add_mentions(self, reading: Reading, stored: StoredSource) -> list[EventMention]:
        found = []
        for (thing, subject), claims in _by_subject(reading.claims).items():
            if thing == "event":
                mention = describe(
                    claims[0].mention, reading.source.digest, subject, [(c.attribute, c.value) for c in claims]
                )
                found.append(mention)
                parent = next((_mention_id(reading, str(c.value)) for c in claims if c.attribute == "part_of"), "")
                self._add_mention(reading, thing, subject, block_of(mention), parent, stored)
                self.batch.parents |= {parent} - {""}
            else:
                self._add_official_mention(reading, subject, claims, stored)
        return found

    def _add_mention(
        self, reading: Reading, thing: str, subject: str, block: str, parent: str, stored: StoredSource
    ) -> None:
        mention = make_id("mention", reading.source.id, thing, subject)
        is_new = mention not in stored.mentions
        add_mention(self.batch, mention, reading.source, (thing, subject), block, parent, is_new=is_new)

    def _add_official_mention(
        self, reading: Reading, subject: str, claims: Sequence[Claim], stored: StoredSource
    ) -> None:
        official = _official_of(claims)
        if official is None:
            return
        self._officials.add(official, [str(c.value) for c in claims if c.attribute == "name"])
        self._add_mention(reading, "official", subject, "", "", stored)
        new_claims = [claim for claim in claims if claim.id not in stored.claims]
        is_new = claims[0].mention not in stored.mentions
        add_official_evidence(self.batch, official.id, claims[0].mention, new_claims, is_new=is_new)
        for claim in new_claims:
            if isinstance(claim.value, Tenure):
                add_tenure(self.batch, official.id, claim.value)

    def _add_claims(self, reading: Reading, stored: StoredSource) -> None:
        for claim in reading.claims:
            if stored.claims.get(claim.id, True):
                add_claim(self.batch, claim, self._now, is_new=claim.id not in stored.claims)

    def _withdraw(self, readings: Sequence[Reading], stored: StoredSource) -> None:
        """A source that is read anew and no longer says something: the claim stays as history and no longer counts."""
        current = {claim.id for reading in readings for claim in reading.claims}
        gone = (claim for claim, withdrawn in stored.claims.items() if not withdrawn and claim not in current)
        self.batch.withdrawn_claims = sorted(gone)

    def _add_events(
        self, readings: Sequence[Reading], mentions: Sequence[EventMention], stored: StoredSource
    ) -> None:
        blocks = sorted({block_of(mention) for mention in mentions} | set(stored.mentions.values()) - {""})
        read_now = {reading.source.id for reading in readings}
        claims = [one for one in self._store.said_in_blocks(blocks) if one.source not in read_now]
        self.batch.parents |= {one.mention for one in claims} | {_parent(one) for one in claims if one.attribute == "part_of"}
        for reading in readings:
            claims += [said(c, reading.source, self._now) for c in reading.claims if c.thing == "event"]
        by_mention: dict[str, list[Said]] = defaultdict(list)
        for one in claims:
            by_mention[one.mention].append(one)
        self.batch.dropped_events = self._store.events_of_blocks(blocks)
        self._write_events(by_mention)

    def _write_events(self, by_mention: Mapping[str, Sequence[Said]]) -> None:
        mentions = {key: _describe_said(key, claims) for key, claims in by_mention.items()}
        members: dict[str, list[str]] = defaultdict(list)
        for mention, event in sorted(resolve(mentions.values()).items()):
            members[event].append(mention)
        for event, inside in sorted(members.items()):
            claims = [one for mention in inside for one in by_mention[mention]]
            view = consolidate_event(event, claims, self._tenures_of)
            self.views.append(view)
            add_event(self.batch, view, claims)
            for mention in inside:
                tell(self.batch, mentions[mention], event)
            for part in view.people:
                if part.official is not None:
                    self._officials.add(part.official, part.names)

    def _tenures_of(self, qid: str) -> Sequence[Said]:
        if qid not in self._tenures:
            reading = self._reference(qid)
            claims = reading.claims if reading else ()
            self._tenures[qid] = [said(c, reading.source, self._now) for c in claims if reading and c.attribute == "tenure"]
        return self._tenures[qid]

    def _add_officials(self, stored: StoredSource) -> None:
        """Add what reference data say of those officials that the graph has not met, then all official nodes."""
        names = self._store.names_of_officials(self._officials.ids)
        for official, qid in self._officials.qids().items():
            reading = self._reference(qid) if official not in names else None
            if reading is not None:
                add_reading(self.batch, reading, reading_digest(reading), self._now, is_new=True)
                self._add_mentions(reading, stored)
                self._add_claims(reading, stored)
        self._officials.write(self.batch, names)


def _by_subject(claims: Iterable[Claim]) -> dict[tuple[str, str], list[Claim]]:
    groups: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        groups[claim.thing, claim.subject].append(claim)
    return groups


def _mention_id(reading: Reading, subject: str) -> str:
    return make_id("mention", reading.source.id, "event", subject)


def _parent(one: Said) -> str:
    return make_id("mention", one.source, "event", str(one.value))


def _official_of(claims: Sequence[Claim]) -> Official | None:
    """The official that a source names: by the fullest name it uses and the side it gives."""
    names = sorted((str(c.value) for c in claims if c.attribute == "name"), key=lambda name: (-len(name), name))
    sides = [
        c.value.side for c in claims if isinstance(c.value, Participant | Tenure) and c.value.side
    ]
    return identify(names[0], sides[0] if sides else "") if names else None


def _describe_said(mention: str, claims: Sequence[Said]) -> EventMention:
    return describe(mention, claims[0].digest, claims[0].subject, [(one.attribute, one.value) for one in claims])
