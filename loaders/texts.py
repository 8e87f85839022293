"""From what loaders yield to readings: articles go through an extractor, records of data sets are readings already."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TypeAlias, TypeGuard

from kg.model import Claim, Found, Reading, Reject, Source
from loaders.contract import Item
from loaders.extractors import extractor_named
from loaders.jsonl import record_of
from loaders.processes import map_ordered, process_count
from loaders.text.contract import Extractor

_PIECE = 200_000
"""Characters of text that a process is given at once: with less, handing over takes longer than reading."""
_MOST_ITEMS = 2_000

Read: TypeAlias = tuple[tuple[Claim, ...], tuple[Reject, ...], Source | None]
"""What was read of one source, without the source itself unless the extractor has changed it."""


def read_texts(items: Iterable[Item], extractor: Extractor, language: str = "en") -> Iterator[Found]:
    """Yield a reading for each source; a source in a language that the extractor does not read is rejected.

    A text too short to tell its language is read.
    """
    for item in items:
        yield extractor.extract(item) if _is_text(item, language) else _passed_on(item)


def read_texts_with(name: str, items: Iterable[Item], *, jobs: int = 1, language: str = "en") -> Iterator[Found]:
    """Yield the same, in the same order, read by the extractor of this name in so many processes.

    One is this process itself; 0 is a process for each core.

    Raises:
        UnknownExtractorError, ExtractorPluginError: the extractor cannot be had.
        BadOptionError: the number of processes is negative.
        WorkerEndedError: a process was ended from outside, or could not begin.
    """
    extractor, count = extractor_named(name), process_count(jobs)
    return read_texts(items, extractor, language) if count == 1 else _in_processes(name, items, count, language)


def _in_processes(name: str, items: Iterable[Item], jobs: int, language: str) -> Iterator[Found]:
    pieces: list[list[Item]] = []

    def texts() -> Iterator[tuple[str, list[Source]]]:
        for piece in _pieces(items):
            pieces.append(piece)
            yield name, [item for item in piece if _is_text(item, language)]

    for read in map_ordered(_extract, texts(), jobs):
        found = iter(read)
        for item in pieces.pop(0):
            if _is_text(item, language):
                claims, left, changed = next(found)
                yield Reading(changed or item, claims, left)
            else:
                yield _passed_on(item)


def _pieces(items: Iterable[Item]) -> Iterator[list[Item]]:
    """Group the items so that each group is worth handing over, and none is large."""
    piece: list[Item] = []
    length = 0
    for item in items:
        piece.append(item)
        length += len(item.text) if isinstance(item, Source) else 0
        if length >= _PIECE or len(piece) >= _MOST_ITEMS:
            yield piece
            piece, length = [], 0
    if piece:
        yield piece


@cache
def _extractor(name: str) -> Extractor:
    """The extractor of a process: its tables are read once."""
    return extractor_named(name)


def _extract(given: tuple[str, list[Source]]) -> list[Read]:
    """Read the texts of one piece; what the first process has already is not sent back."""
    name, sources = given
    readings = ((source, _extractor(name).extract(source)) for source in sources)
    return [(one.claims, one.left, None if one.source == source else one.source) for source, one in readings]


def _is_text(item: Item, language: str) -> TypeGuard[Source]:
    """Tell whether it is a source that the extractor reads."""
    return isinstance(item, Source) and item.language.partition("-")[0] in ("", language)


def _passed_on(item: Item) -> Found:
    return _foreign(item) if isinstance(item, Source) else item


def _foreign(source: Source) -> Reject:
    return Reject(
        where=source.url or source.key,
        record=source.key,
        reason="language",
        detail=f"it is in {source.language!r}, and the extractor reads English only",
        content=record_of(source),
        loader="jsonl",
    )
