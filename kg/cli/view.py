"""``kg view``."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import click
from click.core import ParameterSource

from kg.cli.options import uri_option
from kg.cli.output import write_bytes
from kg.cli.still import STILLS, still
from kg.counted import counted
from kg.errors import KgError
from kg.graph import open_graph

if TYPE_CHECKING:
    from kg.graph import Graph
    from kg.views.contacts import Window
    from kg.views.picture import Keep, Level
    from kg.views.quick import QuickPicture


_OF_PYVIS = ("level", "keep", "limit")


class BadWindowError(KgError):
    """A limit of the window is no date."""


@click.command("view")
@click.argument("kind", type=click.Choice(["explorer", "pyvis", *STILLS]), default="explorer")
@click.option("--since", metavar="DATE", help="Only contacts that may have been on this date or later (EDTF).")
@click.option("--until", metavar="DATE", help="Only contacts that may have been on this date or before.")
@click.option(
    "--level", type=click.Choice(["people", "sides"]), default="people", show_default=True, help="Who is drawn."
)
@click.option(
    "--keep",
    type=click.Choice(["all", "most", "latest"]),
    default="all",
    show_default=True,
    help="Beyond the limit: refuse, or keep the sides with most contacts, or the latest contacts.",
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
    """Write the contacts as one HTML file that opens without internet, or as a still picture for print.

    The explorer shows all of them, as a network, over time, on a map and as a table, with every claim and its quote;
    its filter stands in the page's address. The options of a part and its size are those of pyvis, the quick picture.
    Timeline, network and map are still pictures for print, SVG or PNG by the file's ending: contacts over time, how
    often two sides met, and who went to whom.

    \b
    Examples:
      kg view -o contacts.html
      kg view pyvis --since 2022 --until 2024-06 --level sides
      kg view pyvis --keep most --limit 200
      kg view timeline --since 2022 -o contacts.svg
      kg view network --since 2022 --until 2022-12 -o met.png
      kg view map -o went.svg
    """
    with open_graph(uri, create=False) as graph:
        if kind == "explorer":
            _refuse("since", "until", *_OF_PYVIS, advice="of 'kg view pyvis'; in the explorer choose it on the page")
            explore(graph, title, output)
            return
        if kind in STILLS:
            _refuse(*_OF_PYVIS, advice="of 'kg view pyvis'; a still picture takes --since and --until")
            still(graph, kind, title, _window(since, until), _still_file(kind, output))
            return
        from kg.views.quick import quick_picture

        picture = quick_picture(
            graph.engine, title=title, window=_window(since, until), level=_level(level), keep=_keep(keep), limit=limit
        )
    write_bytes(picture.html.encode("utf-8"), output)
    click.echo(summary(picture, output), err=True)


def explore(graph: Graph, title: str, output: str) -> None:
    """Write the explorer's page and say what it holds."""
    from kg.views.explorer.page import explorer_page

    page, contacts = explorer_page(graph.engine, title)
    write_bytes(page.encode("utf-8"), output)
    click.echo(f"{output}: {counted(contacts, 'contact')}", err=True)


def _still_file(kind: str, output: str) -> str:
    """The file that is usual for the explorer is not for a still picture."""
    source = click.get_current_context().get_parameter_source("output")
    return output if source is not ParameterSource.DEFAULT else f"{kind}.svg"


def _refuse(*names: str, advice: str) -> None:
    """An option that would do nothing is a mistake worth telling."""
    context = click.get_current_context()
    for name in names:
        if context.get_parameter_source(name) is ParameterSource.COMMANDLINE:
            raise click.UsageError(f"--{name} is an option {advice}")


def summary(picture: QuickPicture, output: str) -> str:
    """Return one line on what was drawn and what was left out."""
    left = f"; {counted(picture.left_out, 'contact')} of the window left out" if picture.left_out else ""
    return f"{output}: {counted(picture.contacts, 'contact')}, {counted(picture.nodes, 'node')}{left}"


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
