"""From what is known of one article to its ``Source``: the checks that every article loader makes."""

from __future__ import annotations

import re
from urllib.parse import quote

import msgspec

from kg.dates import BadDateError
from kg.model import Source, source_id
from kg.vocabulary.publishers import publisher_kind
from loaders.characters import check_characters, one_line
from loaders.contract import ReadOptions
from loaders.errors import RefusedError
from loaders.language import detect_language, language_code
from loaders.publication import published_edtf
from loaders.targets import is_web_address

_LONGEST_HEADLINE = 200
_NO_HEADLINE_ENDS_SO = (".", ",", ";", ":")
_PLAIN_ADDRESS = re.compile(r"https?://[A-Za-z0-9.-]+(?::\d{1,5})?(?:[/?#]|$)")
"""Nearly all addresses, told without taking them apart."""
_NOT_IN_ADDRESS = re.compile(r'[\s<>"{}|\\^`]')


class Article(msgspec.Struct, frozen=True):
    """What an input says of one article; empty where it says nothing."""

    text: str
    key: str
    """The record's own id, else the stem of the file."""
    number: str = ""
    """Which record of the file it is, where it has no id of its own. No part of the source's id: lines move."""
    url: str = ""
    title: str = ""
    publisher: str = ""
    licence: str = ""
    published: str = ""
    language: str = ""
    dateline: str = ""


def make_source(article: Article, loader: str, options: ReadOptions) -> Source:
    """Return the source, with what the user said in place and the language told where nobody named it.

    Raises:
        RefusedError: ``bad-record``, ``bad-characters`` or ``bad-date``.
    """
    if not article.text.strip():
        raise RefusedError("bad-record", "its text is empty; give the field 'text'")
    check_characters(**msgspec.structs.asdict(article))
    url = _address(article.url)
    publisher = options.publisher or one_line(article.publisher)
    return Source(
        id=source_id(url=url, key=article.key, text=article.text),
        kind=publisher_kind(url, publisher).kind,
        key=f"{article.key}:{article.number}" if article.number else article.key,
        text=article.text,
        loader=loader,
        url=url,
        title=one_line(article.title) or headline(article.text),
        publisher=publisher,
        licence=options.licence or one_line(article.licence),
        published=_published(article.published or options.published),
        language=_language(options.language or article.language, article.text),
        dateline=one_line(article.dateline),
    )


def headline(text: str) -> str:
    """Return the first line where it looks like a headline: short, no sentence, and with a text below it."""
    first, _, rest = text.lstrip().partition("\n")
    line = one_line(first)
    fits = 0 < len(line) <= _LONGEST_HEADLINE and not line.endswith(_NO_HEADLINE_ENDS_SO)
    return line if fits and rest.strip() else ""


def _address(url: str) -> str:
    """The address as an IRI, escaped where it must be. Only the web's schemes, since views make links of it."""
    stripped = url.strip()
    if not stripped:
        return ""
    if not _PLAIN_ADDRESS.match(stripped) and not is_web_address(stripped):
        raise RefusedError("bad-record", f"{stripped[:60]!r} is no http or https address; mend the field 'url'")
    return _NOT_IN_ADDRESS.sub(lambda match: quote(match[0], safe=""), stripped)


def _published(text: str) -> str:
    try:
        return published_edtf(text) if text.strip() else ""
    except BadDateError as error:
        raise RefusedError("bad-date", f"published: {error}") from error


def _language(named: str, text: str) -> str:
    return language_code(named) if named.strip() else detect_language(text)
