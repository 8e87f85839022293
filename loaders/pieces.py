"""A long table cut into stretches that its loader reads one by one, here, in other processes or on other machines.

Where a table is cut depends on nothing but its bytes, so whoever reads the pieces, and however many at once, finds the
same as whoever reads them in a row.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias, TypeVar, runtime_checkable

import msgspec

from kg.model import Reject
from loaders.contract import Item, OpenedInput, ReadOptions
from loaders.errors import RefusedError

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

T = TypeVar("T")
PIECE_BYTES = 2 * 2**20
"""A piece is no smaller, but for the last. Handing over less takes longer than reading it."""
_MOST_BYTES = 16 * PIECE_BYTES
"""A piece ends here, whatever belongs together."""
_AT_ONCE = 2**18
KeyOfLine: TypeAlias = Callable[[bytes, bytes], bytes | None]
"""From the header and a line: lines one after the other with equal keys stay together, and so do those without."""


class Cut(msgspec.Struct, frozen=True):
    """How a table may be cut: at the ends of lines, and what else there is to heed."""

    headed: bool = False
    """The first line names the columns: it comes again before each piece."""
    quoted: bool = False
    """A field in quotes may go over several lines."""
    together: KeyOfLine | None = None


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
    lines = _Lines(opened.stream, options.record_limit, loader.cut, size)
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


class _Lines:
    """Takes stretches of whole lines off a stream; of a line beyond the limit no more than shows that it is."""

    def __init__(self, stream: io.BufferedReader, limit: int, cut: Cut, size: int) -> None:
        self._stream, self._limit, self._cut, self._size = stream, limit, cut, size
        self._header = b""
        self._held = b""
        """The line that begins the next stretch."""
        self._is_over = False
        self.are_whole = True
        """No line was cut: what was given is what stands in the stream."""
        self._refused: RefusedError | None = None

    def header(self) -> bytes:
        """Return the first line, or the lines that a field in quotes makes of it, where it names the columns."""
        header = bytearray(self._line() if self._cut.headed else b"")
        while self._cut.quoted and header.count(b'"') % 2 and len(header) <= self._limit and not self._is_over:
            header += self._line()
        self._header = bytes(header)
        return self._header

    def stretch(self) -> bytes:
        """Return the next lines; none at the end."""
        found = self._at_least(self._size)
        is_open = self._cut.quoted and sum(part.count(b'"') for part in found) % 2 == 1
        size, key = sum(map(len, found)), self._key(_last_line(found))
        while not self._is_over and size < _MOST_BYTES:
            line = self._line()
            before, key = key, self._key(line)
            if not is_open and (not line or self._cut.together is None or (key is not None and key != before)):
                self._held = line
                break
            is_open ^= self._cut.quoted and line.count(b'"') % 2 == 1
            found.append(line)
            size += len(line)
        return b"".join(found)

    def _key(self, line: bytes) -> bytes | None:
        """What keeps a line with the line before it."""
        return self._cut.together(self._header, line) if line and self._cut.together else None

    def _at_least(self, size: int) -> list[bytes]:
        """Return whole lines of so many bytes or more, in parts: they are joined once, for copying takes longest."""
        found, self._held = [self._held], b""
        left = size - len(found[0])
        while left > 0 and not self._is_over:
            found.append(self._some(left))
            left -= len(found[-1])
        if not self._is_over and not found[-1].endswith(b"\n"):
            found.append(self._line())
        return found

    def _some(self, size: int) -> bytes:
        try:
            found = self._stream.read1(size)
        except RefusedError as error:
            self._refused, found = error, b""
        self._is_over = not found
        return found

    def _line(self) -> bytes:
        try:
            line = self._stream.readline(self._limit + 1)
            if len(line) > self._limit and not line.endswith(b"\n"):
                self._skip()
                line += b"\n"
                self.are_whole = False
        except RefusedError as error:
            self._refused, line = error, b""
        self._is_over = not line
        return line

    def _skip(self) -> None:
        while piece := self._stream.readline(_AT_ONCE):
            if piece.endswith(b"\n"):
                return

    def raise_what_was_wrong(self) -> None:
        """Raise why reading had to stop, where it had to."""
        if self._refused is not None:
            raise self._refused


def _last_line(parts: list[bytes]) -> bytes:
    """Return the last line of what the parts are together, without putting them together."""
    line: list[bytes] = []
    for part in filter(None, reversed(parts)):
        at = part.rfind(b"\n", 0, len(part) if line else -1)
        line.append(part[at + 1 :])
        if at >= 0:
            break
    return b"".join(reversed(line))
