"""Plain text: one article a file."""

from __future__ import annotations

from collections.abc import Iterator

from kg.model import Source
from loaders.article import Article, make_source
from loaders.contract import OpenedInput, ReadOptions
from loaders.decoding import decode, is_binary
from loaders.errors import RefusedError
from loaders.wrapping import unwrapped


class PlainTextLoader:
    """Reads a file of text as one article. Its text is the file's, with line ends as line feeds.

    Where lines are broken at a width, the line ends inside a paragraph become spaces; offsets stay.

    It takes every input that is text, so it is asked last.
    """

    name = "text"

    def recognises(self, head: bytes, _name: str, /) -> bool:
        """Tell whether these are bytes of text."""
        return not is_binary(head)

    def read(self, opened: OpenedInput, options: ReadOptions) -> Iterator[Source]:
        """Yield the article."""
        text = unwrapped(read_text(opened, options))
        if not text.strip():
            raise RefusedError("empty", "there is no text in it")
        yield make_source(Article(text=text, key=opened.stem, url=opened.url), self.name, options)


def read_text(opened: OpenedInput, options: ReadOptions) -> str:
    """Return a whole input as text, with line ends as line feeds; an encoding other than UTF-8 is remarked on.

    Raises:
        RefusedError: ``too-large``, ``binary`` or ``encoding``.
    """
    data = read_whole(opened, options.record_limit)
    decoded = decode(data, named=options.encoding, said=((opened.charset, "the server"),))
    if decoded.encoding != "utf-8":
        opened.tell(f"read as {decoded.encoding}, says {decoded.said_by}")
    return with_line_feeds(decoded.text)


def read_whole(opened: OpenedInput, limit: int) -> bytes:
    """Return all bytes of an input that is one record.

    Raises:
        RefusedError: ``too-large``.
    """
    data = opened.stream.read(limit + 1)
    if len(data) > limit:
        raise RefusedError("too-large", f"larger than {limit:,} bytes; split it, or raise the limit")
    return data


def with_line_feeds(text: str) -> str:
    """Return the text with every line end and page break as a line feed, and without the end mark of old systems."""
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n").removesuffix("\x1a")
