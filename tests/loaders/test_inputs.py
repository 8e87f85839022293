"""What a user may name: files, folders, patterns, standard input, compressed files and archives."""

from __future__ import annotations

import bz2
import gzip
import io
import os
import random
import sys
import threading
import zipfile
import zlib
from pathlib import Path

import pytest

from kg.model import Reject, Source
from loaders.errors import NoSuchInputError
from loaders.reading import read_all
from tests.loaders.reading_files import TEXT, line, one_reject, one_source, read, read_bytes


def zipped(files: dict[str, bytes]) -> bytes:
    """Return a zip archive of these files."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def make_tree(folder: Path, *names: str) -> None:
    """Write a text under each of these names."""
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TEXT, encoding="utf-8")


def keys(*typed: Path | str) -> list[str]:
    """Return the keys of what these words stand for, in order."""
    return [item.key for item in read_all([str(word) for word in typed]) if isinstance(item, Source)]


def test_a_folder_is_walked_in_the_order_of_names_without_hidden_files(tmp_path: Path) -> None:
    make_tree(tmp_path, "b/z.txt", "b/a.txt", "a.txt", "c.txt", "B.txt", ".hidden.txt", ".git/x.txt", "é.txt")
    assert keys(tmp_path) == ["B", "a", "a", "z", "c", "é"]


def test_what_kg_wrote_itself_is_no_source_of_a_folder(tmp_path: Path) -> None:
    make_tree(tmp_path, "a.txt", "graph.nq", "kg-data/kg-graph.json", "kg-data/db/names.json")
    found = list(read_all([str(tmp_path)]))
    assert [item.key for item in found if isinstance(item, Source)] == ["a"]
    refused = [(Path(item.where).name, item.reason) for item in found if isinstance(item, Reject)]
    assert refused == [("graph.nq", "a-graph"), ("kg-data", "a-graph")]


def test_a_damaged_archive_with_a_file_without_name_is_read_on(tmp_path: Path) -> None:
    """What stands before a null byte is all that there is of a name."""
    archive = tmp_path / "a.zip"
    archive.write_bytes(zipped({"lost.txt": TEXT.encode(), "kept.txt": TEXT.encode()}).replace(b"lost", b"\0ost"))
    assert keys(archive) == ["", "kept"]


def test_words_keep_their_order(tmp_path: Path) -> None:
    make_tree(tmp_path, "a.txt", "b.txt")
    assert keys(tmp_path / "b.txt", tmp_path / "a.txt") == ["b", "a"]


def test_patterns_are_expanded_in_order(tmp_path: Path) -> None:
    make_tree(tmp_path, "b.txt", "a.txt", "c.md", "deep/er/d.txt")
    assert keys(tmp_path / "*.txt") == ["a", "b"]
    assert keys(tmp_path / "**" / "d.txt") == ["d"]


def test_a_file_with_the_letters_of_a_pattern_is_that_file(tmp_path: Path) -> None:
    make_tree(tmp_path, "a[1].txt", "a1.txt")
    assert keys(tmp_path / "a[1].txt") == ["a[1]"]


def test_links_to_folders_are_not_followed(tmp_path: Path) -> None:
    make_tree(tmp_path, "a/one.txt")
    (tmp_path / "a" / "round").symlink_to(tmp_path)
    assert keys(tmp_path) == ["one"]


@pytest.mark.parametrize("word", ["missing.txt", "missing/*.txt", "", "\x00", "a" * 5_000])
def test_what_is_not_there_is_wrong_use_before_anything_is_read(tmp_path: Path, word: str) -> None:
    make_tree(tmp_path, "a.txt")
    items = read_all([str(tmp_path / "a.txt"), word])
    with pytest.raises(NoSuchInputError) as caught:
        next(items)
    assert "\n" not in str(caught.value)


def test_a_link_to_nothing_inside_a_folder_is_rejected(tmp_path: Path) -> None:
    make_tree(tmp_path, "b.txt")
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone")
    items = read(tmp_path)
    assert [getattr(item, "reason", "") for item in items] == ["not-found", ""]


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_without_permission_is_rejected(tmp_path: Path) -> None:
    make_tree(tmp_path, "a.txt")
    (tmp_path / "a.txt").chmod(0)
    reject = one_reject(read(tmp_path / "a.txt"))
    assert (reject.reason, "Permission" in reject.detail) == ("unreadable", True)


def test_a_device_is_rejected() -> None:
    assert one_reject(read("/dev/zero")).reason == "unreadable"


def test_a_named_pipe_is_read(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    writer = threading.Thread(target=lambda: pipe.write_text(TEXT, encoding="utf-8"))
    writer.start()
    assert one_source(read(pipe)).text == TEXT
    writer.join()


@pytest.mark.parametrize(
    ("data", "key", "loader"),
    [
        (TEXT.encode(), "-", "text"),
        (line(id="x"), "x", "jsonl"),
        (gzip.compress(line(id="x")), "x", "jsonl"),
        (zipped({"a.jsonl": line(id="x")}), "x", "jsonl"),
    ],
)
def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch, data: bytes, key: str, loader: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    source = one_source(read("-"))
    assert (source.key, source.loader) == (key, loader)


@pytest.mark.parametrize(
    ("suffix", "data"),
    [
        ("gz", gzip.compress(TEXT.encode())),
        ("gz", gzip.compress(TEXT[:50].encode()) + gzip.compress(TEXT[50:].encode())),
        ("gz", gzip.compress(gzip.compress(TEXT.encode()))),
        ("bz2", bz2.compress(TEXT.encode())),
        ("no-suffix-at-all", gzip.compress(TEXT.encode())),
    ],
)
def test_compression_is_told_by_content(tmp_path: Path, suffix: str, data: bytes) -> None:
    assert one_source(read_bytes(tmp_path, f"oslo.txt.{suffix}", data)).text == TEXT


def test_a_compressed_file_gives_the_same_source_as_the_plain_one(tmp_path: Path) -> None:
    plain = one_source(read_bytes(tmp_path, "oslo.txt", TEXT.encode()))
    assert one_source(read_bytes(tmp_path, "oslo.txt.gz", gzip.compress(TEXT.encode()))) == plain
    assert one_source(read_bytes(tmp_path, "oslo.txt.bz2", bz2.compress(TEXT.encode()))) == plain
    assert one_source(read_bytes(tmp_path, "a.zip", zipped({"oslo.txt": TEXT.encode()}))) == plain


def test_zstandard_is_read(tmp_path: Path) -> None:
    zstd = pytest.importorskip("backports.zstd", reason="backports.zstd is not installed")
    data = zstd.compress(TEXT.encode())
    assert one_source(read_bytes(tmp_path, "oslo.txt.zst", data + data)).text == TEXT + TEXT
    assert one_reject(read_bytes(tmp_path, "cut.zst", data[:-5])).reason == "unreadable"
    bomb = zstd.compress(bytes(100 * 2**20))
    assert one_reject(read_bytes(tmp_path, "a.jsonl.zst", bomb)).reason == "too-large"


def test_what_stands_before_the_damage_is_kept(tmp_path: Path) -> None:
    lines = b"".join(line(id=str(number), noise=os.urandom(50).hex()) for number in range(2_000))
    items = read_bytes(tmp_path, "a.jsonl.gz", gzip.compress(lines)[:-20])
    assert len(items) > 500
    assert all(isinstance(item, Source) for item in items[:-1])
    last = items[-1]
    assert isinstance(last, Reject)
    assert (last.reason, last.record) == ("unreadable", "")


@pytest.mark.parametrize(
    "data",
    [
        b"\x1f\x8b" + bytes(50),
        gzip.compress(TEXT.encode())[:30],
        gzip.compress(TEXT.encode())[:-8] + bytes(8),
        gzip.compress(TEXT.encode()) + b"and then something else",
        b"BZh9" + bytes(50),
        bz2.compress(TEXT.encode())[:-10],
        b"PK\x03\x04" + bytes(50),
        zipped({"a.txt": TEXT.encode()})[:-30],
    ],
)
def test_damaged_compression_is_refused(tmp_path: Path, data: bytes) -> None:
    items = read_bytes(tmp_path, "a.txt", data)
    assert [getattr(item, "reason", "") for item in items] == ["unreadable"]


def test_four_layers_of_compression_are_refused(tmp_path: Path) -> None:
    data = TEXT.encode()
    for _ in range(4):
        data = gzip.compress(data)
    assert one_reject(read_bytes(tmp_path, "a.gz", data)).reason == "unreadable"


def bomb(megabytes: int) -> bytes:
    """Return a gzip file that expands a thousandfold."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    return b"".join(packer.compress(bytes(2**20)) for _ in range(megabytes)) + packer.flush()


def test_bombs_are_refused_soon(tmp_path: Path) -> None:
    assert one_reject(read_bytes(tmp_path, "a.jsonl.gz", bomb(80))).reason == "too-large"
    assert one_reject(read_bytes(tmp_path, "a.jsonl.gz", gzip.compress(bomb(80)))).reason == "too-large"
    assert one_reject(read_bytes(tmp_path, "a.zip", zipped({"a.jsonl": bytes(100 * 2**20)}))).reason == "too-large"


def test_each_file_of_an_archive_is_an_input_in_the_archives_order(tmp_path: Path) -> None:
    files = {
        "z/b.txt": TEXT.encode(),
        "a.jsonl": line(id="1") + line(id="2"),
        "c.jsonl.gz": gzip.compress(line(id="3")),
        "picture.png": b"\x89PNG\r\n\x1a\n" + bytes(20),
        "../../escape.txt": TEXT.encode(),
    }
    items = read_bytes(tmp_path, "a.zip", zipped(files))
    found = [item.key if isinstance(item, Source) else f"{item.reason} {item.where}" for item in items]
    assert found == ["b", "1", "2", "3", f"binary {tmp_path}/a.zip!/picture.png", "escape"]
    assert [path.name for path in tmp_path.iterdir()] == ["a.zip"]


def test_an_archive_inside_a_compressed_file_is_opened(tmp_path: Path) -> None:
    assert one_source(read_bytes(tmp_path, "a.zip.gz", gzip.compress(zipped({"b.txt": TEXT.encode()})))).key == "b"


def test_a_damaged_file_in_an_archive_does_not_stop_the_others(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.txt": TEXT.encode() * 3, "b.txt": TEXT.encode()}))
    data[60:70] = bytes(10)
    items = read_bytes(tmp_path, "a.zip", bytes(data))
    assert [getattr(item, "reason", "") for item in items] == ["unreadable", ""]


def test_an_encrypted_file_in_an_archive_is_refused(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.txt": TEXT.encode()}))
    for mark in (b"PK\x03\x04", b"PK\x01\x02"):
        flags = data.index(mark) + (6 if mark == b"PK\x03\x04" else 8)
        data[flags] |= 1
    assert one_reject(read_bytes(tmp_path, "a.zip", bytes(data))).reason == "unreadable"


def test_office_documents_are_named_as_such(tmp_path: Path) -> None:
    data = zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w>Talks</w>"})
    reject = one_reject(read_bytes(tmp_path, "a.docx", data))
    assert (reject.reason, "office document" in reject.detail) == ("binary", True)


def test_names_that_are_no_text_can_still_be_shown(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    try:
        with open(path, "wb") as file:  # noqa: PTH123 - a name in bytes
            file.write(b"")
    except OSError:
        pytest.skip("this file system takes only names in UTF-8")
    reject = one_reject(read(tmp_path))
    assert reject.where.endswith("caf\\xe9.txt")
    assert reject.where.encode()


def test_reading_twice_gives_the_same_items_in_the_same_order(tmp_path: Path) -> None:
    make_tree(tmp_path, "b/z.txt", "a.txt")
    (tmp_path / "c.jsonl").write_bytes(line(id="1") + b"{broken\n" + line(published="never"))
    assert read(tmp_path) == read(tmp_path)


def test_layers_of_compression_have_one_limit_together(tmp_path: Path) -> None:
    """Each layer by itself expands less than two hundred-fold, and all together more than thirty thousand-fold."""
    noise = random.Random(1).randbytes(200).hex().encode()
    inner = gzip.compress(noise + b"met " * 15_000) * 40
    outer = gzip.compress(gzip.compress(inner * 30))
    assert len(outer) < 20_000
    assert one_reject(read_bytes(tmp_path, "a.txt.gz", outer)).reason == "too-large"
    archive = zipped({f"{number}.txt.gz": inner * 5 for number in range(60)})
    assert len(archive) < 200_000
    reasons = [item.reason for item in read_bytes(tmp_path, "a.zip", archive) if isinstance(item, Reject)]
    assert set(reasons) == {"too-large"}
    assert len(reasons) > 40
