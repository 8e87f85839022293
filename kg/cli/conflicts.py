"""``kg conflicts``."""

from __future__ import annotations

from typing import Any

import click

from kg.cli.options import output_options, uri_option
from kg.cli.output import emit
from kg.cli.withdraw import by_option, by_whom, reason_option
from kg.graph import open_graph


@click.group("conflicts", invoke_without_command=True)
@click.option("--country", metavar="NAME", help="Only on events that this side took part in.")
@click.option("--attribute", metavar="NAME", help="Only on this: date, venue, status, participant, capacity.")
@click.option(
    "--kind", metavar="NAME", help="Only these: values (sources disagree), or tenure (a capacity is disputed)."
)
@click.option("--undecided/--decided", default=None, help="Only those that nobody decided yet, or only the others.")
@click.option("--since", metavar="DATE", help="Only on events that may have been on this date or later.")
@click.option("--until", metavar="DATE", help="Only on events that may have been on this date or before.")
@click.option("--fuzzy", metavar="NAME", help="possible (the usual): the date may fit; certain: it does.")
@click.option("--known-by", metavar="DATE", help="Those that were open then.")
@click.option("--limit", type=click.IntRange(1), default=1_000, show_default=True, help="At most so many.")
@uri_option
@output_options("table", "json", "jsonl", "csv", "parquet")
@click.pass_context
def command(
    ctx: click.Context, /, undecided: bool | None, uri: str | None, form: str | None, output: str, **asked: Any
) -> None:
    """List claims that cannot all be true: the value shown, the others, and which rule decided.

    \b
    Examples:
      kg conflicts
      kg conflicts --country Russia --attribute date --format csv -o conflicts.csv
      kg conflicts --undecided --attribute status --since 2024
      kg conflicts rank claim-1f0c... --reason "the protocol gives this day"
    """
    if ctx.invoked_subcommand:
        return
    with open_graph(uri, create=False) as graph:
        table = graph.query("conflicts", decided=None if undecided is None else not undecided, **asked)
    emit(table, form, output)


@command.command("rank")
@click.argument("claim")
@reason_option
@by_option
@click.option("--undo", is_flag=True, help="Let the rule decide again.")
@uri_option
def rank(claim: str, reason: str, by: str, undo: bool, uri: str | None) -> None:
    """Show the value of a claim (by its id) where sources disagree; the others stay.

    \b
    Examples:
      kg query event-evidence --event event-1f0c...            the claims with their ids
      kg conflicts rank claim-2a4b... --reason "the protocol gives this day"
      kg conflicts rank claim-2a4b... --undo --reason "the protocol was of another meeting"
    """
    with open_graph(uri, create=False) as graph:
        done = (graph.undo_rank if undo else graph.rank)(claim, by_whom(by, reason))
    said = "no longer ranked first" if undo else "ranked first" if done.changed else "ranked first already"
    click.echo(f"{done.id}: {said} (“{done.title}”)")
