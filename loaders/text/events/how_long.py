"""How many days a journey lasts, as a sentence tells it: "a three-day visit", "will stay for four days"."""

from __future__ import annotations

import re

_COUNTS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_NUMBER = rf"(?P<{{}}>{'|'.join(_COUNTS)}|[2-9]|1\d)"
_LENGTH = re.compile(
    rf"\b{_NUMBER.format('of')}[- ]days?(?: of)? (?:[\w-]+ ){{0,3}}?(?:visit|trip|tour|stay|journey)\b"
    rf"|\b(?:for|last(?:s|ed)?|stay(?:s|ed)?|spen(?:d|ds|t)|spending|after(?! (?:\w+ )?days? of))"
    rf" {_NUMBER.format('plain')} days\b"
)
_NOT_THIS = re.compile(r"\b(?:last|previous|earlier|recent|next|first|another|second|third) (?:[\w-]+ ){0,2}$")


def days_told(text: str, span: tuple[int, int]) -> int:
    """Return the number, or 0 where a sentence tells none of this journey."""
    told = _LENGTH.search(text, *span)
    if told is None or _NOT_THIS.search(text, max(span[0], told.start() - 40), told.start()):
        return 0
    word = told["of"] or told["plain"]
    return int(word) if word.isdigit() else _COUNTS.index(word) + 2
