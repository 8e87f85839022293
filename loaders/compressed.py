"""Compressed inputs, told by their first bytes and unpacked as they are read, within bounds."""

from __future__ import annotations

import bz2
import gzip
import io
import stat
import zipfile
import zlib
from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from io import BufferedReader

from loaders.bounded import ALWAYS_ALLOWED, EXPANSION_LIMIT, TOO_EXPANSIVE, BoundedStream, Readable, buffered
from loaders.errors import RefusedError

ZIP_MARK = b"PK\x03\x04"
SUFFIXES = (".gz", ".bz2", ".zst")
_LAYERS = 3
_ERRORS = (OSError, EOFError, zlib.error)
_ZIP_ERRORS = (*_ERRORS, zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError)
_OFFICE_MEMBERS = {"[Content_Types].xml", "mimetype"}


class _Counting(io.RawIOBase):
    """Passes bytes on and counts them."""

    def __init__(self, source: BufferedReader) -> None:
        self._source = source
        self.count = 0

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1, /) -> bytes:
        data = self._source.read(size)
        self.count += len(data)
        return data


def unpacked(stream: BufferedReader) -> BufferedReader:
    """Return the stream without its compression (gzip, bzip2, Zstandard), up to three layers of it.

    Reading raises ``RefusedError``: ``unreadable`` for damage, ``too-large`` for what expands beyond reason.
    """
    for _ in range(_LAYERS):
        opener = _opener(stream.peek(4))
        if opener is None:
            return stream
        counting = _Counting(stream)
        source, errors = opener(counting)
        allowed = partial(_allowance_of, counting)
        stream = buffered(BoundedStream(source, errors=errors, allowed=allowed))
    raise RefusedError("unreadable", f"it is compressed more than {_LAYERS} times over; unpack it yourself")


def zip_members(archive: BufferedReader) -> Iterator[tuple[str, Callable[[], BufferedReader]]]:
    """Yield the name of each file of a zip archive, in the archive's order, and what opens it.

    Raises:
        RefusedError: the archive is damaged, or expands beyond reason, or is an office document; on opening or reading
            a file of it, that this one is damaged or encrypted.
    """
    try:
        opened = zipfile.ZipFile(archive)
    except _ZIP_ERRORS as error:
        raise RefusedError("unreadable", f"the zip archive is damaged: {error}") from error
    with opened:
        if _OFFICE_MEMBERS & set(opened.namelist()):
            raise RefusedError("binary", "this is an office document or e-book; save it as text or PDF")
        files = [one for one in opened.infolist() if not one.is_dir() and not _is_link(one)]
        _check_allowance(archive, sum(one.file_size for one in files))
        for member in files:
            yield member.filename, partial(_open_member, opened, member)


def without_suffix(name: str) -> str:
    """Return the name of the file that is inside the compressed one."""
    for suffix in SUFFIXES:
        if name.lower().endswith(suffix) and len(name) > len(suffix):
            return name[: -len(suffix)]
    return name


def _open_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> BufferedReader:
    try:
        return buffered(BoundedStream(archive.open(member), errors=_ZIP_ERRORS))
    except _ZIP_ERRORS as error:
        raise RefusedError("unreadable", f"it cannot be unpacked: {error}") from error


def _is_link(member: zipfile.ZipInfo) -> bool:
    return stat.S_ISLNK(member.external_attr >> 16)


def _check_allowance(archive: BufferedReader, unpacked_size: int) -> None:
    """A member never gives more than the size that the archive states for it, so the stated sizes are the bound."""
    if unpacked_size > _allowance(archive.seek(0, io.SEEK_END)):
        raise RefusedError("too-large", TOO_EXPANSIVE)


def _allowance(packed: int) -> int:
    return max(ALWAYS_ALLOWED, EXPANSION_LIMIT * packed)


def _allowance_of(counted: _Counting) -> int:
    return _allowance(counted.count)


def _opener(
    head: bytes,
) -> Callable[[_Counting], tuple[Readable, tuple[type[Exception], ...]]] | None:
    if head.startswith(b"\x1f\x8b"):
        return lambda source: (gzip.GzipFile(fileobj=source, mode="rb"), _ERRORS)
    if head.startswith(b"BZh"):
        return lambda source: (bz2.BZ2File(source, "rb"), _ERRORS)
    return _open_zstd if head.startswith(b"\x28\xb5\x2f\xfd") else None


def _open_zstd(source: _Counting) -> tuple[Readable, tuple[type[Exception], ...]]:
    try:
        library = import_module("zstandard")
    except ModuleNotFoundError:
        detail = "reading .zst needs the package zstandard; install it, or unpack the file"
        raise RefusedError("unreadable", detail) from None
    reader: Readable = library.ZstdDecompressor(max_window_size=2**27).stream_reader(source, read_across_frames=True)
    return reader, (*_ERRORS, library.ZstdError)
