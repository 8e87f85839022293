"""What identity needs to know of one source's telling of one event."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import timedelta

import msgspec

from kg.blueprint import event_kinds
from kg.dates import Edtf
from kg.dates import parse as parse_edtf
from kg.model import Participant, Value, make_id

_LONGEST_EVENT = timedelta(days=10)


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


def describe(mention: str, digest: str, subject: str, said: Iterable[tuple[str, Value]]) -> EventMention:
    """Reduce the attributes and values that one source gives one event."""
    values: dict[str, list[Value]] = {}
    for attribute, value in said:
        values.setdefault(attribute, []).append(value)
    people = sorted((p.side, p.name) for p in values.get("participant", ()) if isinstance(p, Participant) and p.name)
    return EventMention(
        id=mention,
        digest=digest,
        subject=subject,
        family=family_of(_most_said(values, "kind")),
        sides=frozenset(str(side) for side in values.get("side", ())),
        date=_most_said(values, "date"),
        people=tuple(people),
    )


def family_of(kind: str) -> str:
    """Return the family of kinds that different sources may use of one event (``contact`` for a meeting or talks)."""
    kinds = event_kinds()
    return kinds[kind].family if kind in kinds else "other"


def block_of(mention: EventMention) -> str:
    """Return the key that all mentions of one event share.

    Mentions are compared only where both sides and a date of a few days are known. Anything vaguer keeps a key of
    its own text, so that reprints still meet: a vague mention never joins, or bridges, precise ones.
    """
    if len(mention.sides) > 1 and _is_precise(mention.date):
        return make_id("block", mention.family, mention.date, *sorted(mention.sides))
    return make_id("block", "text", mention.digest, mention.subject)


def _most_said(values: Mapping[str, list[Value]], attribute: str) -> str:
    """The value said most often, then the longest (the most exact date), then by text: no order counts."""
    said = Counter(str(value) for value in values.get(attribute, ()))
    return max(said, key=lambda value: (said[value], len(value), value), default="")


def _is_precise(date: str) -> bool:
    if not date:
        return False
    edtf: Edtf = parse_edtf(date)
    if edtf.earliest is None or edtf.latest is None:
        return False
    return edtf.latest - edtf.earliest <= _LONGEST_EVENT
