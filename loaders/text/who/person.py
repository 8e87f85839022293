"""A person of a text."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec


class Person(msgspec.Struct, gc=False):
    """A person of the text; ``start`` and ``end`` are the offsets of the fullest name."""

    name: str
    start: int
    end: int
    side: str = ""
    capacity: str = ""
    office: str = ""
    rank: str = ""
    body: str = ""
    former: bool = False
    told: bool = False
    """The text itself says of which side."""
    foreign: bool = False
    """Of another side than the one that speaks: "my counterpart, Treasurer X"."""
    visiting: bool = False
    """Said to be a guest: "visiting Prime Minister X"."""
    words: set[str] = msgspec.field(default_factory=set)
    capacity_span: tuple[int, int] = (0, 0)
    owner: str = ""
    """Whose envoy or adviser."""
    title_side: str = ""
    """The one state that uses the title."""
    pronoun: str = ""
    """How his style says that he is spoken of: "Mr X" is he, "Ms Y" she."""
    beside: object = None
    """The phrase after which the text names him in a list."""


def is_free(people: Iterable[Person], side: str, person: Person) -> bool:
    """Whether a text names nobody else in this person's office of this state."""
    return all(one is person or one.side != side or one.office != person.office for one in people)
