"""Contacts that are only said to be good, needed or wanted at any time: "the importance of regular consultations"."""

from __future__ import annotations

import re

from loaders.text.lexis.lexed import Lexed

_WORTH = re.compile(
    r"\b(?:importance|significance|need|necessity|value|usefulness|benefits?|relevance|utility|expediency)\b"
    r"(?: (?!(?:during|after|before|(?:at|in) (?:an?|the|this|their|his|her))\b)[\w.,'-]+){0,14}$"
)
"""Read "attached importance to arranging visits and holding regular consultations"."""
_OFTEN = re.compile(r"\b(?:regular|frequent|periodic|periodical|routine|systematic|annual|constant)\b")
_WANTED = re.compile(
    r"\b(?:interest\w*|desire\w*|read(?:y|iness)|willing\w*|favou?r\w*|call(?:ed|s|ing)?(?: for)?|urged?|advocat\w+"
    r"|hope[ds]?|step\w* up|intensif\w+|support\w*|commit\w+|determin\w+|wish\w*|welcom\w+)\b"
    r"(?: [\w.,'-]+){0,10}$"
)
_ONE = frozenset({"the", "a", "an", "this", "these", "his", "her", "their", "another", "one", "two", "three", "next"})
"""Words before a noun by which one occasion is meant, or some that are known."""


def is_general_wish(lx: Lexed, clause: int, phrase: int, at: int) -> bool:
    """Whether the noun of a phrase that begins in a clause means no occasion, and is governed by what one wishes."""
    words = lx.lower(phrase, at)
    plural = lx.lows[at].endswith("s") or lx.lows[at] == "dialogue"
    owned = lx.codes[phrase - 1 : phrase] in ("h", "'")  # "an update on his meetings"
    if owned or not plural or not _ONE.isdisjoint(words.split()):
        return False
    governing = lx.lower(clause, phrase)
    worth = _WORTH.search(governing) is not None
    often = _OFTEN.search(words) is not None and (worth or _WANTED.search(governing) is not None)
    return often or (worth and not lx.lower(phrase - 2, phrase - 1).endswith("to"))
