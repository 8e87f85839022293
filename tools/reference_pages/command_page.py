"""docs/reference/cli.md: the help of every command, as the command itself prints it."""

from __future__ import annotations

from importlib.util import find_spec

import click

from kg.cli.main import cli
from tools.reference_pages.markdown import code, page

_WIDTH = 100


def command_page() -> str:
    """Return the page. A command that is announced but has no module yet is left out."""
    top = _context(cli, None, "kg")
    blocks = ["What `kg COMMAND --help` prints.", "## kg", _help(cli, top)]
    for name in cli.list_commands(top):
        if find_spec(f"kg.cli.{name}") is None:
            continue
        command = cli.get_command(top, name)
        if command is not None:
            blocks += [f"## kg {name}", _help(command, _context(command, top, name))]
    return page("The command line", *blocks)


def _context(command: click.Command, parent: click.Context | None, name: str) -> click.Context:
    settings = {**command.context_settings, "terminal_width": _WIDTH, "max_content_width": _WIDTH}
    return command.context_class(command, parent, info_name=name, **settings)


def _help(command: click.Command, context: click.Context) -> str:
    lines = command.get_help(context).splitlines()
    return code("\n".join(line.rstrip() for line in lines), "text")
