"""A JSON document: one article, or a list of them, as a whole file rather than as lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from kg.model import Reject, Source
from loaders.article import make_source
from loaders.contract import OpenedInput, ReadOptions
from loaders.decoding import decode
from loaders.errors import RefusedError
from loaders.jsonl import article_of
from loaders.plain import read_whole

_BEGINS_LIST = re.compile(rb"(?:\xef\xbb\xbf)?\s*\[\s*[\{\]]")
_BEGINS_OBJECT_ON_LINES = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*(?:"[^"]{1,80}"\s*:\s*(?:.*,|[\[{]))?\r?\n')
_LIST = msgspec.json.Decoder(list[msgspec.Raw])


class JsonDocumentLoader:
    """Reads a file that is one JSON object, or a list of objects, in the fields of JSON lines.

    An object of the list that is refused keeps its place and content; it is loaded again as a JSON line.
    """

    name = "json"

    def recognises(self, head: bytes, name: str, /) -> bool:
        """Tell whether this is a list of objects, or an object that runs over several lines."""
        if name.endswith((".jsonl", ".ndjson")):
            return False
        return bool(_BEGINS_LIST.match(head) or _BEGINS_OBJECT_ON_LINES.match(head))

    def read(self, opened: OpenedInput, options: ReadOptions) -> Iterator[Source | Reject]:
        """Yield a source or a reject for each object."""
        objects = _objects(_utf8(opened, options))
        for number, record in enumerate(objects, start=1):
            place = str(number) if len(objects) > 1 else ""
            try:
                yield make_source(article_of(record, opened.stem, place, ""), self.name, options)
            except RefusedError as error:
                yield error.reject(opened.where, place, _on_one_line(record), "jsonl")


def _utf8(opened: OpenedInput, options: ReadOptions) -> bytes:
    data = read_whole(opened, options.record_limit)
    return decode(data, named=options.encoding).text.encode("utf-8")


def _objects(data: bytes) -> list[bytes]:
    """The objects as they stand. One that is damaged damages the list, so there is no other to go on with."""
    if not data.lstrip().startswith(b"["):
        return [data.strip()]
    try:
        return [bytes(one) for one in _LIST.decode(data)]
    except (msgspec.DecodeError, RecursionError) as error:
        raise RefusedError("bad-json", f"{error}") from error


def _on_one_line(record: bytes) -> str:
    """Line ends in JSON stand between values only, never inside a string: a space says the same."""
    return record.decode("utf-8").replace("\r", " ").replace("\n", " ")
