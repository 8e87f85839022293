"""What is drawn: nodes, and lines between them. Pure; no contact is lost, and what is left out is counted.

A contact of two sides is a line of its own between them. One of more sides, and every contact at the level of people,
is a small node joined to each of its sides: twenty delegations at one summit are twenty lines, not 190.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Literal, TypeAlias

import msgspec

from kg.errors import KgError
from kg.views.contacts import Contact

Level: TypeAlias = Literal["sides", "people"]
Keep: TypeAlias = Literal["all", "most", "latest"]
NodeKind: TypeAlias = Literal["country", "organization", "official", "topic", "contact"]

LIMIT = 500
"""More nodes than this nobody can read, and the browser draws slowly."""
_PAIR = 2


class TooManyNodesError(KgError):
    """The picture would have more nodes than can be read."""


class PictureNode(msgspec.Struct, frozen=True):
    """A node; ``weight`` is the number of contacts it has a part in."""

    id: str
    kind: NodeKind
    name: str
    weight: int
    home: str = ""
    """For an official, the side most often stood for."""
    code: str = ""
    """A shorter name, where there is one."""


class PictureEdge(msgspec.Struct, frozen=True):
    """A line; ``nth`` of ``of`` lines between the same two nodes, from 0."""

    start: str
    end: str
    contact: str
    nth: int = 0
    of: int = 1


class Picture(msgspec.Struct, frozen=True):
    """Nodes and lines, the contacts that they show, how many contacts were left out, and in words which were not."""

    nodes: tuple[PictureNode, ...]
    edges: tuple[PictureEdge, ...]
    contacts: tuple[Contact, ...]
    left_out: int = 0
    kept: str = ""


def draw(contacts: Sequence[Contact], level: Level, keep: Keep = "all", limit: int = LIMIT) -> Picture:
    """Return the picture of these contacts.

    Raises:
        TooManyNodesError: it would have more than ``limit`` nodes and ``keep`` is ``all``; ``most`` keeps as many
            of the sides with the most contacts as fit, with the contacts among them, ``latest`` as many of the
            latest contacts.
    """
    whole = _picture(contacts, level)
    if len(whole.nodes) <= limit:
        return whole
    if keep == "all":
        raise TooManyNodesError(_advice(len(whole.nodes), level, limit))
    if keep == "latest":
        return _keep_latest(contacts, level, limit)
    return _keep_most(contacts, level, limit)


def _advice(count: int, level: Level, limit: int) -> str:
    fewer = " or --level sides" if level == "people" else ""
    return (
        f"the picture would have {count:,} nodes, and more than {limit} cannot be read: narrow it with --since and "
        f"--until{fewer}, or give --keep most for the sides with the most contacts, or --keep latest"
    )


def _keep_latest(contacts: Sequence[Contact], level: Level, limit: int) -> Picture:
    """Search for the largest number of the latest contacts whose picture still fits; one without a date is not late."""
    ranked = sorted(contacts, key=lambda one: (one.latest or date.min, one.id), reverse=True)
    low, high = 0, len(ranked)
    while low < high:
        middle = (low + high + 1) // 2
        if len(_picture(ranked[:middle], level).nodes) <= limit:
            low = middle
        else:
            high = middle - 1
    return _picture(sorted(ranked[:low], key=lambda one: one.id), level, len(ranked) - low, "the latest contacts")


def _keep_most(contacts: Sequence[Contact], level: Level, limit: int) -> Picture:
    """Search for the largest number of sides whose picture still fits."""
    ranked = [side for side, _ in sorted(_counts(contacts).items(), key=lambda item: (-item[1], item[0]))]
    low, high = 0, len(ranked)
    while low < high:
        middle = (low + high + 1) // 2
        if len(_among(contacts, ranked[:middle], level).nodes) <= limit:
            low = middle
        else:
            high = middle - 1
    return _among(contacts, ranked[:low], level)


def _among(contacts: Sequence[Contact], sides: Sequence[str], level: Level) -> Picture:
    kept = set(sides)
    shown = [contact for contact in contacts if all(side.id in kept for side in contact.sides)]
    words = f"contacts among the {len(sides)} sides that have the most"
    return _picture(shown, level, len(contacts) - len(shown), words)


def _counts(contacts: Sequence[Contact]) -> Counter[str]:
    return Counter(side.id for contact in contacts for side in contact.sides)


def _picture(contacts: Sequence[Contact], level: Level, left_out: int = 0, kept: str = "") -> Picture:
    drawn = _Drawing(level)
    for contact in contacts:
        drawn.add(contact)
    return Picture(drawn.nodes(), drawn.edges(), tuple(contacts), left_out, kept)


class _Drawing:
    def __init__(self, level: Level) -> None:
        self._level = level
        self._names: dict[str, tuple[NodeKind, str, str]] = {}
        self._weights: Counter[str] = Counter()
        self._homes: dict[str, Counter[str]] = {}
        self._lines: list[tuple[str, str, str]] = []

    def add(self, contact: Contact) -> None:
        for side in contact.sides:
            self._node(
                side.id, "organization" if side.id.startswith("organization-") else "country", side.name, side.code
            )
        if self._level == "sides" and len(contact.sides) == _PAIR:
            self._lines.append((contact.sides[0].id, contact.sides[1].id, contact.id))
            return
        self._node(contact.id, "contact", contact.title, contact.date)
        self._lines += [(side.id, contact.id, contact.id) for side in contact.sides]
        if self._level == "people":
            self._add_people(contact)

    def _add_people(self, contact: Contact) -> None:
        for official in contact.officials:
            self._node(official.id, "official", official.name)
            self._homes.setdefault(official.id, Counter())[official.side] += 1
            self._lines.append((official.id, contact.id, contact.id))
        for topic in contact.topics:
            self._node(topic.id, "topic", topic.name)
            self._lines.append((contact.id, topic.id, contact.id))

    def _node(self, key: str, kind: NodeKind, name: str, code: str = "") -> None:
        self._names[key] = (kind, name, code)
        self._weights[key] += 1

    def nodes(self) -> tuple[PictureNode, ...]:
        return tuple(
            PictureNode(key, kind, name, self._weights[key], self._home(key), code)
            for key, (kind, name, code) in sorted(self._names.items())
        )

    def _home(self, key: str) -> str:
        homes = self._homes.get(key, Counter())
        known = sorted((-count, side) for side, count in homes.items() if side in self._names)
        return known[0][1] if known else ""

    def edges(self) -> tuple[PictureEdge, ...]:
        """Lines between the same two nodes are numbered, so that each can be bent differently."""
        together = Counter((start, end) for start, end, _ in self._lines)
        seen: Counter[tuple[str, str]] = Counter()
        numbered = []
        for start, end, contact in self._lines:
            numbered.append(PictureEdge(start, end, contact, seen[start, end], together[start, end]))
            seen[start, end] += 1
        return tuple(numbered)
