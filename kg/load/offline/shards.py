"""Records put down in numbered files in a folder, and read back in the order in which they were put down."""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

_HELD = 4_000
"""Records that wait in memory until they are written together."""


class Shards:
    """Files of one name, by number, in a folder of this run that no other user can open; gone when it ends.

    They are pickled, as what goes between processes is: these wrote them, and what was read is in them as text alone.
    """

    def __init__(self, folder: Path, name: str) -> None:
        self._folder = folder
        self._name = name
        self._waiting: dict[int, list[Any]] = {}
        self._held = 0

    def add(self, number: int, record: object) -> None:
        """Put a record into the file of this number."""
        self._waiting.setdefault(number, []).append(record)
        self._held += 1
        if self._held >= _HELD:
            self.flush()

    def add_all(self, number: int, records: Iterable[object]) -> None:
        """Put records into the file of this number."""
        for record in records:
            self.add(number, record)

    def flush(self) -> None:
        """Write what waits."""
        for number, records in sorted(self._waiting.items()):
            with self._file(number).open("ab") as file:
                pickle.dump(records, file, protocol=5)
        self._waiting = {}
        self._held = 0

    def numbers(self) -> list[int]:
        """Return the numbers of the files that are there."""
        return sorted(int(file.name.rpartition(".")[2]) for file in self._folder.glob(f"{self._name}.*"))

    def read(self, number: int) -> Iterator[Any]:
        """Yield the records of a file; none where there is none."""
        if not self._file(number).exists():
            return
        with self._file(number).open("rb") as file:
            while file.peek(1):
                yield from pickle.load(file)  # noqa: S301 - by ``flush``, into a folder that is ours alone

    def drop(self, number: int) -> None:
        """Delete a file that nobody needs any more."""
        self._file(number).unlink(missing_ok=True)

    def _file(self, number: int) -> Path:
        return self._folder / f"{self._name}.{number}"
