"""``kg cypher``."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click

from kg.cli.options import output_options, uri_option
from kg.cli.output import emit, table_of
from kg.counted import counted
from kg.graph import open_graph
from kg.store.engine import WouldWriteError
from queries.table import as_cell


@click.command("cypher")
@click.argument("text")
@click.option(
    "-p", "--param", "pairs", multiple=True, metavar="NAME=VALUE", help="A parameter; a number or JSON is read as such."
)
@click.option("--write", is_flag=True, help="Let the query write.")
@click.option("--limit", default=10_000, show_default=True, help="At most this many rows.")
@click.option("--timeout", default=60.0, show_default=True, help="Seconds the query may take.")
@uri_option
@output_options("table", "json", "jsonl", "csv")
def command(
    text: str,
    pairs: tuple[str, ...],
    write: bool,
    limit: int,
    timeout: float,
    uri: str | None,
    form: str | None,
    output: str,
) -> None:
    """Run Cypher. It cannot write unless you say --write; values belong in parameters.

    \b
    Examples:
      kg cypher "MATCH (c:Country)-[:TOOK_PART]->(e:Meeting) RETURN c.name, count(e) AS n ORDER BY n DESC LIMIT 10"
      kg cypher 'MATCH (e:Event {status: $s}) RETURN e.title, e.date' -p s=planned --format json
    """
    parameters = dict(_parameter(pair) for pair in pairs)
    with open_graph(uri, create=write) as graph, _what_to_do():
        rows = graph.write(text, parameters) if write else graph.cypher(text, parameters, timeout=timeout, limit=limit)
    emit(table_of(rows.columns, [tuple(as_cell(value) for value in row) for row in rows.rows]), form, output)
    if rows.truncated:
        click.echo(f"only the first {counted(limit, 'row')}: give --limit for more", err=True)


@contextmanager
def _what_to_do() -> Iterator[None]:
    """The store knows no options of a command."""
    try:
        yield
    except WouldWriteError as error:
        raise WouldWriteError(f"{error}: give --write if you mean it") from error


def _parameter(pair: str) -> tuple[str, Any]:
    name, equals, value = pair.partition("=")
    if not equals:
        raise click.BadParameter(f"{pair!r}: write NAME=VALUE", param_hint="--param")
    try:
        return name, json.loads(value)
    except ValueError:
        return name, value
