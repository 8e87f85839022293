"""The memory that the engine of a graph in a folder may take: its heap, where the pages it reads are kept too."""

from __future__ import annotations

import os
from pathlib import Path

LEAST = 256
"""Megabytes. Enough for some hundred thousand events."""
MOST = 31 * 1024
"""The engine has no addresses for more."""
_MOST_UNASKED = 2 * 1024
_SHARE = 4
"""A graph of which a tenth fits is slow to load into, and of much less an engine cannot go on: a quarter is plenty."""
_MEGABYTE = 1 << 20


def fitting_heap(databases: Path, to_come: int = 0) -> int:
    """Return megabytes for the graph that is in this folder, where nobody has said how many.

    A quarter of what it takes on disk, or will when the megabytes to come are there, between 256 and 2,048, and no more
    than a quarter of this machine's memory unless that is less than 256.
    """
    on_disk = sum(file.stat().st_size for file in databases.glob("*/*")) // _MEGABYTE
    return max(LEAST, min((on_disk + to_come) // _SHARE, _MOST_UNASKED, _machine() // _SHARE))


def _machine() -> int:
    """The memory of this machine, in megabytes; enough where the system does not tell."""
    sysconf = getattr(os, "sysconf", None)
    try:
        return int(sysconf("SC_PHYS_PAGES") * sysconf("SC_PAGE_SIZE")) // _MEGABYTE if sysconf else MOST
    except (OSError, ValueError):
        return MOST
