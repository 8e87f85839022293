"""Texts read by an engine on two workers: the bytes of the file are those of one process."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.cli.command import kg
from tests.gold.assemble import own_articles

ENGINES = ["daft", "ray"]


def write(where: Path) -> None:
    """Write some hundred texts in several groups of rows, one without text and one in another language."""
    rows = [
        {**{name: value for name, value in article.items() if isinstance(value, str)}, "id": f"{article['id']}-{n}"}
        for n in range(12)
        for article in own_articles()
    ]
    rows[7] |= {"text": " "}
    rows[500] |= {"language": "fr"}
    pq.write_table(pa.Table.from_pylist(rows), where / "texts.parquet", row_group_size=100)


@pytest.mark.long
@pytest.mark.parametrize("engine", ENGINES)
def test_an_engine_gives_the_bytes_of_one_process(engine: str, tmp_path: Path) -> None:
    if find_spec(engine) is None or find_spec("daft") is None:
        pytest.skip("needs the extra 'scale'")
    write(tmp_path)
    wanted = ("extract", "texts.parquet", "--format", "parquet", "-o")
    assert kg(*wanted, "one.parquet", where=tmp_path).status == 0
    done = kg(*wanted, "two.parquet", "--engine", engine, "--jobs", "2", where=tmp_path, timeout=600)
    assert done.status == 0, done.err
    assert (tmp_path / "two.parquet").read_bytes() == (tmp_path / "one.parquet").read_bytes()


def test_what_an_engine_cannot_do_is_said_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("They met.", encoding="utf-8")
    for arguments, words in (
        (("--engine", "daft"), "writes --format parquet"),
        (("--format", "parquet"), "name it with -o FILE"),
        (("--format", "parquet", "-o", "nowhere/out.parquet"), "cannot write"),
    ):
        done = kg("extract", "note.txt", *arguments, where=tmp_path)
        assert (done.status, words in done.err, "Traceback" in done.err) == (2, True, False), done.err
