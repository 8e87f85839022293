"""Claims that cannot all be true: kept, with one conflict between them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Literal

import msgspec

from kg.consolidate.choose import Choice
from kg.consolidate.people import Part
from kg.consolidate.status import StatusView
from kg.dates import contradict
from kg.dates import parse as parse_edtf
from kg.identity.names import fold_name
from kg.model import Value, Venue, encode_value, make_id


class Disagreement(msgspec.Struct, frozen=True):
    """One conflict: what it is about, the values (as stored), the one shown, and every claim that takes part."""

    id: str
    attribute: str
    kind: Literal["values", "tenure"]
    values: tuple[str, ...]
    shown: str
    note: str
    claims: tuple[str, ...]
    because: str = ""
    """The step of the rule that decided (:mod:`kg.consolidate.weight`), or ``none`` where each stands as it is."""
    participant: str = ""
    """Whose capacity it is about."""


def find_disagreements(
    event: str,
    choices: Mapping[str, Choice | None],
    status: StatusView,
    people: Sequence[Part],
    ranked: Mapping[str, str],
) -> tuple[Disagreement, ...]:
    """Return the conflicts among the claims on one event, at most one an attribute (and person).

    ``choices`` are those of ``date`` and ``venue``; ``ranked`` are the claims that a person ranked first.
    """
    found = [
        *_of_choice(event, "date", choices["date"], _dates_differ),
        *_of_choice(event, "venue", choices["venue"], _venues_differ),
        *_of_status(event, status),
        *_of_counts(event, people),
        *_of_tenure(event, people),
    ]
    decided = (
        msgspec.structs.replace(one, because="person") if not ranked.keys().isdisjoint(one.claims) else one
        for one in found
    )
    return tuple(sorted(decided, key=lambda one: one.id))


def _of_choice(
    event: str, attribute: str, choice: Choice | None, differ: Callable[[Value, Value], bool]
) -> Iterator[Disagreement]:
    if choice is None:
        return
    against = [(value, claims) for value, claims in choice.others if differ(choice.value, value)]
    if not against:
        return
    values = sorted({encode_value(choice.value), *(encode_value(value) for value, _ in against)})
    claims = sorted({one.claim for one in choice.claims} | {one.claim for _, group in against for one in group})
    yield Disagreement(
        id=make_id("conflict", event, attribute),
        attribute=attribute,
        kind="values",
        values=tuple(values),
        shown=encode_value(choice.value),
        note=f"Sources disagree on the {attribute}: {_readable(choice.value)}, or "
        + " or ".join(sorted(_readable(value) for value, _ in against)),
        claims=tuple(claims),
        because=choice.because,
    )


def _of_status(event: str, status: StatusView) -> Iterator[Disagreement]:
    if not status.disputed:
        return
    said = {step.claim: step.status for step in status.history}
    contrary = sorted({said[claim] for claim in status.disputed})
    agreeing = [step.claim for step in status.history if step.status == status.shown]
    yield Disagreement(
        id=make_id("conflict", event, "status"),
        attribute="status",
        kind="values",
        values=tuple(sorted({status.shown, *contrary})),
        shown=status.shown,
        note=f"Said to have been {status.shown}, and said to be {' and '.join(contrary)}",
        claims=tuple(sorted({*status.disputed, *agreeing})),
        because=status.because,
    )


def _of_counts(event: str, people: Sequence[Part]) -> Iterator[Disagreement]:
    """Two texts give different numbers of the same unnamed participants. "An official" says no number."""
    groups: dict[tuple[str, str, str], list[Part]] = defaultdict(list)
    for part in people:
        if part.official is None and part.value.count > 1:
            value = part.value
            groups[value.side, value.body, value.office or fold_name(value.capacity or value.rank)].append(part)
    for key, parts in sorted(groups.items()):
        counts = sorted({part.value.count for part in parts})
        if len(counts) > 1 and len({part.text for part in parts}) == len(parts):
            yield Disagreement(
                id=make_id("conflict", event, "count", *key),
                attribute="participant",
                kind="values",
                values=tuple(str(count) for count in counts),
                shown=" and ".join(str(count) for count in counts),
                note=f"Sources give different numbers of {parts[0].value.capacity or parts[0].value.rank} "
                f"({key[0] or 'side not said'}): {' or '.join(str(count) for count in counts)}",
                claims=tuple(sorted(claim for part in parts for claim in part.claims)),
                because="none",
            )


def _of_tenure(event: str, people: Sequence[Part]) -> Iterator[Disagreement]:
    for part in people:
        if part.tenure.verdict != "differs" or part.official is None:
            continue
        yield Disagreement(
            id=make_id("conflict", event, "capacity", part.official.id),
            attribute="capacity",
            kind="tenure",
            values=(part.value.capacity,),
            shown=part.value.capacity,
            note=f"{part.value.name} is called {part.value.capacity}; reference data say: {part.tenure.note}",
            claims=tuple(sorted({*part.claims, *part.tenure.claims})),
            because="none",
            participant=part.id,
        )


def _dates_differ(shown: Value, other: Value) -> bool:
    return contradict(parse_edtf(str(shown)), parse_edtf(str(other)))


def _venues_differ(shown: Value, other: Value) -> bool:
    if not isinstance(shown, Venue) or not isinstance(other, Venue):
        return False
    if shown.country and other.country and shown.country != other.country:
        return True
    return bool(shown.city and other.city and fold_name(shown.city) != fold_name(other.city))


def _readable(value: Value) -> str:
    return (value.city or value.name) if isinstance(value, Venue) else str(value)
