"""Reading ahead in a second thread, so that texts are read while the store writes."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from queue import Empty, Full, Queue
from typing import TypeVar

T = TypeVar("T")

_AHEAD = 800
_PAUSE = 0.2


class _Failed:
    """An exception of the reading side, to be raised on the other."""

    def __init__(self, error: BaseException) -> None:
        self.error = error


def read_ahead(items: Iterable[T]) -> Iterator[T]:
    """Yield the items in order while a thread reads up to 800 of them ahead; its exceptions are raised here."""
    queue: Queue[T | _Failed | None] = Queue(maxsize=_AHEAD)
    stop = threading.Event()
    thread = threading.Thread(target=_fill, args=(items, queue, stop), name="read-ahead", daemon=True)
    thread.start()
    try:
        while (item := _take(queue)) is not None:
            if isinstance(item, _Failed):
                raise item.error
            yield item
    finally:
        stop.set()
        thread.join()


def _take(queue: Queue[T]) -> T:
    """Wait in short pieces: a main thread that waits for good does not hear Ctrl-C on every platform."""
    while True:
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
