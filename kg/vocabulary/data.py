"""Where the files of schema/ are: beside the package in a checkout, inside it in an installed wheel."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from kg.errors import SchemaFileError


@cache
def schema_folder() -> Path:
    """Return the folder of the schema's data files."""
    package = Path(__file__).resolve().parent.parent
    for folder in (package / "_schema", package.parent / "schema"):
        if folder.is_dir():
            return folder
    raise SchemaFileError("the schema files are missing: install the package again")


def path(name: str) -> Path:
    """Return the path of a schema file, for example ``reference/countries.tsv``."""
    return schema_folder() / name


def rows(name: str) -> Iterator[dict[str, str]]:
    """Yield the rows of a tab-separated table by column name. Lines that begin with # are comments."""
    with path(name).open(encoding="utf-8", newline="\n") as lines:
        table = (line.rstrip("\n") for line in lines if not line.startswith("#"))
        header = next(table).split("\t")
        for line in table:
            cells = line.split("\t")
            if len(cells) != len(header):
                raise SchemaFileError(f"schema/{name}: {len(cells)} cells instead of {len(header)}: {line[:60]!r}")
            yield dict(zip(header, cells, strict=True))


def items(cell: str) -> tuple[str, ...]:
    """Return the values of a cell that holds a list."""
    return tuple(cell.split("|")) if cell else ()
