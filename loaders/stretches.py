"""A table cut at the ends of lines into stretches of which no two have lines that belong together."""

from __future__ import annotations

import io
from bisect import bisect_left
from collections.abc import Callable
from functools import partial
from typing import TypeAlias

import msgspec

from loaders.errors import RefusedError

_MOST_BYTES = 2**25
"""A stretch ends here, whatever belongs together."""
_BLOCKS = 32
"""What stays with the last line is looked for in parts of so much of the size asked for."""
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


class Stretches:
    """Takes stretches of whole lines off a stream; of a line beyond the limit no more than shows that it is."""

    def __init__(self, stream: io.BufferedReader, limit: int, cut: Cut, size: int) -> None:
        self._stream, self._limit, self._cut, self._size = stream, limit, cut, size
        self._header = b""
        self._held = b""
        """The lines that begin the next stretch."""
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
        if self._cut.together and not self._cut.quoted:
            self._add_blocks(found)
        else:
            self._add_lines(found)
        return b"".join(found)

    def _add_blocks(self, found: list[bytes]) -> None:
        """Add what stays with the last line, many lines at a time: to look at each would take as long as to read it."""
        size, key = sum(map(len, found)), self._key(_last_line(found))
        is_another = partial(self._is_another, key)
        while size < _MOST_BYTES and (block := b"".join(self._at_least(self._size // _BLOCKS))):
            end = _where_another_begins(block, is_another)
            found.append(block[:end])
            size += end
            if end < len(block):
                self._held = block[end:]
                break

    def _is_another(self, key: bytes | None, line: bytes) -> bool:
        return (its := self._key(line)) is not None and its != key

    def _add_lines(self, found: list[bytes]) -> None:
        """Add what stays with the last line, a line at a time: a quote may be open."""
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


def _where_another_begins(block: bytes, is_another: Callable[[bytes], bool]) -> int:
    """Return where in some whole lines one begins that is another and stands after one that is not.

    It need not be the first of its kind: any such place will do, and a block whose last line is none is taken whole.
    """
    if not is_another(_last_line([block])):
        return len(block)
    lines = block.removesuffix(b"\n").split(b"\n")
    before = bisect_left(lines, True, key=is_another)
    return sum(map(len, lines[:before])) + before


def _last_line(parts: list[bytes]) -> bytes:
    """Return the last line of what the parts are together, without putting them together."""
    line: list[bytes] = []
    for part in filter(None, reversed(parts)):
        at = part.rfind(b"\n", 0, len(part) if line else -1)
        line.append(part[at + 1 :])
        if at >= 0:
            break
    return b"".join(reversed(line))
