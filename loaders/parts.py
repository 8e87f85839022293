"""One record of an archive, message or feed, read as the page or text that it is."""

from __future__ import annotations

import io
from collections.abc import Iterator

import msgspec

from kg.model import Reject, Source
from loaders.contract import OpenedInput, ReadOptions
from loaders.errors import RefusedError
from loaders.html import HtmlLoader
from loaders.plain import PlainTextLoader

PAGE_TYPES = frozenset({"text/html", "application/xhtml+xml"})
_LOADERS = dict.fromkeys(PAGE_TYPES, HtmlLoader()) | {"text/plain": PlainTextLoader()}


class Part(msgspec.Struct, frozen=True):
    """A record inside an input."""

    record: str
    """What rejects call it: an address, a file's name, ..."""
    name: str
    media_type: str
    data: bytes
    url: str = ""
    charset: str = ""


def read_part(part: Part, opened: OpenedInput, options: ReadOptions, loader: str) -> Iterator[Source | Reject]:
    """Yield what one record of an input holds, with ``loader`` as its loader; a record that is refused is a reject."""
    reader = _LOADERS.get(part.media_type)
    try:
        if reader is None:
            raise RefusedError("not-text-type", f"it is {part.media_type or 'of no type'}, which is no article")
        inner = OpenedInput(
            where=opened.where,
            name=part.name,
            stream=io.BufferedReader(io.BytesIO(part.data)),
            url=part.url,
            media_type=part.media_type,
            charset=part.charset,
        )
        for source in reader.read(inner, options):
            yield msgspec.structs.replace(source, loader=loader)
    except RefusedError as error:
        yield error.reject(opened.where, part.record)
