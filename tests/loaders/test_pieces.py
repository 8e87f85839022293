"""Long tables are cut into pieces: whoever reads them, and wherever they are cut, what is found is the same."""

from __future__ import annotations

import bz2
import gzip
import io
import zipfile
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import msgspec
import pytest
from backports import zstd

from kg.model import Reading, Reject, RowsRead
from loaders import reading
from loaders.bounded import BoundedStream, buffered
from loaders.conformance_of_loaders import opened
from loaders.contract import Item, OpenedInput, ReadOptions
from loaders.errors import RefusedError
from loaders.pieces import Cuttable, Piece, Unread, pieces_of, read_piece
from loaders.reading import read_all, read_in_pieces
from loaders.registry import loader_named, loaders
from loaders.texts import read_texts_with
from tests.loaders.datasets.inputs import LOADERS, sample_of
from tests.loaders.datasets.rows import ICEWS_HEADER, gdelt, icews

CUT = [name for name in LOADERS if isinstance(loader_named(name), Cuttable)]


def longer(name: str, shared: Path, folder: Path) -> tuple[bytes, ReadOptions]:
    """Return the rows of a sample several times over, each time on another day where it has one."""
    sample = sample_of(name, shared, folder)
    lines = sample.file.read_bytes().splitlines(keepends=True)[:60]
    head = [] if name.startswith("gdelt") else lines[:1]
    rows = b"".join(lines[len(head) :])
    days = (b"20191024143000", b"2018-06-01", b"2023-03-21")
    times = [rows.replace(*_day(day, n)) for n in range(6) for day in [next((d for d in days if d in rows), b"")]]
    return b"".join(head) + b"".join(times), sample.options


def _day(day: bytes, number: int) -> tuple[bytes, bytes]:
    return (day, day[:-2] + b"%02d" % (number + 1)) if day else (b"\x00", b"\x00")


def cut(name: str, data: bytes, options: ReadOptions, size: int = 1_500) -> list[Piece]:
    """Return the pieces of these bytes."""
    loader = loader_named(name)
    assert isinstance(loader, Cuttable)
    return list(pieces_of(opened(data, "sample"), loader, options, size))


def read(pieces: list[Piece], options: ReadOptions) -> list[Item]:
    """Return all that is in the pieces."""
    found: list[Item] = []
    for piece in pieces:
        loader = loader_named(piece.loader)
        assert isinstance(loader, Cuttable)
        found.extend(read_piece(loader, piece, options))
    return found


def flat(found: Sequence[Item]) -> tuple[list[Item], list[Reject], int]:
    """Return the records, all that made none, and how many rows there were."""
    rejects = [one for one in found if isinstance(one, Reject)]
    rejects += [left for one in found if isinstance(one, RowsRead) for left in one.left]
    rows = sum(one.rows for one in found if isinstance(one, RowsRead))
    return [one for one in found if isinstance(one, Reading)], sorted(rejects, key=msgspec.structs.astuple), rows


@pytest.mark.parametrize("name", CUT)
def test_pieces_hold_what_the_whole_holds(name: str, shared: Path, tmp_path: Path) -> None:
    data, options = longer(name, shared, tmp_path)
    pieces = cut(name, data, options, len(data) // 8)
    assert len(pieces) > 2
    whole = list(loader_named(name).read(opened(data, "sample"), options))
    assert flat(read(pieces, options)) == flat(whole)


def test_what_cannot_be_cut_is_known() -> None:
    """Their records wait for others, or they are one document."""
    whole = {"gdelt-mentions", "wikidata", "ftm", "leaders-json", "sparql-json"}
    assert {name for name in LOADERS if name not in CUT} == whole
    assert all(name in LOADERS for name, loader in loaders().items() if isinstance(loader, Cuttable))


def test_rows_that_belong_together_stay_together() -> None:
    rows = [gdelt(n, "046", ("FRA", "DEU"), added=f"202502{19 + n // 40}") for n in range(120)]
    data = "\n".join(rows).encode()
    pieces = cut("gdelt-events", data, ReadOptions(), size=20 * len(rows[0]))
    assert [piece.data.count(b"2025-") + piece.data.count(b"\n") for piece in pieces] == [40, 40, 39]
    assert len([one for one in read(pieces, ReadOptions()) if isinstance(one, Reading)]) == 3
    head, body = ICEWS_HEADER, [icews(n, "046", ("A", "France"), ("B", "Peru"), story="1") for n in range(50)]
    assert len(cut("icews", "\n".join((head, *body)).encode(), ReadOptions())) == 1


def test_where_it_is_cut_does_not_depend_on_how_the_bytes_come(shared: Path, tmp_path: Path) -> None:
    data, options = longer("icews", shared, tmp_path)
    loader, source = loader_named("icews"), io.BytesIO(data)
    assert isinstance(loader, Cuttable)
    slowly = OpenedInput("sample", "sample", io.BufferedReader(Slow(source), 7))
    pieces = list(pieces_of(slowly, loader, options, 1_500))
    assert [one.data for one in pieces] == [one.data for one in cut("icews", data, options)]


class Slow(io.RawIOBase):
    """Gives a few bytes at a time."""

    def __init__(self, source: io.BytesIO) -> None:
        self._source = source

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any, /) -> int:
        return self._source.readinto(memoryview(buffer)[:5])


def test_a_field_over_several_lines_is_never_cut() -> None:
    rows = [f'id{n},"first\nsecond {"x" * (n % 7)}\nthird",2023' for n in range(400)]
    data = "\n".join(("name,note,year", *rows)).encode()
    pieces = cut("colt", data, ReadOptions(), size=700)
    assert len(pieces) > 10
    assert all(piece.data.count(b'"') % 2 == 0 for piece in pieces)
    assert b"".join(piece.data.removeprefix(b"name,note,year\n") for piece in pieces) == data.removeprefix(
        b"name,note,year\n"
    )


def test_a_quote_that_never_closes_does_not_hold_all_of_a_file() -> None:
    data = b'rcid,ccode,vote\n1,2,"1\n' + b"2,2,1\n" * 20
    (piece,) = cut("un-votes", data, ReadOptions(), size=10)
    assert [one.reason for one in read([piece], ReadOptions()) if isinstance(one, Reject)] == ["bad-record"]


def test_a_line_beyond_the_limit_is_one_reject() -> None:
    rows = [gdelt(1, "046", ("FRA", "DEU")), "x" * 50_000, gdelt(2, "046", ("FRA", "ITA"))]
    options = ReadOptions(record_limit=10_000)
    pieces = cut("gdelt-events", "\n".join(rows).encode(), options, size=100)
    assert max(len(piece.data) for piece in pieces) < 12_000
    found = read(pieces, options)
    assert len([one for one in found if isinstance(one, Reading)]) == 2
    assert [one.record for one in found if isinstance(one, Reject)] == ["2"]


def test_what_stands_before_damage_comes_first() -> None:
    rows = [gdelt(n, "046", ("FRA", "DEU"), added=f"201{n % 10}0219") for n in range(30)]
    source = io.BytesIO("\n".join(rows).encode())

    def damaged(size: int) -> bytes:
        if not (data := source.read(min(size, 900))):
            raise RefusedError("unreadable", "damage")
        return data

    loader = loader_named("gdelt-events")
    assert isinstance(loader, Cuttable)
    pieces = pieces_of(OpenedInput("a", "a", buffered(BoundedStream(damaged))), loader, ReadOptions(), 2_000)
    found: list[Piece] = []
    with pytest.raises(RefusedError, match="damage"):
        found.extend(iter(pieces))
    assert len([one for one in read(found, ReadOptions()) if isinstance(one, Reading)]) == 30


def in_small_pieces(monkeypatch: pytest.MonkeyPatch, size: int) -> None:
    """Have tables cut far below the usual size: only the first process cuts."""
    monkeypatch.setattr(reading, "pieces_of", partial(pieces_of, size=size))


@pytest.mark.parametrize("apart", [False, True])
@pytest.mark.parametrize("jobs", [2, 3])
def test_processes_read_tables_too(
    jobs: int, apart: bool, shared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "note.txt").write_text("They met.", encoding="utf-8")
    inputs = [
        str(shared / "samples" / name)
        for name in ("gdelt2_events_20191024143000.export.CSV", "icews_2018_sample.tab", "un_votes_head200.csv")
    ]
    inputs.insert(1, str(tmp_path / "note.txt"))
    in_small_pieces(monkeypatch, 20_000)
    many, one = (list(read_texts_with("rules", read_in_pieces(inputs), jobs=n, apart=apart)) for n in (jobs, 1))
    assert many == one
    assert one == list(read_texts_with("rules", read_all(inputs)))


def hostile(name: str) -> bytes:
    """Return a table with something wrong here and there, told by the number of the row, and a last line cut off."""
    if name == "un-votes":
        rows = [f"{n},{20 + n % 9},{n % 4}" if n % 50 else f'{n},"2\n\n0",9' for n in range(2_000)]
        return "\n".join(("rcid,ccode,vote", *rows, '2001,"2')).encode()
    pairs = ("FRA", "DEU"), ("USA", ""), ("XQX", "FRA"), ("GBR", "USA")
    rows = [gdelt(n, ("046", "010", "036")[n % 3], pairs[n % 4], added=f"201502{10 + n // 100}") for n in range(900)]
    lines = [one.encode() for one in rows]
    for at in range(0, 900, 70):
        lines[at : at + 3] = b"", lines[at][:100] + b"\x00", lines[at + 1].replace(b"FRA", b"FR\xc9")
    return b"\n".join((*lines, lines[-1][:60]))


def packed(how: str, data: bytes, folder: Path) -> Path:
    """Write a table just so, or compressed."""
    if how == "zip":
        with zipfile.ZipFile(folder / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("a.csv", data)
        return folder / "a.zip"
    packers: dict[str, Callable[[bytes], bytes]] = {
        "": bytes,
        "gz": gzip.compress,
        "bz2": bz2.compress,
        "zst": zstd.compress,
    }
    (folder / f"a.csv.{how}".rstrip(".")).write_bytes(packers[how](data))
    return folder / f"a.csv.{how}".rstrip(".")


@pytest.mark.parametrize("how", ["", "gz", "bz2", "zst", "zip"])
@pytest.mark.parametrize("name", ["gdelt-events", "un-votes"])
def test_what_is_wrong_has_the_same_number_whoever_reads_it(
    name: str, how: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = packed(how, hostile(name), tmp_path)
    whole = list(read_all([str(file)], loader=name))
    in_small_pieces(monkeypatch, 4_000)
    pieces = list(read_in_pieces([str(file)], loader=name))
    assert len(pieces) > 4
    one, *others = (list(read_texts_with("rules", read_in_pieces([str(file)], loader=name), jobs=n)) for n in (1, 2, 3))
    assert others == [one, one]
    assert flat(one)[1] == flat(whole)[1]
    numbers = [int(left.record) for left in flat(one)[1]]
    assert len(numbers) > 20 and max(numbers) > 890


@pytest.mark.parametrize("name", ["gdelt-events", "icews", "un-votes", "colt"])
def test_a_piece_of_a_plain_file_is_read_where_it_stands(name: str, shared: Path, tmp_path: Path) -> None:
    data, options = longer(name, shared, tmp_path)
    (tmp_path / "a").write_bytes(data)
    loader = loader_named(name)
    assert isinstance(loader, Cuttable)
    given = msgspec.structs.replace(opened(data, "a"), file=str(tmp_path / "a"))
    pieces = list(pieces_of(given, loader, options, len(data) // 8))
    placed = [piece.by_place() for piece in pieces]
    assert len(pieces) > 2
    assert {piece.data for piece in placed} == {b""}
    assert [piece.open().read() for piece in placed] == [piece.data for piece in pieces]
    (tmp_path / "a").write_bytes(data[: len(data) // 2])
    assert read(placed[:1], options) == read(pieces[:1], options)
    (refused,) = read(placed[-1:], options)
    assert isinstance(refused, Reject)
    assert refused.reason == "unreadable"


def test_only_plain_files_are_read_again(tmp_path: Path) -> None:
    table = "\n".join((ICEWS_HEADER, icews(0, "046", ("A", "France"), ("B", "Peru")))).encode()
    (tmp_path / "a.tab").write_bytes(table)
    (tmp_path / "b.tab.gz").write_bytes(gzip.compress(table))
    with zipfile.ZipFile(tmp_path / "c.zip", "w") as archive:
        archive.writestr("c.tab", table)
    placed = [one.piece.by_place() for one in read_in_pieces([str(tmp_path)]) if isinstance(one, Unread)]
    assert [(piece.place is not None, piece.open().read()) for piece in placed] == [
        (True, table), (False, table), (False, table)
    ]  # fmt: skip


@pytest.mark.parametrize(("data", "reason"), [(b"", "empty"), (ICEWS_HEADER.encode(), "empty")])
def test_a_table_without_rows_is_empty(data: bytes, reason: str, tmp_path: Path) -> None:
    (tmp_path / "a.tab").write_bytes(data)
    (refused,) = read_all([str(tmp_path / "a.tab")], loader="icews")
    assert isinstance(refused, Reject)
    assert refused.reason == reason


def test_a_rejected_row_keeps_its_number_when_it_is_read_again() -> None:
    row = icews(1, "046", ("A", "France"), ("B", "Peru"), day="soon")
    data = "\n".join((ICEWS_HEADER, icews(0, "046", ("A", "France"), ("B", "Peru")), row)).encode()
    (refused,) = [one for one in read(cut("icews", data, ReadOptions()), ReadOptions()) if isinstance(one, Reject)]
    again = msgspec.structs.replace(opened(refused.content.encode(), "sample"), first_line=int(refused.record))
    assert list(_rejects(again)) == [refused]


def _rejects(given: OpenedInput) -> Iterator[Reject]:
    return (one for one in loader_named("icews").read(given, ReadOptions()) if isinstance(one, Reject))
