"""``kg verify``."""

from __future__ import annotations

import click

from kg.cli.options import output_options, uri_option
from kg.cli.output import emit, table_of
from kg.counted import counted
from kg.graph import open_graph


@click.command("verify")
@uri_option
@output_options("table", "json", "jsonl", "csv")
@click.pass_context
def command(ctx: click.Context, uri: str | None, form: str | None, output: str) -> None:
    """Check every quote in the graph against the text of its source, and that nothing dangles.

    Ends with 1 when something does not hold.

    \b
    Examples:
      kg verify
      kg verify --format json -o faults.json
    """
    with open_graph(uri, create=False) as graph:
        found = graph.verify()
    if found.faults or form:
        emit(table_of(("fault", "id"), [(fault.what, fault.id) for fault in found.faults]), form, output)
    click.echo(
        f"{counted(found.claims, 'claim')} of {counted(found.sources, 'source')} checked, "
        + (counted(len(found.faults), "fault") if found.faults else "every quote stands in its source"),
        err=True,
    )
    ctx.exit(1 if found.faults else 0)
