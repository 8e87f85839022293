"""What a page says of its article in JSON-LD (schema.org)."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MOST_VALUES = 10_000
ARTICLES = ("Article", "Posting", "Report")
"""How the names of the types of schema.org end that are articles."""


class ArticleData(msgspec.Struct, frozen=True):
    """The fields of the first article in the page's JSON-LD; empty where it says nothing."""

    headline: str = ""
    published: str = ""
    publisher: str = ""
    url: str = ""
    language: str = ""
    licence: str = ""


def article_data(tree: HtmlElement) -> ArticleData:
    """Return what the page's JSON-LD says of its article. Damaged JSON-LD says nothing."""
    for script in tree.iterfind('.//script[@type="application/ld+json"]'):
        for found in objects_in(_parsed(script.text or "")):
            if is_a(found, *ARTICLES):
                return article_in(found)
    return ArticleData()


def _parsed(text: str) -> Any:
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def objects_in(value: Any, most: int | None = _MOST_VALUES) -> Iterator[dict[str, Any]]:
    """Yield every object in a value, the outer before the inner, those of a list in its order.

    Of no more than ``most`` values, where that is given: in a page, what comes after them is no article's.
    """
    waiting = deque([value])
    seen = 0
    while waiting and (most is None or seen < most):
        seen += 1
        current = waiting.popleft()
        if isinstance(current, dict):
            yield current
            waiting += current.values()
        elif isinstance(current, list):
            waiting += current


def is_a(found: dict[str, Any], *endings: str) -> bool:
    """Tell whether an object is of a type that ends so."""
    kind = found.get("@type")
    kinds = kind if isinstance(kind, list) else [kind]
    return any(isinstance(one, str) and one.endswith(endings) for one in kinds)


def article_in(found: dict[str, Any]) -> ArticleData:
    """Return what an object says of the article that it is."""
    return ArticleData(
        headline=_text(found.get("headline")) or _text(found.get("name")),
        published=_text(found.get("datePublished")),
        publisher=_text(found.get("publisher"), "name"),
        url=_text(found.get("url")) or _text(found.get("mainEntityOfPage"), "@id"),
        language=_text(found.get("inLanguage"), "alternateName"),
        licence=_text(found.get("license"), "url"),
    )


def _text(value: Any, inside: str = "") -> str:
    """A field's text: itself, the first of a list, or that field of an object."""
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, dict):
        value = value.get(inside, "")
    return value.strip() if isinstance(value, str) else ""
