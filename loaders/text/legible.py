"""A copy of a text that is read as it looks, one character for one: its offsets are those of the text.

Spaces of other kinds are spaces, marks that nobody sees are none, and lines broken at a width are paragraphs.
"""

from __future__ import annotations

import re

from loaders.wrapping import unwrapped

_SPACES = "\u00a0" + "".join(map(chr, range(0x2000, 0x200B))) + "\u202f\u205f\u3000"
"""Of fixed widths, and those that no line is broken at (Unicode, general category Zs)."""
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
    return unwrapped(text)
