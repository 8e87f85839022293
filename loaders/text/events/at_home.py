"""Contacts of those of one state with each other, where only the first is told to be of it.

Read "The Kenyan President met opposition leader X": a text that names no other state tells of nobody from abroad.
"""

from __future__ import annotations

from kg.vocabulary import is_country
from loaders.text.events.drafts import Draft
from loaders.text.who.holders import has_office
from loaders.text.who.named_states import NamedStates
from loaders.text.who.party import Party

_LEADERS = frozenset({"head-of-state", "head-of-government"})
_WITHIN_A_STATE = frozenset(
    {"opposition-leader", "justice-official", "religious-leader", "party-official", "member-of-parliament", "governor"}
    | {"mayor", "chief-of-defence", "central-bank-governor", "speaker"}
)
"""Those whom the head of a state or of its government meets at home, unless he is told to be abroad."""
_FROM_ABROAD = frozenset({"envoy", "rebels", "rebel-leader"})
_RULERS = frozenset({"head-of-state", "monarch", "crown-prince"})
_OF_CABINET = frozenset({"minister", "deputy"})


def is_at_home(event: Draft, named: NamedStates) -> bool:
    """Whether all who meet are of one state, as the only one that the text names, or as their offices tell.

    Where the state of the first one is not told, the other is his guest or host.
    """
    if event.family not in ("contact", "call") or event.kind == "summit" or len(event.sides) != 1:
        return False
    own, first = next(iter(event.sides)), _first(event, named)
    others = [party for party in event.parties if not party.side]
    if not (is_country(own) and others and first.side == own and (first.person or first.office)):
        return False
    if _is_abroad(event, own) or any(map(_may_be_foreign, event.parties)):
        return False
    return own == named.only or all(is_own(first, party) for party in others)


def receives_own(draft: Draft) -> bool:
    """Read "X received envoy Y. Earlier he received Ministers V and W" of his own state: nothing more of the first."""
    hosted = bool(draft.hosts) and draft.family == "contact" and not draft.definite and len(draft.parties) > 1
    of_one = len(draft.sides) == 1 and all(party.person and party.side for party in draft.parties)
    return hosted and of_one and not any(_is_abroad(draft, own) for own in draft.sides)


def is_guest(one: Party, before: Draft, local: str) -> bool:
    """Whether one who met somebody of another state may be his guest, who meets others of that state next.

    Who wrote to the other or telephoned him went nowhere; who received him, or met him in his own state, is at home. Of
    the head of a state nothing but the place, or where the text was written (``local``), tells that he is abroad.
    """
    if before.family not in ("contact", "visit") or any(host.person is one.person for host in before.hosts):
        return False
    where = before.place.country if before.place is not None else local
    if where in before.sides:
        return where != one.side
    return one.office not in _LEADERS | _RULERS or _is_visiting(one)


def is_own(first: Party, other: Party) -> bool:
    """Whether a leader who meets somebody of no state told meets one of his own: a minister, who has no other."""
    if first.office in _RULERS and other.office == "head-of-government" and "chancellor" not in other.capacity.lower():
        return has_office(first.side, other.office)
    cabinet = other.rank in _OF_CABINET and first.office in _LEADERS | _RULERS
    return cabinet or (first.office in _LEADERS and (other.office in _WITHIN_A_STATE or _is_former(other)))


def _first(event: Draft, named: NamedStates) -> Party:
    """Return who meets the others: the first, or he by whom one is received in sentences that name no state."""
    first = min(event.parties, key=lambda party: party.start)
    if first.side or any(named.names_others(passage, "") for passage in event.passages):
        return first
    return next(party for party in event.parties if party.side)


def _is_abroad(event: Draft, own: str) -> bool:
    return event.place is not None and event.place.country != own


def _may_be_foreign(party: Party) -> bool:
    return (
        party.like
        or party.group
        or party.of_states
        or party.count > 1
        or _is_visiting(party)
        or not _FROM_ABROAD.isdisjoint((party.rank, party.office))
    )


def _is_visiting(party: Party) -> bool:
    return party.person is not None and party.person.visiting


def _is_former(party: Party) -> bool:
    return party.person is not None and party.person.former
