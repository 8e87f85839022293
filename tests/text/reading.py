"""Reads texts of the tests with the default extractor."""

from __future__ import annotations

from typing import Any

from kg.consolidate.summary import summarise
from kg.model import Reading, Source, source_id
from kg.vocabulary.publishers import publisher_kind
from loaders.text import RulesExtractor


def source_of(record: dict[str, Any]) -> Source:
    """The source of a record in the form of the corpora; only ``text`` must be there."""
    key, url, publisher = record.get("id") or "t", record.get("url") or "", record.get("publisher") or ""
    return Source(
        id=source_id(url=url, key=key, text=record["text"]),
        kind=publisher_kind(url, publisher).kind,
        key=key,
        text=record["text"],
        loader="test",
        url=url,
        title=record.get("title") or "",
        publisher=publisher,
        published=(record.get("published") or "")[:10],
        dateline=record.get("dateline") or "",
        language="en",
    )


def read(record: dict[str, Any]) -> Reading:
    """What the default extractor reads in a record."""
    return RulesExtractor().extract(source_of(record))


def read_summary(record: dict[str, Any]) -> dict[str, Any]:
    """The same in the form of ``kg extract --format jsonl``."""
    return summarise(read(record))
