"""What a loader is: it reads one kind of input and yields what it holds, one record at a time.

A package adds a loader by an entry point of the group ``kg.loaders``; its value is a loader, or a class without
arguments that makes one::

    [project.entry-points."kg.loaders"]
    my-format = "my_package:MyLoader"

What every loader promises:

- It yields records as it reads them; its memory does not grow with the input.
- The same bytes and options give the same items in the same order: no clock, no locale, no network.
- What it cannot use it yields as a ``Reject`` with a reason of schema/rejects.yaml, and goes on with the next record.
  An input that it cannot read on it ends by raising ``RefusedError``; what was yielded before stands.
- Input is hostile: it is never run, never a path, never fetched.
- It knows nothing of any store.
"""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterator
from io import BufferedReader
from pathlib import PurePosixPath
from typing import Protocol, TypeAlias, runtime_checkable

import msgspec

from kg.model import Found, Source
from loaders.errors import BadOptionError
from loaders.publication import published_edtf
from loaders.reported import Reported

HEAD_BYTES = 65_536
"""How much of an input a loader is shown to recognise it by."""

Item: TypeAlias = Source | Reported | Found
"""An article is a ``Source``, from which an extractor makes claims, and so are the words of another that are
``Reported``; a record of a data set is a ``Reading``, and its rows are counted by ``RowsRead``."""


class ReadOptions(msgspec.Struct, frozen=True):
    """What the user says about all inputs of a run.

    Raises:
        BadDateError: ``published`` is no date.
        BadOptionError: ``encoding`` is none that Python knows.
    """

    published: str = ""
    """Publication date, as EDTF, of the texts that have none of their own."""
    publisher: str = ""
    """Takes the place of what the input says; so do ``licence`` and ``language``."""
    licence: str = ""
    language: str = ""
    encoding: str = ""
    """Encoding of the input, instead of what it says of itself and of guessing."""
    mapping: str = ""
    """The file that says what the columns of a table mean; inputs are then tables in CSV."""
    beside: tuple[str, ...] = ()
    """The files that the rows of the inputs refer to: the events of GDELT mentions, the roll calls of votes."""
    record_limit: int = 16 * 2**20
    """Largest article, page or line that is read, in bytes."""

    def __post_init__(self) -> None:
        if self.published:
            published_edtf(self.published)
        if self.encoding:
            try:
                codecs.lookup(self.encoding)
            except LookupError:
                raise BadOptionError(
                    f"{self.encoding!r} is no encoding that Python knows: write utf-8, windows-1252, ..."
                ) from None


def tell_nobody(_line: str) -> None:
    """Drop a remark: nobody is listening."""


class OpenedInput(msgspec.Struct, frozen=True):
    """One input, open at its beginning. Reading from ``stream`` may raise ``RefusedError``."""

    where: str
    """The path or address, as shown to the user and kept in rejects."""
    name: str
    """The last part of the path, without suffixes of compression."""
    stream: BufferedReader
    url: str = ""
    """The address that the bytes came from, after redirects; empty for files."""
    media_type: str = ""
    """What the server called it ("text/html"), or empty."""
    charset: str = ""
    """The encoding that the server named, or empty."""
    first_line: int = 1
    """The number of the first line: that of the original file where a rejected record is loaded again."""
    file: str = ""
    """The file of which these are the bytes, where they stand in one just as they are; others can read it there."""
    tell: Callable[[str], None] = tell_nobody
    """Takes a remark for the person at the terminal, for example which encoding was guessed."""

    @property
    def stem(self) -> str:
        """The name without its suffix: the key of sources that have no id of their own."""
        return PurePosixPath(self.name).stem or self.name

    def head(self) -> bytes:
        """Return the first ``HEAD_BYTES`` bytes, or all there are, without reading past them."""
        return self.stream.peek(HEAD_BYTES)[:HEAD_BYTES]


@runtime_checkable
class Loader(Protocol):
    """Reads one kind of input."""

    @property
    def name(self) -> str:
        """What ``--as`` calls it, and ``Source.loader``."""

    def recognises(self, head: bytes, name: str, /) -> bool:
        """Tell whether this input is of its kind: by content, and by name only where content does not tell."""

    def read(self, opened: OpenedInput, options: ReadOptions) -> Iterator[Item]:
        """Yield what the input holds."""
