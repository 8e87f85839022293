"""Ctrl-C while a graph is open for writing is a request: it is heard between two steps, never inside one.

Python raises KeyboardInterrupt between any two instructions of the main thread: in the middle of the driver's message,
which leaves its connection unusable; while a module is imported, which leaves the import locked for good; or while an
object is deleted, where it is lost. So in such a region a signal is only remembered, and :func:`heed` raises it.
"""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, wait
from contextlib import contextmanager
from types import FrameType
from typing import TypeVar

T = TypeVar("T")

_LOOK = 0.1
"""Seconds between two looks while something is waited for."""


class _State:
    """What the signal handler, which is called by nobody, shares with the rest."""

    asked = False
    again: Callable[[int, FrameType | None], object] = staticmethod(signal.default_int_handler)


@contextmanager
def between_steps() -> Iterator[None]:
    """Remember Ctrl-C inside, and raise KeyboardInterrupt at the end, or earlier where :func:`heed` is called.

    Does nothing inside another such region, in another thread than the main one, and where somebody else handles the
    signal.
    """
    main = threading.current_thread() is threading.main_thread()
    if not main or signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        yield
        return
    signal.signal(signal.SIGINT, _remember)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        asked, _State.asked = _State.asked, False
        if asked:
            raise KeyboardInterrupt


def end_at_once(leave: Callable[[int, FrameType | None], object]) -> None:
    """Call this where Ctrl-C is pressed a second time, instead of raising KeyboardInterrupt wherever the code is."""
    _State.again = staticmethod(leave)


def heed() -> None:
    """Raise KeyboardInterrupt where Ctrl-C was pressed. Call it between two steps, in any thread."""
    if _State.asked:
        raise KeyboardInterrupt


def pause(seconds: float) -> None:
    """Sleep, unless Ctrl-C is pressed."""
    until = time.monotonic() + seconds
    while (left := until - time.monotonic()) > 0:
        heed()
        time.sleep(min(left, _LOOK))
    heed()


def outcome(future: Future[T]) -> T:
    """Wait for what another thread does, unless Ctrl-C is pressed; the other thread goes on."""
    while not wait((future,), timeout=_LOOK).done:
        heed()
    return future.result()


def _remember(number: int, frame: FrameType | None) -> None:
    if _State.asked:
        _State.again(number, frame)
    _State.asked = True
