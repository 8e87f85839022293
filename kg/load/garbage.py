"""Rare collections of garbage during a load.

A batch is some hundred thousand rows that are all in use until it is written, and nothing in them points back. Python
looks through them again and again for cycles that nobody can reach, which takes a quarter of the preparing.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_MADE = 200_000
"""New objects, less those that are gone, before any are looked through: about what a batch has."""


@contextmanager
def rare_collections() -> Iterator[None]:
    """Look for cycles less often inside; as often as before outside. It is one setting for the whole process.

    Where somebody has turned it off it stays off.
    """
    usual, *older = gc.get_threshold()
    gc.set_threshold(usual and max(usual, _MADE), *older)
    try:
        yield
    finally:
        gc.set_threshold(usual, *older)
