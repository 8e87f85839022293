"""A piece of text, what stands between two blanks, to the items of a sentence.

No item has a blank in it, and the same pieces come again and again: what was read of one is kept, and a sentence costs
one look-up a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from sys import intern
from typing import TypeAlias

from loaders.text.lexis.distances import PAIR
from loaders.text.lexis.words import word_codes

Items: TypeAlias = tuple[tuple[str, str, int, int], ...]
"""For each item of a piece: its code letter, its word in lower case, and the offsets in the piece."""

FIGURES = "0"
"""The code of a number in figures until the word before it is known: part of a date, or a number like others."""

YEAR = "1"
"""The code of a number in figures that may be a year."""

_TOKEN = re.compile(
    r"(?P<handle>@\w+)"
    r"|(?P<poss>['’]s?(?!\w))"
    r"|(?P<num>\d+(?:[.,:]\d+)*(?:st|nd|rd|th)?)"
    r"|(?P<word>Dat(?:o|uk)['’](?!\w)|['’ʻʼ]?[^\W\d_]+(?:[-‑'’.⁠][^\W\d_]+)*\.?)"
    r"|(?P<mark>[,;:()\[\]\"“”«»&—–/|\t-]|\.)"
)
_CONTRACTED = re.compile(r"(I|[Ww]e|[Yy]ou|[Tt]hey|[Hh]e|[Ss]he|[Ii]t)['’](ll|ve|re|m|d|s)$")
_AUXILIARY = {"ll": "will", "ve": "have", "re": "are", "m": "am", "d": "would", "s": "is"}
_YEAR = re.compile(r"(?:1[89]|20)\d\d$")
_POSSESSIVE = re.compile(r"['’]s$")
_MARKS = {
    ",": ",", ";": ";", ":": ";", "(": "(", ")": ")", "&": "&", "—": ";", "–": ";", "/": "&",
    "|": ";", "\t": ";", "-": "-", "«": '"', "»": '"', "“": '"', "”": '"', '"': '"', ".": ".",
}  # fmt: skip
_ARABIC = re.compile(r"(?:al|el|as|ad|an|ar|at|az|ash|ed|es|ul|bin|ould)[-‑‑][^\W\d_a-z]")
_ELIDED = re.compile(r"(?:d|l|dell|dall)['’][^\W\d_a-z]")
_INITIAL = re.compile(r"(?:[^\W\d_a-z]\.)+$|[^\W\d_a-z]$")
_THEN = "then-"
_MOST = 50_000
_LONGEST = 40
"""Longer pieces are not kept: they do not come again, and memory must not grow with what a text holds."""


class Pieces(dict[str, Items]):
    """The items of each piece; those of common pieces are kept."""

    def __missing__(self, piece: str) -> Items:
        """Read a piece that is not known, and keep it."""
        items = tuple(_read(piece))
        if len(piece) <= _LONGEST:
            if len(self) >= _MOST:
                self.clear()
            self[intern(piece)] = items  # most are their own word in lower case: one object less to fetch
        return items


@cache
def pieces() -> Pieces:
    """Return the pieces known so far in this process."""
    return Pieces()


def _read(piece: str) -> Iterator[tuple[str, str, int, int]]:
    for match in _TOKEN.finditer(piece):
        start, end = match.span()
        if match.lastgroup == "handle":
            continue  # "met FM @RosaVidal of Peru": no name
        if match.lastgroup == "word":
            yield from _word(piece, start, end)
        elif match.lastgroup == "mark":
            if piece[start] in "[]":
                continue  # "[Palestinian] President [Mahmoud] Abbas": words put into a quotation
            if end == len(_THEN) and piece.startswith(_THEN):
                continue  # "then-President X"
            inside = piece[start] == "–" and piece[start - 1 : start].isdigit() and piece[end : end + 1].isdigit()
            yield _item(piece, "-" if inside else _MARKS[piece[start]], start, end)  # "19–20 June"
        elif match.lastgroup == "poss":
            yield _item(piece, "'", start, end)
        else:
            yield _item(piece, YEAR if _YEAR.match(piece, start, end) else FIGURES, start, end)


def _word(piece: str, start: int, end: int) -> list[tuple[str, str, int, int]]:
    word = piece[start:end]
    if spoken := _CONTRACTED.match(word):
        middle = start + spoken.end(1)
        pronoun = _item(piece, word_codes().get(spoken[1], "x"), start, middle)
        return [pronoun, ("x", _AUXILIARY[spoken[2]], middle, end)]
    if len(word) > PAIR and _POSSESSIVE.search(word):
        return [*_word(piece, start, end - 2), _item(piece, "'", end - 2, end)]
    known = word_codes()
    code = known.get(word)
    if code is None and word[-1] == "." and not _INITIAL.match(word):
        word, end = word[:-1], end - 1
        code = known.get(word)
    return [_item(piece, code or _unknown(word), start, end)]


def _item(piece: str, code: str, start: int, end: int) -> tuple[str, str, int, int]:
    return code, intern(piece[start:end].lower().replace("’", "'")), start, end


def _unknown(word: str) -> str:
    first = word[0] if word[0].isalpha() else word[1:2]
    if _INITIAL.match(word):
        return "I"
    if first.isupper() or _ARABIC.match(word) or _ELIDED.match(word):
        return "N"
    return "x" if first.islower() else "N"
