"""A long table cut into stretches that its loader reads one by one, here, in other processes or on other machines.

Where a table is cut depends on nothing but its bytes, so whoever reads the pieces, and however many at once, finds the
same as whoever reads them in a row.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Protocol, TypeVar, runtime_checkable

import msgspec

from kg.model import Reject
from loaders.contract import Item, OpenedInput, ReadOptions
from loaders.errors import RefusedError
from loaders.stretches import Cut, Stretches

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

T = TypeVar("T")
PIECE_BYTES = 2 * 2**20
"""A piece is no smaller, but for the last. Handing over less takes longer than reading it."""


@runtime_checkable
class Cuttable(Protocol):
    """A loader that reads a table piece by piece as it reads the whole."""

    @property
    def name(self) -> str:
        """As of a loader."""

    @property
    def cut(self) -> Cut:
        """Where its tables may be cut."""

    def read(self, opened: OpenedInput, options: ReadOptions) -> Iterator[Item]:
        """Yield what a piece holds; ``first_line`` is that of its first row, before which the header comes again."""


class Place(msgspec.Struct, frozen=True):
    """Where the rows of a piece stand in a file just as they are: whoever sees the file needs nothing else."""

    file: str
    header: bytes
    start: int
    size: int

    def open(self) -> io.RawIOBase:
        """Return the header and the rows, to be read.

        Raises:
            RefusedError: ``unreadable``, where the file is gone; or, from reading, where it is shorter than it was.
        """
        try:
            file = io.FileIO(self.file)
            file.seek(self.start)
        except OSError as error:
            raise RefusedError("unreadable", f"it cannot be opened again: {error.strerror}") from error
        return _InPlace(self, file)


class _InPlace(io.RawIOBase):
    """The header and then the rows of a piece: few bytes at a time, which a processor keeps near it."""

    def __init__(self, place: Place, file: io.FileIO) -> None:
        self._rows = file
        self._header, self._left = place.header, place.size

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        asked = memoryview(buffer)
        if self._header:
            size = min(len(asked), len(self._header))
            asked[:size], self._header = self._header[:size], self._header[size:]
            return size
        size = self._rows.readinto(asked[: self._left])
        if self._left and not size:
            raise RefusedError("unreadable", "it has become shorter while it was read")
        self._left -= size
        return size

    def close(self) -> None:
        self._rows.close()
        super().close()


class Piece(msgspec.Struct, frozen=True):
    """One stretch of an input, and all that is needed to read it elsewhere."""

    loader: str
    where: str
    name: str
    url: str
    first_line: int
    is_whole: bool
    """There is nothing else in the input."""
    data: bytes
    place: Place | None = None

    def by_place(self) -> Piece:
        """Return the piece without what stands in a file, to be handed to a process that sees the same files."""
        return msgspec.structs.replace(self, data=b"") if self.place else self

    def __reduce__(self) -> tuple[type[Piece], tuple[Any, ...]]:
        """Be handed over by place: what is pickled is for a process of this machine."""
        return Piece, msgspec.structs.astuple(self.by_place())

    def open(self) -> io.BufferedReader:
        """Return the header and the rows, to be read.

        Raises:
            RefusedError: as :meth:`Place.open`.
        """
        return io.BufferedReader(self.place.open() if self.place and not self.data else io.BytesIO(self.data))


class Unread(msgspec.Struct, frozen=True):
    """A piece, with what was said of all inputs: it can be read anywhere."""

    piece: Piece
    options: ReadOptions


def pieces_of(opened: OpenedInput, loader: Cuttable, options: ReadOptions, size: int = PIECE_BYTES) -> Iterator[Piece]:
    """Yield the pieces of an input, in order; two are in memory at once.

    Raises:
        RefusedError: the input cannot be read to its end; what stands before that came first.
    """
    lines = Stretches(opened.stream, options.record_limit, loader.cut, size)
    header, number, start = lines.header(), opened.first_line, 0
    before, data = b"", header + lines.stretch()
    while data:
        following = lines.stretch()
        is_whole = number == opened.first_line and not following
        place = Place(opened.file, before, start, len(data)) if opened.file and lines.are_whole else None
        yield Piece(loader.name, opened.where, opened.name, opened.url, number, is_whole, before + data, place)
        number += data.count(b"\n")
        start += len(data)
        before, data = header, following
    lines.raise_what_was_wrong()


def read_piece(loader: Cuttable, piece: Piece, options: ReadOptions) -> Iterator[Item]:
    """Yield what a piece holds, and why the rest of it cannot be read."""
    return to_the_end(piece.where, _read_piece(loader, piece, options), is_whole=piece.is_whole)


def _read_piece(loader: Cuttable, piece: Piece, options: ReadOptions) -> Iterator[Item]:
    with piece.open() as stream:
        opened = OpenedInput(piece.where, piece.name, stream, url=piece.url, first_line=piece.first_line)
        yield from loader.read(opened, options)


def to_the_end(where: str, items: Iterable[T], *, is_whole: bool = True) -> Iterator[T | Reject]:
    """Yield the items, and last why there are no more, where the input was refused.

    Of a whole input there must be one: without any it is rejected as ``empty``.
    """
    nothing = is_whole
    try:
        for item in items:
            nothing = False
            yield item
    except RefusedError as error:
        yield error.reject(where)
        return
    if nothing:
        yield Reject(where, "", "empty", "there is no record in it")
