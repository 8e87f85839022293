"""One who takes part in an event."""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

from loaders.text.who.actor import Actor
from loaders.text.who.holders import has_office
from loaders.text.who.person import Person

TOP = frozenset({"head-of-state", "head-of-government", "foreign-minister", "leader"})
"""Offices and ranks of those who lead a state or its foreign ministry."""
_HEADS = frozenset({"head-of-state", "head-of-government"})
_AND_FOREIGN = re.compile(r"\band (?P<own>(?:foreign minister|minister (?:of|for) foreign\b.*))$", re.IGNORECASE)
_PLURAL = re.compile(r"(?:ministers|presidents|leaders|envoys|heads)\b", re.IGNORECASE)


class Party(msgspec.Struct, gc=False):
    """One taking part: a named person, an unnamed one, or a side as such; where the text says so."""

    side: str
    start: int
    end: int
    person: Person | None = None
    capacity: str = ""
    office: str = ""
    rank: str = ""
    count: int = 1
    group: bool = False
    of_states: bool = False
    """Of several states, which the text counts and does not name: "army chiefs from six countries"."""
    like: bool = False
    """A counterpart: those whose counterpart it is are of another side."""

    @property
    def named(self) -> bool:
        """Whether the text names a person."""
        return self.person is not None

    def give_side(self, side: str) -> None:
        """Take a side that the text has told of elsewhere, and the person too."""
        self.side = side
        if self.person is not None and not self.person.side:
            self.person.side = side


def is_of_one_state(party: Party, side: str) -> bool:
    """Whether an office is one that this state has: "the King" is not of a republic."""
    single = party.count == 1 and not party.of_states and not party.like
    if party.office == "monarch" or party.office in TOP:
        return single and party.office != "leader" and has_office(side, party.office)
    return single and party.office in ("speaker", "vice-president", "minister", "defence-minister")


def party_of(one: Person, start: int, end: int) -> Party:
    """Return a named person as one taking part, told at these offsets."""
    return Party(one.side, start, end, one, one.capacity, one.office, one.rank)


def party_as(actor: Actor, one: Person, start: int, end: int) -> Party:
    """Return the same by the office that a phrase says he has, where it says one."""
    office = actor.capacity or one.capacity, actor.office or one.office, actor.rank or one.rank
    if actor.kind == "role" and one.capacity and one.office == actor.office and _PLURAL.search(actor.capacity):
        office = one.capacity, one.office, one.rank  # not "foreign ministers" of one whose title has been told
    return Party(one.side, start, end, one, *office)


def are_all_heads(parties: Iterable[Party]) -> bool:
    """Whether those with a name, one at least, all lead their states."""
    named = (party for party in parties if party.person is not None)
    return {party.rank or ("head" if party.office in _HEADS else "") for party in named} == {"head"}


def is_other_minister(actor: Actor, parties: Iterable[Party]) -> bool:
    """Read "the foreign ministers" after two presidents. "The ministers" alone may be anybody."""
    return actor.rank == "minister" and actor.office not in ("", "minister") and are_all_heads(parties)


def without_repeats(parties: list[Party]) -> list[Party]:
    """Return the parties, each person once."""
    found: list[Party] = []
    for one in parties:
        if one.person is not None and any(other.person is one.person for other in found):
            continue
        found.append(one)
    return found


def office_of_counterparts(party: Party, otherwise: str) -> tuple[str, str, str]:
    """Return capacity, office and rank of somebody's counterparts; ``otherwise`` is the capacity where he has none.

    A Deputy Prime Minister and Foreign Minister meets foreign ministers.
    """
    both = _AND_FOREIGN.search(party.capacity)
    if both is not None:
        return both["own"], "foreign-minister", "minister"
    return party.capacity or otherwise, party.office, party.rank
