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


def table(name: str) -> tuple[list[str], Iterator[list[str]]]:
    """Return the column names of a tab-separated table and its rows, each as its cells. Lines with # are comments."""
    text = path(name).read_text(encoding="utf-8").removesuffix("\n")
    lines = (line for line in text.split("\n") if not line.startswith("#"))
    header = next(lines).split("\t")
    return header, (_cells(name, line, len(header)) for line in lines)


def _cells(name: str, line: str, count: int) -> list[str]:
    cells = line.split("\t")
    if len(cells) != count:
        raise SchemaFileError(f"schema/{name}: {len(cells)} cells instead of {count}: {line[:60]!r}")
    return cells


def rows(name: str) -> Iterator[dict[str, str]]:
    """Yield the rows of a table by column name."""
    header, lines = table(name)
    return (dict(zip(header, cells, strict=True)) for cells in lines)


def items(cell: str) -> tuple[str, ...]:
    """Return the values of a cell that holds a list."""
    return tuple(cell.split("|")) if cell else ()
