"""The still pictures of ``kg view``."""

from __future__ import annotations

from datetime import date
from pathlib import PurePath
from typing import TYPE_CHECKING, get_args

import click

from kg.cli.load import clock
from kg.cli.output import write_bytes
from kg.errors import KgError

if TYPE_CHECKING:
    from kg.graph import Graph
    from kg.views.contacts import Window
    from kg.views.stills.draw import Still
    from kg.views.stills.paper import Form

STILLS = ("timeline", "network", "map")


class NoStillsError(KgError):
    """What draws still pictures is not installed."""


def still(graph: Graph, kind: str, title: str, window: Window, output: str) -> None:
    """Write a still picture and say what it holds; the file's ending says the form.

    Raises:
        NoStillsError: matplotlib is not installed.
    """
    form = _ending(output)
    try:
        from kg.views.stills.draw import Kind, draw_still
    except ModuleNotFoundError as error:
        if error.name != "matplotlib":
            raise
        raise NoStillsError("still pictures need matplotlib: pip install 'diplomatic-kg[stills]'") from error
    chosen = next(one for one in get_args(Kind) if one == kind)
    today = date.fromisoformat(clock().now()[:10])
    drawn = draw_still(graph.engine, chosen, form, window=window, title=title, today=today)
    write_bytes(drawn.picture, output)
    click.echo(_summary(drawn, output), err=True)


def _ending(output: str) -> Form:
    ending = PurePath(output).suffix.lower()
    if ending == ".svg":
        return "svg"
    if ending == ".png":
        return "png"
    raise click.UsageError("a still picture is an SVG or a PNG file: give -o FILE.svg or -o FILE.png")


def _summary(drawn: Still, output: str) -> str:
    boxes = f"; printed as boxes, for the font lacks them: {' '.join(drawn.missing)}" if drawn.missing else ""
    return f"{output}: {drawn.contacts:,} contact{'' if drawn.contacts == 1 else 's'}{boxes}"
