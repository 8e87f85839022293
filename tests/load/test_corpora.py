"""The real volume: all texts of the corpora, into the embedded engine and into Neo4j, through the command."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from tests.cli.command import kg
from tests.servers.real_engine import RealEngine, Servers, make_engine

_MOST_MEMORY_KB = 600_000
_LOAD = """
import json, resource, sys
from kg.cli import main
try:
    main()
finally:
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)
"""


@pytest.mark.long
def test_all_texts_on_both_engines(shared: Path, servers: Servers, tmp_path: Path) -> None:
    corpora = sorted(str(file) for file in (shared / "corpora").glob("*.jsonl.gz"))
    counts = {}
    for name in ("embedded", "neo4j-5.26"):
        engine = make_engine(name, servers, tmp_path)
        first, memory, seconds = load(engine, corpora, tmp_path)
        print(f"{name}: {first['sources']['new'] / seconds:,.0f} texts/s, {memory / 1024:,.0f} MB, {first}")
        assert first["sources"]["new"] > 9_000
        assert memory < _MOST_MEMORY_KB
        again, _, _ = load(engine, corpora, tmp_path)
        assert again["written"] == {}
        assert kg("verify", where=tmp_path, environment=engine.environment, timeout=900).status == 0
        status = kg("status", "--format", "json", where=tmp_path, environment=engine.environment, timeout=300).rows()
        counts[name] = {row["name"]: row["value"] for row in status if row["what"] in ("label", "relationship")}
    assert counts["embedded"] == counts["neo4j-5.26"]


def _without_addresses() -> dict[str, str]:
    return {key: value for key, value in os.environ.items() if not key.startswith(("KG_", "NEO4J_"))}


def load(engine: RealEngine, inputs: list[str], where: Path) -> tuple[dict[str, Any], int, float]:
    """Load through the command; return its report, its peak memory in kilobytes, and the seconds it took."""
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", _LOAD, "load", *inputs, "--format", "json"], cwd=where, capture_output=True, text=True,
        env={**_without_addresses(), **engine.environment}, timeout=3_000, check=True,
    )  # fmt: skip
    return json.loads(done.stdout), int(done.stderr.strip().splitlines()[-1]), time.perf_counter() - start
