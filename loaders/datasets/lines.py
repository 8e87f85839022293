"""The lines of a table as text, many at a time: to look at each by itself takes as long as all the rest."""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator
from io import BufferedReader
from itertools import chain
from typing import NamedTuple

from kg.model import Reject
from loaders.characters import check_characters, is_clean_utf8
from loaders.contract import OpenedInput, ReadOptions
from loaders.errors import RefusedError
from loaders.jsonl import skip_line

_AT_ONCE = 2**16


class Lines(NamedTuple):
    """Lines one after the other, none of them blank."""

    first: int
    """The number of the first."""
    texts: list[str]


def text_lines(opened: OpenedInput, options: ReadOptions, loader: str) -> Iterator[tuple[int, str] | Reject]:
    """Yield number and text of each line that is not blank, or why it cannot be used; white space around it is not its.

    UTF-8; a line that is not is Latin-1. Memory stays within the limit of a record, however long a line is.
    """
    return chain.from_iterable(map(_one_by_one, lines_together(opened, options, loader)))


def lines_together(opened: OpenedInput, options: ReadOptions, loader: str) -> Iterator[Lines | Reject]:
    """Yield the same, as many at once as stand together."""
    number = opened.first_line
    for stretch in _stretches(opened.stream, options.record_limit):
        if stretch is None:
            detail = f"the line is longer than {options.record_limit:,} bytes"
            yield Reject(opened.where, str(number), "too-large", detail)
            number += 1
            continue
        whole = stretch.removeprefix(BOM_UTF8) if number == opened.first_line else stretch
        texts = None if options.encoding else _clean_texts(whole)
        if texts is None:
            yield from _each_by_itself(whole, number, opened.where, options.encoding, loader)
        elif "" in texts:
            yield from (Lines(at, [text]) for at, text in enumerate(texts, start=number) if text)
        else:
            yield Lines(number, texts)
        number += whole.count(b"\n") + 1 if texts is None else len(texts)


def _one_by_one(lines: Lines | Reject) -> Iterable[tuple[int, str] | Reject]:
    return (lines,) if isinstance(lines, Reject) else enumerate(lines.texts, start=lines.first)


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


def _clean_texts(data: bytes) -> list[str] | None:
    """Return the texts of lines of which none is to be refused or to be read as Latin-1."""
    if not is_clean_utf8(data):
        return None
    try:
        return [line.strip().decode() for line in data.split(b"\n")]  # together, one wide letter would widen them all
    except UnicodeDecodeError:
        return None


def _each_by_itself(data: bytes, number: int, where: str, encoding: str, loader: str) -> Iterator[Lines | Reject]:
    for at, line in enumerate(data.split(b"\n"), start=number):
        if stripped := line.strip():
            text = _decoded(stripped, encoding)
            try:
                check_characters(row=text)
            except RefusedError as error:
                yield error.reject(where, str(at), repr(text), loader)
                continue
            yield Lines(at, [text])


def _decoded(line: bytes, encoding: str) -> str:
    if encoding:
        return line.decode(encoding, errors="replace")
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode("latin-1")
