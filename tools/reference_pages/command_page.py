"""docs/reference/cli.md: the help of every command, as the command itself prints it."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec

import click

from kg.cli.main import cli
from tools.reference_pages.markdown import code, page

_WIDTH = 100


def command_page() -> str:
    """Return the page. A command that is announced but has no module yet is left out."""
    blocks = ["What `kg COMMAND --help` prints.", *_sections(cli, _context(cli, None, "kg"))]
    return page("The command line", *blocks)


def _sections(command: click.Command, context: click.Context) -> Iterator[str]:
    """Yield the help of a command, and of those below it."""
    yield f"## {context.command_path}"
    yield code("\n".join(line.rstrip() for line in command.get_help(context).splitlines()), "text")
    if not isinstance(command, click.Group):
        return
    for name in command.list_commands(context):
        if command is cli and find_spec(f"kg.cli.{name}") is None:
            continue
        below = command.get_command(context, name)
        if below is not None:
            yield from _sections(below, _context(below, context, name))


def _context(command: click.Command, parent: click.Context | None, name: str) -> click.Context:
    settings = {**command.context_settings, "terminal_width": _WIDTH, "max_content_width": _WIDTH}
    return command.context_class(command, parent, info_name=name, **settings)
