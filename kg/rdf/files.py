"""A dump as a file: in any of the common forms, whole or not there at all."""

from __future__ import annotations

import gzip
import io
import os
import re
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING, Literal, TypeAlias, cast

import pyoxigraph

from kg.errors import KgError
from kg.rdf.mapping import read_mapping

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

Form: TypeAlias = Literal["nquads", "ntriples", "turtle", "trig", "rdfxml"]
Compression: TypeAlias = Literal["none", "gzip"]

FORMS: dict[Form, pyoxigraph.RdfFormat | None] = {
    "nquads": None,
    "ntriples": None,
    "turtle": pyoxigraph.RdfFormat.TURTLE,
    "trig": pyoxigraph.RdfFormat.TRIG,
    "rdfxml": pyoxigraph.RdfFormat.RDF_XML,
}
"""The forms, and the writer of those that are not our own lines."""

_BLOCK = 1 << 16
_ESCAPE = re.compile(rb"\\(?:[^ubf]|(u00[01][0-9A-F]|uFFF[EF]|[bf])|u)")
"""Every escape of N-Triples; those that XML has no character for are in the group."""


class DumpError(KgError):
    """The dump cannot be written."""


def write_dump(chunks: Iterable[bytes], output: str, *, form: Form, compression: Compression, base: str) -> None:
    """Write a dump. ``chunks`` are the sorted lines; ``output`` is a path or ``-``.

    A file is written under another name beside it and renamed when it is whole: a reader never sees half a dump.

    Raises:
        DumpError: it cannot be written there, or holds a character that RDF/XML cannot.

    """
    if output == "-":
        _write(chunks, sys.stdout.buffer, form, compression, base)
        return
    target = Path(output)
    try:
        with _beside(target) as file:
            _write(chunks, file, form, compression, base)
    except OSError as error:
        raise DumpError(f"cannot write {target}: {error.strerror or error}. Nothing was left there.") from error


@contextmanager
def _beside(target: Path) -> Iterator[IO[bytes]]:
    """A file that takes the target's place when all went well, and is gone when not."""
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".part", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(0o644 & ~_umask())
        Path(name).replace(target)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise


def _write(chunks: Iterable[bytes], file: IO[bytes], form: Form, compression: Compression, base: str) -> None:
    if compression == "none":
        _write_plain(chunks, file, form, base)
        return
    with gzip.GzipFile(filename="", mode="wb", fileobj=file, mtime=0) as packed:
        _write_plain(chunks, cast("IO[bytes]", packed), form, base)


def _write_plain(chunks: Iterable[bytes], file: IO[bytes], form: Form, base: str) -> None:
    writer = FORMS[form]
    if writer is None:
        for chunk in chunks:
            file.write(chunk)
        return
    if form == "rdfxml":
        chunks = map(_check_xml, chunks)
    triples = pyoxigraph.parse(io.BufferedReader(_Reading(chunks), _BLOCK), format=pyoxigraph.RdfFormat.N_TRIPLES)
    pyoxigraph.serialize((quad.triple for quad in triples), file, format=writer, prefixes=read_mapping(base).prefixes)


def _check_xml(chunk: bytes) -> bytes:
    for found in _ESCAPE.finditer(chunk):
        if found[1]:
            line = chunk[chunk.rfind(b"\n", 0, found.start()) + 1 :].split(b" ", 1)[0].decode("utf-8")
            raise DumpError(f"RDF/XML has no way to write a control character of {line}: choose another form")
    return chunk


class _Reading(io.RawIOBase):
    """Chunks as a file to read from."""

    def __init__(self, chunks: Iterable[bytes]) -> None:
        self._chunks = iter(chunks)
        self._held = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        view = memoryview(buffer)
        while not self._held:
            try:
                self._held = next(self._chunks)
            except StopIteration:
                return 0
        size = min(len(view), len(self._held))
        view[:size], self._held = self._held[:size], self._held[size:]
        return size


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
