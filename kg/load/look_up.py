"""What preparing a batch asks of the graph, also while the batch before it is still being written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from kg.consolidate.said import Said
from kg.identity.judgements import Judgement
from kg.store.graph_store import KnownSource, StoredSource


class LookUp(Protocol):
    """The questions; a :class:`kg.store.graph_store.GraphStore` answers them."""

    def known_sources(self, ids: Sequence[str], /) -> dict[str, KnownSource]:
        """Return those of the sources that the graph has."""
        ...

    def stored(self, ids: Sequence[str], /) -> StoredSource:
        """Return the mentions and claims that the graph has of these sources."""
        ...

    def events_of_blocks(self, blocks: Sequence[str], /) -> list[tuple[str, str, str]]:
        """Return the events that mentions of these blocks were decided to be, with their mentions and blocks."""
        ...

    def blocks_sharing(self, keys: Sequence[str], /) -> list[str]:
        """Return the blocks of the mentions that have one of these shared keys."""
        ...

    def blocks_of_mentions(self, ids: Sequence[str], /) -> list[str]:
        """Return the blocks of these mentions."""
        ...

    def said_in_blocks(self, blocks: Sequence[str], /) -> list[Said]:
        """Return every claim that counts on the mentions of these blocks."""
        ...

    def ranked(self) -> dict[str, str]:
        """Return the claims that a person ranked first, with when."""
        ...

    def judgements(self) -> list[Judgement]:
        """Return the judgements that stand: few, for persons make them."""
        ...

    def names_of_officials(self, ids: Sequence[str], /) -> dict[str, list[str]]:
        """Return the spellings that the graph has of these officials."""
        ...


class Pending(Protocol):
    """What is known of a batch that is being written; :class:`kg.load.prepare.Prepared` is one."""

    @property
    def sources(self) -> frozenset[str]:
        """Its sources."""
        ...

    @property
    def events_of(self) -> dict[str, list[tuple[str, str]]]:
        """The events in each block it touches, with their mentions there, once it is written."""
        ...

    @property
    def blocks_of_key(self) -> dict[str, list[str]]:
        """The blocks of the mentions it writes, by shared key."""
        ...

    @property
    def said_in(self) -> dict[str, list[Said]]:
        """The claims that count in each block it touches, once it is written."""
        ...

    @property
    def names(self) -> dict[str, list[str]]:
        """The spellings of the officials it writes."""
        ...


class PendingLookUp:
    """Answers from the graph and from the batch that is on its way into it.

    What that batch touches it knows whole, so that nothing waits for it; only where a source of it is read once more
    does a question wait for the writing to end, and that is seldom. What it cannot know is which officials nothing
    speaks of once that batch is written, and which lost a spelling: the writing says so
    (:class:`kg.store.graph_store.Written`), and what was prepared with them is prepared again.
    """

    def __init__(self, store: LookUp, wait: Callable[[], None], pending: Pending) -> None:
        self._store = store
        self._wait = wait
        self._pending = pending

    def known_sources(self, ids: Sequence[str]) -> dict[str, KnownSource]:
        """Return those of the sources that the graph has, or is about to have."""
        if not self._pending.sources.isdisjoint(ids):
            self._wait()
        return self._store.known_sources(ids)

    def stored(self, ids: Sequence[str]) -> StoredSource:
        """Return the mentions and claims that the graph has of these sources."""
        if ids:
            self._wait()
        return self._store.stored(ids)

    def events_of_blocks(self, blocks: Sequence[str]) -> list[tuple[str, str, str]]:
        """Return the events that mentions of these blocks were decided to be, with their mentions and blocks."""
        known = self._pending.events_of
        rest = self._store.events_of_blocks([key for key in blocks if key not in known])
        events = {event for key in blocks for event, _ in known.get(key, ())}
        whole = {(event, key, one) for key, several in known.items() for event, one in several if event in events}
        return sorted({*rest, *whole})

    def blocks_sharing(self, keys: Sequence[str]) -> list[str]:
        """Return the blocks of the mentions that have one of these shared keys."""
        known = self._pending.blocks_of_key
        return sorted({*self._store.blocks_sharing(keys), *(block for key in keys for block in known.get(key, ()))})

    def blocks_of_mentions(self, ids: Sequence[str]) -> list[str]:
        """Return the blocks of these mentions; few are asked for, so it may wait."""
        if ids:
            self._wait()
        return self._store.blocks_of_mentions(ids)

    def judgements(self) -> list[Judgement]:
        """Return the judgements that stand; a load makes none."""
        return self._store.judgements()

    def said_in_blocks(self, blocks: Sequence[str]) -> list[Said]:
        """Return every claim that counts on the mentions of these blocks."""
        known = self._pending.said_in
        rest = self._store.said_in_blocks([key for key in blocks if key not in known])
        return [*rest, *(one for key in blocks for one in known.get(key, ()))]

    def ranked(self) -> dict[str, str]:
        """Return the claims that a person ranked first, with when; a load makes none."""
        return self._store.ranked()

    def names_of_officials(self, ids: Sequence[str]) -> dict[str, list[str]]:
        """Return the spellings that the graph has, or is about to have."""
        names = self._pending.names
        found = self._store.names_of_officials(ids)
        return found | {key: sorted({*found.get(key, ()), *names[key]}) for key in ids if key in names}
