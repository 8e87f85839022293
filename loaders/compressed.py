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
from io import BufferedReader
from typing import TypeAlias

from loaders.bounded import ALWAYS_ALLOWED, EXPANSION_LIMIT, TOO_EXPANSIVE, BoundedStream, buffered
from loaders.errors import RefusedError
from loaders.optional import library
from loaders.spreadsheet import WORKBOOK, sheets

ZIP_MARK = b"PK\x03\x04"
SUFFIXES = (".gz", ".bz2", ".zst")
_LAYERS = 3
_LARGEST_WINDOW = 27
"""Of Zstandard, as a power of two: what unpacking may hold in memory."""
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


_Opened: TypeAlias = tuple[Callable[[int], bytes], tuple[type[Exception], ...]]
_Opener: TypeAlias = Callable[[_Counting], _Opened]


def unpacked(stream: BufferedReader) -> BufferedReader:
    """Return the stream without its compression (gzip, bzip2, Zstandard), up to three layers of it.

    Reading raises ``RefusedError``: ``unreadable`` for damage, ``too-large`` for what expands beyond reason.
    """
    for _ in range(_LAYERS):
        opener = _opener(stream.peek(4))
        if opener is None:
            return stream
        counting = _Counting(stream)
        read, errors = opener(counting)
        stream = buffered(BoundedStream(read, errors=errors, allowed=partial(_allowance_of, counting)))
    raise RefusedError("unreadable", f"it is compressed more than {_LAYERS} times over; unpack it yourself")


def zip_members(archive: BufferedReader) -> Iterator[tuple[str, Callable[[], BufferedReader]]]:
    """Yield the name of each file of a zip archive, in the archive's order, and what opens it.

    A workbook of a spreadsheet is an archive of its sheets, as CSV.

    Raises:
        RefusedError: the archive is damaged, or expands beyond reason, or is an office document; on opening or reading
            a file of it, that this one is damaged or encrypted.
    """
    try:
        opened = zipfile.ZipFile(archive)
    except _ZIP_ERRORS as error:
        raise RefusedError("unreadable", f"the zip archive is damaged: {error}") from error
    with opened:
        files = [one for one in opened.infolist() if not one.is_dir() and not _is_link(one)]
        _check_allowance(archive, sum(one.file_size for one in files))
        if WORKBOOK in opened.namelist():
            yield from sheets(opened)
            return
        if _OFFICE_MEMBERS & set(opened.namelist()):
            raise RefusedError("binary", "this is an office document or e-book; save it as text or PDF")
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
        return buffered(BoundedStream(archive.open(member).read, errors=_ZIP_ERRORS))
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


def _opener(head: bytes) -> _Opener | None:
    return next((opener for mark, opener in _OPENERS.items() if head.startswith(mark)), None)


def _open_gzip(source: _Counting) -> _Opened:
    return gzip.GzipFile(fileobj=source, mode="rb").read1, _ERRORS


def _open_bzip2(source: _Counting) -> _Opened:
    return bz2.BZ2File(source, "rb").read1, _ERRORS


def _open_zstandard(source: _Counting) -> _Opened:
    zstd = library("backports.zstd", "backports.zstd", ".zst")
    options = {zstd.DecompressionParameter.window_log_max: _LARGEST_WINDOW}
    return zstd.ZstdFile(source, options=options).read1, (*_ERRORS, zstd.ZstdError)


_OPENERS: dict[bytes, _Opener] = {
    b"\x1f\x8b": _open_gzip,
    b"BZh": _open_bzip2,
    b"\x28\xb5\x2f\xfd": _open_zstandard,
}
"""By first bytes. Each gives what reads on, as far as it has come, and the errors that reading may raise."""
