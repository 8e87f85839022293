"""Ctrl-C while a graph is written: heard between two steps, so that nothing is torn and the same graph can go on."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pytest

from kg.graph import Graph, open_graph
from kg.load.run import BatchSize, Clock, Watcher, load
from kg.model import Reading
from kg.store.graph_store import GraphStore
from kg.store.interrupts import between_steps, heed, outcome, pause
from kg.store.schema import apply_schema
from loaders.reference import tenure_reading
from tests.bench.synthetic import history

_SMALL = BatchSize(sources=10)


@pytest.fixture(autouse=True)
def heard() -> Iterator[None]:
    """Let Ctrl-C be heard, as at a terminal: who runs the tests in the background has it ignored."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def press() -> None:
    """Press Ctrl-C."""
    signal.raise_signal(signal.SIGINT)


def test_it_is_remembered_to_the_end() -> None:
    steps: list[str] = []
    with pytest.raises(KeyboardInterrupt), between_steps():
        press()
        steps.append("whole")
    assert steps == ["whole"]
    with between_steps():
        steps.append("forgotten")
    assert steps == ["whole", "forgotten"]


def test_it_is_raised_where_it_is_heeded_and_a_region_inside_another_is_none() -> None:
    steps: list[str] = []
    with pytest.raises(KeyboardInterrupt), between_steps():
        with between_steps():
            press()
        steps.append("inner")
        heed()
        steps.append("never")
    assert steps == ["inner"]


def test_pressed_again_it_is_raised_at_once() -> None:
    steps: list[str] = []
    with pytest.raises(KeyboardInterrupt), between_steps():
        press()
        press()
        steps.append("never")
    assert steps == []


def test_an_error_that_comes_of_it_does_not_hide_it() -> None:
    with pytest.raises(KeyboardInterrupt), between_steps():
        press()
        raise ValueError


def test_waiting_ends_and_what_another_thread_does_goes_on() -> None:
    with ThreadPoolExecutor(max_workers=1) as others, pytest.raises(KeyboardInterrupt), between_steps():
        press()
        outcome(others.submit(pause, 60.0))
    with ThreadPoolExecutor(max_workers=1) as others:
        assert outcome(others.submit(lambda: 7)) == 7


class _DoneWhenLookedAt(Future[int]):
    """Ends in the moment between waiting for it in vain and looking whether it has ended."""

    def done(self) -> bool:
        if not super().done():
            self.set_result(7)
        return True


def test_what_ends_just_after_it_was_waited_for_has_ended_well() -> None:
    work = _DoneWhenLookedAt()
    later = threading.Timer(0.3, work.done)
    later.start()
    assert outcome(work) == 7
    later.join()


def test_outside_it_is_what_it_always_was() -> None:
    with pytest.raises(KeyboardInterrupt):
        press()


def test_a_load_ends_between_two_batches_and_the_same_open_graph_completes_it(tmp_path: Path) -> None:
    readings = list(history(60))

    def pressed_at(number: int) -> Iterator[Reading]:
        for at, reading in enumerate(readings):
            if at == number:
                press()
            yield reading

    with open_graph(str(tmp_path / "graph")) as graph:
        apply_schema(graph.engine)
        for number in (0, 15, 40):
            with pytest.raises(KeyboardInterrupt):
                _load(pressed_at(number), graph)
            assert graph.verify().faults == ()
        _load(iter(readings), graph)
        assert graph.cypher("MATCH (s:Source) RETURN count(s)").rows == [(len(readings),)]


def test_a_graph_that_is_being_opened_is_closed_again(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt), between_steps():
        press()
        with open_graph(str(tmp_path / "graph")):
            heed()
    with open_graph(str(tmp_path / "graph")) as graph:
        assert graph.cypher("MATCH (s:Source) RETURN count(s)").rows == [(0,)]


def _load(readings: Iterator[Reading], graph: Graph) -> None:
    load(
        readings, GraphStore(graph.engine), tenure_reading, inputs=["synthetic"],
        clock=Clock("2025-01-01T00:00:00Z"), watcher=Watcher(), batch_size=_SMALL,
    )  # fmt: skip
