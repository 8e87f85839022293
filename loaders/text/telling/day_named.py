"""A day found for what is to come: "a date has been fixed for the talks", "5 May was set as the date for"."""

from __future__ import annotations

import re

from loaders.text.lexis.lexed import Lexed

_NAMED = "(?:set|fixed|agreed|chosen|found|settled|announced|named|confirmed)"
_FOR = r"(?:for|of)(?: [\w.'-]+){0,4}$"
_DAY_NAMED = re.compile(
    rf"(?<!\bno )(?<!\bno specific )(?<!\bno firm )\b(?:dates?|day)(?: of [\w ]{{1,12}})?"
    rf"(?: (?:ha[sd]|have|was|were|is|are))?(?: (?:been|now|also|already|finally)){{0,2}} {_NAMED} {_FOR}"
    rf"|\b(?:{_NAMED}|chose|picked)(?: (?!no\b|not\b)\S+){{0,3}} as (?:the|a) (?:\w+ )?(?:date|day) {_FOR}"
)


def is_day_named(lx: Lexed, begin: int, at: int) -> bool:
    """Whether the words of a clause before a noun say that the day of what it tells has been found."""
    return _DAY_NAMED.search(lx.lower(begin, at)) is not None
