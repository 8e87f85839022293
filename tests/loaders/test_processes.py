"""Work in several processes: in order, bounded, and clean when it ends early."""

from __future__ import annotations

import multiprocessing
import os
import subprocess
import sys
from collections.abc import Generator, Iterator
from itertools import count
from time import sleep

import pytest

from loaders.errors import BadOptionError, RefusedError, WorkerEndedError
from loaders.processes import map_apart, map_ordered, process_count


def _double(number: int) -> Iterator[int]:
    yield number
    yield 2 * number


def _refuse_three(number: int) -> Iterator[int]:
    if number == 3:
        raise RefusedError("empty", "there is nothing in it")
    yield number


def _leave(number: int) -> Iterator[int]:
    """Leave another process; this one waits for what has become of it."""
    if multiprocessing.parent_process() is not None:
        os._exit(number)
    for _ in range(1_000):
        sleep(0.01)
        yield number


def _who(number: int) -> Iterator[tuple[int, int]]:
    for _ in range(50):
        sleep(0.001)
        yield number, os.getpid()


def _half_a_megabyte(number: int) -> Iterator[bytes]:
    yield bytes([number]) * 2**19


def _a_lot_from_one_on(number: int) -> Iterator[bytes]:
    yield bytes(number * 2**24)


def _square(number: int) -> int:
    return number * number


@pytest.mark.parametrize("apart", [False, True])
@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_results_come_in_the_order_of_the_pieces_and_few_are_taken_ahead(jobs: int, apart: bool) -> None:
    taken: list[int] = []

    def pieces() -> Iterator[int]:
        for number in range(1, 100):
            taken.append(number)
            yield number

    found = map_ordered(_double, pieces(), jobs, apart=apart)
    assert next(found) == [1, 2]
    assert len(taken) <= 4 * jobs
    assert list(found) == [[number, 2 * number] for number in range(2, 100)]
    assert not multiprocessing.active_children()


@pytest.mark.parametrize("apart", [False, True])
@pytest.mark.parametrize("pieces", [0, 1, 2])
def test_few_pieces_need_few_processes(pieces: int, apart: bool) -> None:
    found = map_ordered(_double, iter(range(pieces)), 3, apart=apart)
    assert list(found) == [[number, 2 * number] for number in range(pieces)]


def test_this_process_works_too_unless_it_is_apart() -> None:
    who: set[int] = set()
    found = map_ordered(_who, count(), 2)
    while len(who) < 2:  # a process takes a while to begin, and this one goes on alone
        who |= {pid for _, pid in next(found)}
    assert isinstance(found, Generator)
    found.close()
    assert os.getpid() in who
    assert not multiprocessing.active_children()
    assert os.getpid() not in {pid for some in map_ordered(_who, range(10), 2, apart=True) for _, pid in some}


def test_one_piece_is_worked_on_here() -> None:
    assert {pid for some in map_ordered(_who, [1], 8) for _, pid in some} == {os.getpid()}


def test_pieces_and_results_may_be_larger_than_a_pipe_holds() -> None:
    found = map_ordered(_half_a_megabyte, range(20), 3)
    assert [some[0][0] for some in found] == list(range(20))


def _lengths(piece: bytes) -> Iterator[int]:
    yield len(piece)


@pytest.mark.parametrize("apart", [False, True])
def test_pieces_may_be_larger_than_what_waits_in_a_pipe(apart: bool) -> None:
    sizes = [2**22, 3, 2**22 + 1, 2**19, 2**10, 2**19 + 1, 2**22 + 2, 0, 1] * 2
    assert list(map_ordered(_lengths, map(bytes, sizes), 3, apart=apart)) == [[size] for size in sizes]


def test_where_nothing_waits_in_a_pipe_it_goes_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("loaders.workers._widened", lambda _: 0)
    assert list(map_ordered(_double, range(30), 3)) == [[number, 2 * number] for number in range(30)]


def test_map_of_others_gives_what_map_gives() -> None:
    assert list(map_apart(_square, range(10), 2)) == list(map(_square, range(10)))


@pytest.mark.parametrize("apart", [False, True])
def test_what_is_raised_is_raised_in_its_turn_and_the_processes_end(apart: bool) -> None:
    found = map_ordered(_refuse_three, [1, 2, 3, 4, 5, 6], 2, apart=apart)
    assert [next(found), next(found)] == [[1], [2]]
    with pytest.raises(RefusedError, match="there is nothing in it") as told:
        next(found)
    assert told.value.reason == "empty"
    assert not multiprocessing.active_children()


@pytest.mark.parametrize("apart", [False, True])
@pytest.mark.parametrize("before", [0, 1, 5])
def test_where_the_pieces_end_with_an_error_what_stands_before_comes_first(before: int, apart: bool) -> None:
    def pieces() -> Iterator[int]:
        yield from range(before)
        raise RefusedError("unreadable", "it is damaged")

    found: list[list[int]] = []
    with pytest.raises(RefusedError, match="damaged"):
        found.extend(iter(map_ordered(_double, pieces(), 3, apart=apart)))
    assert found == [[number, 2 * number] for number in range(before)]


@pytest.mark.parametrize("apart", [False, True])
def test_a_process_that_is_gone_is_told_in_one_line(apart: bool) -> None:
    with pytest.raises(WorkerEndedError, match="Use fewer --jobs") as told:
        list(map_ordered(_leave, [3, 4, 5], 2, apart=apart))
    assert "\n" not in str(told.value)
    assert not multiprocessing.active_children()


def test_a_process_may_be_gone_in_the_middle_of_what_it_sends() -> None:
    found = map_ordered(_a_lot_from_one_on, [0, 1], 1, apart=True)
    assert next(found) == [b""]
    (child,) = multiprocessing.active_children()
    sleep(1)  # it has more to send than a pipe holds, and nobody takes it
    child.kill()
    child.join()
    with pytest.raises(WorkerEndedError, match="Use fewer --jobs"):
        next(found)


def test_who_reads_tables_begins_without_what_texts_and_pages_need() -> None:
    heavy = ("loaders.text", "urllib3", "charset_normalizer", "lxml.html", "trafilatura", "pyarrow")
    code = f"import sys, loaders.texts, loaders.registry; sys.exit(str(sorted(set({heavy!r}) & set(sys.modules))))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stderr.strip() == "[]"


def test_none_means_a_process_a_core() -> None:
    assert process_count(0) >= 1
    assert process_count(3) == 3
    with pytest.raises(BadOptionError, match="1 or more"):
        process_count(-1)
