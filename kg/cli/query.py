"""``kg query``."""

from __future__ import annotations

import click

from kg.cli.complete import QueryCommand, complete_name
from kg.cli.options import output_options, uri_option
from kg.cli.output import emit, table_of
from kg.graph import open_graph
from queries import Query, families, find_query, run

_CONTEXT = {"ignore_unknown_options": True, "allow_extra_args": True, "help_option_names": []}


@click.command("query", cls=QueryCommand, context_settings=_CONTEXT, add_help_option=False)
@click.argument("name", required=False, shell_complete=complete_name)
@click.option("-h", "--help", "wants_help", is_flag=True, help="Explain this command, or the named query.")
@click.option("--timeout", default=60.0, show_default=True, help="Seconds the query may take.")
@uri_option
@output_options("table", "json", "jsonl", "csv", "parquet", "arrow")
@click.pass_context
def command(
    ctx: click.Context,
    name: str | None,
    wants_help: bool,
    timeout: float,
    uri: str | None,
    form: str | None,
    output: str,
) -> None:
    """Run a named query with its parameters; alone, list the queries.

    \b
    Examples:
      kg query                                   list them
      kg query contacts --help                   what it asks, its parameters and columns
      kg query contacts --a Russia --b USA --since 2024
      kg query country-timeline --country Kenya --format csv -o kenya.csv
    """
    if name is None:
        _explain_command(ctx) if wants_help else _list(form, output)
        return
    query = find_query(name)
    if wants_help:
        click.echo(explain(query))
        return
    parameters = _parameters(query, ctx.args)
    with open_graph(uri, create=False) as graph:
        table = run(graph.engine, name, timeout=timeout, **parameters)
    emit(table, form, output)
    if not len(table):
        click.echo(
            "no rows: widen the dates, or try --fuzzy possible and --status any where the query has them", err=True
        )


def explain(query: Query) -> str:
    """Return what a query asks, its parameters, its columns and an example, as lines for a person."""
    lines = [f"{query.name}: {query.title}", "", f"  {query.description}"]
    lines += [f"  It reads {query.cost}: that takes longer in a larger graph."] if query.cost else []
    lines += ["", "Parameters:"]
    for one in query.parameters:
        note = "required" if one.required else f"default {one.default}" if one.default else "optional"
        lines.append(f"  --{one.name.replace('_', '-'):<14} {one.type:<10} {one.meaning} [{note}]")
    lines += ["", "Columns:", *(f"  {one.name:<16} {one.type:<8} {one.meaning}" for one in query.columns)]
    shown = " ".join(f"--{key.replace('_', '-')} {_quoted(value)}" for key, value in query.example.items())
    return "\n".join([*lines, "", "Example:", f"  kg query {query.name} {shown}".rstrip()])


def _explain_command(ctx: click.Context) -> None:
    click.echo(ctx.get_help())


def _list(form: str | None, output: str) -> None:
    rows = [(family, query.name, query.title) for family, found in families().items() for query in found]
    emit(table_of(("family", "query", "what it asks"), rows), form, output)


def _parameters(query: Query, arguments: list[str]) -> dict[str, object]:
    """Read ``--name value`` and ``--name=value``; the query says which names it has."""
    found: dict[str, object] = {}
    rest = list(arguments)
    while rest:
        word = rest.pop(0)
        if not word.startswith("--"):
            raise click.UsageError(
                f"unexpected {word!r}: parameters are written --name value; see kg query {query.name} --help"
            )
        name, equals, value = word[2:].partition("=")
        if not equals:
            if not rest:
                raise click.UsageError(f"--{name} needs a value")
            value = rest.pop(0)
        found[name.replace("-", "_")] = value
    return found


def _quoted(value: str) -> str:
    return f'"{value}"' if " " in value else value
