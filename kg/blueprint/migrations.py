"""Migrations of a graph: numbered files of Cypher, forward only, never edited once applied."""

from __future__ import annotations

import re
from collections.abc import Sequence
from hashlib import blake2b
from itertools import zip_longest
from pathlib import Path

import msgspec

from kg.errors import KgError, NewerGraphError, SchemaFileError
from kg.vocabulary.data import path

_NAME = re.compile(r"V(\d{4})__([a-z0-9_]+)\.cypher")
_END_OF_STATEMENT = re.compile(r";[ \t]*$", re.MULTILINE)


class ChangedMigrationError(KgError):
    """A migration that a graph has had is not the file of that name any more."""


class Migration(msgspec.Struct, frozen=True):
    """One file of schema/migrations: its name, checksum and statements (each ends with ``;`` at a line's end)."""

    name: str
    checksum: str
    statements: tuple[str, ...]

    @property
    def mark(self) -> str:
        """Return what a graph that has had it keeps: name and checksum."""
        return f"{self.name} {self.checksum}"


def migrations(folder: Path | None = None) -> list[Migration]:
    """Return the migrations of schema/migrations, or of another folder, in their order. No folder: none.

    Raises:
        SchemaFileError: a file is misnamed, or two have one number.
    """
    folder = folder or path("migrations")
    files = sorted(folder.glob("*.cypher")) if folder.is_dir() else []
    numbers = [_number(file.name) for file in files]
    if numbers != list(range(1, len(files) + 1)):
        raise SchemaFileError(f"schema/migrations: numbers must run from 1 without gaps, found {numbers}")
    return [read_migration(file.name, file.read_text(encoding="utf-8")) for file in files]


def read_migration(name: str, text: str) -> Migration:
    """Make a migration of a file's text. Lines that begin with // are comments, and part of the checksum."""
    checksum = blake2b(text.encode("utf-8"), digest_size=8).hexdigest()
    lines = [line for line in text.splitlines() if not line.startswith("//")]
    statements = (part.strip() for part in _END_OF_STATEMENT.split("\n".join(lines)))
    return Migration(name, checksum, tuple(part for part in statements if part))


def plan(
    applied: Sequence[str], available: Sequence[Migration], *, found_version: int | None, own_version: int
) -> list[Migration]:
    """Return the migrations still to apply, in order; ``found_version`` is ``None`` for a new graph.

    ``applied`` are the marks that the graph keeps, in the order in which it had them.

    Raises:
        NewerGraphError: the graph's schema is newer than ours, or has had a migration that we do not know.
        ChangedMigrationError: it has had a migration whose file was changed, or put before others, since.
    """
    if found_version is not None and found_version > own_version:
        raise NewerGraphError(
            f"the graph has schema version {found_version}, this kg knows {own_version}: "
            "update kg (pip install -U diplomatic-kg)"
        )
    known = {migration.name for migration in available}
    for mark, migration in zip_longest(applied, available[: len(applied)]):
        name = mark.partition(" ")[0]
        if name not in known:
            raise NewerGraphError(f"the graph has had migration {name}, which this kg does not have: update kg")
        if migration is None or mark != migration.mark:
            raise ChangedMigrationError(f"migration {name} is not what the graph has had: restore schema/migrations")
    return list(available[len(applied) :])


def _number(name: str) -> int:
    match = _NAME.fullmatch(name)
    if match is None:
        raise SchemaFileError(f"schema/migrations/{name}: a migration is named V0001__what_it_does.cypher")
    return int(match.group(1))
