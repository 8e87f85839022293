"""``kg review``: a person walks through pairs that may be one."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Literal, NamedTuple

import click

from kg.cli.options import uri_option
from kg.cli.review_table import export_doubts, import_verdicts
from kg.cli.withdraw import by_option, by_whom
from kg.graph import Graph, open_graph

if TYPE_CHECKING:
    from kg.identity.judgements import Verdict
    from kg.load.compare import Doubt, Side

_VERDICTS: dict[str, Verdict] = {"a": "same", "r": "different", "n": "unsure"}
_KEYS = "[a]ccept, they are one  [r]eject  [n]ot sure  [s]kip  [u]ndo the last  [q]uit"
_SAID = {"same": "one", "different": "two", "unsure": "not sure"}


class _Done(NamedTuple):
    """A judgement made in this sitting, and the place in the list to return to."""

    judgement: str
    at: int


@click.command("review")
@click.option("--thing", type=click.Choice(["event", "official", "holder"]), help="Only these.")
@click.option("--least", type=click.FloatRange(0, 1), default=0.0, show_default=True, help="Only from this score on.")
@click.option("--limit", type=click.IntRange(1), default=1_000, show_default=True, help="At most so many.")
@click.option("--reason", metavar="TEXT", default="", help="Why, where an answer does not say.")
@click.option("--export", "target", metavar="FILE", default="", help="Write the pairs as CSV, for others to fill in.")
@click.option("--import", "source", metavar="FILE", default="", help="Judge as a CSV says that was filled in.")
@by_option
@uri_option
def command(
    thing: Literal["event", "official", "holder"] | None, least: float, limit: int, reason: str, target: str,
    source: str, by: str, uri: str | None,
) -> None:  # fmt: skip
    """Walk through pairs that may be one, likeliest first: accept, reject, say that you cannot tell, skip, undo, quit.

    Text after the letter is kept as the reason: "r one in the morning, one at night". Answers can also be piped in, a
    line each. For a team, --export writes a table with empty columns "verdict" (same, different, unsure) and "reason";
    --import reads it again, from any of them, in any order.

    \b
    Examples:
      kg review --thing official
      printf 'a same protocol\nr\nq\n' | kg review --by ann
      kg review --export doubts.csv
      kg review --import doubts.csv --by ann
    """
    if target and source:
        raise click.UsageError("--export writes a table and --import reads one: give one of them")
    with open_graph(uri, create=False) as graph:
        if target:
            click.echo(export_doubts(graph, graph.candidates(thing or "", least=least, limit=limit), target))
        elif source:
            sys.exit(import_verdicts(graph, source, by, reason))
        else:
            _Sitting(graph, by, reason).walk(graph.candidates(thing or "", least=least, limit=limit))


class _Sitting:
    """One walk through a list."""

    def __init__(self, graph: Graph, by: str, reason: str) -> None:
        self._graph = graph
        self._by = by
        self._reason = reason
        self._done: list[_Done] = []

    def walk(self, doubts: list[Doubt]) -> None:
        """Ask about each that still is a candidate when its turn comes; at the end the last can still be undone."""
        at = 0
        while at < len(doubts) or self._done:
            answer, _, why = self._ask_about(doubts, at).partition(" ")
            if answer == "q":
                break
            if answer == "u":
                at = self._undo(at)
                continue
            if answer in _VERDICTS:
                self._judge(doubts[at], _VERDICTS[answer], why.strip(), at)
            at += 1
        click.echo(f"{len(self._done)} judged, {len(self._graph.candidates())} candidates left")

    def _ask_about(self, doubts: list[Doubt], at: int) -> str:
        """Return the answer on one of the list; one that is a candidate no longer is skipped."""
        if at >= len(doubts):
            click.echo("\nthat was the last")
            return _ask("[u]ndo the last  [q]uit", "uq")
        found = self._graph.candidate(doubts[at].id)
        if found is None:
            return "s"
        _show(*found, place=f"{at + 1} of {len(doubts)}")
        return _ask(_KEYS, "arnsuq")

    def _judge(self, doubt: Doubt, verdict: Verdict, why: str, at: int) -> None:
        reason = why or self._reason or "seen in review"
        done = self._graph.judge_candidate(doubt.id, verdict, by_whom(self._by, reason))
        self._done.append(_Done(done.id, at))
        click.echo(f"  {_SAID[verdict]}: {done.id}")

    def _undo(self, at: int) -> int:
        """Take back the last judgement of this sitting and return where it was made."""
        if not self._done:
            click.echo("  nothing to undo in this sitting: 'kg judge --undo' takes back earlier ones")
            return at
        last = self._done.pop()
        self._graph.undo_judgement(last.judgement, by_whom(self._by, "undone in review"))
        click.echo(f"  taken back: {last.judgement}")
        return last.at


def _show(doubt: Doubt, one: Side, other: Side, place: str) -> None:
    click.echo(f"\n{place}  {doubt.thing}  score {doubt.score:.2f}  {'; '.join(doubt.parts)}")
    if doubt.unsure:
        click.echo("  somebody looked and could not tell")
    for letter, side in (("A", one), ("B", other)):
        click.echo(f"  {letter}  {side.words}  [{side.id}]")
        for line in side.lines:
            click.echo(f"       {line}")
        for quote in side.quotes:
            click.echo(f"     {quote}")


def _ask(keys: str, letters: str) -> str:
    """Ask until the answer is one of the letters, with or without a reason; the end of the input is to quit."""
    while True:
        click.echo(keys)
        line = sys.stdin.readline()
        answer = line.strip()
        if not line:
            return "q"
        if answer[:1].lower() in letters and answer[:1] and answer[1:2] in ("", " "):
            return answer[:1].lower() + answer[1:]
        click.echo(f"  {answer[:20]!r} is no answer: type one of {', '.join(letters)}; a reason may follow")
