"""``kg withdraw``."""

from __future__ import annotations

import getpass
from typing import TYPE_CHECKING, Any

import click

from kg.cli.inputs import read_inputs
from kg.cli.load import clock
from kg.cli.options import uri_option
from kg.counted import counted
from kg.errors import KgError
from kg.graph import Graph, open_graph

if TYPE_CHECKING:
    from kg.load.revise import By, FoundSource, Revision


class NoCorrectionError(KgError):
    """A correction is one text."""


by_option = click.option("--by", metavar="NAME", default="", help="Who does it.  [default: the user of this machine]")
reason_option = click.option("--reason", metavar="TEXT", required=True, help="Why: it is kept with the record.")


def by_whom(name: str, reason: str) -> By:
    """Return who does it, why, and that it is now."""
    from kg.load.revise import By

    return By(person=name or getpass.getuser(), reason=reason, at=clock().now())


@click.command("withdraw")
@click.argument("source")
@reason_option
@by_option
@click.option("--undo", is_flag=True, help="Bring the source back.")
@click.option("--replace-with", "replacement", metavar="FILE", default="", help="Load this corrected text first.")
@uri_option
def command(source: str, reason: str, by: str, undo: bool, replacement: str, uri: str | None) -> None:
    """Take a source, by its id, address or key, out of the graph.

    What others also say stays. What only it said is no longer shown and stays as history, with who withdrew it, when
    and why. Loading it again does not bring it back; --undo does, and makes the graph what it was.

    \b
    Examples:
      kg withdraw https://example.org/readout.html --reason "the ministry retracted it"
      kg withdraw source-1f0c... --reason "wrong date" --replace-with corrected.txt
      kg withdraw source-1f0c... --undo --reason "it was right after all"
    """
    if undo and replacement:
        raise click.UsageError("--undo brings a source back; --replace-with takes one out: give one of them")
    with open_graph(uri, create=False) as graph:
        if undo:
            done = graph.bring_back(source, by_whom(by, reason))
        else:
            done = _withdraw(graph, source, reason, by, replacement)
    click.echo(_line(done, undo))


def _withdraw(graph: Graph, source: str, reason: str, by: str, replacement: str) -> Revision:
    """A correction is read first, so that the graph is never without either text."""
    corrected = _load(graph, graph.find_source(source), replacement) if replacement else ""
    return graph.withdraw(source, by_whom(by, reason), replaced_by=corrected)


def _load(graph: Graph, withdrawn: FoundSource, replacement: str) -> str:
    """Load the corrected text and return its id. Where it does not say when and by whom, it is as the one before.

    Raises:
        NoCorrectionError: the file does not hold one text.
    """
    from kg.load.run import Watcher
    from kg.model import Reading

    said: dict[str, Any] = {"published": withdrawn.published, "publisher": withdrawn.publisher}
    said |= {"licence": "", "language": "", "encoding": ""}
    found = [one for one in read_inputs([replacement], "", quiet=True, jobs=1, **said) if isinstance(one, Reading)]
    if len(found) != 1:
        raise NoCorrectionError(f"{replacement} holds {len(found)} texts: give one, in place of the one withdrawn")
    graph.load_readings(found, inputs=[replacement], clock=clock(), watcher=Watcher())
    return found[0].source.id


def _line(done: Revision, undo: bool) -> str:
    what = "brought back" if undo else "withdrawn"
    if not done.changed:
        return f"{done.id}: {'not withdrawn' if undo else 'withdrawn already'}, nothing to do"
    events = f"{counted(done.events_before, 'event')} stood on what it touches, {done.events_after:,} now"
    return f"{done.id}: {what} ({done.title}); {events}"
