"""A stream that bounds what it gives and says in our words what went wrong underneath."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from loaders.errors import RefusedError

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

BUFFER_BYTES = 2**18
EXPANSION_LIMIT = 200
"""Text compresses three- to twenty-fold. What expands two hundred-fold is made to fill memory."""
ALWAYS_ALLOWED = 64 * 2**20
TOO_EXPANSIVE = f"it expands more than {EXPANSION_LIMIT}-fold; unpack it yourself if you trust it"


class Readable(Protocol):
    """What a bounded stream reads from."""

    def read(self, size: int, /) -> bytes:
        """Return up to ``size`` bytes, none at the end."""


class BoundedStream(io.RawIOBase):
    """Reads from ``source``. Its errors become ``RefusedError``; output past ``allowed()`` bytes is refused."""

    def __init__(
        self,
        source: Readable,
        *,
        errors: tuple[type[Exception], ...] = (OSError,),
        allowed: Callable[[], int] | None = None,
    ) -> None:
        self._source = source
        self._errors = errors
        self._allowed = allowed
        self._given = 0

    def readable(self) -> bool:
        """Tell that this can be read."""
        return True

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        """Fill the buffer, so that looking ahead sees as much as there is."""
        view = memoryview(buffer).cast("B")
        filled = 0
        while filled < len(view):
            piece = self._read(len(view) - filled)
            if not piece:
                break
            view[filled : filled + len(piece)] = piece
            filled += len(piece)
        self._given += filled
        if self._allowed is not None and self._given > self._allowed():
            raise RefusedError("too-large", TOO_EXPANSIVE)
        return filled

    def _read(self, size: int) -> bytes:
        try:
            return self._source.read(size)
        except self._errors as error:
            raise RefusedError("unreadable", f"it cannot be read to its end: {error}") from error


def buffered(stream: io.RawIOBase) -> io.BufferedReader:
    """Return the stream with a buffer large enough to recognise its content by."""
    return io.BufferedReader(stream, BUFFER_BYTES)
