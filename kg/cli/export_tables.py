"""``kg export graphml|gexf|csv|parquet|panel``."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import click

from kg.cli.options import uri_option
from kg.cli.output import OutputError, emit, write_bytes
from kg.graph import open_graph

if TYPE_CHECKING:
    from kg.analysis.columns import GraphTable
    from kg.analysis.network import Fuzzy, Mode
    from kg.store.engine import Engine

_window = (
    click.option("--since", metavar="DATE", help="Only contacts that may have been on this date or later."),
    click.option("--until", metavar="DATE", help="Only contacts that may have been on this date or before."),
)


def _windowed(command: Callable[..., Any]) -> Callable[..., Any]:
    for option in reversed(_window):
        command = option(command)
    return command


def _network_command(name: str, what: str) -> click.Command:
    @click.command(name, help=f"Write the network of held contacts as {what}: for Gephi and the like.")
    @click.option(
        "--mode", type=click.Choice(["sides", "officials", "two-mode"]), default="sides", show_default=True,
        help="Who is joined to whom; two-mode joins officials to events.",
    )  # fmt: skip
    @_windowed
    @click.option(
        "--fuzzy", type=click.Choice(["possible", "certain"]), default="possible", show_default=True,
        help="Contacts whose date may be in the window, or is.",
    )  # fmt: skip
    @click.option("--known-by", metavar="DATE", help="As the graph showed it then, instead of now.")
    @click.option("-o", "--output", metavar="FILE", default="-", help="Write to FILE.")
    @uri_option
    def command(
        mode: Mode, since: str | None, until: str | None, fuzzy: Fuzzy, known_by: str | None, output: str,
        uri: str | None,
    ) -> None:  # fmt: skip
        from kg.analysis import network_files
        from kg.analysis.network import Contacts
        from queries.parameters import moment

        contacts = Contacts(*_days(since, until), fuzzy=fuzzy, known_by=moment(known_by) if known_by else None)
        with open_graph(uri, create=False) as graph:
            content = getattr(network_files, name)(graph.engine, mode, contacts)
        write_bytes(content, output)

    return command


graphml = _network_command("graphml", "GraphML")
gexf = _network_command("gexf", "GEXF with time: an edge is there for the span of each contact")


@click.command("panel")
@click.option("--period", type=click.Choice(["month", "quarter", "year"]), default="month", show_default=True)
@click.option("--side", "sides", multiple=True, metavar="NAME", help="Only pairs of these, and all of them. Repeat it.")
@_windowed
@click.option(
    "--format", "form", type=click.Choice(["csv", "json", "jsonl", "parquet"]), default="csv", show_default=True
)
@click.option("-o", "--output", metavar="FILE", default="-", help="Write to FILE.")
@uri_option
def panel(
    period: str, sides: tuple[str, ...], since: str | None, until: str | None, form: str, output: str, uri: str | None
) -> None:
    """Write one row a pair and period, zeros present: contacts certain and possible, by kind and status, and sources.

    \b
    Examples:
      kg export panel -o panel.csv
      kg export panel --period quarter --side Russia --side China --side India --format parquet -o panel.parquet
    """
    from kg.analysis.panel import Period, contact_panel
    from queries.header import Column
    from queries.named_things import find_side
    from queries.table import Table

    chosen = next(one for one in get_args(Period) if one == period)
    first, last = _days(since, until)
    with open_graph(uri, create=False) as graph:
        codes = [_code(graph.engine, find_side(graph.engine, name)) for name in sides]
        made = contact_panel(graph.engine, chosen, since=first, until=last, sides=codes)
        columns = tuple(Column(name, "text" if at < 3 else "integer", "") for at, name in enumerate(made.columns))
        table = Table(columns, list(made.rows))
    emit(table, form, output)


@click.command("csv")
@click.option("-o", "--output", metavar="FOLDER", required=True, help="A folder that is not there yet.")
@uri_option
def csv(output: str, uri: str | None) -> None:
    """Write tables of nodes and relationships that 'neo4j-admin database import' reads, and the command that does.

    \b
    Example:
      kg export csv -o tables && sh tables/import.sh
    """
    with open_graph(uri, create=False) as graph:
        write_import_files(graph.engine, Path(output))
    click.echo(f"{output}: read import.sh there to make a Neo4j database of it", err=True)


def write_import_files(engine: Engine, target: Path) -> None:
    """Write the tables that ``neo4j-admin database import`` reads into a folder that is not there yet, all or none.

    Raises:
        OutputError: the folder is there, or cannot be written.
    """
    from kg.analysis.tables import csv_lines

    def write(folder: Path, table: GraphTable) -> None:
        _write_lines(folder / f"{table.name}.csv", csv_lines(table))

    _write_tables(engine, target, write)


@click.command("parquet")
@click.option("-o", "--output", metavar="FOLDER", required=True, help="A folder that is not there yet.")
@uri_option
def parquet(output: str, uri: str | None) -> None:
    """Write tables of nodes and relationships as Parquet (needs the extra 'tables').

    \b
    Example:
      kg export parquet -o tables
    """
    from kg.analysis.parquet import write_parquet

    def write(folder: Path, table: GraphTable) -> None:
        write_parquet(folder / f"{table.name}.parquet", table)

    with open_graph(uri, create=False) as graph:
        _write_tables(graph.engine, Path(output), write)


def check_target(target: Path) -> None:
    """Refuse a folder that is there.

    Raises:
        OutputError: it is.
    """
    if target.exists():
        raise OutputError(f"{target} is there already: give a folder that is not, or move it away")


def _write_tables(engine: Engine, target: Path, write: Callable[[Path, GraphTable], None]) -> None:
    from kg.analysis.tables import graph_tables

    with whole_folder(target) as working:
        for table in graph_tables(engine):
            write(working, table)
        write_import_script(working)


@contextmanager
def whole_folder(target: Path) -> Iterator[Path]:
    """Give a folder beside the target, which is renamed when all is in it: all of it is there, or nothing.

    Raises:
        OutputError: the target is there, or cannot be written.
    """
    check_target(target)
    working = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        working.mkdir(parents=True)
        yield working
        working.replace(target)
    except OSError as error:
        raise OutputError(f"cannot write {target}: {error.strerror}") from error
    finally:
        shutil.rmtree(working, ignore_errors=True)


def write_import_script(folder: Path) -> None:
    """Write the script that makes a database of the tables in a folder."""
    from kg.analysis.tables import import_script

    _write_lines(folder / "import.sh", [import_script(sorted(file.name for file in folder.glob("*.csv")))])


def _write_lines(file: Path, lines: Iterable[bytes]) -> None:
    """Write a file; none where there is nothing."""
    found: Iterator[bytes] = iter(lines)
    first = next(found, b"")
    if first:
        with file.open("wb") as target:
            target.write(first)
            target.writelines(found)


def _days(since: str | None, until: str | None) -> tuple[date | None, date | None]:
    from queries.parameters import first_day, last_day

    return first_day(since) if since else None, last_day(until) if until else None


def _code(engine: Engine, key: str) -> str:
    text = "MATCH (s:Country|Organization {id: $id}) RETURN coalesce(s.iso3, s.code)"
    return str(engine.read(text, {"id": key}).rows[0][0])
