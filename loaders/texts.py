"""From what loaders yield to readings: articles go through an extractor, records of data sets are readings already."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.model import Reading, Reject, Source
from loaders.contract import Item
from loaders.jsonl import record_of
from loaders.text.contract import Extractor


def read_texts(items: Iterable[Item], extractor: Extractor, language: str = "en") -> Iterator[Reading | Reject]:
    """Yield a reading for each source; a source in a language that the extractor does not read is rejected.

    A text too short to tell its language is read.
    """
    for item in items:
        if not isinstance(item, Source):
            yield item
        elif item.language.partition("-")[0] in ("", language):
            yield extractor.extract(item)
        else:
            yield _foreign(item)


def _foreign(source: Source) -> Reject:
    return Reject(
        where=source.url or source.key,
        record=source.key,
        reason="language",
        detail=f"it is in {source.language!r}, and the extractor reads English only",
        content=record_of(source),
        loader="jsonl",
    )
