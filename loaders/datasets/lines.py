"""The lines of a table as text, many at a time: to look at each by itself takes as long as all the rest."""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Iterator
from io import BufferedReader

from kg.model import Reject
from loaders.characters import check_characters, is_clean_utf8
from loaders.contract import OpenedInput, ReadOptions
from loaders.errors import RefusedError
from loaders.jsonl import skip_line

_AT_ONCE = 2**16
_SPACE = " \t\n\r\x0b\x0c"


def text_lines(opened: OpenedInput, options: ReadOptions, loader: str) -> Iterator[tuple[int, str] | Reject]:
    """Yield number and text of each line that is not blank, or why it cannot be used; white space around it is not its.

    UTF-8; a line that is not is Latin-1. Memory stays within the limit of a record, however long a line is.
    """
    number = opened.first_line
    for stretch in _stretches(opened.stream, options.record_limit):
        if stretch is None:
            detail = f"the line is longer than {options.record_limit:,} bytes"
            yield Reject(opened.where, str(number), "too-large", detail)
            number += 1
            continue
        whole = stretch.removeprefix(BOM_UTF8) if number == opened.first_line else stretch
        text = None if options.encoding else _clean_text(whole)
        if text is None:
            yield from _each_by_itself(whole, number, opened.where, options.encoding, loader)
            number += whole.count(b"\n") + 1
            continue
        strip = str.strip if text.isascii() else _stripped
        for line in text.split("\n"):
            if stripped := strip(line):
                yield number, stripped
            number += 1


def _stretches(stream: BufferedReader, limit: int) -> Iterator[bytes | None]:
    """Yield whole lines without the last line end; None for a line that is longer than the limit."""
    held = bytearray()
    while piece := stream.read1(min(_AT_ONCE, limit)):
        first, last = piece.find(b"\n"), piece.rfind(b"\n")
        if first < 0:
            held += piece
            if len(held) > limit:
                yield None
                skip_line(stream)
                held.clear()
            continue
        begin = 0
        if len(held) + first > limit:
            yield None
            held.clear()
            begin = first + 1
        if begin <= last:
            yield bytes(held) + piece[begin:last]
        held = bytearray(piece[last + 1 :])
    if held:
        yield bytes(held)


def _clean_text(data: bytes) -> str | None:
    """Return the text of lines of which none is to be refused or to be read as Latin-1."""
    if not is_clean_utf8(data):
        return None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _stripped(line: str) -> str:
    """Without the white space of ASCII around it: a hard space is a part of a cell."""
    return line.strip(_SPACE)


def _each_by_itself(
    data: bytes, number: int, where: str, encoding: str, loader: str
) -> Iterator[tuple[int, str] | Reject]:
    for at, line in enumerate(data.split(b"\n"), start=number):
        if stripped := line.strip():
            text = _decoded(stripped, encoding)
            try:
                check_characters(row=text)
            except RefusedError as error:
                yield error.reject(where, str(at), repr(text), loader)
                continue
            yield at, text


def _decoded(line: bytes, encoding: str) -> str:
    if encoding:
        return line.decode(encoding, errors="replace")
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode("latin-1")
