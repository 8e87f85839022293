"""A copy of a text that is read as it looks, one character for one: its offsets are those of the text.

Spaces of other kinds are spaces, the marks of other scripts and keyboards those that they stand for, marks that nobody
sees are none, and lines broken at a width are paragraphs.
"""

from __future__ import annotations

import re

from loaders.wrapping import unwrapped

_SPACES = "\u00a0" + "".join(map(chr, range(0x2000, 0x200B))) + "\u202f\u205f\u3000"
"""Of fixed widths, and those that no line is broken at (Unicode, general category Zs)."""
_MARKS = {"\u060c": ",", "\u3001": ",", "\uff0c": ",", "\u061b": ";", "\uff1b": ";", "\u3002": ".", "\uff0e": "."}
_MARKS |= {"\uff1a": ":", "\uff08": "(", "\uff09": ")", "\u2010": "-", "\u2011": "-"}
"""Commas, stops, colons and brackets of Arabic, Chinese and Japanese, and hyphens (Unicode, General Punctuation)."""
_ACCENTS = "`\u00b4\u02b9\u02bc\u2032\uff07"
_APOSTROPHE = re.compile(rf"(?<=[^\W\d_])[{_ACCENTS}](?=[^\W\d_])")
"""What some keyboards have in its place: an accent, a prime."""
_UNSEEN = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
"""Joiners, marks of direction, spaces of no width, the mark of byte order."""
_AT_A_WORD = re.compile(rf"(?<![^\W_])[{_UNSEEN}]+|[{_UNSEEN}]+(?![^\W_])")


def legible(text: str) -> str:
    """Return the copy; the text itself where there is nothing to change."""
    if not text.isascii():
        for space in _SPACES:
            text = text.replace(space, " ")
        if any(mark in text for mark in _UNSEEN):
            text = _AT_A_WORD.sub(lambda unseen: " " * len(unseen[0]), text)
        for mark in _MARKS:
            text = text.replace(mark, _MARKS[mark])
    if any(mark in text for mark in _ACCENTS):
        text = _APOSTROPHE.sub("'", text)
    return unwrapped(text)
