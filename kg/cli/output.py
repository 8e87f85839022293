"""Printing tables: to a terminal, a pipe or a file, in the form that was asked for or that fits."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import get_args

from kg.errors import KgError
from queries.header import Column
from queries.rendering import Form, render
from queries.table import Cell, Table

FORMS: tuple[Form, ...] = get_args(Form)


class OutputError(KgError):
    """The output cannot be written."""


def emit(table: Table, form: str | None, output: str) -> None:
    """Print the table, or write it to a file; without a form, a table on a terminal and CSV elsewhere."""
    chosen = next((one for one in FORMS if one == form), "table" if output == "-" and sys.stdout.isatty() else "csv")
    write_bytes(render(table, chosen, width=shutil.get_terminal_size((120, 40)).columns), output)


def write_bytes(content: bytes, output: str) -> None:
    """Write the whole of an output; see :func:`write_chunks`."""
    write_chunks([content], output)


def write_chunks(chunks: Iterable[bytes], output: str) -> None:
    """Write as it comes to standard output for ``-``; else to a temporary name beside the file, then rename.

    Raises:
        OutputError: the file cannot be written; nothing half written is left.
    """
    if output == "-":
        for chunk in chunks:
            sys.stdout.buffer.write(chunk)
        sys.stdout.buffer.flush()
        return
    target = Path(output)
    temporary = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with temporary.open("wb") as stream:
            stream.writelines(chunks)
        temporary.replace(target)
    except OSError as error:
        raise OutputError(f"cannot write {output}: {error.strerror}") from error
    finally:
        with suppress(OSError):
            temporary.unlink()


def table_of(columns: Iterable[str], rows: Sequence[tuple[Cell, ...]]) -> Table:
    """Return a table of text columns with these names."""
    return Table(tuple(Column(name, "text", "") for name in columns), rows)
