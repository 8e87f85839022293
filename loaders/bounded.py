"""A stream that bounds what it gives and says in our words what went wrong underneath."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from loaders.errors import RefusedError

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

BUFFER_BYTES = 2**18
EXPANSION_LIMIT = 200
"""Text compresses three- to twenty-fold. What expands two hundred-fold is made to fill memory."""
ALWAYS_ALLOWED = 64 * 2**20
TOO_EXPANSIVE = f"it expands more than {EXPANSION_LIMIT}-fold; unpack it yourself if you trust it"


class Budget:
    """What may come of an input, in however many layers and files it is packed: so many times its own size.

    ``packed`` tells how many bytes of the input itself were read, or there are.
    """

    def __init__(self, packed: Callable[[], int]) -> None:
        self._packed = packed
        self._given = 0

    def take(self, size: int) -> None:
        """Count bytes that came out of it.

        Raises:
            RefusedError: ``too-large``, where that is more than may come.
        """
        self._given += size
        if self._given > max(ALWAYS_ALLOWED, EXPANSION_LIMIT * self._packed()):
            raise RefusedError("too-large", TOO_EXPANSIVE)


class BoundedStream(io.RawIOBase):
    """Reads with ``read``, of which the errors become ``RefusedError``; what is beyond the budget is refused.

    With ``readinto`` bytes go where they are wanted; ``read`` makes them twice.
    """

    def __init__(
        self,
        read: Callable[[int], bytes],
        *,
        errors: tuple[type[Exception], ...] = (OSError,),
        budget: Budget | None = None,
        readinto: Callable[[memoryview], int | None] | None = None,
    ) -> None:
        self._readinto = readinto or partial(_copied, read)
        self._errors = errors
        self._budget = budget
        self._given = 0
        self._refused: RefusedError | None = None

    def given(self) -> int:
        """Return how many bytes it gave so far."""
        return self._given

    def readable(self) -> bool:
        """Tell that this can be read."""
        return True

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        """Fill the buffer, so that looking ahead sees all there is. What stands before damage is given first."""
        if self._refused is not None:
            raise self._refused
        view = memoryview(buffer).cast("B")
        filled = 0
        while filled < len(view) and (size := self._fill(view[filled:])):
            filled += size
        if not filled and self._refused is not None:
            raise self._refused
        return filled

    def _fill(self, view: memoryview) -> int:
        """Return how many bytes came: none at the end, or where reading has to stop."""
        try:
            size = self._readinto(view) or 0
            if self._budget is not None:
                self._budget.take(size)
        except self._errors as error:
            self._refused = RefusedError("unreadable", f"it cannot be read to its end: {error}")
            return 0
        except RefusedError as error:
            self._refused = error
            return 0
        self._given += size
        return size


def _copied(read: Callable[[int], bytes], view: memoryview) -> int:
    piece = read(len(view))
    view[: len(piece)] = piece
    return len(piece)


def reading_from(pieces: Iterator[bytes]) -> Callable[[int], bytes]:
    """Return what reads as a file does from bytes that come in pieces of any size."""
    held = bytearray()

    def read(size: int) -> bytes:
        while len(held) < size and (piece := next(pieces, b"")):
            held.extend(piece)
        given = bytes(held[:size])
        del held[:size]
        return given

    return read


def buffered(stream: io.RawIOBase) -> io.BufferedReader:
    """Return the stream with a buffer large enough to recognise its content by."""
    return io.BufferedReader(stream, BUFFER_BYTES)
