"""Plain text: the encoding is found out, and what is no text is refused."""

from __future__ import annotations

from pathlib import Path
from textwrap import fill

import pytest

from kg.dates import BadDateError
from kg.model import source_id
from loaders.article import headline
from loaders.contract import ReadOptions
from loaders.errors import BadOptionError
from loaders.reading import read_all
from tests.loaders.reading_files import TEXT, one_reject, one_source, read_bytes

RUSSIAN = (
    "Министр иностранных дел России встретился в Москве со своим коллегой из Казахстана. "
    "Стороны обсудили торговлю и поставки энергоносителей между двумя странами.\n"
)
CHINESE = "外交部长王毅在北京会见了来访的外长。双方讨论了两国之间的贸易和能源合作。\n"
JAPANESE = "外相は東京で韓国の外相と会談しました。両外相は貿易について話し合いました。\n"
ENGLISH_QUOTES = "The minister said: “We’ll meet again” – and flew home to Reykjavík.\n"


def test_a_file_is_one_article(tmp_path: Path) -> None:
    source = one_source(read_bytes(tmp_path, "oslo.txt", TEXT.encode(), ReadOptions(published="2025-03-03")))
    assert source.id == source_id(url="", key="oslo", text=TEXT)
    assert (source.kind, source.key, source.text, source.loader) == ("article", "oslo", TEXT, "text")
    assert (source.title, source.published, source.language) == (
        "Ministers of Norway and Iceland meet",
        "2025-03-03",
        "en",
    )


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (TEXT, "utf-8-sig"),
        (TEXT, "utf-16"),
        (TEXT, "utf-16-le"),
        (TEXT, "utf-16-be"),
        (TEXT, "utf-32"),
        (RUSSIAN, "utf-16"),
        (RUSSIAN, "windows-1251"),
        (RUSSIAN, "koi8-r"),
        (CHINESE * 3, "gb18030"),
        (JAPANESE * 3, "shift_jis"),
        (JAPANESE * 3, "euc_jp"),
        (ENGLISH_QUOTES, "windows-1252"),
        ("Köln, " + TEXT, "latin-1"),
    ],
)
def test_encodings_are_found_out(tmp_path: Path, text: str, encoding: str) -> None:
    assert one_source(read_bytes(tmp_path, "a.txt", text.encode(encoding))).text == text


def test_the_encoding_that_was_found_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(ENGLISH_QUOTES.encode("windows-1252"))
    said: list[str] = []
    list(read_all([str(tmp_path / "a.txt")], tell=lambda _where, remark: said.append(remark)))
    assert said == ["taken for text", "read as windows-1252, says a guess"]


def test_a_named_encoding_decides(tmp_path: Path) -> None:
    data = "Łódź".encode("iso8859-2")
    assert one_source(read_bytes(tmp_path, "a.txt", data, ReadOptions(encoding="iso8859-2"))).text == "Łódź"


def test_lines_broken_at_a_width_become_paragraphs_with_the_same_offsets(tmp_path: Path) -> None:
    prose = " ".join(TEXT.split()) + " " + " ".join(TEXT.split())
    wrapped = fill(prose, 66) + "\n\n" + fill(prose, 66) + "\n"
    assert one_source(read_bytes(tmp_path, "a.txt", wrapped.encode())).text == f"{prose}\n\n{prose}\n"


def test_line_ends_and_page_breaks_become_line_feeds(tmp_path: Path) -> None:
    assert one_source(read_bytes(tmp_path, "a.txt", b"a\r\nb\rc\fd\n\x1a")).text == "a\nb\nc\nd\n"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \n\t\r\n", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "binary"),
        (b"\x7fELF\x02\x01\x01" + bytes(100), "binary"),
        (b"plain text and then a NUL \x00 in it", "binary"),
        (bytes(range(1, 32)) * 20, "binary"),
        (b"\xff\xfe" + b"\x00\xd8" * 3, "encoding"),
        (b"the bell \x07 rang once in this long text about the talks of two ministers", "bad-characters"),
    ],
)
def test_what_is_no_text_is_refused(tmp_path: Path, data: bytes, reason: str) -> None:
    reject = one_reject(read_bytes(tmp_path, "a.txt", data))
    assert (reject.reason, reject.record, reject.content) == (reason, "", "")


def test_a_text_past_the_limit_is_refused(tmp_path: Path) -> None:
    assert one_reject(read_bytes(tmp_path, "a.txt", b"a" * 101, ReadOptions(record_limit=100))).reason == "too-large"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ministers meet\n\nThey met.", "Ministers meet"),
        ("\n\n  Ministers   meet \nThey met.", "Ministers meet"),
        ("They met in Oslo.\nThen they left.", ""),
        ("Dear colleagues,\nWelcome.", ""),
        ("Only one line", ""),
        ("word " * 60 + "\nThey met.", ""),
        ("President signs “On Powers.”\nHe signed.", "President signs “On Powers.”"),
        ("", ""),
    ],
)
def test_the_first_line_is_the_title_where_it_looks_like_one(text: str, expected: str) -> None:
    assert headline(text) == expected


def test_options_that_mean_nothing_are_errors() -> None:
    with pytest.raises(BadDateError):
        ReadOptions(published="yesterday")
    with pytest.raises(BadOptionError):
        ReadOptions(encoding="klingon")
