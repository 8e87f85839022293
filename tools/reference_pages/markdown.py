"""Pieces of Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

NOTE = "<!-- Written by `make docs`. Change what it is written from, not this page. -->"


def page(title: str, *blocks: str) -> str:
    """Return a page: its title, the note that it is generated, and its blocks, with an empty line between them."""
    return "\n\n".join([f"# {title}", NOTE, *(block.strip("\n") for block in blocks)]) + "\n"


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table. Bars in cells are escaped."""
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)


def code(text: str, language: str = "") -> str:
    """Return a block of code."""
    return f"```{language}\n{text.strip()}\n```"


def names(values: Iterable[str]) -> str:
    """Return names as code, divided by commas."""
    return ", ".join(f"`{value}`" for value in values)


def yes(flag: bool) -> str:
    """Return a cell that says yes, or nothing."""
    return "yes" if flag else ""
