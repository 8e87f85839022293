"""Reading a dump back: plain or packed, line by line, with one clear line where it is broken."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import IO, cast

import pyoxigraph

from kg.errors import KgError

_AT_A_TIME = 1_000
"""Lines parsed at a time."""
_GZIP, _ZSTD = b"\x1f\x8b", b"\x28\xb5\x2f\xfd"


class BrokenDumpError(KgError):
    """A dump that cannot be read to its end."""


@contextmanager
def opened(file: Path) -> Iterator[IO[bytes]]:
    """Open a dump, unpacked if it is packed.

    Raises:
        BrokenDumpError: it is not there, or ends in the middle of what was packed.
    """
    try:
        with file.open("rb") as raw:
            first = raw.read(4)
            raw.seek(0)
            yield _unpacked(raw, first)
    except EOFError:
        raise BrokenDumpError(f"{file} is cut in the middle: export it again") from None
    except OSError as error:
        raise BrokenDumpError(f"cannot read {file}: {error.strerror or error}") from error


def lines_in(file: Path) -> Iterator[bytes]:
    """Yield the lines of a sorted dump.

    Raises:
        BrokenDumpError: the last line is cut, or the lines are not sorted.
    """
    last = b""
    with opened(file) as source:
        for number, line in enumerate(source, 1):
            if not line.endswith(b".\n"):
                raise BrokenDumpError(f"{file}, line {number:,}: the dump is cut in the middle; export it again")
            if line < last:
                raise BrokenDumpError(f"{file}, line {number:,}: the lines are not sorted: use LC_ALL=C sort")
            last = line
            yield line


def quads_in(file: Path) -> Iterator[pyoxigraph.Quad]:
    """Yield the quads of a sorted dump.

    Raises:
        BrokenDumpError: as for :func:`lines_in`, or a line is no N-Quads.
    """
    lines, number = lines_in(file), 1
    while some := list(islice(lines, _AT_A_TIME)):
        try:
            yield from list(pyoxigraph.parse(b"".join(some), format=pyoxigraph.RdfFormat.N_QUADS))
        except SyntaxError as error:
            bad = number + (error.lineno or 1) - 1
            raise BrokenDumpError(f"{file}, line {bad:,}: no N-Quads: {error.msg.partition(': ')[2]}") from None
        number += len(some)


def _unpacked(raw: IO[bytes], first: bytes) -> IO[bytes]:
    if first.startswith(_GZIP):
        return cast("IO[bytes]", gzip.GzipFile(fileobj=raw))
    if first == _ZSTD:
        return cast("IO[bytes]", import_module("backports.zstd").ZstdFile(raw))
    return raw
