"""How much a graph will grow by a load, as far as its inputs and their first source show."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kg.model import Source

_PACKED = (".gz", ".bz2", ".zst", ".zip", ".parquet")
_UNPACKED = 6
"""How many bytes are in one of a packed file: tables and texts come to four to eight."""
_GROWTH_OF_RECORDS, _GROWTH_OF_TEXTS = 30, 6
"""Bytes of a graph on disk for each of its inputs. A short row of a table is a source with claims of its own: 1.02
million of them, 214 MB, took 6.7 GB; the articles of the corpora, 35 MB, took 201 MB."""
_MEGABYTE = 1 << 20


def megabytes_to_come(inputs: Sequence[str], first: Source | None) -> int:
    """Return by how many megabytes a graph in a folder may grow: 0 where nothing shows it, as of a page or a pipe."""
    from loaders.targets import File, find_targets

    if first is None:
        return 0
    read = sum(_bytes_in(target.path) for target in find_targets(inputs) if isinstance(target, File))
    return read * (_GROWTH_OF_RECORDS if first.kind == "record" else _GROWTH_OF_TEXTS) // _MEGABYTE


def _bytes_in(file: Path) -> int:
    try:
        size = file.stat().st_size
    except OSError:
        return 0  # whoever reads it says so
    return size * (_UNPACKED if file.name.lower().endswith(_PACKED) else 1)
