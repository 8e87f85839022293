"""``kg status``."""

from __future__ import annotations

import click

from kg.cli.options import output_options, uri_option
from kg.cli.output import emit, table_of
from kg.graph import open_graph


@click.command("status")
@uri_option
@output_options("table", "json", "jsonl", "csv")
def command(uri: str | None, form: str | None, output: str) -> None:
    """Say what the graph holds: nodes by label, relationships by type, the engine, the last load.

    \b
    Examples:
      kg status
      kg status --uri bolt://localhost:7687 --format json
    """
    from kg.status import describe_graph

    with open_graph(uri, create=False) as graph:
        rows = describe_graph(graph.engine)
    emit(table_of(("what", "name", "value"), rows), form, output)
