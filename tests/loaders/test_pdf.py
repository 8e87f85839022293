"""PDF press releases, made here object by object."""

from __future__ import annotations

import random
import zlib
from pathlib import Path
from textwrap import wrap

import pytest

from kg.blueprint import reject_reasons
from kg.model import Reject, Source
from tests.loaders.reading_files import one_reject, one_source, read_bytes

pytest.importorskip("pypdf", reason="pypdf is not installed")

FIRST = (
    "The Minister of Foreign Affairs of Norway received the Minister of Foreign Affairs of Iceland in Oslo on Monday "
    "for talks on fisheries, on the trade between the two countries and on the situation in the Arctic."
)
SECOND = (
    "The two ministers agreed that their experts would meet in Bergen before the end of the month, and that the next "
    "meeting of ministers would be held in Reykjavik in May at the invitation of Iceland."
)


def pdf(pages: list[list[str]], *, encrypt: bool = False) -> bytes:
    """Return a PDF with these lines on its pages (letters of ASCII)."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for lines in pages:
        shown = "".join(f"({line}) Tj 0 -14 Td " for line in lines)
        content = zlib.compress(f"BT /F1 11 Tf 72 770 Td {shown} ET".encode("ascii"))
        stream = f"<< /Length {len(content)} /Filter /FlateDecode >>\nstream\n".encode() + content + b"\nendstream"
        objects.append(stream)
        page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >>"
        objects.append(f"{page} /Contents {len(objects)} 0 R >>".encode())
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    return _file(objects, b"/Encrypt << /Filter /Standard /V 1 /R 2 >> /ID [<00> <00>]" if encrypt else b"")


def _file(objects: list[bytes], trailer: bytes) -> bytes:
    data, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(data))
        data += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    head = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n<< /Size {len(objects) + 1} /Root 1 0 R "
    return data + head.encode() + trailer + f" >>\nstartxref\n{len(data)}\n%%EOF\n".encode()


RELEASE = pdf(
    [
        ["Ministry of Foreign Affairs - press release", "Talks in Oslo", "", *wrap(FIRST, 70), "Page 1 of 3"],
        ["Ministry of Foreign Affairs - press release", *wrap(SECOND, 70), "Page 2 of 3"],
        ["Ministry of Foreign Affairs - press release", "Oslo, 3 March 2025", "Page 3 of 3"],
    ]
)


def test_a_release_is_an_article_without_its_running_lines(tmp_path: Path) -> None:
    source = one_source(read_bytes(tmp_path, "release.pdf", RELEASE))
    assert FIRST in source.text
    assert SECOND in source.text
    assert "press release" not in source.text
    assert "Page" not in source.text
    assert (source.title, source.key, source.loader, source.published) == ("Talks in Oslo", "release", "pdf", "")


def test_a_pdf_without_text_is_refused(tmp_path: Path) -> None:
    assert one_reject(read_bytes(tmp_path, "scan.pdf", pdf([[], []]))).reason == "no-article"


def test_a_pdf_under_a_password_is_refused(tmp_path: Path) -> None:
    assert one_reject(read_bytes(tmp_path, "a.pdf", pdf([["text"]], encrypt=True))).reason == "unreadable"


@pytest.mark.parametrize("data", [b"%PDF-1.7", b"%PDF-1.4\n" + bytes(1_000), RELEASE[:500], RELEASE[:-400]])
def test_a_damaged_pdf_is_refused_or_mended(tmp_path: Path, data: bytes) -> None:
    (item,) = read_bytes(tmp_path, "a.pdf", data)
    assert isinstance(item, Source) or item.reason in {"unreadable", "no-article"}


def test_mutated_files_end_in_an_article_or_a_reason(tmp_path: Path) -> None:
    luck = random.Random(7)
    for _ in range(150):
        data = bytearray(RELEASE)
        for _ in range(luck.randrange(1, 20)):
            data[luck.randrange(9, len(data))] = luck.randrange(256)
        for item in read_bytes(tmp_path, "a.pdf", bytes(data)):
            assert not isinstance(item, Reject) or item.reason in reject_reasons()


def test_a_filter_that_the_library_has_given_up_is_refused(tmp_path: Path) -> None:
    old = RELEASE.replace(b"/FlateDecode", b"/Fl         ")
    assert one_reject(read_bytes(tmp_path, "a.pdf", old)).reason == "unreadable"
