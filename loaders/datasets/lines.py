"""The lines of a tab-separated file whose fields are never quoted, as text."""

from __future__ import annotations

from collections.abc import Iterator

from kg.model import Reject
from loaders.characters import check_characters, is_clean_utf8
from loaders.contract import OpenedInput, ReadOptions
from loaders.errors import RefusedError
from loaders.jsonl import lines_of


def text_lines(opened: OpenedInput, options: ReadOptions, loader: str) -> Iterator[tuple[str, str] | Reject]:
    """Yield the number and text of each line, or why it cannot be used. UTF-8; a line that is not is Latin-1."""
    for number, line in lines_of(opened, options.record_limit):
        if line is None:
            detail = f"the line is longer than {options.record_limit:,} bytes"
            yield Reject(opened.where, str(number), "too-large", detail)
            continue
        text = _decoded(line, options.encoding)
        try:
            if options.encoding or not is_clean_utf8(line):
                check_characters(row=text)
        except RefusedError as error:
            yield Reject(opened.where, str(number), error.reason, str(error), repr(text), loader)
            continue
        yield str(number), text


def _decoded(line: bytes, encoding: str) -> str:
    if encoding:
        return line.decode(encoding, errors="replace")
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode("latin-1")
