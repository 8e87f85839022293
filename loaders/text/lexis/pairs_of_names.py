"""Names joined by hyphens or dashes before a word for a contact: "the Rao-Hale talks", "the Rao–Hale meeting"."""

from __future__ import annotations

import re
from itertools import accumulate

from loaders.text.lexis.distances import NEAR, PAIR
from loaders.text.lexis.lexed import Lexed
from loaders.text.lexis.words import word_class

_BEFORE_NOUN = re.compile(r"N[xB]{1,2}")
_DASHED = re.compile("(?<=N);(?=N[xB])")
_STATES = re.compile("(?<=[CD]);(?=[CD])")
_PARTICLES = frozenset(
    ["al", "el", "ad", "an", "ar", "as", "ash", "at", "az", "ben", "bin", "abu", "abd", "ould", "saint"]
)
_OF_TWO = frozenset(
    {"meeting", "talks", "summit", "call", "conversation", "negotiations", "dialogue", "encounter", "dinner", "lunch"}
)


def settle_pairs(lexed: Lexed) -> None:
    """Make names of their own of those who are joined, with "and" between them."""
    if _OF_TWO.isdisjoint(lexed.lows):
        return
    if lexed.text.find("-", lexed.start, lexed.end) >= 0:
        _part_pairs(lexed)
    if "N;N" in lexed.codes:
        lexed.codes = _DASHED.sub(lambda found: "&" if _is_pair(lexed, found.start()) else ";", lexed.codes)
    if "C;" in lexed.codes or "D;" in lexed.codes:
        lexed.codes = _STATES.sub(lambda found: "-" if _is_pair(lexed, found.start(), NEAR) else ";", lexed.codes)


def _part_pairs(lexed: Lexed) -> None:
    """Make two names of "Rao-Hale" where a word for a contact follows, or three: "the Rao-Hale talks"."""
    for found in reversed(list(_BEFORE_NOUN.finditer(lexed.codes))):
        at = found.start()
        names = lexed.text[lexed.starts[at] : lexed.ends[at]].split("-")
        if _OF_TWO.isdisjoint(lexed.lows[at + 1 : found.end()]) or not all(one[:1].isupper() for one in names):
            continue
        if len(names) > 1 and names[0].istitle() and not _is_of_one(lexed, at, names[0]):
            _part(lexed, at, names)


def _is_of_one(lexed: Lexed, at: int, first: str) -> bool:
    """Read "Hossein Amir-Abdollahian held talks", "Al-Sudani talks": a surname of two parts."""
    acts = lexed.lows[at + 1] in word_class("light verb") - _OF_TWO
    return acts or lexed.codes[at - 1 : at] == "N" or first.lower() in _PARTICLES


def _part(lexed: Lexed, at: int, names: list[str]) -> None:
    """Put the names of one word, and the hyphens between them, in its place."""
    pieces = [piece for name in names for piece in (name, "-")][:-1]
    ends = [*accumulate(map(len, pieces), initial=lexed.starts[at])]
    lexed.starts[at : at + 1], lexed.ends[at : at + 1] = ends[:-1], ends[1:]
    lexed.lows[at : at + 1] = ["and" if piece == "-" else piece.lower() for piece in pieces]
    lexed.terms[at : at + 1] = [None] * len(pieces)
    codes = "".join("&" if piece == "-" else "N" for piece in pieces)
    lexed.codes = f"{lexed.codes[:at]}{codes}{lexed.codes[at + 1 :]}"


def _is_pair(lexed: Lexed, at: int, reach: int = PAIR) -> bool:
    """Read "the Rao–Hale talks", "Peru–Chile foreign minister talks", with a long dash between the two."""
    close = lexed.ends[at - 1] == lexed.starts[at] and lexed.ends[at] == lexed.starts[at + 1]
    return close and not _OF_TWO.isdisjoint(lexed.lows[at + PAIR : at + PAIR + reach])
