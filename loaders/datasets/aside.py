"""What is read before what it belongs to, kept aside on disk: memory does not grow with the input."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import msgspec

from loaders.errors import RefusedError

_AT_HAND = 1_024


class Aside:
    """Things by id, and records that wait for them, in a temporary file of SQLite that goes with the connection."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        self._found: dict[str, Any] = {}
        """The last things that were asked for."""
        database.execute("CREATE TABLE thing (id TEXT PRIMARY KEY, data BLOB) WITHOUT ROWID")
        database.execute("CREATE TABLE waiting (n INTEGER PRIMARY KEY, id TEXT, line TEXT, data BLOB)")
        database.execute("CREATE TABLE belonging (n INTEGER PRIMARY KEY, id TEXT, line TEXT, data BLOB)")

    def keep(self, key: str, thing: Any) -> None:
        """Keep a thing that others refer to; the last of an id counts."""
        self._run("INSERT OR REPLACE INTO thing VALUES (?, ?)", (key, msgspec.json.encode(thing)))

    def find(self, key: str) -> Any:
        """Return the thing of this id, or None; nothing may be kept any more, for few things are asked for often."""
        if key not in self._found:
            if len(self._found) >= _AT_HAND:
                self._found.clear()
            rows = self._run("SELECT data FROM thing WHERE id = ?", (key,)).fetchall()
            self._found[key] = msgspec.json.decode(rows[0][0]) if rows else None
        return self._found[key]

    def wait(self, key: str, line: str, record: Any) -> None:
        """Keep a record until all is read."""
        values = (key, line, msgspec.json.encode(record))
        self._run("INSERT INTO waiting (id, line, data) VALUES (?, ?, ?)", values)

    def belong(self, key: str, line: str, record: Any) -> None:
        """Keep a record that belongs to the waiting one of that id."""
        values = (key, line, msgspec.json.encode(record))
        self._run("INSERT INTO belonging (id, line, data) VALUES (?, ?, ?)", values)

    def waiting(self) -> Iterator[tuple[str, str, Any]]:
        """Yield the id, line and record of all that waits, in the order in which it was read."""
        self._run("CREATE INDEX of_thing ON belonging (id)", ())
        for key, line, data in self._run("SELECT id, line, data FROM waiting ORDER BY n", ()):
            yield key, line, msgspec.json.decode(data)

    def belonging(self, key: str) -> list[tuple[str, Any]]:
        """Return the lines and records that belong to a waiting one, in their order."""
        rows = self._run("SELECT line, data FROM belonging WHERE id = ? ORDER BY n", (key,))
        return [(line, msgspec.json.decode(data)) for line, data in rows]

    def unclaimed(self) -> Iterator[tuple[str, str]]:
        """Yield the id and line of each record that belongs to nothing that waits."""
        yield from self._run("SELECT id, line FROM belonging WHERE id NOT IN (SELECT id FROM waiting) ORDER BY n", ())

    def _run(self, statement: str, values: tuple[Any, ...]) -> sqlite3.Cursor:
        try:
            return self._database.execute(statement, values)
        except sqlite3.Error as error:
            raise RefusedError("unreadable", f"what is kept aside does not fit on the disk: {error}") from error


@contextmanager
def kept_aside() -> Iterator[Aside]:
    """Open a place for what has to wait; it is gone afterwards."""
    database = sqlite3.connect("", isolation_level=None)
    try:
        database.execute("PRAGMA journal_mode = OFF")
        database.execute("PRAGMA synchronous = OFF")
        yield Aside(database)
    finally:
        database.close()
