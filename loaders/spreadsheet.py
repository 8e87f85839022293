"""Workbooks of spreadsheets (XLSX): each sheet as a table in CSV, so that the loaders of tables read them.

Source: ECMA-376, *Office Open XML File Formats*, part 1, SpreadsheetML. Cells are given as they are meant: days as
2021-06-09, numbers without needless zeros, formulas as what they were last worked out to be. Read as a stream, with the
texts that cells share held in memory within a bound; entities of XML are never expanded.
"""

from __future__ import annotations

import csv
import io
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from io import BufferedReader
from typing import IO

from lxml import etree

from loaders.bounded import BoundedStream, buffered, reading_from
from loaders.errors import RefusedError

WORKBOOK = "xl/workbook.xml"
_STRINGS, _STYLES = "xl/sharedStrings.xml", "xl/styles.xml"
_SHEET = re.compile(r"xl/worksheets/sheet(\d{1,4})\.xml")
_COLUMN = re.compile(r"([A-Z]{1,3})\d+")
_DAY_FORMAT = re.compile(r"(?<!\[)[dy]", re.IGNORECASE)
_BUILT_IN_DAYS = frozenset({14, 15, 16, 17, 22})
_MOST_SHARED = 64 * 2**20
_MOST_COLUMNS = 16_384
_MOST_MARKS = 2**20
"""Tags and attributes of what is held at once, a row of cells or a text: each takes more memory than its letters."""
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_DAY_ZERO = date(1899, 12, 30)
_LAST_DAY = 2_958_465
_ERRORS = (
    etree.XMLSyntaxError, zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, KeyError, NotImplementedError,
    RuntimeError,
)  # fmt: skip
"""What zipfile, zlib and lxml raise of damage; the last two where it is packed in an unknown way, or encrypted."""


def sheets(archive: zipfile.ZipFile) -> Iterator[tuple[str, Callable[[], BufferedReader]]]:
    """Yield the name of each sheet of a workbook, in their order, and what opens it as CSV.

    Reading one raises ``RefusedError``: ``unreadable`` for damage, ``too-large``.
    """
    found = sorted((int(name[1]), name[0]) for one in archive.namelist() if (name := _SHEET.fullmatch(one)))
    for number, member in found:
        yield f"sheet{number}.csv", partial(_opened, archive, member)


def _opened(archive: zipfile.ZipFile, member: str) -> BufferedReader:
    return buffered(BoundedStream(reading_from(_csv(archive, member)), errors=_ERRORS))


def _csv(archive: zipfile.ZipFile, member: str) -> Iterator[bytes]:
    strings, days = _shared(archive), _day_styles(archive)
    line = io.StringIO()
    writer = csv.writer(line, lineterminator="\n")
    with archive.open(member) as stream:
        for row in _elements(stream, "row"):
            writer.writerow(_cells(row, strings, days))
            yield line.getvalue().encode("utf-8", errors="surrogatepass")
            line.seek(0)
            line.truncate()


class _Marks:
    """Passes XML on, and counts the tags and attributes in it since somebody began anew."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self.count = 0

    def read(self, size: int = -1) -> bytes:
        piece = self._stream.read(size)
        self.count += piece.count(b"<") + piece.count(b"=")
        if self.count > _MOST_MARKS:
            raise RefusedError("too-large", "a row or a text of the workbook fills memory; save the sheet as CSV")
        return piece


def _elements(stream: IO[bytes], name: str) -> Iterator[etree._Element]:
    """Each element of this name, forgotten once it was used."""
    counted = _Marks(stream)
    events = etree.iterparse(counted, tag=f"{_MAIN}{name}", resolve_entities=False, no_network=True, huge_tree=False)
    for _, element in events:
        yield element
        counted.count = 0
        element.clear()
        while element.getprevious() is not None and (parent := element.getparent()) is not None:
            del parent[0]


def _shared(archive: zipfile.ZipFile) -> list[str]:
    found: list[str] = []
    size = 0
    if _STRINGS not in archive.namelist():
        return found
    with archive.open(_STRINGS) as stream:
        for element in _elements(stream, "si"):
            found.append("".join(part.text or "" for part in element.iter(f"{_MAIN}t")))
            size += len(found[-1]) + 50
            if size > _MOST_SHARED:
                raise RefusedError("too-large", "the texts of the workbook fill memory; save the sheet as CSV")
    return found


def _day_styles(archive: zipfile.ZipFile) -> frozenset[int]:
    """The styles of cells whose numbers are days."""
    if _STYLES not in archive.namelist():
        return frozenset()
    with archive.open(_STYLES) as stream:
        sheet = next(_elements(stream, "styleSheet"), None)
    if sheet is None:
        return frozenset()
    own = {
        int(one.get("numFmtId", "0"))
        for one in sheet.iter(f"{_MAIN}numFmt")
        if _DAY_FORMAT.search(re.sub(r'"[^"]*"', "", one.get("formatCode", "")))
    }
    cells = sheet.iterfind(f"{_MAIN}cellXfs/{_MAIN}xf")
    formats = [int(one.get("numFmtId", "0")) for one in cells]
    return frozenset(number for number, form in enumerate(formats) if form in own | _BUILT_IN_DAYS)


def _cells(row: etree._Element, strings: list[str], days: frozenset[int]) -> list[str]:
    cells: list[str] = []
    for cell in row.iter(f"{_MAIN}c"):
        at = _column(cell.get("r", ""), len(cells))
        cells += [""] * (at - len(cells))
        cells.append(_text(cell, strings, days))
    return cells


def _column(place: str, following: int) -> int:
    found = _COLUMN.fullmatch(place)
    if found is None:
        return following
    number = 0
    for letter in found[1]:
        number = number * 26 + ord(letter) - 64
    return min(max(number - 1, following), _MOST_COLUMNS)


def _text(cell: etree._Element, strings: list[str], days: frozenset[int]) -> str:
    kind, value = cell.get("t", "n"), cell.findtext(f"{_MAIN}v") or ""
    if kind == "inlineStr":
        return "".join(part.text or "" for part in cell.iter(f"{_MAIN}t"))
    if kind == "s":
        return strings[int(value)] if value.isdecimal() and int(value) < len(strings) else ""
    if kind != "n" or not value:
        return {"1": "TRUE", "0": "FALSE"}.get(value, value) if kind == "b" else value
    return _number(float(value), is_day=int(cell.get("s", "0")) in days)


def _number(value: float, *, is_day: bool) -> str:
    if is_day and 0 < value < _LAST_DAY:
        return (_DAY_ZERO + timedelta(days=int(value))).isoformat()
    return str(int(value)) if value.is_integer() and abs(value) < 10**15 else repr(value)
