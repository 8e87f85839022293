"""The participants of one event, from what each source says of who was there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import msgspec

from kg.consolidate.choose import choose
from kg.consolidate.decided import Decided
from kg.consolidate.said import Said
from kg.consolidate.tenure import UNKNOWN, TenureFinding, check_tenure
from kg.consolidate.weight import Scales
from kg.identity.judgements import holder_key
from kg.identity.names import compatible, fold_name
from kg.identity.officials import Official, identify
from kg.model import Participant, make_id

TenuresOf = Callable[[str], Sequence[Said]]
"""Gives the tenure claims known of the person with this Wikidata item."""


class Part(msgspec.Struct, frozen=True):
    """One participant of one event: the value shown, who it is (``None`` when unnamed), and the claims behind it."""

    id: str
    value: Participant
    official: Official | None
    names: tuple[str, ...]
    tenure: TenureFinding
    claims: tuple[str, ...]
    text: str = ""
    """Digest of the text that tells of an unnamed one."""
    keys: tuple[str, ...] = ()
    """What judgements know an unnamed one by."""
    judged: tuple[str, ...] = ()
    """The officials that rules alone would see in it, where a judgement says that they are this one."""


def consolidate_people(
    event: str, date: str, claims: Sequence[Said], tenures_of: TenuresOf, scales: Scales | None = None
) -> tuple[Part, ...]:
    """Join the named ones that are one person on one side; leave each unnamed one of each text to itself."""
    named = [one for one in claims if isinstance(one.value, Participant) and one.value.name]
    unnamed = [one for one in claims if isinstance(one.value, Participant) and not one.value.name]
    scales = scales or Scales()
    persons = _same_official(_same_person(named), date, scales)
    parts = [_named(event, date, person, tenures_of, scales) for person in persons]
    return tuple(sorted(parts + _unnamed(event, unnamed, scales.decided), key=lambda part: part.id))


def _same_person(claims: Sequence[Said]) -> list[list[Said]]:
    """Group by side and compatible names, fullest name first, so that a bare surname finds the full name."""
    groups: list[list[Said]] = []
    for one in sorted(claims, key=lambda s: (_fullness(_participant(s).name), s.claim)):
        fits = [group for group in groups if _fits(_participant(one), _participant(group[0]))]
        if len(fits) == 1:
            fits[0].append(one)
        else:
            groups.append([one])
    return groups


class _Person(NamedTuple):
    """Whom claims name: the official shown, those that rules alone see, and the claims."""

    official: Official
    by_rules: set[str]
    claims: list[Said]


def _same_official(groups: Sequence[list[Said]], date: str, scales: Scales) -> list[_Person]:
    """Join groups whose names differ and whose official is one: by reference data, or because a person said so."""
    persons: dict[str, _Person] = {}
    for group in groups:
        by_rules = _official_in(group, date, scales)
        shown = scales.decided.official(by_rules)
        person = persons.setdefault(shown.id, _Person(shown, set(), []))
        person.by_rules.add(by_rules.id)
        person.claims.extend(group)
    return list(persons.values())


def _official_in(group: Sequence[Said], date: str, scales: Scales) -> Official:
    """The official that rules see in one group of names."""
    value = _shown(group, scales)
    side = value.side or next((s for one in group if (s := _participant(one).side)), "")
    office = value.office or next((o for one in group if (o := _participant(one).office)), "")
    written = min((one.published for one in group if one.published), default="")
    fullest = min((_participant(one).name for one in group), key=_fullness)
    return identify(fullest, side, office, date or written)  # without a day, the office is that of the writing


def _shown(group: Sequence[Said], scales: Scales) -> Participant:
    choice = choose(group, _exactness, scales)
    return _participant(choice.claims[0] if choice else group[0])


def _fits(one: Participant, other: Participant) -> bool:
    if fold_name(one.name) == fold_name(other.name):
        return one.side == other.side or not (one.side and other.side)
    return one.side == other.side and compatible(one.name, other.name)


def _fullness(name: str) -> tuple[int, int, str]:
    """Sort key: fullest name first, then by its text."""
    return -len(name.split()), -len(name), name


def _named(event: str, date: str, person: _Person, tenures_of: TenuresOf, scales: Scales) -> Part:
    value, official, group = _shown(person.claims, scales), person.official, person.claims
    names = sorted({_participant(one).name for one in group}, key=_fullness)
    side = value.side or next((s for one in group if (s := _participant(one).side)), "")
    value = msgspec.structs.replace(value, name=names[0], side=side)
    return Part(
        id=make_id("participant", event, official.id),
        value=value,
        official=official,
        names=tuple(names),
        tenure=check_tenure(value, date, tenures_of(official.qid)) if official.qid else UNKNOWN,
        claims=tuple(one.claim for one in group),
        judged=tuple(sorted(person.by_rules - {official.id})),
    )


def _unnamed(event: str, claims: Sequence[Said], decided: Decided) -> list[Part]:
    """Two unnamed participants are never one, unless a reprint says the same of both."""
    groups: dict[tuple[str, Participant], list[Said]] = {}
    for one in claims:
        groups.setdefault((one.digest, _participant(one)), []).append(one)
    return [_unnamed_part(event, digest, value, group, decided) for (digest, value), group in groups.items()]


def _unnamed_part(event: str, digest: str, value: Participant, group: Sequence[Said], decided: Decided) -> Part:
    keys = tuple(sorted({holder_key(one.mention, value.office, value.side) for one in group if value.office}))
    official = decided.holder(keys)
    return Part(
        id=make_id("participant", event, digest, min(f"{one.start}:{one.subject}" for one in group), str(value)),
        value=value,
        official=official,
        names=(official.name,) if official else (),
        tenure=UNKNOWN,
        claims=tuple(one.claim for one in group),
        text=digest,
        keys=keys,
    )


def _exactness(value: object) -> int:
    return (
        sum(bool(part) for part in (value.capacity, value.office, value.side)) if isinstance(value, Participant) else 0
    )


def _participant(one: Said) -> Participant:
    if not isinstance(one.value, Participant):
        raise TypeError(f"claim {one.claim} has no participant for value")
    return one.value
