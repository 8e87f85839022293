"""WARC archives, e-mail messages and feeds, made here as real programs make them."""

from __future__ import annotations

import gzip
import time
import tracemalloc
from email.message import EmailMessage
from pathlib import Path
from textwrap import fill

import pytest

from kg.model import Reject, Source
from loaders.contract import ReadOptions
from tests.loaders.reading_files import TEXT, one_reject, one_source, read, read_bytes

PAGE = (
    '<!doctype html><html lang="en"><head><title>{title}</title><meta name="date" content="2025-03-03"></head>'
    "<body><nav><a href=/>Home</a></nav><article><h1>{title}</h1><p>The foreign minister of Norway met her colleague "
    "from Iceland in Oslo on Monday, the ministry said.</p><p>They will meet again in Reykjavík in May.</p></article>"
    "</body></html>"
)


def page(title: str) -> bytes:
    """Return a page with an article."""
    return PAGE.format(title=title).encode()


def warc(records: list[tuple[str, str, str, bytes]], *, packed: bool = True) -> bytes:
    """Return an archive of these pages (address, status, content type, body) between its bookkeeping."""
    whole = [warc_record("warcinfo", "", "application/warc-fields", b"software: test\r\n")]
    for url, status, media_type, body in records:
        head = f"HTTP/1.1 {status}\r\nContent-Type: {media_type}\r\nContent-Length: {len(body)}\r\n\r\n"
        whole.append(warc_record("response", url, "application/http; msgtype=response", head.encode() + body))
        asked = b"GET / HTTP/1.1\r\nHost: a.example\r\n\r\n"
        whole.append(warc_record("request", url, "application/http; msgtype=request", asked))
    return b"".join(gzip.compress(one) if packed else one for one in whole)


def warc_answer(url: str, body: bytes, headers: str = "") -> bytes:
    """Return the record of a page that was answered with 200."""
    head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n{headers}\r\n".encode()
    return warc_record("response", url, "application/http; msgtype=response", head + body)


def warc_record(kind: str, url: str, media_type: str, block: bytes) -> bytes:
    """Return one record of an archive, as ISO 28500 has it."""
    headers = {
        "WARC-Type": kind,
        "WARC-Record-ID": "<urn:uuid:12345678-1234-1234-1234-123456789abc>",
        "WARC-Date": "2025-06-01T00:00:00Z",
        **({"WARC-Target-URI": url} if url else {}),
        "Content-Type": media_type,
        "Content-Length": str(len(block)),
    }
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return f"WARC/1.0\r\n{lines}\r\n".encode() + block + b"\r\n\r\n"


CRAWL = [
    ("https://a.example/one", "200 OK", "text/html; charset=utf-8", page("One")),
    ("https://a.example/gone", "404 Not Found", "text/html", page("Gone")),
    ("https://a.example/logo.png", "200 OK", "image/png", b"\x89PNG" + bytes(50)),
    ("https://a.example/note.txt", "200 OK", "text/plain; charset=windows-1252", "“Talks” in Oslo\n".encode("cp1252")),
    ("https://a.example/app", "200 OK", "text/html", b"<html><body><script>go()</script></body></html>"),
    ("https://a.example/two", "200 OK", "text/html", PAGE.format(title="Zwei").encode("utf-16")),
]


@pytest.mark.parametrize("packed", [True, False])
def test_a_crawl_gives_its_pages_and_says_why_the_others_are_none(tmp_path: Path, *, packed: bool) -> None:
    items = read_bytes(tmp_path, "a.warc.gz" if packed else "a.warc", warc(CRAWL, packed=packed))
    found = [(i.url, i.title) if isinstance(i, Source) else (i.record, i.reason) for i in items]
    assert found == [
        ("https://a.example/one", "One"),
        ("record 4", "http-error"),
        ("https://a.example/logo.png", "not-text-type"),
        ("https://a.example/note.txt", ""),
        ("https://a.example/app", "no-article"),
        ("https://a.example/two", "Zwei"),
    ]
    sources = [item for item in items if isinstance(item, Source)]
    assert [source.published for source in sources] == ["2025-03-03", "", "2025-03-03"]
    assert {source.loader for source in sources} == {"warc"}
    assert sources[1].text == "“Talks” in Oslo\n"


def test_a_crawl_that_breaks_off_keeps_what_stands_before(tmp_path: Path) -> None:
    data = warc([CRAWL[0], CRAWL[5]])
    items = read_bytes(tmp_path, "a.warc.gz", data[:-300])
    assert isinstance(items[0], Source)
    assert isinstance(items[-1], Reject)
    assert items[-1].reason == "unreadable"


@pytest.mark.parametrize(
    ("good", "bad", "found"),
    [
        (b"Content-Length: ", b"Content-Strength: ", ["unreadable", "unreadable", "Two"]),
        (b"WARC/1.0\r\nWARC-Type: response", b"WARP/1.0\r\nWARC-Type: response", ["unreadable", "Two"]),
        (b"HTTP/1.1 200 OK", b"HELO 200 OK", ["unreadable", "Two"]),
        (b"\r\nContent-Type: text/html", b"\r\nTransfer-Encoding: chunked\r\nContent-Type: text/html", ["One", "Two"]),
        (b"\r\nContent-Type: text/html", b"\r\nContent-Encoding: br\r\nContent-Type: text/html", ["unreadable", "Two"]),
    ],
)
def test_after_a_damaged_record_the_next_is_read(tmp_path: Path, good: bytes, bad: bytes, found: list[str]) -> None:
    one = warc_answer("https://a.example/1", page("One"))
    two = warc_answer("https://a.example/2", page("Two"))
    first = one.replace(good, bad, 1)
    if len(first) != len(one):
        length = len(one) - one.index(b"HTTP/1.1") - 4
        first = first.replace(str(length).encode(), str(length + len(first) - len(one)).encode(), 1)
    items = read_bytes(tmp_path, "a.warc", warc([], packed=False) + first + two)
    assert [item.title if isinstance(item, Source) else item.reason for item in items] == found


def test_answers_in_chunks_and_packed_are_read(tmp_path: Path) -> None:
    packed = gzip.compress(page("One"))
    chunks = b"".join(f"{len(part):x}\r\n".encode() + part + b"\r\n" for part in (packed[:50], packed[50:], b""))
    headers = "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n"
    data = warc([], packed=False) + warc_answer("https://a.example/1", chunks, headers)
    assert one_source(read_bytes(tmp_path, "a.warc", data)).title == "One"
    bomb = gzip.compress(bytes(80 * 2**20))
    data = warc([], packed=False) + warc_answer("https://a.example/1", bomb, "Content-Encoding: gzip\r\n")
    assert one_reject(read_bytes(tmp_path, "a.warc", data)).reason == "too-large"


def test_a_page_past_the_limit_is_refused_in_flat_memory(tmp_path: Path) -> None:
    large = b"<html><p>" + b"word " * 4_000_000
    (tmp_path / "a.warc").write_bytes(
        warc([("https://a.example/l", "200 OK", "text/html", large), CRAWL[0]], packed=False)
    )
    tracemalloc.start()
    items = read(tmp_path / "a.warc", ReadOptions(record_limit=100_000))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [getattr(item, "reason", "") for item in items] == ["too-large", ""]
    assert peak < 15 * 2**20


def message(**headers: str) -> EmailMessage:
    """Return a message with these headers beside the usual ones."""
    made = EmailMessage()
    usual = {
        "From": "Press Office of the Ministry <press@mfa.example>",
        "To": "list@example.org",
        "Subject": "Встреча министров: ministers meet in Oslo",
        "Date": "Mon, 03 Mar 2025 22:15:00 +0100",
        "Message-ID": "<77@mfa.example>",
    }
    for name, value in (usual | headers).items():
        made[name] = value
    return made


def test_a_message_is_an_article(tmp_path: Path) -> None:
    made = message()
    made.set_content(fill(" ".join(TEXT.split()), 72) + "\n\n-- \nPress Office, telephone 1234\n")
    made.add_alternative(page("Other").decode(), subtype="html")
    made.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="statement.pdf")
    source, reject = read_bytes(tmp_path, "a.eml", made.as_bytes())
    assert isinstance(source, Source)
    assert source.text.strip() == " ".join(TEXT.split())
    assert (source.key, source.title, source.published) == (
        "77@mfa.example",
        "Встреча министров: ministers meet in Oslo",
        "2025-03-03",
    )
    assert (source.publisher, source.loader) == ("Press Office of the Ministry", "mail")
    assert isinstance(reject, Reject)
    assert (reject.record, reject.reason) == ("statement.pdf", "not-text-type")


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "windows-1252"])
@pytest.mark.parametrize("coding", ["quoted-printable", "base64", "8bit"])
def test_a_message_in_any_coding_is_read(tmp_path: Path, charset: str, coding: str) -> None:
    made = message()
    made.set_content("Gespräche in Oslo über Fisch und Öl.\n", charset=charset, cte=coding)
    assert one_source(read_bytes(tmp_path, "a.eml", made.as_bytes())).text == "Gespräche in Oslo über Fisch und Öl.\n"


def test_a_message_that_is_a_page_loses_its_furniture(tmp_path: Path) -> None:
    made = message()
    made.set_content(page("One").decode(), subtype="html")
    source = one_source(read_bytes(tmp_path, "a", made.as_bytes()))
    assert "again in Reykjavík" in source.text
    assert "Home" not in source.text


def test_a_message_without_text_is_refused(tmp_path: Path) -> None:
    made = message()
    made.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="statement.pdf")
    assert one_reject(read_bytes(tmp_path, "a.eml", made.as_bytes())).reason == "no-article"


BODY = "The foreign minister of Norway met her colleague from Iceland in Oslo on Monday, the ministry said."
RSS = f"""<?xml version="1.0" encoding="UTF-8"?>
<!-- made by hand -->
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Ministry news</title>
<link>https://mfa.example/</link><language>en-gb</language><copyright>CC BY 4.0</copyright>
<item><title>Talks &amp; fish</title><link>https://mfa.example/1</link><guid>urn:1</guid>
<pubDate>Mon, 03 Mar 2025 23:00:00 +0100</pubDate><description>short</description>
<content:encoded><![CDATA[<p>{BODY}</p><p>They&nbsp;will meet again in May.</p>]]></content:encoded></item>
<item><title>Only a title</title><link>https://mfa.example/2</link></item>
<item><title>No date</title><description>{BODY} &lt;b&gt;Twice&lt;/b&gt;.</description></item>
</channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Ministry</title>
<updated>2025-03-09T00:00:00Z</updated>
<entry><id>tag:1</id><title type="html">Talks &lt;i&gt;in Oslo&lt;/i&gt;</title>
<link rel="self" href="https://mfa.example/self"/>
<link href="https://mfa.example/1"/><updated>2025-03-05T00:00:00Z</updated><published>2025-03-03T23:00:00+01:00</published>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{BODY}</p><p>More <em>later</em>.</p></div></content>
</entry>
<entry><id>tag:2</id><title>Second</title><updated>2025-03-05T00:00:00Z</updated><summary>{BODY}</summary></entry></feed>"""
RDF = f"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>Old</title></channel>
<item rdf:about="y"><title>Talks</title><link>https://old.example/y</link><dc:date>2004-05-06T10:00:00Z</dc:date>
<description>{BODY}</description></item></rdf:RDF>"""


def test_rss(tmp_path: Path) -> None:
    first, second, third = read_bytes(tmp_path, "feed.xml", RSS.encode())
    assert isinstance(first, Source)
    assert first.text == f"Talks & fish\n\n{BODY}\n\nThey will meet again in May."
    assert (first.url, first.key, first.published) == ("https://mfa.example/1", "urn:1", "2025-03-03")
    assert (first.publisher, first.licence, first.language) == ("Ministry news", "CC BY 4.0", "en")
    assert isinstance(second, Reject)
    assert (second.record, second.reason) == ("https://mfa.example/2", "no-article")
    assert isinstance(third, Source)
    assert (third.key, third.published) == ("feed:3", "")
    assert third.text.endswith("Twice.")


def test_atom(tmp_path: Path) -> None:
    first, second = read_bytes(tmp_path, "a", ATOM.encode("utf-16"))
    assert isinstance(first, Source)
    assert (first.title, first.url, first.key) == ("Talks in Oslo", "https://mfa.example/1", "tag:1")
    assert (first.published, first.publisher) == ("2025-03-03", "Ministry")
    assert first.text == f"Talks in Oslo\n\n{BODY}\n\nMore later."
    assert isinstance(second, Source)
    assert second.published == ""


def test_rss_of_the_first_kind(tmp_path: Path) -> None:
    source = one_source(read_bytes(tmp_path, "a.rdf", RDF.encode()))
    assert (source.url, source.published, source.publisher) == ("https://old.example/y", "2004-05-06", "Old")


def test_a_feed_that_breaks_off_keeps_the_entries_before(tmp_path: Path) -> None:
    items = read_bytes(tmp_path, "a.xml", RSS.encode()[: RSS.index("No date")])
    assert [getattr(item, "reason", "") for item in items] == ["", "no-article", "unreadable"]


def test_entities_are_neither_multiplied_nor_fetched(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("the secret of the minister", encoding="utf-8")
    laughs = '<!ENTITY l0 "ha">' + "".join(f'<!ENTITY l{n} "&l{n - 1};&l{n - 1};">' for n in range(1, 40))
    kind = f'<!DOCTYPE rss [<!ENTITY x SYSTEM "file://{tmp_path}/secret">{laughs}]>'
    feed = RSS.replace("<!-- made by hand -->", kind).replace("short", "&x;&l39;").replace("<p>", "&x; <p>")
    started = time.monotonic()
    items = read_bytes(tmp_path, "a.xml", feed.replace(f"{BODY} &lt;", f"{BODY} &x;&l39; &lt;").encode())
    assert time.monotonic() - started < 5
    assert not any("secret of the minister" in item.text for item in items if isinstance(item, Source))


def test_a_long_feed_is_read_whole(tmp_path: Path) -> None:
    item = RSS[RSS.index("<item>") : RSS.index("</item>") + 7]
    packed = gzip.compress((RSS[: RSS.index("<item>")] + item * 50 + "</channel></rss>").encode())
    assert len(read_bytes(tmp_path, "a.xml.gz", packed)) == 50


def test_an_address_that_is_none_does_not_end_the_reading(tmp_path: Path) -> None:
    data = warc_answer("https://a.example]/x", page("One")) + warc([CRAWL[0]], packed=False)
    found = read_bytes(tmp_path, "a.warc", data)
    assert [one.reason if isinstance(one, Reject) else one.title for one in found] == ["bad-record", "One"]
