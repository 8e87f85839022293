"""Whether a telling is enough for an event, and an event is a contact of two sides."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from kg.vocabulary import is_country
from loaders.text.events.at_home import is_guest, is_own
from loaders.text.events.drafts import ENVOYS, Draft
from loaders.text.lexis.distances import PAIR
from loaders.text.who.actor import Actor
from loaders.text.who.alongside import side_beside
from loaders.text.who.party import TOP, Party

_PLURAL = re.compile(
    r"(?:ministers|presidents|premiers|chancellors|leaders|officials|ambassadors|envoys|diplomats|heads)\b|s$"
)
_OF = re.compile(r" (?:of|for) ")
"""Before it is how many they are: "Minister of Foreign Affairs"."""
_OF_EMBASSY = re.compile(r"\b(?:Embassy|High Commission|Ambassador|High Commissioner|Chargé|Consul)")
"""Those of a guest's own mission, where a host receives him."""
_GENERAL = re.compile(r"(?:(?:two|top|visiting) )*(?:leaders|presidents|diplomats|premiers|prime ministers|PMs|FMs)")
"""Plurals that say no more of two who are named than that they are two."""
_LEADERS = TOP | {"vice-president"}
_IN_A = 8
"""Characters of "In the"."""
SEATS = frozenset({"Brussels", "New York", "Geneva", "Vienna", "Addis Ababa", "Washington", "The Hague", "Paris"})
"""Where bodies are at home: those met there by their officials need not be."""
_NOBODYS = frozenset({"Geneva"})
"""Those who meet there are hardly ever at home."""
_SUBNATIONAL = frozenset({"mayor", "governor"})
_OF_FIRMS = frozenset({"chief-executive"})
_IN_FIRMS = frozenset({"director", "manager", "managing director", "executive director", "founder", "owner", "boss"})
_MEDIATORS = "mediators"
"""They are of others than those between whom they mediate."""
_OF_STATE = frozenset({"head", "minister", "deputy", "parliament"})
_OF_NO_STATE = frozenset({"", "chairman", "director", "chief-executive"})
_AT_WAR = re.compile(r"\b(?:factions|warring \w+|rival \w+|rivals)$")
"""Those who make peace with each other inside one state."""
_ARMED = re.compile(r"\b(?:militants|fighters|rebels|insurgents|gunmen|jihadists)$")
"""They come to a place and are no guests there."""
_SENDING = "dispatch"
"""How the rules begin of those whom a state sends: the sender is told, who travels is somebody."""


def settle_hosts(events: Sequence[Draft], local: str) -> None:
    """One without a side who meets foreigners at a place that is not theirs is at home there."""
    for event in events:
        if (
            len(event.sides) == 1
            and event.place is not None
            and (event.place.city or _begins_with_place(event))
            and event.place.country not in event.sides
            and event.place.city not in _NOBODYS
            and (event.family in ("contact", "summons") or _is_signed_by_heads(event))
            and (is_country(next(iter(event.sides))) or _is_visited(event, event.place.city))
        ):
            _seat_hosts(event, event.place.country)
    for before, event in pairwise(events):
        _seat_with_others(before, event, local)
    for event in events:
        for party in event.parties:
            if party.person is not None and not party.side:
                party.side = party.person.side or side_beside(party.person)
    _leave_hosts_at_home(events)


def _leave_hosts_at_home(events: Sequence[Draft]) -> None:
    """Of a visit, whoever invited the guest is no more than its side: he does not travel."""
    for event in events:
        of_two = event.kind == "visit" and len(event.sides) >= PAIR
        if not of_two or event.rule.startswith("invite-talks"):
            continue
        hosts = {id(one.person) for one in event.hosts if one.person is not None}
        guests = [one for one in event.parties if one.person is not None and id(one.person) not in hosts]
        if hosts and guests:
            event.parties = [
                Party(one.side, one.start, one.end) if id(one.person) in hosts else one for one in event.parties
            ]


def drop_those_named(events: Sequence[Draft]) -> None:
    """Leave out "the two leaders", "the envoy" of no side told, of whom the event has the names."""
    for event in events:
        named = [party for party in event.parties if party.person is not None and party.side]
        sides = {party.side for party in named}
        two = len(sides) >= PAIR and sides == event.sides
        offices = {party.office for party in named if party.office}
        told = {party.office for party in event.parties if party.side and party.rank == "envoy"}
        event.parties = [
            one for one in event.parties
            if not _is_named(one, offices, two=two) and (one.side or one.person or one.office not in told)
        ]  # fmt: skip


def _is_named(party: Party, offices: set[str], *, two: bool) -> bool:
    """Whether a phrase of no side says no more than the names that stand beside it."""
    if party.person is not None or party.side:
        return False
    sent = party.office in ENVOYS and not offices.isdisjoint(ENVOYS)
    head = _OF.split(party.capacity.lower())[0]
    alone = party.count == 1 and not party.of_states and not _PLURAL.search(head)
    return (two and _GENERAL.fullmatch(party.capacity) is not None) or (
        alone and (party.office in offices or sent) and party.office != ""
    )


def _seat_with_others(before: Draft, event: Draft, local: str) -> None:
    """Read "X of Chile met President Y of Peru. He also met Minister Z": Z is of the state that X is a guest of."""
    others, known = before.sides - event.sides, before.named
    again = [party for party in event.parties if party.side and id(party.person) in known]
    if event.family != "contact" or len(event.sides) != 1 or len(others) != 1 or len(before.sides) != PAIR:
        return
    for party in event.parties:
        if party.person is None or party.side or party.person.side or party.rank not in _OF_STATE:
            continue
        if not party.person.former and any(is_guest(one, before, local) or not is_own(one, party) for one in again):
            party.give_side(next(iter(others)))


def _begins_with_place(event: Draft) -> bool:
    """Read "In Mauritania, X met with President Y": the country right at the beginning."""
    return 0 <= event.place_span[0] - event.passages[-1].start <= _IN_A


def _is_visited(event: Draft, city: str) -> bool:
    """Read "the UN envoy met opposition leader X in Yangon": a named person, not where the body has its seat."""
    return city not in SEATS and any(p.person is not None and not p.side for p in event.parties)


def _is_signed_by_heads(event: Draft) -> bool:
    """Read "President X of A and Premier Y signed a pact in" the capital of Y."""
    return event.kind == "agreement" and all(p.office in TOP for p in event.parties if not p.side)


def _seat_hosts(event: Draft, country: str) -> None:
    unsided = [p for p in event.parties if not p.side and not p.group and (p.office or (p.person and p.capacity))]
    unsided = [p for p in unsided if not _are_many(p)]
    unsided = [p for p in unsided if p.office != "rebel-leader"]
    hosts = [p for p in unsided if any(p.person is host.person is not None for host in event.hosts)]
    named = [p for p in unsided if p.person is not None]
    first = [p for p in named if p.person is not None and p.person.beside is None]
    if len(first or named or unsided) > 1 and not hosts:
        return  # of "President X and other officials" the others are with him
    for party in unsided:
        guest = _OF_EMBASSY.search(party.capacity) is not None and party not in hosts
        party.give_side(next(iter(event.sides - {country})) if guest else country)


def can_begin(draft: Draft, *, official: bool) -> bool:
    """Whether a telling is enough for an event of its own: two sides, or one and persons of another.

    In a text of a state's own, the state may stand for those who travel: "The visit to Chile begins on Monday".
    """
    if draft.kind == "visit" and not (official or draft.rule.startswith(_SENDING) or _has_traveller(draft)):
        return False
    if len(draft.sides) > 1 or any(_are_many(p) for p in draft.parties) or _is_with_rebels(draft):
        return True
    if _attends_summit(draft):
        return True
    if len(draft.sides) == 1 and not is_country(next(iter(draft.sides))):
        return draft.family == "contact" and (
            draft.kind == "summit" or any(p.group or p.capacity for p in draft.parties)
        )
    return _has_counterpart(draft) or _has_another(draft)


def _has_traveller(visit: Draft) -> bool:
    """Whether a person, an office or a group travels, not a state as such: "a missile capable of reaching Chile"."""
    going = (one for one in visit.parties if _ARMED.search(one.capacity.lower()) is None)
    return any(one.person or one.capacity or one.office or one.group or one.count > 1 for one in going)


def _has_counterpart(draft: Draft) -> bool:
    """Read "Mr Tan met his Malaysian counterpart": they are of two sides, though one is not told."""
    return len(draft.sides) == 1 and any(p.like for p in draft.parties) and any(p.person for p in draft.parties)


def is_contact(event: Draft, home: str) -> bool:
    """Two sides, or one side and officials of another that the text does not name."""
    sides = event.sides
    if len(sides) > 1 or any(_are_many(p) for p in event.parties) or _attends_summit(event):
        return True
    if _is_with_rebels(event):
        return True
    if len(sides) == 1 and not is_country(next(iter(sides))):
        return can_begin(event, official=bool(home))
    if len(sides) != 1 or sides == {home} or all(p.office in _SUBNATIONAL for p in event.parties if p.side):
        return False
    if all(party.person is not None and not party.person.told for party in event.parties if party.side):
        return False  # the minister and the President of a text that names no state
    return _has_counterpart(event) or _has_another(event)


def _are_many(party: Party) -> bool:
    """Read "foreign ministers met", "Afghan factions": an office of which each state has one, those at war."""
    if party.of_states:
        return True
    if party.group and party.side and _AT_WAR.search(party.capacity.lower()):
        return True
    return party.count > 1 and (party.office in TOP or (party.office.endswith("-minister") and not party.side))


def _is_with_rebels(event: Draft) -> bool:
    """Read "the President met rebel leader X": two sides of one state that are at war."""
    rebels = [p for p in event.parties if p.office == "rebel-leader" or p.rank == "rebels"]
    return event.family == "contact" and 0 < len(rebels) < len(event.parties) and bool(event.sides)


def may_be_at_war(actor: Actor) -> bool:
    """Whether a phrase may come to stand for one of two sides inside one state."""
    if actor.rank == "rebels" or actor.office == "rebel-leader":
        return True
    return bool(actor.capacity) and _AT_WAR.search(actor.capacity.lower()) is not None


def _attends_summit(draft: Draft) -> bool:
    """A summit has many sides by its nature: one who attends it is enough."""
    return (
        draft.kind == "summit"
        and not draft.definite
        and any((p.person is not None or p.office in _LEADERS) and p.side for p in draft.parties)
    )


def _is_of_a_firm(party: Party) -> bool:
    """Read "the finance director, X, spoke to the President": of no state."""
    return party.office in _OF_FIRMS or (party.office == "official" and party.capacity.lower() in _IN_FIRMS)


def _has_another(event: Draft) -> bool:
    """Whether one of no side told may be of another; "the chairman toured Oslo" is of no state."""
    others = (party for party in event.parties if not party.side and _counts(party))
    return any(event.kind != "visit" or other.office not in _OF_NO_STATE for other in others)


def _counts(party: Party) -> bool:
    """Whether one without a side is enough to make out another side: a person, an office, rebels; not "leaders"."""
    if party.group:
        return party.rank == "rebels" or _MEDIATORS in party.capacity
    if party.person is not None:
        return bool(party.capacity or party.office) and not _is_of_a_firm(party)
    return bool(party.office) and (not _PLURAL.search(party.capacity.lower()) or _MEDIATORS in party.capacity)
