"""``kg extract``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import click
import msgspec

from kg.cli.inputs import read_inputs, text_options
from kg.cli.output import table_of, write_bytes, write_chunks
from kg.model import Reject, RowsRead
from queries.table import Cell


@click.command("extract")
@text_options
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", "jsonl", "csv", "parquet"]),
    default="jsonl",
    show_default=True,
    help="parquet: all claims, with their sources, for 'kg load'.",
)
@click.option(
    "--engine",
    type=click.Choice(["local", "daft", "ray"]),
    default="local",
    show_default=True,
    help="Who maps the reading over Parquet of texts and over tables; see the page on loading.",
)
@click.option("--explain", is_flag=True, help="Show why: claims marked in their sentences, and what was refused.")
@click.option("-o", "--output", metavar="FILE", default="-", help="Write to FILE; with --explain an HTML page.")
def command(
    inputs: tuple[str, ...], loader: str, form: str, extractor: str, jobs: int, engine: str, explain: bool,
    output: str, **said: Any
) -> None:  # fmt: skip
    """Read texts and print what they say, without any store: one JSON object a source.

    \b
    Examples:
      kg extract article.txt --published 2025-02-24
      kg extract news.jsonl.gz --format jsonl -o events.jsonl
      kg extract archive.jsonl.gz --jobs 0 -o events.jsonl    (a process a core)
      kg extract archive.parquet --format parquet -o claims.parquet --engine daft --jobs 4
      kg extract 2024/*.export.CSV.zip --format parquet -o claims.parquet --engine ray
      kg extract articles/ --format table
      kg extract article.txt --explain
      kg extract articles/ --explain -o why.html
    """
    from kg.consolidate.summary import summarise

    if form == "parquet":
        from kg.cli.extract_parquet import write_parquet

        write_parquet(inputs, output, engine, loader=loader, extractor=extractor, jobs=jobs, **said)
        return
    if engine != "local":
        raise click.UsageError("--engine writes --format parquet")
    found = read_inputs(inputs, loader, quiet=True, extractor=extractor, jobs=1 if explain else jobs, **said)
    if explain:
        _explain(_readings(found), extractor, output)
        return
    summaries = (summarise(item) for item in _readings(found))
    if form == "jsonl" and output == "-":
        for summary in summaries:
            click.echo(msgspec.json.encode(summary).decode())
        return
    if form == "jsonl":
        write_chunks((msgspec.json.encode(one) + b"\n" for one in summaries), output)
    else:
        write_bytes(_as_bytes(list(summaries), form), output)


def _explain(readings: Iterator[Any], name: str, output: str) -> None:
    """Print the explanations as they come, or write them as a page."""
    from kg.cli.explain_page import page
    from kg.cli.explain_text import lines
    from loaders.extractors import extractor_named

    extractor = extractor_named(name)
    again = getattr(extractor, "explain", lambda source: (extractor.extract(source), ()))
    explained = (again(reading.source) if reading.source.text else (reading, ()) for reading in readings)
    if output != "-":
        write_bytes(page(explained).encode(), output)
        return
    for reading, refused in explained:
        for line in lines(reading, refused):
            click.echo(line)


def _readings(found: Any) -> Iterator[Any]:
    for item in found:
        if isinstance(item, Reject):
            where = f"{item.where}: {item.record}" if item.record else item.where
            click.echo(f"not used: {where}: {item.detail or item.reason}", err=True)
        elif not isinstance(item, RowsRead):
            yield item


def _as_bytes(summaries: list[dict[str, Any]], form: str) -> bytes:
    if form == "json":
        return msgspec.json.format(msgspec.json.encode(summaries), indent=1) + b"\n"
    return _table(summaries, form)


def _table(summaries: list[dict[str, Any]], form: str) -> bytes:
    import shutil

    from queries.rendering import render

    columns = ("source", "kind", "status", "date", "place", "sides", "participants", "topics")
    rows: list[tuple[Cell, ...]] = [
        (
            summary["id"], event["kind"], event["status"], event["date"],
            (event["place"] or {}).get("city") or (event["place"] or {}).get("country_iso3"),
            " ".join(event["countries"]), "; ".join(p["name"] for p in event["participants"] if p["name"]),
            " ".join(event["topics"]),
        )
        for summary in summaries
        for event in summary["events"]
    ]  # fmt: skip
    width = shutil.get_terminal_size((120, 40)).columns
    return render(table_of(columns, rows), "csv" if form == "csv" else "table", width=width)
