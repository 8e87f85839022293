"""Parquet: what kg extract writes comes back as it was; tables of texts are read like JSON lines, no others."""

from __future__ import annotations

import json
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from kg.model import Found, Reading, Reject, Source
from loaders.contract import Item
from loaders.parquet import write_readings
from loaders.reading import read_all
from loaders.texts import read_texts_with
from tests.gold.assemble import own_articles

ARTICLES = [
    {name: value for name, value in article.items() if isinstance(value, str)} for article in own_articles()[:9]
]


def read(file: Path) -> list[Item]:
    return list(read_all([str(file)]))


def write(file: Path, rows: list[dict[str, object]]) -> Path:
    pq.write_table(pa.Table.from_pylist(rows), file, row_group_size=4)
    return file


def readings(folder: Path) -> list[Found]:
    """What nine texts and a line that is none say."""
    file = folder / "in.jsonl"
    file.write_text("\n".join([json.dumps(ARTICLES[0]), "{", *map(json.dumps, ARTICLES[1:])]), encoding="utf-8")
    return list(read_texts_with("rules", read_all([str(file)])))


def test_what_is_written_comes_back_and_the_same_has_the_same_bytes(tmp_path: Path) -> None:
    found = readings(tmp_path)
    assert sum(isinstance(one, Reading) and bool(one.claims) for one in found) > 4
    for name in ("one.parquet", "two.parquet"):
        write_readings(found, tmp_path / name)
    assert read(tmp_path / "one.parquet") == found
    assert (tmp_path / "one.parquet").read_bytes() == (tmp_path / "two.parquet").read_bytes()


def test_a_table_of_texts_is_read_like_json_lines(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text("\n".join(map(json.dumps, ARTICLES)), encoding="utf-8")
    lines, table = read(tmp_path / "in.jsonl"), read(write(tmp_path / "in.parquet", [dict(one) for one in ARTICLES]))
    assert [one.id for one in table if isinstance(one, Source)] == [one.id for one in lines if isinstance(one, Source)]
    (text,) = read(write(tmp_path / "one.parquet", [{"text": "They met.", "size": 9}]))
    assert isinstance(text, Source)
    assert (text.key, text.loader) == ("one:1", "parquet")


def test_what_is_no_such_table_is_refused(tmp_path: Path) -> None:
    whole = write(tmp_path / "in.parquet", [dict(one) for one in ARTICLES]).read_bytes()
    (tmp_path / "cut.parquet").write_bytes(whole[:-40])
    write(tmp_path / "other.parquet", [{"a": 1}])
    write(tmp_path / "odd.parquet", [{"id": 5, "text": "x", "claims": [1], "left": None}])
    write(tmp_path / "empty.parquet", [{"id": "a", "text": " "}])
    reasons = {name: _reason(read(tmp_path / f"{name}.parquet")) for name in ("cut", "other", "odd", "empty")}
    assert reasons == {"cut": "unreadable", "other": "bad-record", "odd": "bad-record", "empty": "bad-record"}


def _reason(items: list[Item]) -> str:
    (reject,) = items
    assert isinstance(reject, Reject)
    assert "\n" not in reject.detail
    return reject.reason
