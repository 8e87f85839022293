"""HTML pages of many makes, written for this test: what is kept, what is dropped, what the page declares."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from kg.model import Source
from loaders.reading import read_all
from tests.loaders.reading_files import one_reject, one_source, read, read_bytes

FOLDER = Path(__file__).parent / "pages"
TABLE = Path(__file__).parent / "pages.tsv"
ROWS = list(csv.DictReader(TABLE.read_text(encoding="utf-8").splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))


def test_every_page_is_in_the_table() -> None:
    assert sorted(row["page"] for row in ROWS) == sorted(path.stem for path in FOLDER.iterdir())


@pytest.mark.parametrize("row", ROWS, ids=[row["page"] for row in ROWS])
def test_page(row: dict[str, str]) -> None:
    source = one_source(read(FOLDER / f"{row['page']}.html"))
    declared = (source.title, source.publisher, source.published, source.language)
    assert declared == (row["title"], row["publisher"], row["published"], row["language"])
    assert [part for part in row["kept"].split("|") if part not in source.text] == []
    assert [part for part in row["dropped"].split("|") if part and part in source.text] == []
    assert source.title in source.text
    assert source.text == source.text.strip()


def test_paragraphs_stand_apart_and_in_order() -> None:
    lines = one_source(read(FOLDER / "lists-and-headings.html")).text.split("\n\n")
    assert lines == [
        "Outcome of the summit",
        "The heads of state of the six members met in Astana and adopted the documents listed below.",
        "Documents",
        "- Declaration on the common water",
        "- Programme for the railways until 2030",
        "Next chair",
        "Uzbekistan takes the chair from Kazakhstan for one year from the first of July.",
    ]


def test_the_order_of_pages_changes_nothing() -> None:
    paths = sorted(map(str, FOLDER.iterdir()))
    forward, backward = list(read_all(paths)), list(read_all(paths[::-1]))
    assert forward == backward[::-1]
    assert all(isinstance(item, Source) for item in forward)


def test_who_dated_the_page_is_said() -> None:
    said: list[str] = []
    list(read_all([str(FOLDER / "date-in-class.html")], tell=lambda _where, remark: said.append(remark)))
    assert "published 2025-02-18, says the one date on it" in said


@pytest.mark.parametrize(
    "page",
    [
        b"<html></html>",
        b"<!doctype html>",
        b"<html><body><!-- nothing --></body></html>",
        b"<html><body><script>go()</script></body></html>",
        b"<html><body><p>Loading ...</p></body></html>",
        b"<html><frameset><frame src='a.htm'></frameset></html>",
    ],
)
def test_a_page_without_an_article_is_refused(tmp_path: Path, page: bytes) -> None:
    assert one_reject(read_bytes(tmp_path, "a.html", page)).reason == "no-article"


@pytest.mark.parametrize("tag", ["<div>", "<b>", "<table>", "<ul><li>", "<a", "<!--", "&amp", "<svg>", "<i id=date>"])
def test_pages_made_to_hurt_end_soon(tmp_path: Path, tag: str) -> None:
    page = "<html><body><p>The ministers of Peru and Chile met in Lima on Monday to speak of copper.</p>" + tag * 20_000
    (item,) = read_bytes(tmp_path, "a.html", page.encode())
    assert getattr(item, "reason", "no-article") == "no-article"
