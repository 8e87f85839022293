"""What a page declares of its article: title, date, site, address, language.

Only what stands in a field made for it is taken. A date guessed from running text would move every "on Tuesday" of the
article, so where several dates stand on a page and none is declared, there is none.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import urlsplit

import msgspec
from lxml.html import HtmlElement

from loaders.characters import one_line
from loaders.json_ld import ArticleData, article_data
from loaders.written_days import day_of_path, written_day

_DATE_FIELDS = (
    "article:published_time", "og:article:published_time", "og:published_time", "og:pubdate", "datepublished",
    "dcterms.issued", "dcterms.created", "dcterms.date", "dc.date.issued", "dc.date.created", "dc.date",
    "citation_publication_date", "citation_date", "parsely-pub-date", "sailthru.date", "publication_date",
    "publication-date", "publishdate", "publish-date", "publish_date", "pubdate", "date",
)  # fmt: skip
_SITE_FIELDS = ("og:site_name", "dcterms.publisher", "dc.publisher", "publisher", "application-name")
_LONGEST_DATE_TEXT = 60
_DATED = (
    './/*[not(self::script or self::style)][contains(concat(" ", translate(concat(@class, " ", @id), '
    '"ABCDEFGHIJKLMNOPQRSTUVWXYZ-_", "abcdefghijklmnopqrstuvwxyz  "), " "), " {} ")]'
)
_DATE_CLASSES = ("date", "published", "posted", "pubdate", "timestamp", "dateline")


class PageMetadata(msgspec.Struct, frozen=True):
    """What a page says; empty where it says nothing."""

    title: str
    site: str
    url: str
    language: str
    licence: str
    published: str
    """YYYY-MM-DD."""
    dated_by: str
    """Who says so: "its JSON-LD", "its address", ..."""


class _Dated(NamedTuple):
    day: str
    by: str


def read_metadata(tree: HtmlElement, address: str) -> PageMetadata:
    """Return what a page says of itself; ``address`` is where it was fetched, or empty."""
    fields = _fields(tree)
    article = article_data(tree)
    url = _address(tree, fields, article, address)
    site = article.publisher or _first(fields, _SITE_FIELDS) or _host(url)
    dated = next((found for found in _dates(tree, fields, article, url) if found.day), _Dated("", ""))
    return PageMetadata(
        title=_title(tree, fields, article, site),
        site=one_line(site),
        url=url,
        language=article.language or str(tree.get("lang") or tree.get("xml:lang") or ""),
        licence=article.licence or _link(tree, "license"),
        published=dated.day,
        dated_by=dated.by,
    )


def _fields(tree: HtmlElement) -> dict[str, str]:
    """The meta elements by name, property or itemprop in lower case; the first of each name."""
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        content = (meta.get("content") or "").strip()
        if content:
            found.setdefault(name.strip().lower(), content)
    return found


def _first(fields: dict[str, str], names: tuple[str, ...]) -> str:
    return next((fields[name] for name in names if name in fields), "")


def _title(tree: HtmlElement, fields: dict[str, str], article: ArticleData, site: str) -> str:
    """The one heading of the first rank, since it stands in the text; else what is declared."""
    headings = [text for heading in tree.iter("h1") if (text := one_line(heading.text_content()))]
    if len(headings) == 1:
        return headings[0]
    declared = article.headline or fields.get("og:title", "") or fields.get("twitter:title", "")
    return _without_site(declared or one_line(tree.findtext(".//title") or ""), site)


def _without_site(title: str, site: str) -> str:
    """Drop the name of the site that many pages put before or after the title."""
    plain = one_line(title)
    for separator in (" | ", " - ", " – ", " — ", " :: "):
        parts = plain.split(separator)
        kept = [part for part in parts if part.casefold() != site.casefold()]
        if len(parts) > len(kept) > 0:
            return separator.join(kept)
    return plain.split(" | ")[0]


def _address(tree: HtmlElement, fields: dict[str, str], article: ArticleData, address: str) -> str:
    """Where it was fetched. A page may name another address for itself only on the same host; a saved one, any."""
    for named in (_link(tree, "canonical"), fields.get("og:url", ""), article.url):
        if _host(named) and (not address or _host(named) == _host(address)):
            return named
    return address


def _link(tree: HtmlElement, relation: str) -> str:
    found = tree.find(f'.//link[@rel="{relation}"]')
    return (found.get("href") or "").strip() if found is not None else ""


def _host(url: str) -> str:
    try:
        parts = urlsplit(url)
        return (parts.hostname or "").removeprefix("www.") if parts.scheme in ("http", "https") else ""
    except ValueError:
        return ""


def _dates(tree: HtmlElement, fields: dict[str, str], article: ArticleData, url: str) -> Iterator[_Dated]:
    yield _Dated(written_day(article.published), "its JSON-LD")
    for name in _DATE_FIELDS:
        yield _Dated(written_day(fields.get(name, "")), f"its field {name}")
    marked = tree.xpath('.//*[@itemprop="datePublished"] | .//time[@pubdate]')
    yield _Dated(_only_day(marked), "its mark of publication")
    for part in (*tree.iter("article"), *tree.iter("main"), tree):
        yield _Dated(_only_day(part.iter("time")), "the one time on it")
        for name in _DATE_CLASSES:
            yield _Dated(_only_day(part.xpath(_DATED.format(name))), f"the one {name} on it")
    yield _Dated(day_of_path(urlsplit(url).path if _host(url) else ""), "its address")


def _only_day(elements: Iterator[HtmlElement] | list[HtmlElement]) -> str:
    """The day that these elements give, if all that give one give the same."""
    days = {day for element in elements if (day := _day_of(element))}
    return days.pop() if len(days) == 1 else ""


def _day_of(element: HtmlElement) -> str:
    declared = element.get("datetime") or element.get("content") or ""
    text = declared or element.text_content()
    return written_day(text) if len(text) <= _LONGEST_DATE_TEXT * 2 else ""
