"""A phrase that stands for who acts."""

from __future__ import annotations

import msgspec


class Actor(msgspec.Struct, gc=False):
    """One phrase: the items it covers (``last`` not included) and what is known of whom it stands for."""

    first: int
    last: int
    name: str = ""
    name_items: tuple[int, int] = (0, 0)
    capacity: str = ""
    office: str = ""
    rank: str = ""
    sides: tuple[str, ...] = ()
    body: str = ""
    kind: str = "person"
    """person, role (unnamed holder of an office), group, side, pronoun."""
    determiner: str = ""
    count: int = 1
    plural: bool = False
    honorific: bool = False
    qualifiers: str = ""
    person: object = None
    """Who it is, where that was found: filled in by coreference."""
    owner: str = ""
    """Whose it is, where a person's name says: "President X's special envoy"."""
    lent: bool = False
    """Its side is that of the one named beside it, not told by its own words."""
    title_sides: tuple[str, ...] = ()
    """The only states that use the title, where it is so."""
    beside: object = None
    """The one after whom it stands in a list, where its own words tell of no side."""
