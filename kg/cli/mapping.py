"""``kg mapping``."""

from __future__ import annotations

from itertools import islice

import click

from kg.cli.output import write_bytes
from kg.errors import KgError

_ROWS = 200


class NotATableError(KgError):
    """The file is no table in CSV with a header and rows."""


@click.command("mapping")
@click.argument("table")
@click.option("-o", "--output", metavar="FILE", default="-", help="Write to FILE.")
def command(table: str, output: str) -> None:
    """Propose what the columns of a table mean, from its header and first rows.

    Look the proposal over, then load with it.

    \b
    Examples:
      kg mapping visits.csv -o visits.yaml
      kg load visits.csv --mapping visits.yaml
    """
    from kg.model import Reject
    from loaders.contract import ReadOptions
    from loaders.datasets.csv_proposal import propose
    from loaders.datasets.rows import csv_rows
    from loaders.inputs import open_inputs
    from loaders.web_limits import WebLimits

    for opened in open_inputs([table], WebLimits(), lambda _where, _line: None):
        if isinstance(opened, Reject):
            raise NotATableError(f"{table}: {opened.detail}")
        found = islice(csv_rows(opened, ReadOptions(), "csv"), _ROWS)
        rows = [row for row in found if not isinstance(row, Reject)]
        if not rows:
            raise NotATableError(f"{table} has no rows: give a table in CSV with a header")
        write_bytes(propose(list(rows[0].header.places), [row.filled() for row in rows]).encode("utf-8"), output)
        return
