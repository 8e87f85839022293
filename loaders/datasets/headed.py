"""Tab-separated tables with a header, a coding in each row: what ICEWS and POLECAT have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from kg.model import Reading, Reject
from loaders.contract import OpenedInput, ReadOptions
from loaders.datasets.collapse import Coding, Collapse, DataSet
from loaders.datasets.lines import text_lines

NOTHING = frozenset({"", "NULL", "NA", "None"})
"""How these files write that there is nothing."""
ReadRow: TypeAlias = Callable[[dict[str, str], str, str, str], Coding | Reject]
"""From a row by column, its text, the file and the number of its line."""


def read_codings(
    opened: OpenedInput, options: ReadOptions, name: str, data_set: DataSet, read_row: ReadRow
) -> Iterator[Reading | Reject]:
    """Yield a record for all rows that code one event; files are in the order of days, so one day is held.

    A row that is broken is told at once; one that makes no event, with the next record.
    """
    collapse, day, header = Collapse(data_set), "", list[str]()
    for line in text_lines(opened, options, name):
        if isinstance(line, Reject):
            yield line
            continue
        number, text = line
        if not header:
            header = [column.strip('"') for column in text.split("\t")]
            continue
        read = read_row(dict(zip(header, _cells(text), strict=False)), text, opened.where, number)
        if isinstance(read, Reject):
            if read.reason == "bad-record":
                yield read
            else:
                collapse.left.append(read)
            continue
        if read.day != day:
            yield from collapse.flush()
            day = read.day
        collapse.add(read)
    yield from collapse.flush()
    yield from collapse.left


def is_header(head: bytes, beginning: bytes) -> bool:
    """Tell whether a file begins with these columns, with or without a byte order mark and quotes."""
    return head.removeprefix(b"\xef\xbb\xbf").replace(b'"', b"").startswith(beginning)


def _cells(text: str) -> list[str]:
    return ["" if cell.strip('"') in NOTHING else cell.strip('"') for cell in text.split("\t")]
