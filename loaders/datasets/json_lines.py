"""JSON of data sets: a whole document, or an object a line, also as the lines of one long list."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import msgspec

from kg.model import Reject
from loaders.characters import check_characters
from loaders.contract import OpenedInput, ReadOptions
from loaders.decoding import decode
from loaders.errors import RefusedError
from loaders.jsonl import lines_of
from loaders.plain import read_whole


def whole_json(opened: OpenedInput, options: ReadOptions) -> Any:
    """Return the value of a document, which is held in memory: it is no larger than a record may be.

    Raises:
        RefusedError: ``too-large``, ``encoding``, ``bad-characters`` or ``bad-json``.
    """
    text = decode(read_whole(opened, options.record_limit), named=options.encoding).text
    return decoded(text.encode("utf-8", errors="surrogatepass"))


def decoded(data: bytes) -> Any:
    """Return the value that JSON stands for.

    Raises:
        RefusedError: ``encoding`` or ``bad-json``.
    """
    try:
        value = msgspec.json.decode(data)
    except UnicodeDecodeError as error:
        raise RefusedError("encoding", f"it is not in UTF-8: {error}") from error
    except (msgspec.DecodeError, RecursionError) as error:
        raise RefusedError("bad-json", str(error)) from error
    return value


def json_objects(
    opened: OpenedInput, options: ReadOptions, loader: str, decode: Callable[[bytes], Any] = decoded
) -> Iterator[tuple[str, dict[str, Any]] | Reject]:
    """Yield the number and the object of each line, or why it cannot be used.

    A dump of Wikidata is one list with an element a line: brackets and commas at the ends of lines are passed over.
    """
    for number, line in lines_of(opened, options.record_limit):
        if line is None:
            yield Reject(opened.where, str(number), "too-large", f"it is longer than {options.record_limit:,} bytes")
            continue
        stripped = line.strip().removesuffix(b",")
        if stripped in (b"[", b"]"):
            continue
        try:
            value = decode(stripped)
            if not isinstance(value, dict):
                raise RefusedError("bad-record", "the line is no JSON object")
            yield str(number), value
        except RefusedError as error:
            content = line.decode("utf-8", errors="backslashreplace")
            yield error.reject(opened.where, str(number), content, loader)


def texts(value: Any) -> list[str]:
    """Return the texts in a value that should be a list of texts, without those that no text may hold."""
    found = value if isinstance(value, list) else [value]
    kept = []
    for one in found:
        if isinstance(one, str) and (plain := " ".join(one.split())):
            if not plain.isprintable():  # nearly none
                check_characters(value=plain)
            kept.append(plain)
    return kept
