"""Workbooks: a sheet is read as the table it is."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from kg.model import Reading, Reject
from loaders.reading import read_all
from tests.loaders.apart import read_apart
from tests.loaders.datasets.tables import checked, read_file, values
from tests.loaders.datasets.test_colt import TRIP

_NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def workbook(rows: list[dict[str, str]], *, extra: str = "") -> bytes:
    """Return a workbook with shared strings, numbers, a date as a number, and gaps."""
    header = list(rows[0])
    strings: list[str] = []
    lines = [header, *([row[name] for name in header] for row in rows)]
    body = "".join(
        f'<row r="{y}">' + "".join(_cell(x, y, text, strings) for x, text in enumerate(line) if text) + "</row>"
        for y, line in enumerate(lines, start=1)
    )
    shared = "".join(f"<si><t>{text.replace('&', '&amp;')}</t></si>" for text in strings)
    members = {
        "[Content_Types].xml": "<Types/>",
        "xl/workbook.xml": f"<workbook {_NS}/>",
        "xl/sharedStrings.xml": f"{extra}<sst {_NS}>{shared}</sst>",
        "xl/styles.xml": f'<styleSheet {_NS}><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
        "xl/worksheets/sheet1.xml": f"<worksheet {_NS}><sheetData>{body}</sheetData></worksheet>",
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)  # of one day, whenever it is made
    return out.getvalue()


def _cell(x: int, y: int, text: str, strings: list[str]) -> str:
    place = f"{'' if x < 26 else chr(64 + x // 26)}{chr(65 + x % 26)}{y}"
    if text.startswith("#"):
        return f'<c r="{place}" s="1"><v>{text[1:]}</v></c>'
    if text.isdecimal():
        return f'<c r="{place}"><v>{text}</v></c>'
    strings.append(text)
    return f'<c r="{place}" t="s"><v>{len(strings) - 1}</v></c>'


def test_the_travel_of_leaders_from_a_workbook(tmp_path: Path) -> None:
    file = tmp_path / "colt.xlsx"
    file.write_bytes(
        workbook([{**TRIP, "TripStartDate": "#45005", "TripEndDate": "#45006"}, {**TRIP, "Notes": "A & B"}])
    )
    first, second = checked(read_file(file))
    assert values(first, "date") == ["2023-03-20/2023-03-21"] * 2
    assert isinstance(first, Reading)
    assert "TripYear: 2023" in first.source.text
    assert isinstance(second, Reading)
    assert "Notes: A & B" in second.source.text


@pytest.mark.parametrize("cut", [100, 600, 900, 1_200])
def test_a_damaged_workbook_is_refused(cut: int, tmp_path: Path) -> None:
    file = tmp_path / "colt.xlsx"
    file.write_bytes(workbook([TRIP])[:cut])
    (refused,) = checked(read_file(file))
    assert isinstance(refused, Reject)
    assert refused.reason == "unreadable"


def test_entities_of_xml_are_not_expanded(tmp_path: Path) -> None:
    lol = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "lol" * 10}">' for n in range(9))
    file = tmp_path / "bomb.xlsx"
    file.write_bytes(workbook([{**TRIP, "Notes": "x"}], extra=f"<!DOCTYPE sst [{lol}]>").replace(b"x", b"x"))
    for one in read_all([str(file)]):
        assert isinstance(one, Reject) or "lol" not in str(one)


def test_remarks_in_the_xml_are_passed_over(tmp_path: Path) -> None:
    file = tmp_path / "colt.xlsx"
    with zipfile.ZipFile(io.BytesIO(workbook([TRIP]))) as plain, zipfile.ZipFile(file, "w") as archive:
        for name in plain.namelist():
            archive.writestr(name, plain.read(name).replace(b"><", b"><!-- x --><"))
    (found,) = checked(read_file(file))
    assert isinstance(found, Reading)


def test_a_workbook_that_expands_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("xl/worksheets/sheet1.xml", b" " * (80 * 2**20))
    (refused,) = checked(read_file(file))
    assert isinstance(refused, Reject)
    assert refused.reason == "too-large"


@pytest.mark.parametrize(
    ("part", "filler"),
    [("worksheets/sheet1", "<c/>"), ("sharedStrings", '<x a="" b=""/>'), ("styles", "<!-- -->")],
)
def test_a_workbook_of_countless_tags_is_refused_in_bounded_memory(part: str, filler: str, tmp_path: Path) -> None:
    file = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        for name, outer in (("worksheets/sheet1", "row"), ("sharedStrings", "si"), ("styles", "cellXfs")):
            body = filler * 1_600_000 if name in part else ""
            archive.writestr(f"xl/{name}.xml", f"<styleSheet {_NS}><{outer}>{body}</{outer}></styleSheet>")
    read = read_apart(file)
    assert (read.records, [reason for _, reason, _ in read.refused]) == (0, ["too-large"])
    assert read.most < 400
