"""Opens what a user named: files, archives, standard input and pages, one at a time."""

from __future__ import annotations

import io
import os
import stat
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import BinaryIO

import msgspec

from kg.model import Reject
from loaders.bounded import BoundedStream, Budget, buffered
from loaders.compressed import ZIP_MARK, unpacked, without_suffix, zip_members
from loaders.contract import OpenedInput
from loaders.errors import RefusedError
from loaders.targets import STANDARD_INPUT, Address, File, Target, find_targets, is_graph, name_of, shown
from loaders.web_limits import WebLimits

Tell = Callable[[str, str], None]
"""Takes remarks for the person at the terminal: of which input, and what."""

_IN_MEMORY = 16 * 2**20
_DUMP = ".nq"
_COPIED_AT_ONCE = 2**20
_LARGEST_PIPED_ARCHIVE = 2**30


class _Raw(msgspec.Struct, frozen=True):
    """An input before it is unpacked."""

    where: str
    name: str
    source: BinaryIO
    url: str = ""
    media_type: str = ""
    charset: str = ""
    file: str = ""
    """Where it can be opened again, which a pipe cannot."""


def open_inputs(typed: Sequence[str], web: WebLimits, tell: Tell) -> Iterator[OpenedInput | Reject]:
    """Yield every input that the words stand for, each open until the next is asked for.

    Compressed inputs come unpacked, and a zip archive as one input for each file in it.

    Raises:
        NoSuchInputError: a word stands for nothing; nothing is opened then.
    """
    for target in find_targets(typed):
        with ExitStack() as stack:
            where = _where(target)
            try:
                yield from _opened(_open_raw(target, web, stack), tell)
            except RefusedError as error:
                yield error.reject(where)


def _where(target: Target) -> str:
    if isinstance(target, File):
        return shown(target.path)
    return target.url if isinstance(target, Address) else STANDARD_INPUT


def _open_raw(target: Target, web: WebLimits, stack: ExitStack) -> _Raw:
    if isinstance(target, Address):
        from loaders.web import fetch  # most inputs are files

        page = fetch(target.url, web)
        return _Raw(target.url, name_of(target.url), io.BytesIO(page.body), page.url, page.media_type, page.charset)
    if isinstance(target, File):
        name, source = shown(target.path.name), stack.enter_context(_open_file(target.path))
        again = os.fsdecode(target.path.absolute()) if target.path.is_file() else ""
        return _Raw(shown(target.path), name, source, file=again)
    return _Raw(STANDARD_INPUT, STANDARD_INPUT, sys.stdin.buffer)


def _open_file(path: Path) -> BinaryIO:
    try:
        mode = path.stat().st_mode
        if not (stat.S_ISREG(mode) or stat.S_ISFIFO(mode)):
            if is_graph(path):
                raise RefusedError("a-graph", "it is a graph, and no source for one; name it with --uri")
            raise RefusedError("unreadable", "it is no file that can be read")
        return path.open("rb", buffering=0)
    except FileNotFoundError:
        raise RefusedError("not-found", "it is gone, or a link to nothing") from None
    except OSError as error:
        raise RefusedError("unreadable", f"it cannot be opened: {error.strerror}") from error


def _opened(raw: _Raw, tell: Tell) -> Iterator[OpenedInput | Reject]:
    source = BoundedStream(raw.source.read, readinto=getattr(raw.source, "readinto", None))
    packed, budget = buffered(source), Budget(source.given)
    stream = unpacked(packed, budget)
    if without_suffix(raw.name).endswith(_DUMP):
        raise RefusedError("a-graph", "it is a dump of a graph: load it by itself, into an empty graph")
    is_archive = stream.peek(len(ZIP_MARK)).startswith(ZIP_MARK)
    if is_archive or stream is not packed:
        raw = msgspec.structs.replace(raw, file="")
    if is_archive:
        rewound = _rewound(raw.source) if stream is packed else None
        with rewound or _kept_aside(stream) as archive:
            yield from _opened_archive(raw, archive, None if rewound else budget, tell)
    else:
        yield _input(raw, raw.where, without_suffix(raw.name), stream, tell)


def _opened_archive(
    raw: _Raw, archive: io.BufferedReader, budget: Budget | None, tell: Tell
) -> Iterator[OpenedInput | Reject]:
    for inner, opener in zip_members(archive, budget):
        where = f"{raw.where}!/{shown(inner)}"
        try:
            with opener() as member:
                name = without_suffix(name_of(where))
                yield _input(raw, where, name, member, tell)
        except RefusedError as error:
            yield error.reject(where)


def _input(raw: _Raw, where: str, name: str, stream: io.BufferedReader, tell: Tell) -> OpenedInput:
    return OpenedInput(
        where=where,
        name=name,
        stream=stream,
        url=raw.url,
        media_type=raw.media_type,
        charset=raw.charset,
        file=raw.file,
        tell=partial(tell, where),
    )


def _rewound(source: BinaryIO) -> io.BufferedReader | None:
    """A file can be read where the archive's list says, so nothing of it is copied."""
    if not isinstance(source, io.FileIO) or not source.seekable():
        return None
    source.seek(0)
    return io.BufferedReader(source)


@contextmanager
def _kept_aside(stream: io.BufferedReader) -> Iterator[io.BufferedReader]:
    """The list of files stands at an archive's end: it is kept in memory, or in a temporary file if it is large."""
    with SpooledTemporaryFile(max_size=_IN_MEMORY) as kept:
        while piece := stream.read(_COPIED_AT_ONCE):
            kept.write(piece)
            if kept.tell() > _LARGEST_PIPED_ARCHIVE:
                raise RefusedError("too-large", "save the archive as a file and load that")
        kept.seek(0)
        yield io.BufferedReader(kept)
