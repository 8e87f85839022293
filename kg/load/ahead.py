"""Reading ahead in a second thread, so that texts are read while the store writes."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from queue import Empty, Full, Queue
from typing import TypeVar

T = TypeVar("T")

_AHEAD = 800
_PAUSE = 0.2
_LAST_ITEM = 2.0
"""Seconds for the item that is being read when the reading is to end: it may be one that never comes."""


class _Failed:
    """An exception of the reading side, to be raised on the other."""

    def __init__(self, error: BaseException) -> None:
        self.error = error


def read_ahead(items: Iterable[T], heed: Callable[[], None]) -> Iterator[T]:
    """Yield the items in order while a thread reads up to 800 of them ahead; its exceptions are raised here.

    ``heed`` is called for each item and while there is none: it raises where the reading is to end.
    """
    queue: Queue[T | _Failed | None] = Queue(maxsize=_AHEAD)
    stop = threading.Event()
    thread = threading.Thread(target=_fill, args=(items, queue, stop), name="read-ahead", daemon=True)
    thread.start()
    try:
        while (item := _take(queue, heed)) is not None:
            if isinstance(item, _Failed):
                raise item.error
            yield item
    finally:
        stop.set()
        thread.join(timeout=_LAST_ITEM)


def _take(queue: Queue[T], heed: Callable[[], None]) -> T:
    """Wait in short pieces: a main thread that waits for good hears nobody."""
    while True:
        heed()
        try:
            return queue.get(timeout=_PAUSE)
        except Empty:
            continue


def _fill(items: Iterable[T], queue: Queue[T | _Failed | None], stop: threading.Event) -> None:
    try:
        for item in items:
            if not _put(queue, item, stop):
                return
        _put(queue, None, stop)
    except BaseException as error:  # noqa: BLE001 - whatever it is, it is raised again on the other side
        _put(queue, _Failed(error), stop)


def _put(queue: Queue[T], item: T, stop: threading.Event) -> bool:
    while not stop.is_set():
        try:
            queue.put(item, timeout=_PAUSE)
        except Full:
            continue
        return True
    return False
