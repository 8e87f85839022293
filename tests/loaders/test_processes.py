"""Work in several processes: in order, bounded, and clean when it ends early."""

from __future__ import annotations

import multiprocessing
import os
import subprocess
import sys
from collections.abc import Iterator

import pytest

from loaders.errors import BadOptionError, RefusedError, WorkerEndedError
from loaders.processes import map_ordered, process_count


def _double(number: int) -> int:
    return 2 * number


def _refuse_three(number: int) -> int:
    if number == 3:
        raise RefusedError("empty", "there is nothing in it")
    return number


def _leave(number: int) -> int:
    os._exit(number)


def test_results_come_in_the_order_of_the_pieces_and_few_are_taken_ahead() -> None:
    taken: list[int] = []

    def pieces() -> Iterator[int]:
        for number in range(1, 100):
            taken.append(number)
            yield number

    found = map_ordered(_double, pieces(), 2)
    assert next(found) == 2
    assert len(taken) <= 8
    assert list(found) == [2 * number for number in range(2, 100)]
    assert not multiprocessing.active_children()


def test_what_is_raised_is_raised_in_its_turn_and_the_processes_end() -> None:
    found = map_ordered(_refuse_three, [1, 2, 3, 4, 5, 6], 2)
    assert [next(found), next(found)] == [1, 2]
    with pytest.raises(RefusedError, match="there is nothing in it") as told:
        next(found)
    assert told.value.reason == "empty"
    assert not multiprocessing.active_children()


def test_a_process_that_is_gone_is_told_in_one_line() -> None:
    with pytest.raises(WorkerEndedError, match="Use fewer --jobs") as told:
        list(map_ordered(_leave, [3, 4, 5], 2))
    assert "\n" not in str(told.value)
    assert not multiprocessing.active_children()


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
