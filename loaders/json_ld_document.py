"""JSON-LD by itself, not in a page: articles of schema.org that have their text in them, and reviews of claims.

A document, or an object a line. ``NewsArticle`` and its like with an ``articleBody`` are articles. A ``ClaimReview``
says that somebody looked into what somebody else said, and how true it was: loaders/claim_review.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import msgspec

from kg.model import Reject, RowsRead, Source
from loaders.article import Article, make_source
from loaders.claim_review import review_of
from loaders.contract import Item, OpenedInput, ReadOptions
from loaders.datasets.json_lines import json_objects, whole_json
from loaders.errors import RefusedError
from loaders.json_ld import ARTICLES, article_in, is_a, objects_in

NAME = "json-ld"
_BEGINS = re.compile(rb"(?:\xef\xbb\xbf)?\s*[\[{]")
_TYPE = re.compile(rb'"@(?:type|graph)"\s*:')
_ONE_LINE = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{.*\}[ \t\r]*\n\s*\{")


class JsonLdLoader:
    """Reads the articles and the reviews of a document in JSON-LD."""

    name = NAME

    def recognises(self, head: bytes, _name: str, /) -> bool:
        """Tell by a type of linked data near the beginning."""
        return bool(_BEGINS.match(head) and _TYPE.search(head[:4_096]))

    def read(self, opened: OpenedInput, options: ReadOptions) -> Iterator[Item]:
        """Yield the articles and reviews, and what was left."""
        if not _ONE_LINE.match(opened.head()):
            yield from _articles(whole_json(opened, options), (opened.where, ""), opened, options)
            return
        for found in json_objects(opened, options, self.name):
            if isinstance(found, Reject):
                yield found
            else:
                yield from _articles(found[1], (opened.where, found[0]), opened, options)


def _articles(value: Any, place: tuple[str, str], opened: OpenedInput, options: ReadOptions) -> Iterator[Item]:
    reviews = 0
    for found in objects_in(value, most=None):
        is_review = is_a(found, "ClaimReview")
        if not is_review and not is_a(found, *ARTICLES):
            continue
        reviews += is_review
        try:
            if is_review:
                yield RowsRead(1)
                yield review_of(found, place[1] or str(reviews), opened, options, NAME)
            else:
                yield _source(found, place[1], opened, options)
        except RefusedError as error:
            yield error.reject(*place, msgspec.json.encode(found).decode(), NAME)


def _source(found: dict[str, Any], number: str, opened: OpenedInput, options: ReadOptions) -> Source:
    text, data = found.get("articleBody"), article_in(found)
    if not isinstance(text, str) or not text.strip():
        raise RefusedError("bad-record", "the article has no articleBody")
    article = Article(
        text=text, key=data.url or opened.stem, number="" if data.url else number, url=data.url, title=data.headline,
        publisher=data.publisher, licence=data.licence, published=data.published, language=data.language,
    )  # fmt: skip
    return make_source(article, NAME, options)
