"""``ClaimReview`` of schema.org: somebody looked into what somebody else had said, and gave it a rating.

Source: https://schema.org/ClaimReview and the fields that fact checkers fill: what is reviewed (``claimReviewed``), who
said it where and when (``itemReviewed``), the rating as a number on a scale and as a word (``reviewRating``). The words
are read by an extractor; what they tell of is claimed as reported, by whoever said it. What the review itself says is
the status of the events: of a false claim *denied*, of a half true one or one that nobody could settle *unknown*, of a
true one as the words have it. A number counts before a word, and 1 of 1 to 5 is false, as schema.org has it.
"""

from __future__ import annotations

from typing import Any

import msgspec

from kg.dates import BadDateError
from kg.model import Source
from loaders.article import Article, make_source
from loaders.contract import OpenedInput, ReadOptions
from loaders.datasets.fields import Fields
from loaders.errors import RefusedError
from loaders.publication import published_edtf
from loaders.reported import Judgement, Reported

_FALSE = frozenset(
    {"false", "fake", "incorrect", "wrong", "untrue", "hoax", "fabricated", "pants on fire", "mostly false"}
)
_TRUE = frozenset({"true", "correct", "accurate", "mostly true", "mostly correct"})
_SCALE = (1.0, 5.0)
"""Worst and best, where a review does not say."""
_LOW, _HIGH = 0.25, 0.75


def review_of(found: dict[str, Any], number: str, opened: OpenedInput, options: ReadOptions, loader: str) -> Reported:
    """Return a review as a source, with the words in it that an extractor is to read.

    Raises:
        RefusedError: it does not say what is reviewed, or has a day that is none.
    """
    item, rating = _object(found.get("itemReviewed")), _object(found.get("reviewRating"))
    row = {
        "claimReviewed": _text(found.get("claimReviewed")),
        "author": _name(item.get("author")),
        "datePublished": _text(item.get("datePublished")),
        "rating": _text(rating.get("alternateName")),
        "ratingValue": _scale(rating),
    }
    row = {name: " ".join(value.split()) for name, value in row.items() if value.strip()}
    if "claimReviewed" not in row:
        raise RefusedError("bad-record", "the review has no claimReviewed")
    fields = Fields(row)
    source = _source(found, fields.text, number, opened, options, loader=loader)
    said_on = _day(row.get("datePublished", "")) or source.published
    words = msgspec.structs.replace(source, text=row["claimReviewed"], published=said_on)
    rated = next((fields.said(name) for name in ("rating", "ratingValue") if name in row), None)
    judgement = Judgement(_status(rating), rated) if rated else None
    content = msgspec.json.encode(found).decode()
    return Reported(source, words, len("claimReviewed: "), row.get("author", ""), judgement, content)


def _source(
    found: dict[str, Any], text: str, number: str, opened: OpenedInput, options: ReadOptions, *, loader: str
) -> Source:
    url = _text(found.get("url"))
    article = Article(
        text=text, key=url or opened.stem, number="" if url else number, url=url, title="Review of a claim",
        publisher=_name(found.get("author")) or _name(found.get("publisher")), licence=_text(found.get("license")),
        published=_text(found.get("datePublished")), language=_text(found.get("inLanguage")),
    )  # fmt: skip
    return msgspec.structs.replace(make_source(article, loader, options), kind="record")


def _status(rating: dict[str, Any]) -> str:
    share = _share(rating)
    word = _text(rating.get("alternateName")).strip().strip(".!").casefold()
    if share is None:
        return "" if word in _TRUE else "denied" if word in _FALSE else "unknown"
    return "" if share >= _HIGH else "denied" if share <= _LOW else "unknown"


def _share(rating: dict[str, Any]) -> float | None:
    """How far up its scale a rating is; none where it is off the scale, as -1 is of what cannot be rated."""
    value = _number(rating.get("ratingValue"))
    worst, best = (
        _number(rating.get(name), usual) for name, usual in zip(("worstRating", "bestRating"), _SCALE, strict=True)
    )
    if value is None or worst is None or best is None or not worst <= value <= best or worst == best:
        return None
    return (value - worst) / (best - worst)


def _scale(rating: dict[str, Any]) -> str:
    given = [_text(rating.get(name)) for name in ("ratingValue", "worstRating", "bestRating")]
    return " of ".join((given[0], " to ".join(given[1:]))) if all(given) else given[0]


def _day(text: str) -> str:
    """A day that is none is left in the text: the day of the review stands."""
    try:
        return published_edtf(text) if text else ""
    except BadDateError:
        return ""


def _object(value: Any) -> dict[str, Any]:
    first = value[0] if isinstance(value, list) and value else value
    return first if isinstance(first, dict) else {}


def _name(value: Any) -> str:
    return _text(_object(value).get("name")) or (_text(value) if isinstance(value, str) else "")


def _text(value: Any) -> str:
    """A text or a number as text; of a list its first."""
    first = value[0] if isinstance(value, list) and value else value
    return str(first) if isinstance(first, str | int | float) and not isinstance(first, bool) else ""


def _number(value: Any, usual: float | None = None) -> float | None:
    try:
        return float(_text(value)) if _text(value) else usual
    except ValueError:
        return None
