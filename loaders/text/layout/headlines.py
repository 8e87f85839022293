"""Headlines in which every word has a capital: "President Imposes New Sanctions Targeting Two Banks"."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from loaders.text.lexis.lexed import Lexed
from loaders.text.lexis.triggers import trigger_beginnings
from loaders.text.lexis.words import word_class, word_codes

_SHARE = 0.75
_LEAST = 4
"""Words of a headline without which its capitals say nothing."""
_ENDINGS = re.compile(r"\w{3,}(?:ing|ed|ies)$")
_CAPITAL = re.compile(r"\b[A-ZÀ-Þ]\w{3,}")
_SMALL = re.compile(r"\b[a-zß-ÿ]\w{3,}")
_OTHERS = frozenset(
    {"new", "sanctions", "tariffs", "ties", "trade", "peace", "first", "state", "deal", "deals", "over", "views"}
)


_SAYING = frozenset(
    {"assures", "briefs", "commends", "condemns", "congratulates", "hails", "highlights", "lauds", "pledges", "praises"}
    | {"reaffirms", "reiterates", "stresses", "thanks", "underlines", "underscores", "vows"}
)
"""What heads of news and releases say that somebody does."""
_NOUNS_TOO = frozenset(
    {"backs", "issue", "issues", "order", "orders", "passes", "place", "places", "set", "sets", "steps"}
)
"""Verbs of acts that are as often nouns, or parts of names."""


def settle_title_case(lx: Lexed) -> None:
    """Give words that are no names in ordinary text the code that they have there."""
    if "N" not in lx.codes or not _is_title_case(lx):
        return
    codes = list(lx.codes)
    for at, code in enumerate(codes):
        if code == "N":
            codes[at] = _code_of(lx.lows[at])
    lx.codes = "".join(codes)


def _is_title_case(lx: Lexed) -> bool:
    capital = len(_CAPITAL.findall(lx.text, lx.start, lx.end))
    small = len(_SMALL.findall(lx.text, lx.start, lx.end))
    return capital + small >= _LEAST and capital >= _SHARE * (capital + small)


@cache
def _ordinary() -> frozenset[str]:
    """Words that a headline writes with a capital and that are no names."""
    verbs = word_class("light verb") | word_class("present tense") | word_class("document")
    acts = word_class("measure verb") | word_class("measure verb of person") | word_class("withholding verb")
    return verbs | _SAYING | word_class("bidding") | (acts - _NOUNS_TOO) | trigger_beginnings() | _OTHERS


@lru_cache(maxsize=16_384)
def _code_of(low: str) -> str:
    known = word_codes().get(low)
    if known is not None:
        return known
    return "x" if low in _ordinary() or _ENDINGS.match(low) else "N"
