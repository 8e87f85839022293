"""RSS (0.9 to 2.0) and Atom feeds: each entry that carries its text is an article. Links are not followed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from lxml import etree

from kg.model import Reject, Source
from loaders.article import Article, make_source
from loaders.characters import one_line, without_control_references, without_controls
from loaders.contract import OpenedInput, ReadOptions
from loaders.decoding import head_text
from loaders.errors import RefusedError
from loaders.written_days import day_of_header, written_day

_BEGINS = re.compile(
    r"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*|<\?[^>]*\?>\s*|<!DOCTYPE[^>\[]*>\s*)*<(?:rss|feed|rdf:RDF)\b", re.S
)
_ENTRIES = ("{*}item", "{*}entry")
_TEXTS = ("encoded", "content", "description", "summary")
"""Where an entry's text stands, the fullest first."""
_DATES = ("published", "pubDate", "issued", "date", "created")


class FeedLoader:
    """Reads a feed entry by entry."""

    name = "feed"

    def recognises(self, head: bytes, _name: str, /) -> bool:
        """Tell whether its root is that of a feed."""
        return bool(_BEGINS.match(head_text(head)))

    def read(self, opened: OpenedInput, options: ReadOptions) -> Iterator[Source | Reject]:
        """Yield a source or a reject for each entry."""
        for number, entry in enumerate(_entries(opened), start=1):
            fields = _fields(entry)
            record = fields.get("link") or fields.get("id") or fields.get("guid") or str(number)
            try:
                yield make_source(_article(fields, _feed_fields(entry), opened, number), self.name, options)
            except RefusedError as error:
                yield error.reject(opened.where, record)


def _entries(opened: OpenedInput) -> Iterator[etree._Element]:
    """The entries one by one. Entities are left alone and nothing is fetched: a feed is not trusted."""
    events = etree.iterparse(
        opened.stream, events=("end",), tag=_ENTRIES, resolve_entities=False, no_network=True, load_dtd=False
    )
    read: etree._Element | None = None
    try:
        for _, entry in events:
            _forget(read)
            yield entry
            read = entry
    except etree.XMLSyntaxError as error:
        raise RefusedError("unreadable", f"the feed is damaged: {error.msg}") from error


def _forget(entry: etree._Element | None) -> None:
    """Take an entry that was read out of the tree, which would otherwise grow to the whole feed."""
    parent = entry.getparent() if entry is not None else None
    if entry is not None and parent is not None:
        parent.remove(entry)


def _feed_fields(entry: etree._Element) -> dict[str, str]:
    """What the feed says of itself: around its entries, or beside them as in RSS 1.0."""
    around = entry.getparent()
    beside = around.find("{*}channel") if around is not None else None
    return _fields(beside if beside is not None else around)


def _fields(element: etree._Element | None) -> dict[str, str]:
    """The text of each child by its name without namespace, the first of each; a link's address."""
    found: dict[str, str] = {}
    for child in element if element is not None else ():
        if isinstance(child.tag, str):
            name = etree.QName(child).localname
            if name != "link" or child.get("rel", "alternate") == "alternate":
                found.setdefault(name, (child.get("href") or _inner(child)).strip())
    return found


def _inner(element: etree._Element) -> str:
    """Text as it stands; elements inside (Atom's XHTML) as markup."""
    if len(element):
        inside = (etree.tostring(child, encoding="unicode") for child in element)
        return escape(element.text or "") + "".join(inside)
    return element.text or ""


def _article(entry: dict[str, str], feed: dict[str, str], opened: OpenedInput, number: int) -> Article:
    own = entry.get("id") or entry.get("guid") or entry.get("link") or ""
    link = entry.get("link", "")
    return Article(
        text=_text(entry),
        key=own or opened.stem,
        number="" if own else str(number),
        url=link if link.startswith(("http://", "https://")) else "",
        title=_plain(entry.get("title", "")),
        publisher=_plain(feed.get("title", "")),
        licence=_plain(entry.get("rights") or feed.get("rights") or feed.get("copyright") or ""),
        published=_day(entry),
        language=feed.get("language", ""),
    )


def _text(entry: dict[str, str]) -> str:
    from loaders.page import extract_page

    content = next((entry[name] for name in _TEXTS if entry.get(name)), "")
    title = escape(_plain(entry.get("title", "")))
    markup = f"<html><body><article><h1>{title}</h1><div>{content}</div></article></body></html>"
    return extract_page(without_control_references(without_controls(markup)), "").text


def _plain(text: str) -> str:
    return one_line(re.sub(r"<[^<>]*>", " ", text))


def _day(entry: dict[str, str]) -> str:
    """An entry without a date of publication has at best one of change, which is another thing."""
    stated = next((entry[name] for name in _DATES if entry.get(name)), "")
    return day_of_header(stated) or written_day(stated)
