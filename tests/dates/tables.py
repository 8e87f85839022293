"""The tables of hard cases beside this module."""

from __future__ import annotations

from pathlib import Path


def table(name: str) -> list[dict[str, str]]:
    """Return the rows of a table: tab-separated, no quoting, comments before the header, ``\\n`` for a line break."""
    lines = Path(__file__).with_name(name).read_text(encoding="utf-8").split("\n")
    header, *rows = [line for line in lines if not line.startswith("#")]
    columns = header.split("\t")
    return [dict(zip(columns, row.replace("\\n", "\n").split("\t"), strict=True)) for row in rows if row]
