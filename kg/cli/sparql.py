"""``kg sparql``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from kg.cli.options import output_options, uri_option
from kg.cli.output import emit, table_of
from kg.cli.rdf_filters import filter_options
from kg.graph import open_graph


@click.command("sparql")
@click.argument("question", metavar="QUERY|FILE")
@click.option("--dump", "dump_file", type=click.Path(path_type=Path), help="Ask a dump instead of the graph.")
@filter_options
@uri_option
@output_options("table", "json", "jsonl", "csv")
def command(question: str, dump_file: Path | None, uri: str | None, form: str | None, output: str, **part: Any) -> None:
    """Ask the graph, a part of it or a dump in SPARQL. What is asked is read into memory; prefixes are known.

    \b
    Examples:
      kg sparql "SELECT ?title WHERE { ?e a kg:Meeting ; skos:prefLabel ?title }" --since 2025
      kg sparql question.rq --dump graph.nq.zst
    """
    from kg.rdf import DEFAULT_BASE, dump
    from kg.rdf.asking import ask, store_of
    from kg.rdf.check import base_of
    from kg.rdf.reading import lines_in
    from kg.rdf.selection import choose

    file = Path(question) if question.endswith(".rq") else None
    if file is not None and not file.is_file():
        raise click.UsageError(f"no file {question}")
    text = file.read_text(encoding="utf-8") if file else question
    if dump_file is not None:
        store, base = store_of(lines_in(dump_file)), base_of(dump_file)
    else:
        base = DEFAULT_BASE
        with open_graph(uri, create=False) as graph:
            store = store_of(dump(graph.engine, selection=choose(graph.engine, **part)))
    columns, rows = ask(store, text, base)
    emit(table_of(columns, rows), form, output)
