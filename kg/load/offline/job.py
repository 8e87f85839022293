"""What a process is given of the work, and what it hands back."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from kg.load.offline.in_common import SharedRows
from kg.load.prepare import ReferenceReading


@dataclass(frozen=True)
class Job:
    """One shard: where all of them are, its number, and what rows are made with."""

    folder: Path
    number: int
    reference: ReferenceReading
    now: str

    def tables(self, step: str) -> Path:
        """Return a new folder for the tables of this shard."""
        folder = self.folder / f"{step}-{self.number}"
        folder.mkdir()
        return folder


@dataclass
class Done:
    """What a shard came to: rows that others may have too, and counts."""

    shared: SharedRows = field(default_factory=SharedRows)
    counts: Counter[str] = field(default_factory=Counter)
    """Rows written by label and relationship type."""
    tables: Path = Path()
    tellings: int = 0
    sources: int = 0
    known: int = 0
    """Sources that stood in it twice, and were read alike."""
    changed: int = 0
    """Sources that stood in it twice, and were read otherwise: the last reading counts."""
    told_by: frozenset[str] = frozenset()
    """Sources that tell of tenures."""
