"""A small input of each kind that holds articles, all of it read: what tests damage."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from loaders.parquet import write_readings
from loaders.reading import read_all
from loaders.texts import read_texts_with
from tests.loaders.datasets.test_colt import TRIP
from tests.loaders.reading_files import TEXT, line
from tests.loaders.test_claim_review import review
from tests.loaders.test_pdf import RELEASE
from tests.loaders.test_spreadsheet import workbook

MAIL = (
    b"From: =?utf-8?q?Press_Office?= <a@b.example>\r\nTo: c@d.example\r\nSubject: Talks\r\nMIME-Version: 1.0\r\n"
    b"Date: Mon, 3 Mar 2025 10:00:00 +0100\r\nMessage-ID: <1@b>\r\n"
    b"Content-Type: multipart/mixed; boundary=x\r\n\r\n"
    b"--x\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    b"The minister met=C3=A9 her colleague.\r\n--x\r\nContent-Type: application/pdf; name=a.pdf\r\n\r\nx\r\n--x--\r\n"
)
FEED = (
    b"<?xml version='1.0' encoding='utf-8'?><rss><channel><title>News</title><item><title>Talks</title><link>https://a.b/"
    b"</link><pubDate>Mon, 3 Mar 2025 10:00:00 +0100</pubDate><description>&lt;p>The minister of Norway met her "
    b"colleague from Iceland in Oslo.&lt;/p></description></item></channel></rss>"
)
ANSWER = (
    b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><body><p>The minister of Norway met her colleague from "
    b"Iceland in Oslo on Monday.</p></body></html>"
)
ARCHIVE = (
    b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/\r\nWARC-Date: 2025-03-03T00:00:00Z\r\n"
    b"Content-Type: application/http\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n" % (len(ANSWER), ANSWER)
) * 2
PAGE = (
    b'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Talks</title>'
    b'<script type="application/ld+json">'
    b'{"@type":"NewsArticle","datePublished":"2025-03-03","publisher":{"name":"X"}}</script></head><body><nav>Menu</nav>'
    b"<article><h1>Talks in Oslo</h1><time datetime='2025-03-03'>today</time>"
    b"<p>The minister of Norway met her colleague from Iceland in Oslo on Monday, the ministry said.</p>"
    b"<ul><li>fish &amp; trade<li>&#x2019;energy</ul><table><tr><td>a<td>b</table></article></body></html>"
)
LINES = b"".join(line(id=str(number), url=f"https://a.example/{number}", published="2025-03-03") for number in range(3))
REJECTS = b'{"where":"a","record":"2","reason":"bad-date","detail":"d","content":"{\\"text\\":1}","loader":"jsonl"}\n'
REJECTS += REJECTS.replace(b":1}", b':\\"They met.\\"}')


def _article(body: str = TEXT) -> dict[str, object]:
    return {
        "@context": "https://schema.org", "@type": ["NewsArticle"], "headline": "Talks", "articleBody": body,
        "url": "https://a.example/1", "datePublished": "2025-03-03", "publisher": {"name": "X"}, "inLanguage": "en",
    }  # fmt: skip


def _document() -> bytes:
    return json.dumps({"@context": "https://schema.org", "@graph": [_article(), review(ratingValue=1)]}).encode()


def _reviews() -> bytes:
    lines = (review(ratingValue=1), review("They met.", alternateName="True"), _article())
    return b"".join(json.dumps(one).encode() + b"\n" for one in lines)


def table_of_texts() -> bytes:
    """Return thirty texts as Parquet, in three row groups."""
    out = io.BytesIO()
    rows = [{"id": str(number), "text": TEXT, "published": "2025-03-03"} for number in range(30)]
    pq.write_table(pa.Table.from_pylist(rows), out, row_group_size=10)
    return out.getvalue()


def _table_of_readings(folder: Path) -> bytes:
    (folder / "in.jsonl").write_bytes(LINES)
    write_readings(read_texts_with("rules", read_all([str(folder / "in.jsonl")])), folder / "out.parquet")
    return (folder / "out.parquet").read_bytes()


def seed_of(kind: str, folder: Path) -> bytes:
    """Return the input of this kind; what must be a file for a moment is one in the folder."""
    return SEEDS[kind] if kind in SEEDS else _MADE[kind](folder)


ARTICLES = {
    "page": PAGE,
    "lines": LINES,
    "rejects": REJECTS,
    "text": TEXT.encode(),
    "mail": MAIL,
    "feed": FEED,
    "warc": ARCHIVE,
    "pdf": RELEASE,
    "list": b"[" + LINES.strip().replace(b"\n", b",\n") + b"]",
}
"""What holds nothing but articles."""
SEEDS = {**ARTICLES, "json-ld": _document(), "reviews": _reviews()}
_MADE: dict[str, Callable[[Path], bytes]] = {
    "table": lambda _: table_of_texts(),
    "readings": _table_of_readings,
    "workbook": lambda _: workbook([TRIP, {**TRIP, "TripID": "JPN-IND-2", "TripStartDate": "#45005"}]),
}
KINDS = {
    "page": "html", "lines": "jsonl", "rejects": "rejects", "text": "text", "mail": "mail", "feed": "feed",
    "warc": "warc", "pdf": "pdf", "list": "json", "json-ld": "json-ld", "reviews": "json-ld", "table": "parquet",
    "readings": "parquet", "workbook": "colt",
}  # fmt: skip
"""The loader of each."""
