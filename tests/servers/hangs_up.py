"""A server that goes away in the middle of a greeting: it says which Bolt it speaks, and resets the connection."""

from __future__ import annotations

import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_GREETING = 20
_BOLT_5_8 = bytes((0, 0, 8, 5))
_AT_ONCE = struct.pack("ii", 1, 0)
"""To linger, and for no time: the connection is reset where it is closed."""


@contextmanager
def hanging_up() -> Iterator[str]:
    """Yield the address of such a server on loopback; it goes on until the end of the block."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listening = threading.Thread(target=_reset_each, args=(listener,))
        listening.start()
        try:
            yield f"bolt://127.0.0.1:{listener.getsockname()[1]}"
        finally:
            listener.shutdown(socket.SHUT_RDWR)
            listening.join()


def _reset_each(listener: socket.socket) -> None:
    while True:
        try:
            connection, _ = listener.accept()
        except OSError:
            return  # it was shut down
        with connection:
            connection.recv(_GREETING)
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _AT_ONCE)
            connection.sendall(_BOLT_5_8)
