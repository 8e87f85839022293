"""Contacts of those of one state with each other, where only the first is told to be of it.

Read "The Kenyan President met opposition leader X": a text that names no other state tells of nobody from abroad.
"""

from __future__ import annotations

from kg.vocabulary import is_country
from loaders.text.events.drafts import Draft
from loaders.text.who.named_states import NamedStates
from loaders.text.who.party import Party

_LEADERS = frozenset({"head-of-state", "head-of-government"})
_WITHIN_A_STATE = frozenset(
    {"opposition-leader", "justice-official", "religious-leader", "party-official", "member-of-parliament", "governor"}
    | {"mayor", "chief-of-defence", "central-bank-governor", "speaker"}
)
"""Those whom the head of a state or of its government meets at home, unless he is told to be abroad."""
_FROM_ABROAD = frozenset({"envoy", "rebels", "rebel-leader"})


def is_at_home(event: Draft, named: NamedStates) -> bool:
    """Whether all who meet are of one state, as the only one that the text names, or as their offices tell.

    Where the state of the first one is not told, the other is his guest or host.
    """
    if event.family not in ("contact", "call") or event.kind == "summit" or len(event.sides) != 1:
        return False
    own, first = next(iter(event.sides)), min(event.parties, key=lambda party: party.start)
    others = [party for party in event.parties if not party.side]
    if not (is_country(own) and others and first.side == own and (first.person or first.office)):
        return False
    if _is_abroad(event, own) or any(map(_may_be_foreign, event.parties)):
        return False
    within = first.office in _LEADERS and all(party.office in _WITHIN_A_STATE or _is_former(party) for party in others)
    return within or own == named.only


def _is_abroad(event: Draft, own: str) -> bool:
    return event.place is not None and event.place.country != own


def _may_be_foreign(party: Party) -> bool:
    return (
        party.like
        or party.group
        or party.of_states
        or party.count > 1
        or not _FROM_ABROAD.isdisjoint((party.rank, party.office))
    )


def _is_former(party: Party) -> bool:
    return party.person is not None and party.person.former
