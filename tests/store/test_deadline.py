"""Not waiting past a deadline."""

from __future__ import annotations

import time

import pytest

from kg.store.deadline import DeadlineError, within


def test_what_is_done_in_time_is_returned_or_raised() -> None:
    assert within(10, lambda: 7) == 7
    with pytest.raises(ZeroDivisionError):
        within(10, lambda: 1 // 0)


def test_what_is_not_done_in_time_is_not_waited_for() -> None:
    began = time.monotonic()
    with pytest.raises(DeadlineError):
        within(0.05, lambda: time.sleep(5))
    assert time.monotonic() - began < 4
