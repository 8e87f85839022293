"""``kg rdf``: what is done with dumps."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import click

from kg.cli.options import output_options
from kg.cli.output import emit, table_of, write_bytes


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
    ways = ("added", "removed", "changed")
    rows = [(kind, *(str(counts[kind, how]) for how in ways)) for kind in sorted({one.kind for one in changes})]
    emit(table_of(("kind", *ways), rows), form, output)
    totals = Counter(one.how for one in changes)
    said = ", ".join(f"{totals[how]:,} {how}" for how in ways if totals[how])
    click.echo(said or "no difference", err=True)


@command.command("check")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--report", "report_file", metavar="FILE", help="Write a SHACL report as Turtle.")
@output_options("table", "json", "jsonl", "csv")
@click.pass_context
def check(ctx: click.Context, file: Path, report_file: str | None, form: str | None, output: str) -> None:
    """Check a sorted dump (N-Quads or N-Triples, also packed) by the shapes. Ends with 1 when something is wrong.

    \b
    Examples:
      kg rdf check graph.nq
      kg rdf check graph.nq.zst --report findings.ttl
    """
    from kg.rdf.check import check as check_dump
    from kg.rdf.check import report

    findings = list(check_dump(file))
    if findings or form:
        rows = [(one.node, one.path, one.value, one.message) for one in findings]
        emit(table_of(("node", "property", "value", "finding"), rows), form, output)
    if report_file:
        write_bytes(report(findings).encode("utf-8"), report_file)
    click.echo(f"{len(findings):,} findings" if findings else "nothing is wrong", err=True)
    ctx.exit(1 if findings else 0)
