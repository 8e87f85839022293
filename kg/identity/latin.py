"""Names of persons in Latin letters, whatever script they are in, and their sound as far as spellings keep it."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

from kg.identity.names import name_words

_SYLLABLE = re.compile(r"[A-Z][a-z']*")
_WORD = re.compile(r"[a-z]+")
_SPELLINGS = (
    ("shch", "s"), ("tsch", "c"), ("sch", "s"), ("tch", "c"), ("dzh", "g"), ("dsch", "g"), ("zh", "j"), ("kh", "h"),
    ("ch", "c"), ("sh", "s"), ("ph", "f"), ("th", "t"), ("gh", "g"), ("ck", "k"), ("cz", "c"), ("sz", "s"), ("ts", "c"),
    ("tz", "c"), ("x", "ks"), ("w", "v"), ("f", "v"), ("q", "k"), ("c", "k"),
    ("oo", "u"), ("ee", "i"), ("y", "i"), ("j", "i"),
)  # fmt: skip
"""What different ways of writing a sound in Latin letters become, in this order."""
_DOUBLED = re.compile(r"(.)\1+")
_UNSAID = re.compile(r"[aeiouh]")


@lru_cache(maxsize=65_536)
def latin_words(name: str) -> tuple[str, ...]:
    """Return the words of a name in small Latin letters, without honorifics; a name in Han is split by syllables.

    王毅 becomes ("wang", "yi"), Лавров ("lavrov",). A name of which nothing can be written so stays as it is.
    """
    found: list[str] = []
    for word in name_words(name):
        plain = anyascii(unicodedata.normalize("NFC", word))
        parts = _SYLLABLE.findall(plain) if not word.isascii() and plain[:1].isupper() else [plain]
        found += [letters for part in parts for letters in ["".join(_WORD.findall(part.lower()))] if letters]
    return tuple(found) or name_words(name) or ("",)


@lru_cache(maxsize=65_536)
def sound(word: str) -> str:
    """Return the consonants of a Latin word, the same for the usual ways of writing it; more where too little is left.

    Lavrov, Lawrow and Lavrof sound alike, as do Zelensky and Zelenskyy; Li and Lu do not.
    """
    alike = _as_said(word)
    consonants = _UNSAID.sub("", alike)
    return consonants if len(consonants) > 1 else alike


@lru_cache(maxsize=65_536)
def initial(word: str) -> str:
    """Return the first letter of a word as it sounds; vowels are one, for spellings exchange them."""
    return _UNSAID.sub("a", _as_said(word)[:1])


def _as_said(word: str) -> str:
    for written, said in _SPELLINGS:
        word = word.replace(written, said)
    return _DOUBLED.sub(r"\1", word)
