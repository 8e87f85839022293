"""What preparing a batch asks of a graph, where there is none yet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.consolidate.said import Said
from kg.identity.judgements import Judgement
from kg.store.graph_store import KnownSource, StoredSource


class NoGraph:
    """Answers for a graph that is empty; of officials it says that they stand, for they are written at the end."""

    def __init__(self, said: Mapping[str, Sequence[Said]] | None = None) -> None:
        self._said = said or {}

    def known_sources(self, _ids: Sequence[str], /) -> dict[str, KnownSource]:
        """No source is there."""
        return {}

    def stored(self, _ids: Sequence[str], /) -> StoredSource:
        """Nothing is there of any source."""
        return StoredSource()

    def events_of_blocks(self, _blocks: Sequence[str], /) -> list[tuple[str, str, str]]:
        """No event is there."""
        return []

    def blocks_sharing(self, _keys: Sequence[str], /) -> list[str]:
        """Whatever shares a key is asked for already."""
        return []

    def blocks_of_mentions(self, _ids: Sequence[str], /) -> list[str]:
        """No judgement was made."""
        return []

    def judgements(self) -> list[Judgement]:
        """No judgement was made."""
        return []

    def said_in_blocks(self, blocks: Sequence[str]) -> list[Said]:
        """Return every claim of the shard on the mentions of these blocks."""
        return [one for block in blocks for one in self._said.get(block, ())]

    def ranked(self) -> dict[str, str]:
        """No claim was ranked."""
        return {}

    def names_of_officials(self, ids: Sequence[str]) -> dict[str, list[str]]:
        """Return them without names."""
        return {key: [] for key in ids}
