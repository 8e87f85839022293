"""What identity needs to know of one source's telling of one event."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import timedelta

import msgspec

from kg.blueprint import event_kinds
from kg.dates import Edtf
from kg.dates import parse as parse_edtf
from kg.identity.names import fold_name
from kg.identity.officials import identify
from kg.identity.passages import passage_key
from kg.model import Participant, Value, Venue, make_id

LONGEST_EVENT = timedelta(days=10)
_BY_RANK = ("head-of-state", "head-of-government", "leader", "foreign-minister")


JOURNEY = "visit"
"""The family of kinds of which often the traveller alone is named."""
TOLD_BY_RECORDS = frozenset({"vote", "representation"})
"""Families of kinds of which two with the same sides and date are two."""


class EventMention(msgspec.Struct, frozen=True):
    """One source's telling of one event, reduced to what decides which event it is."""

    id: str
    digest: str
    """Digest of the source's text: reprints share it."""
    subject: str
    family: str
    sides: frozenset[str]
    date: str
    people: tuple[tuple[str, str], ...]
    """Sides and names of the named participants."""
    cities: frozenset[str] = frozenset()
    """Where it was, folded."""
    lands: frozenset[str] = frozenset()
    """The states where it was, and who hosted it."""
    principals: tuple[tuple[str, str], ...] = ()
    """Of each side with named people, its code and the official of highest rank."""
    passage: str = ""
    """Key of the words that tell of it, where a copy of them can be known."""
    published: str = ""
    """When the text was published."""


class Told(msgspec.Struct, frozen=True):
    """Where one source tells of one event: its text, its place in that, and the words."""

    mention: str
    digest: str
    subject: str
    published: str = ""
    quote: str = ""


def describe(told: Told, said: Iterable[tuple[str, Value]]) -> EventMention:
    """Reduce the attributes and values that one source gives one event."""
    values: dict[str, list[Value]] = {}
    for attribute, value in said:
        values.setdefault(attribute, []).append(value)
    named = [p for p in values.get("participant", ()) if isinstance(p, Participant) and p.name]
    venues = [venue for venue in values.get("venue", ()) if isinstance(venue, Venue)]
    date = _most_said(values, "date")
    return EventMention(
        id=told.mention,
        digest=told.digest,
        subject=told.subject,
        family=family_of(_most_said(values, "kind")),
        sides=frozenset(str(side) for side in values.get("side", ())),
        date=date,
        people=tuple(sorted((p.side, p.name) for p in named)),
        cities=frozenset(fold_name(venue.city) for venue in venues if venue.city),
        lands=frozenset((*(v.country for v in venues), *(str(host) for host in values.get("host", ())))) - {""},
        principals=_principals(named, date),
        passage=passage_key(told.quote, date[:7] or f"printed {told.published[:7]}") if told.quote else "",
        published=told.published,
    )


def family_of(kind: str) -> str:
    """Return the family of kinds that different sources may use of one event (``contact`` for a meeting or talks)."""
    kinds = event_kinds()
    return kinds[kind].family if kind in kinds else "other"


def block_of(mention: EventMention) -> str:
    """Return the key that all mentions of one event share.

    Mentions are compared only where both sides and a date of a few days are known. Anything vaguer keeps a key of
    its own text, so that reprints still meet: a vague mention never joins, or bridges, precise ones. So does what only
    records tell of: the same states vote twenty times a day.
    """
    if mention.family not in TOLD_BY_RECORDS and len(mention.sides) > 1 and is_precise(mention.date):
        return make_id("block", mention.family, mention.date, *sorted(mention.sides))
    return make_id("block", "text", mention.digest, mention.subject)


def span_of(date: str) -> timedelta | None:
    """Return how long the time is that a date may stand for, or ``None`` where that has no bounds."""
    edtf: Edtf | None = parse_edtf(date) if date else None
    if edtf is None or edtf.earliest is None or edtf.latest is None:
        return None
    return edtf.latest - edtf.earliest


def is_precise(date: str) -> bool:
    """Whether a date stands for a few days that are known."""
    span = span_of(date)
    return span is not None and span <= LONGEST_EVENT


def _principals(named: Iterable[Participant], date: str) -> tuple[tuple[str, str], ...]:
    """The official of highest rank of each side, so that a fuller list of names changes nothing."""
    best: dict[str, tuple[int, str]] = {}
    for one in named:
        rank = _BY_RANK.index(one.office) if one.office in _BY_RANK else len(_BY_RANK)
        found = (rank, identify(one.name, one.side, one.office, date).id)
        best[one.side] = min(best.get(one.side, found), found)
    return tuple((side, official) for side, (_, official) in sorted(best.items()) if side)


def _most_said(values: Mapping[str, list[Value]], attribute: str) -> str:
    """The value said most often, then the longest (the most exact date), then by text: no order counts."""
    said = Counter(str(value) for value in values.get(attribute, ()))
    return max(said, key=lambda value: (said[value], len(value), value), default="")
