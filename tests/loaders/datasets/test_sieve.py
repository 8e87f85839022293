"""Rows that say nothing are left a stretch at a time: the same rows, in the same order, as one by one."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import Reading, Reject, RowsRead
from loaders.conformance_of_loaders import opened as opened_as
from loaders.contract import Item, OpenedInput, ReadOptions
from loaders.datasets.remembered import looked_up
from loaders.datasets.sieve import sieved_lines
from loaders.datasets.tally import Left, Tally
from loaders.reading import read_input
from loaders.registry import loader_named
from tests.loaders.datasets.inputs import sample_of
from tests.loaders.datasets.rows import ICEWS_HEADER, POLECAT_HEADER, gdelt, icews, mention, polecat

T = TypeVar("T")
_LEFT = [Left("not-a-contact", "a"), Left("one-side", "b")]
_ROWS = {
    "gdelt-events": [
        gdelt(1, "040", ("USAGOV", "RUSGOV")), gdelt(2, "190", ("USAGOV", "RUSGOV")), gdelt(3, "040", ("USA", "USA")),
        gdelt(4, "040", ("USA", "XQZ")), gdelt(5, "040", ("USA", "RUS"), day="20259999"), "1\t2\t3",
        gdelt(6, "040", ("USAMED", "RUS")), gdelt(7, "042", ("FRA", "DEU"), columns=58),
    ],
    "gdelt-mentions": [
        mention(1), mention(2), mention(1, confidence="x"), mention(2, confidence="900"), mention(1, kind="2"), "x\ty",
        mention(1, "https://example.org/a"),
    ],
    "icews": [
        icews(1, "040", ("A", "France"), ("B", "Peru")), icews(2, "190", ("A", "France"), ("B", "Peru")),
        icews(3, "040", ("A", "France"), ("B", "NULL")), icews(4, "040", ("A", "Atlantis"), ("B", "Peru")),
        icews(5, "040", ("A", "France"), ("B", "Peru"), day="soon"), "1\t2025-01-01\tA",
        icews(6, "036", ("A", '"France"'), ("B", "Peru")).rpartition("\t")[0],
    ],
    "polecat": [
        polecat("1", "CONSULT", "visit", ("A", "CHN"), ("B", "RUS")), "1\t2025-01-01\tA",
        polecat("2", "AID", "", ("A", "CHN"), ("B", "RUS")),
        polecat("3", "CONSULT", "visit", ("A", "CHN"), ("B", "CHN; None")),
        polecat("4", "CONSULT", "visit", ("A", "CHN"), ("B", "Atlantis")),
    ],
}  # fmt: skip
_HEADERS = {"icews": [ICEWS_HEADER], "polecat": [POLECAT_HEADER]}


def _to_the_end(lines: Iterator[T], tally: Tally) -> Iterator[T | RowsRead]:
    yield from lines
    yield from tally.rest()


def _stream(data: bytes) -> OpenedInput:
    return OpenedInput("a", "a", io.BufferedReader(io.BytesIO(data)))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(["0", "1", "-", "\x00", ""]), max_size=300))
def test_every_line_is_given_or_left_in_its_order(kinds: list[str]) -> None:
    def why(lines: list[str]) -> list[Left | None]:
        return [None if line == "-" else _LEFT[int(line)] for line in lines]

    tally, seen, rows = Tally(), list[tuple[str, str]](), 0
    data = "\n".join(kinds).encode()
    for one in _to_the_end(sieved_lines(_stream(data), ReadOptions(), "x", why, tally), tally):
        if isinstance(one, RowsRead):
            rows += one.rows
            assert len(one.left) <= 50
            seen += [(left.record, left.reason) for left in one.left]
        elif isinstance(one, Reject):
            seen.append((one.record, one.reason))
        else:
            seen.append((str(one[0]), "read"))
    said = {"0": "not-a-contact", "1": "one-side", "-": "read", "\x00": "bad-characters"}
    expected = [(str(number), said[kind]) for number, kind in enumerate(kinds, start=1) if kind]
    assert sorted(seen) == sorted(expected)
    assert rows == kinds.count("0") + kinds.count("1")
    for given_as in (("read", "bad-characters"), ("not-a-contact", "one-side")):
        assert [one for one in seen if one[1] in given_as] == [one for one in expected if one[1] in given_as]


@pytest.mark.parametrize("together", [3, 20, 120])
def test_what_is_left_by_itself_and_together_is_counted_once_and_in_order(together: int) -> None:
    tally = Tally()
    for number in range(1, 50):
        tally.row()
        assert list(tally.turn_down(Reject("a", str(number), "no-event", "by itself"))) == []
    counted = [*tally.leave("a", 50, [Left("one-side", "together")] * together), *tally.rest()]
    assert [one.rows for one in counted] == [len(one.left) for one in counted]
    assert max(one.rows for one in counted) <= 50
    left = [one for some in counted for one in some.left]
    assert [int(one.record) for one in left] == list(range(1, 50 + together))
    assert left[-1] == Reject("a", str(49 + together), "one-side", "together")


def _flat(found: Iterable[Item]) -> list[Item]:
    return [one for item in found for one in (item.left if isinstance(item, RowsRead) else (item,))]


@pytest.mark.parametrize("name", _ROWS)
def test_a_row_among_others_is_read_as_by_itself(name: str, shared: Path, tmp_path: Path) -> None:
    """A blank line parts rows from each other; the header has a stretch of its own, so that the sieve knows it."""
    options = sample_of(name, shared, tmp_path).options
    header = [*_HEADERS.get(name, []), *[""] * 70_000] if name in _HEADERS else []
    together = _read(name, [*header, *_ROWS[name]], options)
    apart = _read(name, [*header, *(line for row in _ROWS[name] for line in (row, ""))], options)
    assert together == apart
    assert len({reason for reason in together if isinstance(reason, str)}) >= 3


def _read(name: str, lines: list[str], options: ReadOptions) -> list[Reading | str]:
    data = "\n".join(lines).encode()
    found = _flat(loader_named(name).read(opened_as(data, "a"), options))
    readings = [one for one in found if isinstance(one, Reading)]
    return [*readings, *sorted(f"{one.reason} {one.detail}" for one in found if isinstance(one, Reject))]


@pytest.mark.parametrize("name", ["icews", "polecat"])
def test_a_line_that_is_refused_has_the_number_that_it_has_in_the_file(name: str) -> None:
    """In a piece that is not the first, and by itself, the header stands before it once more."""
    line = f"{_HEADERS[name][0]}\n{_ROWS[name][0]}\n{_ROWS[name][0]}\x00\n".encode()
    piece = OpenedInput("a", "a", io.BufferedReader(io.BytesIO(line)), first_line=700)
    (reject,) = (one for one in read_input(piece, loader=name) if isinstance(one, Reject))
    assert (reject.record, reject.reason) == ("701", "bad-characters")


def test_what_is_looked_up_is_worked_out_once_and_not_kept_without_end() -> None:
    asked: list[tuple[str, ...]] = []

    @looked_up
    def joined(texts: tuple[str, ...]) -> str:
        asked.append(texts)
        return "".join(texts)

    assert [joined(("a", "b")), joined(("a", "b"))] == ["ab", "ab"]
    assert len(asked) == 1
    for number in range(60_000):
        joined((str(number), "x"))
    assert joined(("a", "b")) == "ab"
    assert asked[-1] == ("a", "b"), "it was forgotten: memory is bounded"
