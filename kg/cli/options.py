"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

_Command = TypeVar("_Command", bound=Callable[..., Any])

uri_option = click.option(
    "--uri", metavar="WHERE", help="A folder, or bolt://... or neo4j://...  [default: $KG_URI, else ./kg-data]"
)


def output_options(*formats: str, default: str | None = None) -> Callable[[_Command], _Command]:
    """Add ``--format`` and ``-o``. Without a default, a table on a terminal and CSV in a pipe."""

    def add(command: _Command) -> _Command:
        note = default or "table on a terminal, csv in a pipe"
        command = click.option("-o", "--output", metavar="FILE", default="-", help="Write to FILE.")(command)
        return click.option("--format", "form", type=click.Choice(formats), default=default, help=f"[default: {note}]")(
            command
        )

    return add
