"""``kg rdf``: what is done with dumps."""

from __future__ import annotations

from collections import Counter
from contextlib import nullcontext
from pathlib import Path

import click

from kg.cli.options import output_options
from kg.cli.output import emit, table_of
from kg.counted import counted

_MOST_SHOWN = 10_000
_WAYS = ("added", "removed", "changed")


@click.group("rdf")
def command() -> None:
    """Compare dumps, and check one.

    \b
    Examples:
      kg rdf diff yesterday.nq today.nq
      kg rdf check today.nq
    """


@command.command("diff")
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path))
@click.option("--list", "each", is_flag=True, help="List each thing, instead of counting by kind.")
@output_options("table", "json", "jsonl", "csv")
def diff(old: Path, new: Path, each: bool, form: str | None, output: str) -> None:
    """Say what was added, removed and changed between two sorted dumps (also packed), by kind of thing.

    \b
    Examples:
      kg rdf diff yesterday.nq today.nq
      kg rdf diff yesterday.nq.zst today.nq.zst --list --format csv
    """
    from kg.rdf.difference import difference

    changes = difference(old, new)
    if each:
        emit(table_of(("kind", "change", "id"), [(one.kind, one.how, one.id) for one in changes]), form, output)
        return
    counts = Counter((one.kind, one.how) for one in changes)
    rows = [(kind, *(str(counts[kind, how]) for how in _WAYS)) for kind in sorted({one.kind for one in changes})]
    emit(table_of(("kind", *_WAYS), rows), form, output)
    click.echo(_in_words(counts), err=True)


def _in_words(counts: Counter[tuple[str, str]]) -> str:
    """Return what differs as a sentence: added 2 events and 1 claim; changed 1 country."""
    parts = []
    for way in _WAYS:
        named = [counted(count, kind) for (kind, how), count in sorted(counts.items()) if how == way]
        if named:
            listed = " and ".join(filter(None, (", ".join(named[:-1]), named[-1])))
            parts.append(f"{way} {listed}")
    return "; ".join(parts) or "no difference"


@command.command("check")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--report", "report_file", metavar="FILE", help="Write a SHACL report as Turtle.")
@output_options("table", "json", "jsonl", "csv")
@click.pass_context
def check(ctx: click.Context, file: Path, report_file: str | None, form: str | None, output: str) -> None:
    """Check a sorted dump (N-Quads or N-Triples, also packed) by the shapes. Ends with 1 when something is wrong.

    The first 10,000 findings are listed; a report has all, however many.

    \b
    Examples:
      kg rdf check graph.nq
      kg rdf check graph.nq.zst --report findings.ttl
    """
    from kg.load.garbage import rare_collections
    from kg.rdf.check import check as check_dump
    from kg.rdf.report import open_report

    shown, count = [], 0
    report = open_report(Path(report_file)) if report_file else nullcontext()
    with report as add, rare_collections():  # a graph of rdflib is all in use until the next
        for count, one in enumerate(check_dump(file), 1):
            if add is not None:
                add(one)
            if count <= _MOST_SHOWN:
                shown.append((one.node, one.path, one.value, one.message))
    if count or form:
        emit(table_of(("node", "property", "value", "finding"), shown), form, output)
    rest = f"; the first {_MOST_SHOWN:,} are listed, and --report FILE has all" if count > _MOST_SHOWN else ""
    click.echo(f"{counted(count, 'finding')}{rest}" if count else "nothing is wrong", err=True)
    ctx.exit(1 if count else 0)
