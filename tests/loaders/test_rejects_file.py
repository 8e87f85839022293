"""The rejects file: written whole or not at all, mended by hand, loaded again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.model import Reject, Source
from loaders.contract import ReadOptions
from loaders.rejects import RejectsFile, RejectsFileError
from tests.loaders.reading_files import TEXT, line, read, read_bytes

BAD = [
    b'{"id": "cut", "text": "The minister of Norw',
    json.dumps({"text": TEXT, "published": "last week"}).encode(),
    b'{"id": "3", "text": "bell \\u0007"}',
    '{"id": "4", "title": "王毅 и Лавров"}'.encode(),
    b'{"id": "5", "text": "C\xf3rdoba"}',
    b'{"id": "6", "text": "half \\ud83d face"}',
]


def rejects_of(folder: Path) -> list[Reject]:
    """Return what is refused of a file with good and bad lines."""
    items = read_bytes(folder, "news.jsonl", line(id="good") + b"\n".join(BAD) + b"\n")
    return [item for item in items if isinstance(item, Reject)]


def write(path: Path, rejects: list[Reject]) -> Path:
    """Write a rejects file."""
    with RejectsFile(path) as file:
        for reject in rejects:
            file.add(reject)
    return path


def test_loading_it_unmended_gives_the_same_rejects(tmp_path: Path) -> None:
    rejects = rejects_of(tmp_path)
    assert len(rejects) == len(BAD)
    again = read(write(tmp_path / "a.rejects.jsonl", rejects))
    assert [(r.where, r.record, r.content, r.loader) for r in again if isinstance(r, Reject)] == [
        (r.where, r.record, r.content, r.loader) for r in rejects
    ]
    assert {r.reason for r in again if isinstance(r, Reject)} == {
        "bad-json", "bad-date", "bad-characters", "bad-record",
    }  # fmt: skip


def test_a_mended_record_is_the_source_it_would_have_been(tmp_path: Path) -> None:
    mended = {"text": TEXT, "published": "2025-03-03"}
    (first,) = (r for r in rejects_of(tmp_path) if r.reason == "bad-date")
    path = write(tmp_path / "a.rejects.jsonl", [first])
    kept = json.loads(path.read_text(encoding="utf-8"))
    kept["content"] = json.dumps(mended)
    path.write_text(json.dumps(kept), encoding="utf-8")
    lines = [line(id="good"), BAD[0] + b"\n", json.dumps(mended).encode() + b"\n"]
    direct = read_bytes(tmp_path, "news.jsonl", b"".join(lines))[2]
    assert isinstance(direct, Source)
    assert direct.key == "news:3"
    assert read(tmp_path / "a.rejects.jsonl", loader="rejects") == [direct]


def test_options_count_when_it_is_loaded_again(tmp_path: Path) -> None:
    refused = [r for r in rejects_of(tmp_path) if r.reason == "encoding"]
    path = write(tmp_path / "a.rejects.jsonl", [Reject("a", "1", "bad-date", "d", '{"text": "A"}', "jsonl")])
    (source,) = read(path, ReadOptions(published="1999"))
    assert isinstance(source, Source)
    assert source.published == "1999"
    assert refused[0].content == '{"id": "5", "text": "C\\xf3rdoba"}'


def test_a_whole_input_that_was_refused_stays_refused_and_is_not_opened(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text(TEXT, encoding="utf-8")
    reject = Reject(str(tmp_path / "secret.txt"), "", "binary", "no text")
    assert read(write(tmp_path / "a.rejects.jsonl", [reject])) == [reject]


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (b'{"where":"a","record":"1","reason":"bad-json","detail":"d","conte', "bad-json"),
        (b'{"where":"a","record":"1","reason":"because","detail":"d"}', "bad-record"),
        (b'{"where":"a","record":1,"reason":"bad-json","detail":"d"}', "bad-record"),
        (b'{"where":"a","record":"1","reason":"bad-json"}', "bad-record"),
        (b'{"where":"a","record":"1","reason":"bad-json","detail":"d","content":"x","loader":"nosuch"}', "bad-record"),
        (b'{"where":"a","record":"1","reason":"bad-json","detail":"d","content":"x","loader":"html"}', "no-article"),
        (b'{"where":"a","record":"x","reason":"bad-json","detail":"d","content":"{","loader":"jsonl"}', "bad-json"),
        (b"[]", "bad-record"),
    ],
)
def test_a_damaged_rejects_file_loses_nothing_silently(tmp_path: Path, bad: bytes, reason: str) -> None:
    good = (
        b'{"where":"a","record":"2","reason":"bad-date","detail":"","content":"{\\"text\\":\\"A\\"}","loader":"jsonl"}'
    )
    items = read_bytes(tmp_path, "a.rejects.jsonl", good + b"\n" + bad + b"\n" + good)
    assert [getattr(item, "reason", "") for item in items] == ["", reason, ""]


def test_any_characters_come_back(tmp_path: Path) -> None:
    reject = Reject("a\u2028b", "", "bad-json", 'quote " and \\', "\x00\x1f \ud83d 😀 \xff\n\r\t", "jsonl")
    path = write(tmp_path / "a.rejects.jsonl", [reject])
    assert len(path.read_bytes().splitlines()) == 1
    assert json.loads(path.read_bytes()) == {name: getattr(reject, name) for name in reject.__struct_fields__}


def test_no_file_is_made_where_nothing_is_rejected(tmp_path: Path) -> None:
    write(tmp_path / "a.rejects.jsonl", [])
    assert list(tmp_path.iterdir()) == []


def test_a_run_may_read_the_file_that_it_replaces(tmp_path: Path) -> None:
    path = write(tmp_path / "a.rejects.jsonl", rejects_of(tmp_path))
    before = path.read_bytes()
    with RejectsFile(path) as file:
        for item in read(path):
            assert isinstance(item, Reject)
            file.add(item)
            assert path.read_bytes() == before
    assert file.count == len(BAD)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.rejects.jsonl", "news.jsonl"]


def test_what_was_rejected_before_an_error_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.rejects.jsonl"
    with pytest.raises(KeyboardInterrupt), RejectsFile(path) as file:
        file.add(Reject("a", "1", "bad-json", "d"))
        raise KeyboardInterrupt
    assert len(path.read_bytes().splitlines()) == 1


def test_a_folder_that_is_not_there_is_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(RejectsFileError, match="cannot be written: No such file"):
        write(tmp_path / "missing" / "a.rejects.jsonl", [Reject("a", "1", "bad-json", "d")])


def test_the_bytes_depend_on_nothing_else(tmp_path: Path) -> None:
    rejects = rejects_of(tmp_path)
    assert write(tmp_path / "a", rejects).read_bytes() == write(tmp_path / "b", rejects).read_bytes()
