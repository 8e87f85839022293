"""A disk that fills up in the middle of a load: one clear line, and every batch that was written is whole."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.graph import open_graph
from kg.load.run import Clock, Watcher
from kg.store.room import DiskFullError
from tests.bench.synthetic import history

CLOCK = Clock("2025-01-01T00:00:00Z")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of its own with little room."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if os.geteuid() != 0 or not shutil.which("mount"):
        pytest.skip("needs root and mount, to make a small disk")
    mount = ["mount", "-t", "tmpfs", "-o", "size=128m", "tmpfs", str(folder)]
    done = subprocess.run(mount, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"this machine does not let a small disk be mounted: {done.stderr.strip()}")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def test_a_disk_that_fills_up(small_disk: Path) -> None:
    uri = str(small_disk / "graph")
    with open_graph(uri) as graph, pytest.raises(DiskFullError, match="what was is whole"):
        graph.load_readings(history(20_000), inputs=["synthetic"], clock=CLOCK, watcher=Watcher())
    with open_graph(uri, create=False) as graph:
        found = graph.verify()
        assert found.sources > 0
        assert not found.faults
