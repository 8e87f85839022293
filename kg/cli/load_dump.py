"""``kg load dump.nq``: a dump read back into an empty graph."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import click

from kg.counted import counted
from kg.graph import open_graph

DUMP_ENDINGS = (".nq", ".nq.gz", ".nq.zst")


def restore_dump(inputs: Sequence[str], uri: str | None, form: str) -> None:
    """Read one dump into the graph and say how many nodes it had.

    Raises:
        UsageError: there are other inputs beside it, or it is no file.
        BrokenDumpError: it cannot be read to its end.
        NotEmptyError: there is something in the graph.
    """
    from kg.rdf.restore import restore

    if len(inputs) > 1:
        raise click.UsageError("a dump is loaded alone")
    if not Path(inputs[0]).is_file():
        raise click.UsageError(f"no file {inputs[0]}")
    with open_graph(uri) as graph:
        count = restore(Path(inputs[0]), graph.engine)
    click.echo(json.dumps({"nodes": count}) if form == "json" else f"{counted(count, 'node')} read from {inputs[0]}")
