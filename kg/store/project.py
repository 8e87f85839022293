"""From sources, claims and consolidated events to the rows of the property graph that schema/graph.yaml describes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b

import msgspec

from kg.blueprint import event_kinds
from kg.consolidate.event import EventView
from kg.consolidate.people import Part
from kg.consolidate.said import Said
from kg.dates import parse as parse_edtf
from kg.identity.mentions import EventMention
from kg.model import Claim, Reading, Source, encode_value
from kg.store.batch import Batch, EdgeShape, Property
from kg.store.reference_rows import add_office, add_place, add_side, add_topic, side_id, side_label

_SOURCE_LABEL = {"article": "Article", "readout": "Readout", "record": "Record"}


def add_reading(batch: Batch, reading: Reading, digest: str, when: tuple[str, str], *, is_new: bool) -> None:
    """Add a source as it was read; ``digest`` is that of all that was read from it, ``when`` it was first and now."""
    recorded, changed = when
    source = reading.source
    published = parse_edtf(source.published).earliest if source.published else None
    properties: dict[str, Property | None] = {
        "kind": source.kind, "key": source.key, "url": source.url, "title": source.title,
        "publisher": source.publisher, "licence": source.licence, "published": source.published,
        "published_earliest": published, "language": source.language, "dateline": source.dateline,
        "text": source.text, "digest": source.digest, "loader": source.loader, "reading": digest, "recorded": recorded,
        "changed": changed,
    }  # fmt: skip
    if is_new:
        batch.new_node(("Source", _SOURCE_LABEL[source.kind]), source.id, properties)
    else:
        batch.update("Source", source.id, properties)


def add_mention(
    batch: Batch, mention: str, source: Source, subject: tuple[str, str], found_by: Mapping[str, str], *, is_new: bool
) -> None:
    """Add one source's telling of one event, or its naming of one official; ``subject`` is (thing, its name).

    ``found_by`` are the keys it has: block, near, parent, passage, official.
    """
    thing, name = subject
    properties = {"thing": thing, "source": source.id, "subject": name, **found_by}
    if not is_new:
        batch.update("Mention", mention, properties)
    else:
        batch.new_node(("Mention",), mention, properties)
        batch.edge(EdgeShape("MENTIONED_IN", "Mention", "Source"), mention, source.id)


def add_claim(batch: Batch, claim: Claim, ids: tuple[str, str], now: str, *, is_new: bool) -> None:
    """Add a claim with its evidence, and the source that states it; ``ids`` are the claim's and its mention's.

    One that is not new is stated by its source again.
    """
    claim_id, mention = ids
    properties: dict[str, Property | None] = {
        "attribute": claim.attribute, "value": encode_value(claim.value), "start": claim.evidence.start,
        "end": claim.evidence.end, "quote": claim.evidence.quote, "stance": claim.stance,
        "attributed_to": claim.attributed_to, "confidence": claim.confidence, "extractor": claim.extractor,
        "rule": claim.rule, "mention": mention, "recorded": now,
    }  # fmt: skip
    if not is_new:
        batch.restate(claim_id, properties)
    else:
        batch.new_node(("Claim",), claim_id, properties)
        batch.edge(EdgeShape("STATED_IN", "Claim", "Source"), claim_id, claim.source)


def add_event(batch: Batch, view: EventView, claims: Sequence[Said]) -> None:
    """Add a consolidated event with all its relationships."""
    _add_event_node(batch, view, _digest(view, claims))
    _add_sides(batch, view)
    _add_surroundings(batch, view)
    for part in view.people:
        _add_part(batch, view.id, part)
    _add_conflicts(batch, view)
    _add_evidence(batch, view.id, claims)


def tell(batch: Batch, mention: EventMention, event: str) -> None:
    """Add identity's decision which event a mention is."""
    batch.edge(EdgeShape("TELLS_OF", "Mention", "Event"), mention.id, event)


def _add_event_node(batch: Batch, view: EventView, digest: str) -> None:
    edtf = parse_edtf(view.date) if view.date else None
    kind = event_kinds()[view.kind]
    second = (kind.label, "Contact") if kind.contact and len(view.sides) > 1 else (kind.label,)
    batch.new_node(
        ("Event", *second),
        view.id,
        {
            "kind": view.kind, "status": view.status.shown, "date": view.date,
            "earliest": edtf.earliest if edtf else None, "latest": edtf.latest if edtf else None,
            "title": view.title, "sides": list(view.sides), "sources": view.sources, "claims": view.claims,
            "confidence": view.confidence, "known": view.known,
            "digest": digest,
        },
    )  # fmt: skip


def _digest(view: EventView, claims: Iterable[Said]) -> str:
    """The digest of all that is shown and of the claims behind it; since when it is known is no part of that."""
    shown = (msgspec.structs.replace(view, known=""), sorted(one.claim for one in claims))
    return blake2b(msgspec.json.encode(shown, order="sorted"), digest_size=12).hexdigest()


def _add_sides(batch: Batch, view: EventView) -> None:
    for side in view.sides:
        add_side(batch, side)
        shape = EdgeShape("TOOK_PART", side_label(side), "Event")
        batch.edge(shape, side_id(side), view.id, {"claims": view.side_claims[side], "vote": view.votes.get(side, "")})
    for host in view.hosts:
        add_side(batch, host)
        batch.edge(EdgeShape("HOSTED", side_label(host), "Event"), side_id(host), view.id)


def _add_surroundings(batch: Batch, view: EventView) -> None:
    for topic in view.topics:
        batch.edge(EdgeShape("ON_TOPIC", "Event", "Topic"), view.id, add_topic(batch, topic))
    if view.venue is not None:
        batch.edge(EdgeShape("HELD_AT", "Event", "Place"), view.id, add_place(batch, view.venue))


def _add_part(batch: Batch, event: str, part: Part) -> None:
    value = part.value
    batch.new_node(
        ("Participant",),
        part.id,
        {
            "name": value.name, "capacity": value.capacity, "office": value.office, "side": value.side,
            "body": value.body, "rank": value.rank, "count": value.count, "tenure": part.tenure.verdict,
            "tenure_note": part.tenure.note, "names": list(part.names) if len(part.names) > 1 else [],
            "judged": list(part.judged), "inferred": True if part.official and not value.name else None,
        },
    )  # fmt: skip
    batch.edge(EdgeShape("HAS_PARTICIPANT", "Event", "Participant"), event, part.id)
    if value.side:
        add_side(batch, value.side)
        batch.edge(EdgeShape("REPRESENTED", "Participant", side_label(value.side)), part.id, side_id(value.side))
    if value.capacity and value.side:
        office = add_office(batch, value.office, value.capacity, value.side)
        batch.edge(EdgeShape("SERVED_AS", "Participant", "Office"), part.id, office)
    if part.official is not None:
        batch.edge(EdgeShape("IDENTIFIED_AS", "Participant", "Official"), part.id, part.official.id)
        attended = {"capacity": value.capacity, "side": value.side}
        batch.edge(EdgeShape("ATTENDED", "Official", "Event"), part.official.id, event, attended)


def _add_conflicts(batch: Batch, view: EventView) -> None:
    for conflict in view.conflicts:
        batch.new_node(
            ("Conflict",),
            conflict.id,
            {
                "attribute": conflict.attribute, "kind": conflict.kind, "values": list(conflict.values),
                "shown": conflict.shown, "note": conflict.note, "because": conflict.because,
                "participant": conflict.participant,
            },
        )  # fmt: skip
        batch.edge(EdgeShape("CONCERNS", "Conflict", "Event"), conflict.id, view.id)
        for claim in conflict.claims:
            batch.edge(EdgeShape("BETWEEN", "Conflict", "Claim"), conflict.id, claim)


def _add_evidence(batch: Batch, event: str, claims: Iterable[Said]) -> None:
    for one in claims:
        batch.edge(EdgeShape("ABOUT", "Claim", "Event"), one.claim, event)
        batch.edge(EdgeShape("REPORTS", "Source", "Event"), one.source, event)
