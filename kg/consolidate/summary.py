"""What one source says, as one JSON object: the form of ``kg extract --format jsonl``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from kg.consolidate.event import EventView, consolidate_event
from kg.consolidate.people import Part
from kg.consolidate.said import Said, all_said, by_attribute
from kg.model import Participant, Reading
from kg.vocabulary import is_country


def summarise(reading: Reading) -> dict[str, Any]:
    """Return ``{"id", "events": [...], "officials": [...]}`` of one source, events in the order of the text.

    The fields are those of the gold annotations: ``countries`` are the sides that are states (ISO3), organisations
    stand among the participants; ``evidence`` is the passages that tell of the event.
    """
    subjects: dict[tuple[str, str], list[Said]] = defaultdict(list)
    for claim, one in zip(reading.claims, all_said(reading, ""), strict=True):
        subjects[claim.thing, claim.subject].append(one)
    events = [claims for (thing, _), claims in subjects.items() if thing == "event"]
    officials = [claims for (thing, _), claims in subjects.items() if thing == "official"]
    return {
        "id": reading.source.key,
        "events": [_event(claims) for claims in sorted(events, key=_position)],
        "officials": [_official(claims) for claims in sorted(officials, key=_position)],
    }


def _position(claims: Sequence[Said]) -> tuple[int, str]:
    return min((one.start, one.subject) for one in claims)


def _event(claims: Sequence[Said]) -> dict[str, Any]:
    view = consolidate_event(claims[0].mention, claims, lambda _qid: ())
    return {
        "kind": view.kind,
        "status": view.status.shown,
        "date": view.date,
        "place": _place(view),
        "participants": [_participant(part) for part in view.people] + _organizations(view),
        "countries": [side for side in view.sides if is_country(side)],
        "topics": list(view.topics),
        "evidence": _passages(claims),
        "confidence": view.confidence,
    }


def _place(view: EventView) -> dict[str, str | None] | None:
    if view.venue is None:
        return None
    return {"city": view.venue.city or None, "country_iso3": view.venue.country or None}


def _participant(part: Part) -> dict[str, str | None]:
    value = part.value
    return {
        "name": value.name or None,
        "role": value.capacity or value.rank or None,
        "country_or_org": value.side or None,
    }


def _organizations(view: EventView) -> list[dict[str, str | None]]:
    stood_for = {part.value.side for part in view.people}
    missing = [side for side in view.sides if not is_country(side) and side not in stood_for]
    return [{"name": None, "role": None, "country_or_org": side} for side in missing]


def _passages(claims: Sequence[Said]) -> list[str]:
    spans = {(one.start, one.quote) for one in claims if one.attribute == "kind"}
    return [quote for _, quote in sorted(spans)]


def _official(claims: Sequence[Said]) -> dict[str, str | None]:
    groups = by_attribute(claims)
    names = sorted({str(one.value) for one in groups["name"]}, key=lambda name: (-len(name), name))
    capacity = next((one.value for one in groups["capacity"] if isinstance(one.value, Participant)), Participant())
    return {
        "name": names[0] if names else None,
        "title": capacity.capacity or None,
        "country_or_org": capacity.side or None,
    }
