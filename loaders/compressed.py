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

from loaders.bounded import BoundedStream, Budget, buffered
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

_Opened: TypeAlias = tuple[Callable[[int], bytes], tuple[type[Exception], ...]]
_Opener: TypeAlias = Callable[[BufferedReader], _Opened]


def unpacked(stream: BufferedReader, budget: Budget) -> BufferedReader:
    """Return the stream without its compression (gzip, bzip2, Zstandard), up to three layers of it.

    All layers together give what the budget allows.

    Reading raises ``RefusedError``: ``unreadable`` for damage, ``too-large`` for what expands beyond reason.
    """
    for _ in range(_LAYERS + 1):
        opener = _opener(stream.peek(4))
        if opener is None:
            return stream
        read, errors = opener(stream)
        stream = buffered(BoundedStream(read, errors=errors, budget=budget))
    raise RefusedError("unreadable", f"it is compressed more than {_LAYERS} times over; unpack it yourself")


def zip_members(
    archive: BufferedReader, budget: Budget | None = None
) -> Iterator[tuple[str, Callable[[], BufferedReader]]]:
    """Yield the name of each file of a zip archive, in the archive's order, and what opens it without any compression.

    All files together give what the budget allows; without one, what is allowed of the archive's own size.

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
        files = [one for one in opened.infolist() if not _is_folder(one) and not _is_link(one)]
        budget = budget or Budget(partial(int, archive.seek(0, io.SEEK_END)))
        budget.take(sum(one.file_size for one in files))  # a member never gives more than is stated for it
        if WORKBOOK in opened.namelist():
            yield from sheets(opened)
            return
        if _OFFICE_MEMBERS & set(opened.namelist()):
            raise RefusedError("binary", "this is an office document or e-book; save it as text or PDF")
        for member in files:
            yield member.filename, partial(_open_member, opened, member, budget)


def without_suffix(name: str) -> str:
    """Return the name of the file that is inside the compressed one."""
    for suffix in SUFFIXES:
        if name.lower().endswith(suffix) and len(name) > len(suffix):
            return name[: -len(suffix)]
    return name


def _open_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, budget: Budget) -> BufferedReader:
    try:
        return unpacked(buffered(BoundedStream(archive.open(member).read, errors=_ZIP_ERRORS)), budget)
    except _ZIP_ERRORS as error:
        raise RefusedError("unreadable", f"it cannot be unpacked: {error}") from error


def _is_folder(member: zipfile.ZipInfo) -> bool:
    """Tell by the end of its name: ``is_dir`` of Python 3.11 fails where a damaged archive has none."""
    return member.filename.endswith("/")


def _is_link(member: zipfile.ZipInfo) -> bool:
    return stat.S_ISLNK(member.external_attr >> 16)


def _opener(head: bytes) -> _Opener | None:
    return next((opener for mark, opener in _OPENERS.items() if head.startswith(mark)), None)


def _open_gzip(source: BufferedReader) -> _Opened:
    return gzip.GzipFile(fileobj=source, mode="rb").read1, _ERRORS


def _open_bzip2(source: BufferedReader) -> _Opened:
    return bz2.BZ2File(source, "rb").read1, _ERRORS


def _open_zstandard(source: BufferedReader) -> _Opened:
    zstd = library("backports.zstd", "backports.zstd", ".zst")
    options = {zstd.DecompressionParameter.window_log_max: _LARGEST_WINDOW}
    return zstd.ZstdFile(source, options=options).read1, (*_ERRORS, zstd.ZstdError)


_OPENERS: dict[bytes, _Opener] = {
    b"\x1f\x8b": _open_gzip,
    b"BZh": _open_bzip2,
    b"\x28\xb5\x2f\xfd": _open_zstandard,
}
"""By first bytes. Each gives what reads on, as far as it has come, and the errors that reading may raise."""
