"""One event from all that is claimed of it."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from kg.blueprint import event_kinds
from kg.consolidate.choose import Choice, choose
from kg.consolidate.conflicts import Disagreement, find_disagreements
from kg.consolidate.decided import Decided
from kg.consolidate.people import Part, TenuresOf, consolidate_people
from kg.consolidate.said import Said, by_attribute, voices
from kg.consolidate.status import StatusView, consolidate_status
from kg.consolidate.weight import Scales
from kg.dates import parse as parse_edtf
from kg.model import Value, Venue
from kg.vocabulary import side_name

_SURE = 0.999


class EventView(msgspec.Struct, frozen=True):
    """What the graph shows of one event, and what it rests on."""

    id: str
    kind: str
    status: StatusView
    date: str
    title: str
    sides: tuple[str, ...]
    hosts: tuple[str, ...]
    topics: tuple[str, ...]
    venue: Venue | None
    people: tuple[Part, ...]
    documents: tuple[str, ...]
    part_of: tuple[str, ...]
    """Mentions of the larger event, in the same source."""
    conflicts: tuple[Disagreement, ...]
    side_claims: dict[str, int]
    """How many claims name each side."""
    votes: dict[str, str]
    """How each side voted, where the event is a vote; what sources disagree on is joined by "/"."""
    sources: int
    """Voices: a text with all its reprints counts once."""
    claims: int
    confidence: float
    """From 0 to 1, of all that say that it is an event of this kind."""
    known: str
    """When the first of the claims was recorded (UTC, ISO 8601 with Z)."""


def consolidate_event(
    event: str, claims: Sequence[Said], tenures_of: TenuresOf, decided: Decided | None = None
) -> EventView:
    """Compute the event from its claims. The order of the claims does not matter.

    ``decided`` is what persons decided: claims ranked first, officials that are one.
    """
    groups = by_attribute(claims)
    sides = _all_values(groups["side"])
    scales = Scales(frozenset(sides), decided or Decided())
    kind = _value(choose(groups["kind"], _kind_exactness, scales)) or "other"
    date = choose(groups["date"], date_exactness, scales)
    venue = choose(groups["venue"], venue_exactness, scales)
    status = consolidate_status(groups["status"], scales)
    people = consolidate_people(event, _value(date), groups["participant"], tenures_of, scales)
    place = venue.value if venue and isinstance(venue.value, Venue) else None
    return EventView(
        id=event,
        kind=kind,
        status=status,
        date=_value(date),
        title=_title(kind, sides, place, _all_values(groups["title"])),
        sides=sides,
        hosts=_all_values(groups["host"]),
        topics=_all_values(groups["topic"]),
        venue=place,
        people=people,
        documents=_all_values(groups["document"]),
        part_of=_all_values(groups["part_of"]),
        conflicts=find_disagreements(event, {"date": date, "venue": venue}, status, people, scales.ranked),
        side_claims={side: sum(str(one.value) == side for one in groups["side"]) for side in sides},
        votes=_votes(groups["vote"]),
        sources=voices(claims),
        claims=len(claims),
        confidence=_confidence(groups["kind"]),
        known=min(one.recorded for one in claims),
    )


def date_exactness(value: Value) -> int:
    """Return how exact a date is: minus the days it may stand for; unknown years last."""
    edtf = parse_edtf(str(value))
    if edtf.earliest is None or edtf.latest is None:
        return -1_000_000
    return -(edtf.latest - edtf.earliest).days


def venue_exactness(value: Value) -> int:
    """Return how exact a venue is: a named place in a city before the city, before the country."""
    if not isinstance(value, Venue):
        return 0
    return 2 * bool(value.city) + bool(value.country) + bool(value.name and value.name != value.city)


def _kind_exactness(value: Value) -> int:
    """A summit or negotiation says more than a meeting, and a meeting more than talks."""
    return {"summit": 3, "negotiation": 2, "meeting": 1}.get(str(value), 0)


def _value(choice: Choice | None) -> str:
    return str(choice.value) if choice else ""


def _all_values(claims: Sequence[Said]) -> tuple[str, ...]:
    return tuple(sorted({str(one.value) for one in claims if one.stance != "denies"}))


def _votes(claims: Sequence[Said]) -> dict[str, str]:
    cast: dict[str, set[str]] = {}
    for value in _all_values(claims):
        side, _, vote = value.partition(" ")
        cast.setdefault(side, set()).add(vote)
    return {side: "/".join(sorted(votes)) for side, votes in cast.items()}


def _title(kind: str, sides: Sequence[str], venue: Venue | None, given: Sequence[str]) -> str:
    if given:
        return given[0]
    kinds = event_kinds()
    what = kinds[kind].name if kind in kinds else kind
    shown = [side_name(side) for side in sides]
    who = " – ".join(shown) if len(shown) < 5 else f"{', '.join(shown[:3])} and {len(shown) - 3} more"
    where = venue.city or venue.name if venue else ""
    return f"{what}: {who or 'sides not named'}" + (f", {where}" if where else "")


def _confidence(claims: Sequence[Said]) -> float:
    """Independent texts add up: the chance that not every one of them was misread."""
    best: dict[str, float] = {}
    for one in claims:
        best[one.digest] = max(best.get(one.digest, 0.0), one.confidence)
    doubt = 1.0
    for digest in sorted(best):
        doubt *= 1.0 - best[digest]
    return round(min(1.0 - doubt, _SURE), 3)
