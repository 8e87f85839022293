"""Short turns of Python's threads during a load.

One thread prepares a batch while another writes the one before it. The writing thread lets go of the interpreter for
every answer of the server, and has to wait for the end of the other's turn to read it: at the usual turn of 5 ms the
server stands idle for a quarter of a load into Neo4j.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

_TURN = 0.000_2
"""Seconds: about what one answer of a server takes to read."""


@contextmanager
def short_turns() -> Iterator[None]:
    """Let threads take short turns inside; as they took them before outside. It is one setting for all threads."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(min(usual, _TURN))
    try:
        yield
    finally:
        sys.setswitchinterval(usual)
