"""Pairs that may be one and are not sure to be: a score with its parts, for a person to judge.

Each is a pure function of its two sides, so that the list does not depend on the order of loading. The amounts were set
by hand on the cases in tests/identity; they order the list and decide nothing.
"""

from __future__ import annotations

from datetime import timedelta

import msgspec

from kg.dates import contradict, refines
from kg.dates import parse as parse_edtf
from kg.identity.alike import names_alike
from kg.identity.mentions import family_of
from kg.identity.names import compatible
from kg.identity.nearby import CLOSE, days_apart

THRESHOLD = 0.6
"""From this score on a pair is worth a person's time."""

_TWO = 2
_ONE_DAY = timedelta(days=1)


class Scored(msgspec.Struct, frozen=True):
    """How likely a pair is one, and what that is made of."""

    score: float
    parts: tuple[tuple[str, float], ...]

    def in_words(self) -> list[str]:
        """Return the parts as text: ``same sides +0.30``."""
        return [f"{name} {amount:+.2f}" for name, amount in self.parts]


class EventFacts(msgspec.Struct, frozen=True):
    """What the graph shows of an event, as far as it tells whether another is the same."""

    id: str
    kind: str
    status: str
    sides: frozenset[str]
    date: str
    title: str = ""
    people: tuple[tuple[str, str], ...] = ()
    """Sides and names."""
    cities: frozenset[str] = frozenset()
    texts: frozenset[str] = frozenset()
    """Digests of the texts that tell of it."""
    mentions: frozenset[str] = frozenset()


class OfficialFacts(msgspec.Struct, frozen=True):
    """What the graph knows of an official, as far as it tells whether another is the same."""

    id: str
    name: str
    names: tuple[str, ...]
    side: str
    qid: str


def score_events(one: EventFacts, other: EventFacts) -> Scored | None:
    """Return the score of two events, or ``None`` where they are surely two or too little speaks for one.

    Events of one text are two: whoever wrote it told of two.
    """
    dates = _date_part(one, other)
    if family_of(one.kind) != family_of(other.kind):
        return None
    if dates is None or one.texts & other.texts or not (one.sides <= other.sides or other.sides <= one.sides):
        return None
    parts = [
        ("same sides", 0.3) if one.sides == other.sides else ("one more side", 0.2),
        dates,
        *_people_part(one, other),
        *_place_part(one, other),
        ("same kind" if one.kind == other.kind else "kinds of one family", 0.05),
    ]
    return _scored(parts)


def score_officials(one: OfficialFacts, other: OfficialFacts) -> Scored | None:
    """Return the score of two officials; ``None`` where reference data know two persons or the names are not alike."""
    if (one.qid and other.qid) or (one.side and other.side and one.side != other.side):
        return None
    alike = names_alike(one.names, other.names)
    parts = [("names alike", round(0.7 * alike, 3))]
    parts += [("same side", 0.2)] if one.side == other.side and one.side else []
    parts += [("known to reference data", 0.05)] if one.qid or other.qid else []
    return _scored(parts) if alike else None


def _scored(parts: list[tuple[str, float]]) -> Scored | None:
    score = round(max(0.0, min(1.0, sum(amount for _, amount in parts))), 3)
    return Scored(score, tuple(parts)) if score >= THRESHOLD else None


def _date_part(one: EventFacts, other: EventFacts) -> tuple[str, float] | None:
    if not one.date or not other.date:
        return None
    first, second = parse_edtf(one.date), parse_edtf(other.date)
    gap = days_apart(first, second)
    if gap is None or gap > CLOSE:
        return None
    if one.date == other.date:
        return "same date", 0.3
    if not contradict(first, second):
        inside = refines(first, second) or refines(second, first)
        return ("one date inside the other", 0.25) if inside else ("dates overlap", 0.2)
    if one.status == other.status == "held" and gap > _ONE_DAY:
        return f"{gap.days} days apart, both held", 0.05
    return f"{gap.days} days apart", 0.15


def _people_part(one: EventFacts, other: EventFacts) -> list[tuple[str, float]]:
    sides = sorted({side for side, _ in one.people} & {side for side, _ in other.people} - {""})
    shared = [side for side in sides if _share(one, other, side)]
    if len(shared) < len(sides):
        return [("different people of " + ", ".join(side for side in sides if side not in shared), -0.35)]
    if not shared:
        return []
    return [("same people of two sides", 0.3) if len(shared) >= _TWO else (f"same people of {shared[0]}", 0.2)]


def _share(one: EventFacts, other: EventFacts, side: str) -> bool:
    ours, theirs = ([name for its, name in facts.people if its == side] for facts in (one, other))
    return any(compatible(a, b) for a in ours for b in theirs) or names_alike(ours, theirs) > 0


def _place_part(one: EventFacts, other: EventFacts) -> list[tuple[str, float]]:
    if not one.cities or not other.cities:
        return []
    same = not one.cities.isdisjoint(other.cities)
    return [("same city", 0.1) if same else ("different cities", -0.05)]
