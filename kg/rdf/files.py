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
from importlib import import_module
from pathlib import Path
from typing import IO, TYPE_CHECKING, Literal, TypeAlias, cast

import pyoxigraph

from kg.errors import KgError
from kg.rdf.jsonld import jsonld_lines
from kg.rdf.mapping import read_mapping

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

Form: TypeAlias = Literal["nquads", "ntriples", "turtle", "trig", "jsonld", "rdfxml"]
Compression: TypeAlias = Literal["none", "gzip", "zstd"]

FORMS: dict[Form, pyoxigraph.RdfFormat | None] = {
    "nquads": None,
    "ntriples": None,
    "turtle": pyoxigraph.RdfFormat.TURTLE,
    "trig": pyoxigraph.RdfFormat.TRIG,
    "jsonld": None,
    "rdfxml": pyoxigraph.RdfFormat.RDF_XML,
}
"""The forms, and pyoxigraph's writer of those that we do not write ourselves."""
QUAD_FORMS: tuple[Form, ...] = ("nquads", "trig", "jsonld")
"""The forms that have named graphs."""
RDF12_FORMS: tuple[Form, ...] = ("nquads", "ntriples", "turtle", "trig")
"""The forms that have triple terms."""

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
        _write_out(chunks, form, compression, base)
        return
    target = Path(output)
    try:
        with beside(target) as file:
            _write(chunks, file, form, compression, base)
    except OSError as error:
        raise DumpError(f"cannot write {target}: {error.strerror or error}. Nothing was left there.") from error


def _write_out(chunks: Iterable[bytes], form: Form, compression: Compression, base: str) -> None:
    try:
        _write(chunks, sys.stdout.buffer, form, compression, base)
        sys.stdout.buffer.flush()
    except BrokenPipeError:  # whoever reads has had enough
        raise
    except OSError as error:
        raise DumpError(f"cannot write to standard output: {error.strerror or error}") from error


@contextmanager
def beside(target: Path) -> Iterator[IO[bytes]]:
    """Give a file that takes the target's place when all went well, and is gone when not."""
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
    with _packed(file, compression) as packed:
        _write_plain(chunks, packed, form, base)


def _packed(file: IO[bytes], compression: Compression) -> IO[bytes]:
    """Nothing of the clock or of a name goes into a packed file."""
    if compression == "gzip":
        return cast("IO[bytes]", gzip.GzipFile(filename="", mode="wb", fileobj=file, mtime=0))
    zstd = import_module("backports.zstd")
    return cast("IO[bytes]", zstd.ZstdFile(file, "wb"))


def _write_plain(chunks: Iterable[bytes], file: IO[bytes], form: Form, base: str) -> None:
    if form in {"nquads", "ntriples"}:
        file.writelines(chunks)
        return
    if form == "rdfxml":
        chunks = map(_check_xml, chunks)
    mapping = read_mapping(base)
    quads = pyoxigraph.parse(io.BufferedReader(_Reading(chunks), _BLOCK), format=pyoxigraph.RdfFormat.N_QUADS)
    writer = FORMS[form]
    if writer is None:
        file.writelines(jsonld_lines(quads, mapping))
        return
    whole = quads if form in QUAD_FORMS else (quad.triple for quad in quads)
    pyoxigraph.serialize(whole, file, format=writer, prefixes=mapping.prefixes)


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
