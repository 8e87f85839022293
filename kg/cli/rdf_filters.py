"""Options that choose a part of the graph for RDF, with values as for named queries."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

_Command = TypeVar("_Command", bound=Callable[..., Any])


def filter_options(command: _Command) -> _Command:
    """Add ``--since``, ``--until``, ``--fuzzy``, ``--side``, ``--topic`` and ``--known-by``."""
    for add in (
        click.option("--known-by", metavar="DATE", help="As the graph showed it then, instead of now."),
        click.option("--topic", "topics", multiple=True, metavar="TOPIC", help="Only events on one of these topics."),
        click.option("--side", "sides", multiple=True, metavar="SIDE", help="Only events with all of these sides."),
        click.option(
            "--fuzzy",
            type=click.Choice(["possible", "certain"]),
            default="possible",
            show_default=True,
            help="Events whose date may be in the window, or is.",
        ),
        click.option("--until", metavar="DATE", help="Only events that may have been on this day or before."),
        click.option("--since", metavar="DATE", help="Only events that may have been on this day or later."),
    ):
        command = add(command)
    return command
