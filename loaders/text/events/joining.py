"""A telling is added to the event it is of: who took part, when and where, and how it stands."""

from __future__ import annotations

import re

from kg.dates import parse as parse_edtf
from loaders.text.events.drafts import ENVOYS, Draft, is_loose
from loaders.text.lexis.distances import DAY_LENGTH
from loaders.text.when import When
from loaders.text.who.party import TOP, Party

_STRONGER = {"summit": 3, "negotiation": 2, "talks": 1, "meeting": 1}
_FOREIGN = re.compile(r"\b(?:foreign|external|exterior)\b", re.IGNORECASE)
"""Read "Deputy Prime Minister and Minister of Foreign Affairs": he holds this office too."""


def take_place(event: Draft, other: Draft) -> None:
    """Give an event the place of another, and the words that tell it."""
    event.place, event.place_span = other.place, other.place_span


def join(event: Draft, telling: Draft) -> None:
    """Add a telling to the event it is of."""
    event.tellings += 1
    event.passages.extend(p for p in telling.passages if p not in event.passages)
    for party in telling.parties:
        add_party(event, party)
    if _STRONGER.get(telling.kind, 0) > _STRONGER.get(event.kind, 0) and telling.kind in ("summit",):
        event.kind = telling.kind
    if telling.date is not None and (event.date is None or _is_finer(telling, event.date)):
        event.date = telling.date
    if telling.place and (event.place is None or (telling.place.city and not event.place.city)):
        take_place(event, telling)
    if not event.status or telling.status in ("cancelled", "postponed"):
        event.status = telling.status or event.status
    event.hosts.extend(telling.hosts)
    event.statuses.extend(telling.statuses)
    event.definite = event.definite and telling.definite


def _is_finer(telling: Draft, known: When) -> bool:
    """Whether a date says more than another that it fits: a day more than its month, but not than those of a visit."""
    told = telling.date.edtf if telling.date is not None else ""
    if told.startswith(f"{known.edtf}/") and telling.kind == "visit":
        return True  # "today", and then that it is for four days
    if told and is_loose(known) and telling.date is not None and not is_loose(telling.date):
        return len(told) >= DAY_LENGTH  # "next week", and then "from Sunday to Wednesday"
    if "/" in told and len(known.edtf) < DAY_LENGTH and telling.date is not None and not is_loose(telling.date):
        return is_inside(told, known.edtf)  # "in early July", and then "the 2-4 July trip"
    if "/" in told and "/" in known.edtf:
        return is_inside(told, known.edtf)  # "a tour from 10 to 16 May", and then "to Fiji on 11-13 May"
    if "/" in told or (telling.kind == "visit" and "/" in known.edtf and not is_loose(known)):
        return False
    return len(told) > len(known.edtf) or ("/" in known.edtf and len(told) == DAY_LENGTH)


def is_inside(told: str, known: str) -> bool:
    """Whether all days of a date lie in another, which has more."""
    inner, outer = parse_edtf(told), parse_edtf(known)
    if inner.earliest is None or inner.latest is None or outer.earliest is None or outer.latest is None:
        return False
    return told != known and outer.earliest <= inner.earliest and inner.latest <= outer.latest


def _described(party: Party) -> tuple[str, str, str, int]:
    return party.side, party.capacity, party.rank, party.count


def _may_be_his_office(known: Party, party: Party) -> bool:
    """Whether one without a name may be this person: a counterpart is of his rank, whatever his office is called."""
    alike = known.like and (party.rank in ("", known.rank) or known.rank == "official")
    alike = alike or (known.office == "leader" and party.rank == "head")
    alike = alike or (known.like and known.office == "foreign-minister" and _FOREIGN.search(party.capacity) is not None)
    return (
        alike
        or _is_named_at_last(known, party)
        or not known.office
        or known.office == party.office
        or {known.office, party.office} <= ENVOYS
    )


def _is_named_at_last(known: Party, party: Party) -> bool:
    """Read "the foreign minister of Peru" and then "Luis Soto", of whom nothing else is said."""
    return not (party.office or party.capacity) and known.office in TOP and known.count == 1


def _are_one(known: Party, party: Party) -> bool:
    """Whether two without names are one: "the Chilean counterpart", who was known to be a foreign minister."""
    return _described(known) == _described(party) or (
        known.side != ""
        and known.side == party.side
        and known.like
        and party.like
        and "" in (known.office, party.office)
    )


def add_party(event: Draft, party: Party) -> None:
    """Add one who took part, unless known."""
    for known in event.parties:
        if party.person is not None and known.person is party.person:
            return
        if party.person is None and known.person is None and _are_one(known, party):
            return
        if (
            party.person is None
            and party.side
            and known.side == party.side
            and (not party.capacity or known.person is not None or known.capacity == party.capacity)
        ):
            return
        if party.person is None and not party.side and not party.capacity:
            return
    for index, known in enumerate(event.parties):
        if (
            known.person is None
            and (known.side == party.side or (not party.side and _is_named_at_last(known, party)))
            and party.person is not None
            and (known.like or not known.group)
            and _may_be_his_office(known, party)
        ):
            party.give_side(known.side)
            event.parties[index] = party
            return
    event.parties.append(party)
