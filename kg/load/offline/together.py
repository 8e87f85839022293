"""Second step: which tellings must be decided together, because one asks for a key that another holds."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from itertools import groupby
from pathlib import Path

from kg.load.offline.shards import Shards
from kg.load.offline.sources import KEYS, TELLINGS

TOGETHER = "together"
"""The tellings again, by shard of what is decided together."""
_LINKS = "links"
_LINK_SHARDS = 64
_TELLINGS = 2_500
"""Tellings of a shard, more or less: what a process has in memory."""


class Linked:
    """Numbers in groups; the least of a group stands for it. Four bytes a number."""

    def __init__(self, count: int) -> None:
        self._over = array("I", range(count))

    def of(self, number: int) -> int:
        """Return the number that stands for its group."""
        over = self._over
        while over[number] != number:
            over[number] = over[over[number]]
            number = over[number]
        return number

    def link(self, one: int, other: int) -> None:
        """Put two into one group."""
        one, other = self.of(one), self.of(other)
        self._over[max(one, other)] = min(one, other)


def bring_together(folder: Path, counts: Sequence[int]) -> list[int]:
    """Put the tellings of all shards down anew, those that are decided together in one; return the shards.

    ``counts`` says how many tellings each shard by source has.
    """
    firsts = [sum(counts[:number]) for number in range(len(counts))]
    _put_down_links(folder, firsts)
    linked = Linked(sum(counts))
    shards = Shards(folder, _LINKS)
    for number in shards.numbers():
        for one, other in _links(sorted(shards.read(number))):
            linked.link(one, other)
        shards.drop(number)
    return _put_down_tellings(folder, firsts, linked, 1 + sum(counts) // _TELLINGS)


def _put_down_links(folder: Path, firsts: Sequence[int]) -> None:
    """Sort what tellings hold and ask for by key: the holders of a key before those who ask."""
    keys, links = Shards(folder, KEYS), Shards(folder, _LINKS)
    for shard, first in enumerate(firsts):
        for at, (holds, asks) in enumerate(keys.read(shard)):
            for asking, several in enumerate((holds, asks)):
                for key in several:
                    short = _short(key)
                    links.add(short % _LINK_SHARDS, (short, asking, first + at))
        keys.drop(shard)
    links.flush()


def _short(key: str) -> int:
    """Eight bytes are enough: two keys that share them only bring together what is decided apart."""
    return int.from_bytes(blake2b(key.encode("utf-8"), digest_size=8).digest(), "big")


def _links(rows: Sequence[tuple[int, int, int]]) -> Iterator[tuple[int, int]]:
    """Yield who is linked by each key: whoever holds it or asks for it, where anybody holds it."""
    for _, several in groupby(rows, key=lambda row: row[0]):
        (_, asking, first), *rest = several
        yield from ((first, number) for _, _, number in rest if not asking)


def _put_down_tellings(folder: Path, firsts: Sequence[int], linked: Linked, shards: int) -> list[int]:
    tellings, together = Shards(folder, TELLINGS), Shards(folder, TOGETHER)
    for shard, first in enumerate(firsts):
        _put_down(tellings.read(shard), first, linked, together, shards)
        tellings.drop(shard)
    together.flush()
    return together.numbers()


def _put_down(found: Iterable[object], first: int, linked: Linked, together: Shards, shards: int) -> None:
    for at, telling in enumerate(found):
        group = linked.of(first + at)
        together.add(group % shards, (group, telling))
