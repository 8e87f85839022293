"""One who takes part in an event."""

from __future__ import annotations

import msgspec

from loaders.text.who.person import Person

TOP = frozenset({"head-of-state", "head-of-government", "foreign-minister", "leader"})
"""Offices and ranks of those who lead a state or its foreign ministry."""


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


def without_repeats(parties: list[Party]) -> list[Party]:
    """Return the parties, each person once."""
    found: list[Party] = []
    for one in parties:
        if one.person is not None and any(other.person is one.person for other in found):
            continue
        found.append(one)
    return found
