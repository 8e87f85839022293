"""What a load will add to a graph is seen from its files, so that an embedded engine has the memory for it."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest

from kg.cli.to_come import megabytes_to_come
from kg.model import Source


def _source(kind: Literal["article", "readout", "record"]) -> Source:
    return Source("source-1", kind, "one", "text", "test")


def _sparse(path: Path, megabytes: int) -> Path:
    with path.open("wb") as file:
        file.truncate(megabytes << 20)
    return path


@pytest.mark.parametrize(
    ("name", "kind", "megabytes"),
    [
        ("rows.tsv", "record", 300),
        ("rows.csv.gz", "record", 1_800),
        ("ROWS.ZIP", "record", 1_800),
        ("texts.jsonl", "article", 60),
        ("texts.jsonl.zst", "readout", 360),
    ],
)
def test_rows_become_more_than_texts_and_packed_files_hold_more(
    name: str, kind: Literal["article", "readout", "record"], megabytes: int, tmp_path: Path
) -> None:
    assert megabytes_to_come([str(_sparse(tmp_path / name, 10))], _source(kind)) == megabytes


def test_a_folder_counts_with_all_its_files(tmp_path: Path) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    _sparse(tmp_path / "a.txt", 5)
    _sparse(inside / "b.txt", 5)
    assert megabytes_to_come([str(tmp_path)], _source("article")) == 60


def test_a_page_a_pipe_and_nothing_are_not_known() -> None:
    assert megabytes_to_come(["https://example.org/page", "-"], _source("article")) == 0
    assert megabytes_to_come(["-"], None) == 0
