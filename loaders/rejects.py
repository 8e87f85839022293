"""The rejects file: what was not used, as JSON lines that a person can mend and load again."""

from __future__ import annotations

import io
import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, Self

import msgspec

from kg.blueprint import reject_reasons
from kg.model import Reject
from loaders.compressed import without_suffix
from loaders.contract import Item, Loader, OpenedInput, ReadOptions
from loaders.errors import LoaderError, RefusedError, UnknownLoaderError
from loaders.jsonl import lines_of
from loaders.targets import name_of

_BEGINS = b'{"where":'
_HAS = b'"reason":'
_FIRST_LINES = 4_096


class RejectsFileError(LoaderError):
    """The rejects file cannot be written."""


class RejectsFile:
    """Writes rejects, one JSON object a line, under a temporary name that becomes the real one when all is written.

    Where nothing is rejected no file is made. A file of that name is replaced, so a rejects file can be loaded while
    the rejects of that run are written to the same name.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.count = 0
        self._partial = path.with_name(path.name + ".partial")
        self._file: BinaryIO | None = None

    def __enter__(self) -> Self:
        return self

    def add(self, reject: Reject) -> None:
        """Write one reject.

        Raises:
            RejectsFileError: the disk is full, or the folder cannot be written to.
        """
        try:
            if self._file is None:
                self._file = self._partial.open("wb")
            self._file.write(_line(reject))
        except OSError as error:
            raise RejectsFileError(f"{self._partial}: cannot be written: {error.strerror}") from error
        self.count += 1

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Put the file in its place, also after an error: what was rejected until then stays known."""
        if self._file is None:
            return
        try:
            with self._file as file:
                file.flush()
                os.fsync(file.fileno())
            self._partial.replace(self.path)
        except OSError as failure:
            raise RejectsFileError(f"{self.path}: cannot be written: {failure.strerror}") from failure


class RejectsLoader:
    """Reads a rejects file: the content of each record goes to the loader that refused it, under its old place.

    A reject without content stays one: it is yielded as it stands, and what it names can be loaded by itself.
    """

    name = "rejects"

    def __init__(self, find_loader: Callable[[str], Loader]) -> None:
        self._find_loader = find_loader

    def recognises(self, head: bytes, _name: str, /) -> bool:
        """Tell whether the first line is a reject."""
        return head.startswith(_BEGINS) and _HAS in head[:_FIRST_LINES].partition(b"\n")[0]

    def read(self, opened: OpenedInput, options: ReadOptions) -> Iterator[Item]:
        """Yield what the mended records hold, and the rejects that remain."""
        for number, line in lines_of(opened, 2 * options.record_limit):
            try:
                reject = _reject(line)
            except RefusedError as error:
                content = (line or b"").decode("utf-8", errors="backslashreplace")
                yield error.reject(opened.where, str(number), content, self.name if content else "")
                continue
            yield from self._again(reject, opened, options)

    def _again(self, reject: Reject, opened: OpenedInput, options: ReadOptions) -> Iterator[Item]:
        if not reject.content or reject.loader in ("", self.name):
            yield reject
            return
        try:
            loader = self._find_loader(reject.loader)
            yield from loader.read(_reopened(reject, opened), options)
        except UnknownLoaderError as error:
            yield msgspec.structs.replace(reject, reason="bad-record", detail=str(error))
        except RefusedError as error:
            yield msgspec.structs.replace(reject, reason=error.reason, detail=str(error))


def _reopened(reject: Reject, opened: OpenedInput) -> OpenedInput:
    """The record as an input of its own, in its old place, so that it gets the same id as it would have had there."""
    content = io.BytesIO(reject.content.encode("utf-8", errors="surrogatepass"))
    return OpenedInput(
        where=reject.where,
        name=without_suffix(name_of(reject.where)),
        stream=io.BufferedReader(content),
        first_line=int(reject.record) if reject.record.isdecimal() else 1,
        tell=opened.tell,
    )


def _line(reject: Reject) -> bytes:
    """One line of JSON; an unpaired surrogate, which UTF-8 cannot carry, is written as JSON's escape for it."""
    text = json.dumps(msgspec.structs.asdict(reject), ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", errors="backslashreplace") + b"\n"


def _reject(line: bytes | None) -> Reject:
    if line is None:
        raise RefusedError("too-large", "the line is longer than the limit")
    try:
        read: Any = json.loads(line)
        reject = msgspec.convert(read, Reject)
    except msgspec.ValidationError as error:
        raise RefusedError("bad-record", f"{error}") from error
    except (ValueError, RecursionError) as error:
        raise RefusedError("bad-json", f"{error}") from error
    if reject.reason not in reject_reasons():
        raise RefusedError("bad-record", f"{reject.reason[:40]!r} is no reason of the closed list")
    return reject
