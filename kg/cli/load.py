"""``kg load``."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import nullcontext
from datetime import UTC, datetime
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.cli.inputs import read_inputs, text_options
from kg.cli.load_dump import DUMP_ENDINGS, restore_dump
from kg.cli.options import uri_option
from kg.cli.to_come import megabytes_to_come
from kg.errors import KgError
from kg.graph import open_graph
from kg.model import Found, Reading, Reject, Source
from kg.store.interrupts import between_steps

if TYPE_CHECKING:
    from rich.progress import Progress

    from kg.load.report import LoadReport
    from kg.load.run import Clock

_LINES = 5
_HELD = 1_000


class BadClockError(KgError):
    """SOURCE_DATE_EPOCH is not a number of seconds."""


@click.command("load")
@text_options
@uri_option
@click.option(
    "--rejects", default="kg.rejects.jsonl", show_default=True, metavar="FILE", help="Where to keep what was not used."
)
@click.option("--strict", is_flag=True, help="End with 1 when anything was rejected.")
@click.option(
    "--offline-import",
    "offline",
    default="",
    metavar="FOLDER",
    help="Write files for 'neo4j-admin database import' instead: the quickest first load of a Neo4j server.",
)
@click.option("--dry-run", is_flag=True, help="Read and report, write nothing.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json"]),
    default="table",
    show_default=True,
    help="Form of the report.",
)
@click.pass_context
def command(
    ctx: click.Context, /, inputs: tuple[str, ...], loader: str, uri: str | None, rejects: str, strict: bool,
    offline: str, dry_run: bool, form: str, jobs: int,
    **said: Any,
) -> None:  # fmt: skip
    """Read articles or data sets into the graph: files, folders, globs, addresses, or - for standard input.

    Each input is recognised by its content and said what it was taken for. What cannot be used is counted by reason
    and kept in the rejects file, which can be mended and loaded. Loading the same again changes nothing.

    \b
    Examples:
      kg load article.txt --published 2025-02-24
      kg load articles/ news.jsonl.gz https://example.org/readout.html
      kg load corpus.jsonl --uri neo4j://localhost:7687
      kg load graph.nq.zst --uri other-graph    (a dump of kg export rdf, into an empty graph)
      kg load archive.jsonl.gz --jobs 0    (a process a core reads texts)
      cat note.txt | kg load - --published 2024-05
      kg load archive/ --offline-import tables && sh tables/import.sh
    """
    if inputs[0].endswith(DUMP_ENDINGS):
        restore_dump(inputs, uri, form)
        return
    from loaders.rejects import RejectsFile

    found, any_source, first = _look_ahead(read_inputs(inputs, loader, quiet=False, jobs=jobs, apart=True, **said))
    with RejectsFile(Path(rejects)) as kept:
        teller = _Teller(kept.add)
        if offline and any_source:
            report = _load_offline(inputs, Path(offline), teller, found, jobs)
        else:
            dry_run = dry_run or not any_source
            to_come = 0 if dry_run else megabytes_to_come(inputs, first)
            report = _load(inputs, uri, dry_run, teller, found, to_come)
    if kept.count:
        report.rejects_file = rejects
    _print(report, form)
    teller.summary()
    if report.rejected and not report.sources_read:
        ctx.exit(2)
    ctx.exit(1 if strict and report.rejected else 0)


def _look_ahead(found: Iterator[Found]) -> tuple[Iterator[Found], bool, Source | None]:
    """Read up to the first source: where there is none, no graph is opened, let alone made.

    After much that was not used a source is taken for granted, without having been seen.
    """
    held: list[Found] = []
    for item in found:
        held.append(item)
        if isinstance(item, Reading) or len(held) >= _HELD:
            return chain(held, found), True, item.source if isinstance(item, Reading) else None
    return iter(held), False, None


def _load(
    inputs: tuple[str, ...], uri: str | None, dry_run: bool, teller: _Teller, found: Iterable[Found], to_come: int
) -> LoadReport:
    from kg.load.run import Watcher, load
    from loaders.reference import tenure_reading

    watcher = Watcher(reject=teller.reject, progress=teller.progress)
    with (
        between_steps(),
        nullcontext() if dry_run else open_graph(uri, on_wait=teller.say, to_come=to_come) as graph,
        teller,
    ):
        if graph is None:
            return load(found, None, tenure_reading, inputs=_shown(inputs), clock=clock(), watcher=watcher)
        return graph.load_readings(found, inputs=_shown(inputs), clock=clock(), watcher=watcher)


def _load_offline(
    inputs: tuple[str, ...], target: Path, teller: _Teller, found: Iterable[Found], jobs: int
) -> LoadReport:
    """Write the tables of the graph that a load into an empty one would make; no engine is asked for them."""
    from kg.cli.export_tables import whole_folder, write_import_script
    from kg.load.offline.run import load_offline
    from kg.load.run import Watcher
    from loaders.processes import map_apart, process_count
    from loaders.reference import tenure_reading

    count = process_count(jobs)
    mapping = map if count == 1 else partial(map_apart, jobs=count)
    watcher = Watcher(reject=teller.reject, progress=teller.progress)
    with whole_folder(target) as folder, teller:
        report = load_offline(
            found, folder, tenure_reading, inputs=_shown(inputs), clock=clock(), watcher=watcher, mapping=mapping
        )
        write_import_script(folder)
    teller.say(f"{target}: read import.sh there to make a Neo4j database of it")
    return report


def _shown(inputs: tuple[str, ...]) -> list[str]:
    return [Path(one).name if "://" not in one else one for one in inputs]


def clock() -> Clock:
    """Return the clock: the system's, or one moment where SOURCE_DATE_EPOCH (seconds since 1970, UTC) is set.

    Raises:
        BadClockError: SOURCE_DATE_EPOCH is set and no number of seconds.
    """
    from kg.load.run import Clock

    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return Clock()
    try:
        return Clock(datetime.fromtimestamp(int(epoch), UTC).strftime("%Y-%m-%dT%H:%M:%SZ"))
    except (ValueError, OverflowError, OSError) as error:
        raise BadClockError(f"SOURCE_DATE_EPOCH is {epoch!r}: give seconds since 1970, or unset it") from error


def _print(report: LoadReport, form: str) -> None:
    import json

    click.echo(
        json.dumps(report.as_json(), indent=2, ensure_ascii=False) if form == "json" else "\n".join(report.lines())
    )


class _Teller:
    """Tells the person at the terminal: progress there, the first refusals one line each, and how many more."""

    def __init__(self, keep: Callable[[Reject], None]) -> None:
        self._keep = keep
        self._refused = 0
        self._progress: Progress | None = None

    def __enter__(self) -> None:
        if sys.stderr.isatty():
            from rich.console import Console
            from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

            columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
            self._progress = Progress(*columns, console=Console(stderr=True))
            self._progress.start()
            self._progress.add_task("reading")

    def __exit__(self, *_: object) -> None:
        if self._progress is not None:
            self._progress.stop()

    def progress(self, report: LoadReport) -> None:
        """Show how far it is."""
        if self._progress is not None:
            line = f"{report.sources_read:,} sources, {report.claims:,} claims, {report.events:,} events"
            self._progress.update(self._progress.task_ids[0], description=line)

    def say(self, line: str) -> None:
        """Print a remark."""
        click.echo(line, err=True)

    def reject(self, reject: Reject) -> None:
        """Keep what was refused, and say so for the first few."""
        self._keep(reject)
        self._refused += 1
        if self._refused <= _LINES:
            where = f"{reject.where}: {reject.record}" if reject.record else reject.where
            click.echo(f"not used: {where}: {reject.detail or reject.reason}", err=True)

    def summary(self) -> None:
        """Say how many refusals were not printed."""
        if self._refused > _LINES:
            click.echo(f"... and {self._refused - _LINES:,} more not used", err=True)
