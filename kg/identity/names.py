"""Names of persons as keys: folded, never empty, compared without guessing."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_LEFT_OUT = "'’ʼ`"
_ASCII = {n: None if chr(n) in _LEFT_OUT else chr(n).lower() if chr(n).isalnum() else " " for n in range(128)}
_HONORIFICS = frozenset({"mr", "mrs", "ms", "dr", "sir", "dame", "prof", "hon", "he", "hrh", "hm", "lord", "lady"})


@lru_cache(maxsize=65_536)
def fold_name(name: str) -> str:
    """Return the name without accents, case and punctuation, in its own script.

    王毅 stays 王毅: a name with any letter never folds to nothing. A name of signs only folds to itself, stripped.
    """
    if name.isascii():  # most names and passages: the same at a tenth
        return " ".join(name.translate(_ASCII).split()) or name.strip()
    decomposed = unicodedata.normalize("NFKD", name).casefold()
    kept = "".join(c if c.isalnum() else " " for c in decomposed if not unicodedata.combining(c) and c not in _LEFT_OUT)
    return " ".join(kept.split()) or name.strip()


@lru_cache(maxsize=65_536)
def name_words(name: str) -> tuple[str, ...]:
    """Return the folded words of a name without honorifics and suffixes, in order ("Mr. Biden, Jr." -> ("biden",))."""
    words = fold_name(name).split()
    while len(words) > 1 and words[0] in _HONORIFICS:
        words = words[1:]
    while len(words) > 1 and words[-1] in _SUFFIXES:
        words = words[:-1]
    return tuple(words)


def surname(name: str) -> str:
    """Return the last word of the name, folded. A key for comparing inside one event, not a claim about name order."""
    return name_words(name)[-1]


def compatible(one: str, other: str) -> bool:
    """Tell whether two names may be one person's inside one event and side.

    True when the words of one are all in the other ("Lavrov", "Sergey Lavrov"), or when both end on the same word
    and their first words begin alike ("Sergei Lavrov", "S. Lavrov"). Sergey and Sergei agree in their first letter;
    George H. and George W. do not contradict here, which is why this is never used across events.
    """
    a, b = name_words(one), name_words(other)
    if set(a) <= set(b) or set(b) <= set(a):
        return True
    return a[-1] == b[-1] and a[0][0] == b[0][0]
