"""Reads files that a test writes."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from kg.model import Reject, RowsRead, Source
from loaders.contract import Item, ReadOptions
from loaders.reading import read_all

TEXT = (
    "Ministers of Norway and Iceland meet\n\n"
    "OSLO, 3 March - The foreign minister of Norway met his colleague from Iceland in Oslo on Monday. "
    "They spoke of fisheries and of the trade between the two countries.\n"
)


def read(path: Path | str, options: ReadOptions | None = None, loader: str = "") -> list[Source | Reject]:
    """Return all that a file, folder or address holds."""
    return sources_and_rejects(read_all([str(path)], options or ReadOptions(), loader=loader))


def sources_and_rejects(items: Iterable[Item]) -> list[Source | Reject]:
    """Return the items, none of which is a reading of a data set; rows that were left are rejects too."""
    found: list[Source | Reject] = []
    for item in items:
        if isinstance(item, RowsRead):
            found += item.left
            continue
        assert isinstance(item, Source | Reject), item
        found.append(item)
    return found


def read_bytes(folder: Path, name: str, data: bytes, options: ReadOptions | None = None) -> list[Source | Reject]:
    """Return what a file with this name and content holds."""
    path = folder / name
    path.write_bytes(data)
    return read(path, options)


def one_source(items: list[Source | Reject]) -> Source:
    """Return the only item, which is a source."""
    assert len(items) == 1, items
    assert isinstance(items[0], Source), items[0]
    return items[0]


def one_reject(items: list[Source | Reject]) -> Reject:
    """Return the only item, which is a reject."""
    assert len(items) == 1, items
    assert isinstance(items[0], Reject), items[0]
    return items[0]


def line(**fields: Any) -> bytes:
    """Return one JSON line of an article with these fields beside its text."""
    return json.dumps({"text": TEXT, **fields}).encode() + b"\n"
