"""Files that expand beyond reason, for each loader: refused in a line, and memory stays where it was."""

from __future__ import annotations

import tracemalloc
from pathlib import Path

import pytest

from kg.model import Reject
from loaders.reading import read_all
from tests.cli.command import kg
from tests.loaders.datasets.bombs import BOMBS, zipped
from tests.loaders.datasets.inputs import LOADERS, Sample, sample_of

_MOST_MB = 80
"""A document of JSON may be 16 MB: as pieces, as bytes and as text it is held four times for a moment."""


@pytest.mark.parametrize("name", LOADERS)
def test_whatever_expands_is_refused_in_bounded_memory(name: str, shared: Path, tmp_path: Path) -> None:
    sample = sample_of(name, shared, tmp_path)
    for kind, make in BOMBS.items():
        bomb = tmp_path / f"{name}.{kind}"
        bomb.write_bytes(make(sample.file.read_bytes()[:6_000]))
        refused, most = read(bomb, sample, name)
        assert (kind, refused.reason in ("too-large", "unreadable"), "\n" in refused.detail) == (kind, True, False)
        assert most < _MOST_MB * 2**20, f"{kind}: {most:,} bytes"


def read(bomb: Path, sample: Sample, name: str) -> tuple[Reject, int]:
    """Return why it was refused, and the most bytes that were held."""
    tracemalloc.start()
    try:
        *_, refused = (one for one in read_all([str(bomb)], sample.options, loader=name) if isinstance(one, Reject))
        return refused, tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("name", ["gdelt-events", "icews"])
def test_the_command_says_so_in_one_line(name: str, tmp_path: Path) -> None:
    (tmp_path / "bomb.zip").write_bytes(zipped(b""))
    done = kg("load", "bomb.zip", "--as", name, where=tmp_path)
    assert done.status == 2
    (line,) = [line for line in done.err.splitlines() if "bomb.zip" in line]
    assert line.endswith("it expands more than 200-fold; unpack it yourself if you trust it")
