"""What a load sets for the whole process, threads' turns and collections of garbage, is as before afterwards."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator

import pytest

from kg.load.garbage import rare_collections
from kg.load.run import Clock, Watcher, load
from kg.model import Found


def test_settings_of_the_process_are_those_of_before() -> None:
    usual, collected = sys.getswitchinterval(), gc.get_threshold()
    seen: list[float] = []

    def found() -> Iterator[Found]:
        seen.extend((sys.getswitchinterval(), gc.get_threshold()[0]))
        raise OSError("the input ended")
        yield

    with pytest.raises(OSError, match="the input ended"):
        load(found(), None, lambda _qid: None, inputs=["x"], clock=Clock("2025-01-01T00:00:00Z"), watcher=Watcher())
    assert seen[0] < usual
    assert seen[1] > collected[0]
    assert (sys.getswitchinterval(), gc.get_threshold()) == (usual, collected)


def test_collections_that_somebody_turned_off_stay_off() -> None:
    usual = gc.get_threshold()
    gc.set_threshold(0)
    try:
        with rare_collections():
            assert gc.get_threshold()[0] == 0
    finally:
        gc.set_threshold(*usual)
