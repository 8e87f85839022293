"""Pages of the web, from a real server on the loopback."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import socket
import time
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler

import pytest

from kg.model import Reject, Source
from loaders.errors import NoSuchInputError
from loaders.reading import read_all
from loaders.web_limits import WebLimits
from tests.loaders.http_server import Answer, Site, serving
from tests.loaders.reading_files import TEXT, one_reject, one_source, sources_and_rejects

PAGE = """<!doctype html><html lang="en"><head><title>Talks in Oslo</title></head><body>
<nav><a href="/">Home</a> <a href="/all">All news</a></nav>
<article><h1>Talks in Oslo</h1>
<p>The foreign minister of Norway met her colleague from Iceland in Oslo on Monday, the ministry said.</p>
<p>“We’ll meet again in Reykjavík in May,” she said after the talks on fisheries and trade.</p>
</article><footer>Imprint. Contact. Press room.</footer></body></html>"""
SAID = "“We’ll meet again in Reykjavík in May,” she said"


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    with serving() as running:
        yield running


def fetch_all(url: str, limits: WebLimits | None = None) -> list[Source | Reject]:
    return sources_and_rejects(read_all([url], web=limits or WebLimits(seconds=10)))


def test_a_page_becomes_an_article_without_its_furniture(site: Site) -> None:
    source = one_source(fetch_all(site.page("/oslo", Answer(PAGE.encode()))))
    assert (source.title, source.url) == ("Talks in Oslo", site.root + "/oslo")
    assert (source.key, source.loader) == ("oslo", "html")
    assert SAID in source.text
    assert "All news" not in source.text
    assert "Imprint" not in source.text


def test_a_plain_text_page_is_text(site: Site) -> None:
    source = one_source(fetch_all(site.page("/a.txt", Answer(TEXT.encode(), "text/plain"))))
    assert (source.text, source.loader, source.url) == (TEXT, "text", site.root + "/a.txt")


def test_json_lines_and_compressed_files_are_read_from_the_web_too(site: Site) -> None:
    data = json.dumps({"id": "x", "text": TEXT}).encode()
    zipped = io.BytesIO()
    with zipfile.ZipFile(zipped, "w") as archive:
        archive.writestr("inner/a.jsonl", data)
    for name, body in (("gz", gzip.compress(data)), ("bz2", bz2.compress(data)), ("zip", zipped.getvalue())):
        url = site.page(f"/data.jsonl.{name}", Answer(body, "application/octet-stream"))
        assert one_source(fetch_all(url)).key == "x"


def test_a_chain_of_redirects_is_followed_and_the_last_address_kept(site: Site) -> None:
    site.page("/end", Answer(PAGE.encode()))
    site.redirect("/third", "/end", 308)
    site.redirect("/second", "third", 307)
    source = one_source(fetch_all(site.redirect("/first", site.root + "/second", 301)))
    assert source.url == site.root + "/end"


def test_redirects_are_bounded(site: Site) -> None:
    reject = one_reject(fetch_all(site.redirect("/round", "/round")))
    assert (reject.reason, reject.detail) == ("http-error", "it redirects more than 5 times")


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://127.0.0.1/a", "gopher://x", "data:text/html,a", ""])
def test_a_redirect_never_leads_out_of_the_web(site: Site, target: str) -> None:
    reject = one_reject(fetch_all(site.redirect("/out", target)))
    assert reject.reason == "http-error"
    assert "no page of the web" in reject.detail


@pytest.mark.parametrize("status", [204, 304, 401, 403, 404, 410, 429, 500, 503])
def test_what_is_not_200_is_refused_with_the_status(site: Site, status: int) -> None:
    body = PAGE.encode() if status not in {204, 304} else b""
    reject = one_reject(fetch_all(site.page("/bad", Answer(body, status=status))))
    assert reject.reason == "http-error"
    assert str(status) in reject.detail
    assert reject.where == site.root + "/bad"


@pytest.mark.parametrize(
    ("content_type", "encoding", "said"),
    [
        ("text/html; charset=windows-1252", "windows-1252", "windows-1252, says the server"),
        ("text/html; charset=iso-8859-1", "windows-1252", "windows-1252, says the server"),
        ("text/html; charset=utf-16le", "utf-8", "utf-8, says the bytes themselves"),
        ("text/html; charset=us-ascii", "utf-8", "utf-8, says the bytes themselves"),
        ("text/html; charset=no-such-thing", "utf-8", "utf-8, says the bytes themselves"),
        ("text/html; charset=base64", "utf-8", "utf-8, says the bytes themselves"),
        ("text/html; charset=idna", "utf-8", "utf-8, says the bytes themselves"),
        ("text/html; charset=utf-8", "windows-1252", "windows-1252, says a guess"),
        ("text/html; charset=", "utf-8", "utf-8, says the bytes themselves"),
        ("text/html", "utf-8", "utf-8, says the bytes themselves"),
        ("text/html", "windows-1252", "windows-1252, says a guess"),
        ("text/html", "utf-16", "utf-16-le, says its byte order mark"),
        ("text/html; charset=iso-8859-1", "utf-8", "utf-8, says the bytes themselves"),
        ("text/html; charset=windows-1251", "utf-8", "utf-8, says the bytes themselves"),
        (None, "utf-8", "utf-8, says the bytes themselves"),
    ],
)
def test_wrong_and_missing_charsets_are_seen_through(
    site: Site, content_type: str | None, encoding: str, said: str
) -> None:
    url = site.page("/charset", Answer(PAGE.encode(encoding), content_type))
    remarks: list[str] = []
    items = list(read_all([url], tell=lambda _where, remark: remarks.append(remark)))
    assert isinstance(items[0], Source)
    assert SAID in items[0].text
    assert f"read as {said}" in remarks


def test_the_charset_that_the_page_names_counts_where_the_server_is_silent(site: Site) -> None:
    page = PAGE.replace("<head>", '<head><meta http-equiv="Content-Type" content="text/html; charset=windows-1251">')
    page = page.replace("Reykjavík", "Рейкьявик").replace("Talks in Oslo", "Встреча в Осло")
    items = fetch_all(site.page("/1251", Answer(page.encode("windows-1251"), "text/html")))
    assert one_source(items).title == "Встреча в Осло"


@pytest.mark.parametrize("states_length", [True, False])
def test_a_body_of_thirty_megabytes_is_refused_without_reading_it_all(site: Site, *, states_length: bool) -> None:
    answer = Answer(b"<p>word</p>" * 3_000_000, states_length=states_length)
    reject = one_reject(fetch_all(site.page("/large", answer)))
    assert reject.reason == "too-large"


def test_a_compressed_body_is_unpacked_within_bounds(site: Site) -> None:
    coded = {"Content-Encoding": "gzip"}
    url = site.page("/coded", Answer(gzip.compress(PAGE.encode()), headers=coded))
    assert SAID in one_source(fetch_all(url)).text
    bomb = gzip.compress(b"<p>" + bytes(80 * 2**20))
    reject = one_reject(fetch_all(site.page("/bomb", Answer(bomb, headers=coded))))
    assert reject.reason == "too-large"


def test_a_slow_body_is_given_up(site: Site) -> None:
    url = site.page("/slow", Answer(b"a" * 1_000, pause=0.05))
    started = time.monotonic()
    reject = one_reject(fetch_all(url, WebLimits(seconds=0.5)))
    assert (reject.reason, reject.detail) == ("too-slow", "the page did not arrive within 0.5 seconds")
    assert time.monotonic() - started < 2


def test_a_silent_server_is_given_up(site: Site) -> None:
    def silence(_handler: BaseHTTPRequestHandler) -> None:
        time.sleep(3)

    reject = one_reject(fetch_all(site.page("/silent", silence), WebLimits(seconds=0.3)))
    assert reject.reason == "too-slow"


def test_a_header_that_never_ends_is_given_up(site: Site) -> None:
    def drip(handler: BaseHTTPRequestHandler) -> None:
        for _ in range(200):
            handler.wfile.write(b"X")
            time.sleep(0.05)

    started = time.monotonic()
    reject = one_reject(fetch_all(site.page("/drip", drip), WebLimits(seconds=0.3)))
    assert reject.reason == "too-slow"
    assert time.monotonic() - started < 2


@pytest.mark.parametrize(
    "content_type", ["image/png", "video/mp4", "audio/mpeg", "font/woff2", "text/css", "application/javascript"]
)
def test_what_is_no_article_is_refused_by_its_type(site: Site, content_type: str) -> None:
    reject = one_reject(fetch_all(site.page("/type", Answer(b"GIF89a", content_type))))
    assert reject.reason == "not-text-type"
    assert content_type in reject.detail


def test_bytes_that_are_no_text_are_refused_whatever_the_type(site: Site) -> None:
    assert one_reject(fetch_all(site.page("/bin", Answer(bytes(range(256)) * 4)))).reason == "binary"


def test_an_empty_page_and_a_page_without_article_are_refused(site: Site) -> None:
    assert one_reject(fetch_all(site.page("/empty", Answer(b"")))).reason == "empty"
    shell = b"<!doctype html><html><head><title>App</title></head><body><script>run()</script></body></html>"
    assert one_reject(fetch_all(site.page("/app", Answer(shell)))).reason == "no-article"


def test_a_body_that_breaks_off_is_refused(site: Site) -> None:
    def broken(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", "100000")
        handler.end_headers()
        handler.wfile.write(PAGE.encode())

    assert one_reject(fetch_all(site.page("/broken", broken))).reason == "unreadable"


def test_a_server_that_speaks_no_http_or_is_not_there_is_an_error() -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
    reject = one_reject(fetch_all(f"http://127.0.0.1:{port}/"))
    assert reject.reason == "http-error"
    assert "object at 0x" not in reject.detail


def test_certificates_are_checked(site: Site) -> None:
    reject = one_reject(fetch_all(site.root.replace("http:", "https:") + "/"))
    assert reject.reason == "http-error"


def test_the_request_names_this_software_and_says_nothing_else_of_the_user(site: Site) -> None:
    fetch_all(site.page("/asked", Answer(PAGE.encode())))
    asked = site.asked[-1]
    assert asked["user-agent"].startswith("diplomatic-kg/")
    assert set(asked) == {"path", "host", "user-agent", "accept", "accept-encoding"}


def test_a_page_may_name_its_canonical_address_on_its_own_host_only(site: Site) -> None:
    own = PAGE.replace("<head>", f'<head><link rel="canonical" href="{site.root}/canonical">')
    other = PAGE.replace("<head>", '<head><link rel="canonical" href="https://www.kremlin.ru/x">')
    assert one_source(fetch_all(site.page("/own", Answer(own.encode())))).url == site.root + "/canonical"
    claimed = one_source(fetch_all(site.page("/other", Answer(other.encode()))))
    assert (claimed.url, claimed.kind) == (site.root + "/other", "article")


@pytest.mark.parametrize(
    "word", ["ftp://example.org/a", "file:///etc/passwd", "https://", "http://[half", "https://user:pw@example.org/a"]
)
def test_other_addresses_are_wrong_use(word: str) -> None:
    with pytest.raises(NoSuchInputError):
        fetch_all(word)
