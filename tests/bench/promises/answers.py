"""The answers of every named query on a large graph, each as a digest: the same on every engine that has the graph."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from queries import BadParameterError, query_names, run
from tests.bench.named_queries import example_of
from tests.bench.promises.ground import WITHIN, Large, hold

_MOMENTS = frozenset({"recorded", "withdrawn", "at", "known"})
"""Columns that tell when something was loaded: two graphs of the same rows differ in them alone."""


def one_query_text(large: Large, beside: Path | None) -> str:
    """Promise 12: each query's rows, kept in a file, or compared with those that another engine's graph gave."""
    found = {name: _answer(large, name) for name in query_names()}
    if beside is not None and beside.exists():
        hold("answers", found, json.loads(beside.read_text(encoding="ascii")))
        return f"{len(found)} queries give the same rows as {beside}"
    if beside is not None:
        beside.write_text(json.dumps(found, indent=1) + "\n", encoding="ascii")
    return f"{len(found)} queries answered" + (f", kept in {beside} for the other engine" if beside else "")


def _answer(large: Large, name: str) -> str:
    try:
        table = run(large.graph.engine, name, timeout=WITHIN, **example_of(large.graph.engine, name))
    except BadParameterError as error:
        return str(error)
    rows = [{key: value for key, value in row.items() if key not in _MOMENTS} for row in table]
    text = json.dumps(rows, default=str, sort_keys=True, ensure_ascii=False)
    return f"{len(rows)} rows, {hashlib.sha256(text.encode()).hexdigest()[:16]}"
