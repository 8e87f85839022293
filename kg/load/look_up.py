"""What preparing a batch asks of the graph, also while the batch before it is still being written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from kg.consolidate.said import Said
from kg.store.graph_store import KnownSource, StoredSource


class LookUp(Protocol):
    """The questions; a :class:`kg.store.graph_store.GraphStore` answers them."""

    def known_sources(self, ids: Sequence[str]) -> dict[str, KnownSource]:
        """Return those of the sources that the graph has."""
        ...

    def stored(self, ids: Sequence[str]) -> StoredSource:
        """Return the mentions and claims that the graph has of these sources."""
        ...

    def events_of_blocks(self, blocks: Sequence[str]) -> list[str]:
        """Return the events that mentions of these blocks were decided to be."""
        ...

    def said_in_blocks(self, blocks: Sequence[str]) -> list[Said]:
        """Return every claim that counts on the mentions of these blocks."""
        ...

    def names_of_officials(self, ids: Sequence[str]) -> dict[str, list[str]]:
        """Return the spellings that the graph has of these officials."""
        ...


class PendingLookUp:
    """Answers from the graph and from the batch that is on its way into it.

    Where an answer would need what is not written yet (the same source, or another telling in the same block), it
    waits for the writing to end; that is seldom.
    """

    def __init__(
        self,
        store: LookUp,
        wait: Callable[[], None],
        sources: frozenset[str],
        blocks: frozenset[str],
        names: dict[str, list[str]],
    ) -> None:
        self._store = store
        self._wait = wait
        self._sources = sources
        self._blocks = blocks
        self._names = names

    def known_sources(self, ids: Sequence[str]) -> dict[str, KnownSource]:
        """Return those of the sources that the graph has, or is about to have."""
        self._wait_if(not self._sources.isdisjoint(ids))
        return self._store.known_sources(ids)

    def stored(self, ids: Sequence[str]) -> StoredSource:
        """Return the mentions and claims that the graph has of these sources."""
        self._wait_if(bool(ids))
        return self._store.stored(ids)

    def events_of_blocks(self, blocks: Sequence[str]) -> list[str]:
        """Return the events that mentions of these blocks were decided to be."""
        self._wait_if(not self._blocks.isdisjoint(blocks))
        return self._store.events_of_blocks(blocks)

    def said_in_blocks(self, blocks: Sequence[str]) -> list[Said]:
        """Return every claim that counts on the mentions of these blocks."""
        self._wait_if(not self._blocks.isdisjoint(blocks))
        return self._store.said_in_blocks(blocks)

    def names_of_officials(self, ids: Sequence[str]) -> dict[str, list[str]]:
        """Return the spellings that the graph has, or is about to have."""
        found = self._store.names_of_officials(ids)
        for key in ids:
            if key in self._names:
                found[key] = sorted({*found.get(key, ()), *self._names[key]})
        return found

    def _wait_if(self, needed: bool) -> None:
        if needed:
            self._wait()
