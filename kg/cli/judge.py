"""``kg judge``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kg.cli.options import uri_option
from kg.cli.withdraw import by_option, by_whom, reason_option
from kg.graph import open_graph

if TYPE_CHECKING:
    from kg.identity.judgements import Verdict

VERDICTS = ("same", "different", "unsure")


@click.command("judge")
@click.argument("one", required=False)
@click.argument("other", required=False)
@click.argument("verdict", type=click.Choice(VERDICTS), required=False)
@reason_option
@by_option
@click.option("--undo", metavar="JUDGEMENT", default="", help="Take back the judgement of this id.")
@uri_option
def command(
    one: str | None, other: str | None, verdict: Verdict | None, reason: str, by: str, undo: str, uri: str | None
) -> None:
    """Record that two events, or two officials, are the same, different, or that you cannot tell.

    Name events by their id or by that of a mention (one source's telling), officials by their id or name. A judgement
    goes before all rules, holds when sources are read again, and is taken back with --undo: the graph is then what it
    would be without.

    \b
    Examples:
      kg judge "Sergej Lawrow" "Sergey Lavrov" same --reason "the German spelling"
      kg judge event-1f0c... event-2a4b... different --reason "one in the morning, one at night"
      kg judge --undo judgement-3c5d... --reason "they were one after all"
    """
    named = [one, other, verdict]
    if undo and any(named):
        raise click.UsageError("--undo takes a judgement back, by its id alone")
    if not undo and not all(named):
        raise click.UsageError("name two and what they are: kg judge ONE OTHER same|different|unsure --reason TEXT")
    with open_graph(uri, create=False) as graph:
        if undo:
            done = graph.undo_judgement(undo, by_whom(by, reason))
            said = "taken back"
        else:
            done = graph.judge(one or "", other or "", verdict or "unsure", by_whom(by, reason))
            said = f"judged {verdict}" if done.changed else f"judged {verdict} already, nothing to do"
    click.echo(f"{done.id}: {said} ({done.title})")
