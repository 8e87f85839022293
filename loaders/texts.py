"""From what loaders yield to readings: articles go through an extractor, records of data sets are readings already."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from itertools import chain
from typing import TYPE_CHECKING, TypeAlias, cast

from kg.model import Claim, Found, Reading, Reject, Source
from loaders.contract import Item
from loaders.extractors import OWN, extractor_named
from loaders.jsonl import record_of
from loaders.pieces import Unread
from loaders.processes import map_ordered, process_count
from loaders.reading import read_unread
from loaders.reported import Reported, foreign, reading_of

if TYPE_CHECKING:
    from loaders.text.contract import Extractor

_PIECE = 100_000
"""Characters of text that a process is given at once: with less, handing over takes longer than reading."""
_MOST_ITEMS = 2_000

Read: TypeAlias = tuple[tuple[Claim, ...], tuple[Reject, ...], Source | None]
"""What was read of one source, without the source itself unless the extractor has changed it."""
_Work: TypeAlias = tuple[list[Source] | Unread, str, str]
"""What a process is given: texts or a piece of a table, the extractor, and the language that it reads."""


def read_texts(items: Iterable[Item | Unread], extractor: Extractor, language: str = "en") -> Iterator[Found]:
    """Yield a reading for each source; a source in a language that the extractor does not read is rejected.

    A text too short to tell its language is read.
    """
    return _read(items, lambda: extractor, language)


def read_texts_with(
    name: str, items: Iterable[Item | Unread], *, jobs: int = 1, language: str = "en", apart: bool = False
) -> Iterator[Found]:
    """Yield the same, in the same order, read by the extractor of this name in so many processes.

    One of them is this process itself; with ``apart`` it has other work, and there are so many others unless it is the
    only one. 0 is a process for each core.

    Raises:
        UnknownExtractorError, ExtractorPluginError: the extractor cannot be had.
        BadOptionError: the number of processes is negative.
        WorkerEndedError: a process was ended from outside, or could not begin.
    """
    count = process_count(jobs)
    if name != OWN:
        _extractor(name)  # it may not be there, and ours is
    if count > 1:
        return _in_processes(name, items, count, language, apart)
    return _read(items, partial(_extractor, name), language)


def _read(items: Iterable[Item | Unread], extractor: Callable[[], Extractor], language: str) -> Iterator[Found]:
    for item in chain.from_iterable(map(read_unread, items)):
        yield from _read_one(item, extractor, language)


def _in_processes(name: str, items: Iterable[Item | Unread], jobs: int, language: str, apart: bool) -> Iterator[Found]:
    pieces: list[list[Item] | None] = []

    def work() -> Iterator[_Work]:
        for piece in _pieces(items):
            if isinstance(piece, Unread):
                pieces.append(None)
                yield piece, name, language
            else:
                pieces.append(piece)
                yield [text for item in piece if (text := _text_in(item, language)) is not None], name, language

    for read in map_ordered(_extract, work(), jobs, apart=apart):
        piece = pieces.pop(0)
        yield from cast("list[Found]", read) if piece is None else _together(piece, cast("list[Read]", read), language)


def _together(piece: list[Item], read: list[Read], language: str) -> Iterator[Found]:
    found = iter(read)
    for item in piece:
        text = _text_in(item, language)
        if text is None:
            yield from _passed_on(item)
        else:
            claims, left, changed = next(found)
            yield from _finished(item, Reading(changed or text, claims, left))


def _pieces(items: Iterable[Item | Unread]) -> Iterator[list[Item] | Unread]:
    """Group the items so that each group is worth handing over, and none is large; what nobody has read stays alone."""
    piece: list[Item] = []
    length = 0
    for item in items:
        if not isinstance(item, Unread):
            piece.append(item)
            length += len(_text_of(item).text) if isinstance(item, Source | Reported) else 0
        if isinstance(item, Unread) or length >= _PIECE or len(piece) >= _MOST_ITEMS:
            if piece:
                yield piece
            piece, length = [], 0
        if isinstance(item, Unread):
            yield item
    if piece:
        yield piece


@cache
def _extractor(name: str) -> Extractor:
    """The extractor of a process: its tables are read once."""
    return extractor_named(name)


def _extract(given: _Work) -> Iterator[Read | Found]:
    """Read the texts of one piece, or a piece of a table; what the first process has already is not sent back."""
    sources, name, language = given
    if isinstance(sources, Unread):
        yield from _read([sources], partial(_extractor, name), language)
        return
    for source in sources:
        one = _extractor(name).extract(source)
        yield one.claims, one.left, None if one.source == source else one.source


def _read_one(item: Item, extractor: Callable[[], Extractor], language: str) -> Iterator[Found]:
    """Most tables have no texts: then a process never makes an extractor, whose tables take seconds to read."""
    text = _text_in(item, language)
    return _passed_on(item) if text is None else _finished(item, extractor().extract(text))


def _text_of(item: Source | Reported) -> Source:
    return item.words if isinstance(item, Reported) else item


def _text_in(item: Item, language: str) -> Source | None:
    """Return what of an item the extractor reads, if it is in its language."""
    text = _text_of(item) if isinstance(item, Source | Reported) else None
    return text if text is not None and text.language.partition("-")[0] in ("", language) else None


def _finished(item: Item, read: Reading) -> Iterator[Found]:
    yield from reading_of(item, read) if isinstance(item, Reported) else (read,)


def _passed_on(item: Item) -> Iterator[Found]:
    if isinstance(item, Reported):
        yield foreign(item)
    else:
        yield _foreign(item) if isinstance(item, Source) else item


def _foreign(source: Source) -> Reject:
    return Reject(
        where=source.url or source.key,
        record=source.key,
        reason="language",
        detail=f"it is in {source.language!r}, and the extractor reads English only",
        content=record_of(source),
        loader="jsonl",
    )
