"""Texts and tables read by an engine on two workers: the bytes of the file are those of one process."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.bench.long_files import gdelt_rows
from tests.cli.command import kg
from tests.gold.assemble import own_articles
from tests.loaders.datasets.rows import ICEWS_HEADER, icews

ENGINES = ["daft", pytest.param("ray", marks=pytest.mark.long)]
"""Ray takes half a minute to begin."""


def write_texts(where: Path) -> list[str]:
    """Write some hundred texts in several groups of rows, one without text and one in another language."""
    rows = [
        {**{name: value for name, value in article.items() if isinstance(value, str)}, "id": f"{article['id']}-{n}"}
        for n in range(3)
        for article in own_articles()
    ]
    rows[7] |= {"text": " "}
    rows[100] |= {"language": "fr"}
    pq.write_table(pa.Table.from_pylist(rows), where / "texts.parquet", row_group_size=50)
    return ["texts.parquet"]


def write_tables(where: Path) -> list[str]:
    """Write a table of events of several pieces, and one of a single piece with rows that are refused."""
    with (where / "events.CSV").open("wb") as file:
        file.writelines(gdelt_rows(26_000))
    refused = icews(3, "046", ("A", "Atlantis"), ("B", "Peru"))
    rows = [ICEWS_HEADER, icews(1, "046", ("A", "France"), ("B", "Peru")), refused]
    (where / "icews.tab").write_text("\n".join(rows), encoding="utf-8")
    return ["events.CSV", "icews.tab"]


@pytest.mark.parametrize("write", [write_texts, write_tables])
@pytest.mark.parametrize("engine", ENGINES)
def test_an_engine_gives_the_bytes_of_one_process(
    engine: str, write: Callable[[Path], list[str]], tmp_path: Path
) -> None:
    wanted = ("extract", *write(tmp_path), "--format", "parquet", "-o")
    assert kg(*wanted, "one.parquet", where=tmp_path).status == 0
    done = kg(*wanted, "two.parquet", "--engine", engine, "--jobs", "2", where=tmp_path, timeout=600)
    assert done.status == 0, done.err
    assert (tmp_path / "two.parquet").read_bytes() == (tmp_path / "one.parquet").read_bytes()
    assert pq.read_metadata(tmp_path / "two.parquet").num_rows > 100
    assert [file.name for file in tmp_path.iterdir() if "piece" in file.name or "part" in file.name] == []


def test_what_an_engine_cannot_do_is_said_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("They met.", encoding="utf-8")
    for arguments, words in (
        (("--engine", "daft"), "writes --format parquet"),
        (("--engine", "daft", "--format", "parquet", "-o", "out.parquet"), "give articles as Parquet"),
        (("--format", "parquet"), "name it with -o FILE"),
        (("--format", "parquet", "-o", "nowhere/out.parquet"), "cannot write"),
    ):
        done = kg("extract", "note.txt", *arguments, where=tmp_path)
        assert (done.status, words in done.err, "Traceback" in done.err) == (2, True, False), done.err
