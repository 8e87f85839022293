"""The threads of a program that loads take their turns as before, afterwards."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest

from kg.load.run import Clock, Watcher, load
from kg.model import Found


def test_the_turns_of_threads_are_those_of_before() -> None:
    usual = sys.getswitchinterval()
    seen: list[float] = []

    def found() -> Iterator[Found]:
        seen.append(sys.getswitchinterval())
        raise OSError("the input ended")
        yield

    with pytest.raises(OSError, match="the input ended"):
        load(found(), None, lambda _qid: None, inputs=["x"], clock=Clock("2025-01-01T00:00:00Z"), watcher=Watcher())
    assert seen[0] < usual
    assert sys.getswitchinterval() == usual
