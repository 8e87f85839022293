"""``kg view``."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import click

from kg.cli.options import uri_option
from kg.cli.output import write_bytes
from kg.errors import KgError
from kg.graph import open_graph

if TYPE_CHECKING:
    from kg.views.contacts import Window
    from kg.views.picture import Keep, Level
    from kg.views.quick import QuickPicture


class BadWindowError(KgError):
    """A limit of the window is no date."""


@click.command("view")
@click.argument("kind", type=click.Choice(["pyvis"]), default="pyvis")
@click.option("--since", metavar="DATE", help="Only contacts that may have been on this date or later (EDTF).")
@click.option("--until", metavar="DATE", help="Only contacts that may have been on this date or before.")
@click.option(
    "--level", type=click.Choice(["people", "sides"]), default="people", show_default=True, help="Who is drawn."
)
@click.option(
    "--keep",
    type=click.Choice(["all", "most"]),
    default="all",
    show_default=True,
    help="Beyond the limit: refuse, or keep those with most contacts.",
)
@click.option(
    "--limit", type=click.IntRange(2, 2_000), default=500, show_default=True, help="Most nodes that are drawn."
)
@click.option("--title", default="Contacts", show_default=True, help="Heading of the page.")
@click.option("-o", "--output", default="contacts.html", show_default=True, metavar="FILE", help="Write to FILE.")
@uri_option
def command(
    kind: str, since: str | None, until: str | None, level: str, keep: str, limit: int, title: str, output: str,
    uri: str | None,
) -> None:  # fmt: skip
    """Write a picture of the contacts as one HTML file that opens without internet.

    \b
    Examples:
      kg view -o contacts.html
      kg view pyvis --since 2022 --until 2024-06 --level sides
      kg view --keep most --limit 200
    """
    from kg.views.quick import quick_picture

    del kind  # one kind so far
    with open_graph(uri, create=False) as graph:
        picture = quick_picture(
            graph.engine, title=title, window=_window(since, until), level=_level(level), keep=_keep(keep), limit=limit
        )
    write_bytes(picture.html.encode("utf-8"), output)
    click.echo(summary(picture, output), err=True)


def summary(picture: QuickPicture, output: str) -> str:
    """Return one line on what was drawn and what was left out."""
    left = f"; {picture.left_out:,} contacts of the window left out" if picture.left_out else ""
    return f"{output}: {picture.contacts:,} contacts, {picture.nodes:,} nodes{left}"


def _window(since: str | None, until: str | None) -> Window:
    from kg.dates import BadDateError, parse
    from kg.views.contacts import Window

    try:
        first, last = parse(since) if since else None, parse(until) if until else None
    except BadDateError as error:
        raise BadWindowError(f"--since and --until take dates: {error}") from error
    return Window(first.earliest if first else None, last.latest if last else None)


def _level(text: str) -> Level:
    from kg.views.picture import Level

    return next(one for one in get_args(Level) if one == text)


def _keep(text: str) -> Keep:
    from kg.views.picture import Keep

    return next(one for one in get_args(Keep) if one == text)
