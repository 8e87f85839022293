"""Reads tables that a test writes, and checks of every record what is promised of all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from kg.load.check import check_reading
from kg.model import Found, Reading, Reject, RowsRead, Source
from loaders.contract import ReadOptions
from loaders.reading import read_all
from loaders.reported import Reported

SAMPLES = "samples"


def read(folder: Path, name: str, *lines: str, encoding: str = "utf-8") -> list[Reading | Reject]:
    """Return the records of these lines, and why the others made none."""
    file = folder / name
    file.write_bytes("\n".join(lines).encode(encoding) + b"\n")
    return checked(read_file(file))


def read_file(file: Path, *, loader: str = "", beside: Sequence[Path] = (), mapping: str = "") -> list[Found]:
    """Return all that a file holds."""
    options = ReadOptions(beside=tuple(map(str, beside)), mapping=mapping)
    found: list[Found] = []
    for one in read_all([str(file)], options, loader=loader):
        assert not isinstance(one, Source | Reported), "a data set has no articles"
        found.append(one)
    return found


def checked(found: Iterable[Found]) -> list[Reading | Reject]:
    """Return the records and all that made none; every claim of a record stands in its text and fits the schema."""
    flat: list[Reading | Reject] = []
    for one in found:
        if isinstance(one, RowsRead):
            flat += one.left
            continue
        if isinstance(one, Reading):
            assert check_reading(one)[1] == []
        flat.append(one)
    return flat


def records(found: Iterable[Found]) -> list[Reading]:
    """Return the records alone."""
    return [one for one in found if isinstance(one, Reading)]


def reasons(found: Iterable[Reading | Reject]) -> Counter[str]:
    """Count why rows made no record."""
    return Counter(one.reason for one in found if isinstance(one, Reject))


def values(reading: Reading | Reject, attribute: str) -> list[str]:
    """Return what a record claims of an attribute, as text."""
    assert isinstance(reading, Reading), reading
    return [str(claim.value) for claim in reading.claims if claim.attribute == attribute]
