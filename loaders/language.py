"""Which language a text is in, told by its commonest short words or its script: no model, a fraction of a millisecond.

A loader sets ``Source.language``; whoever extracts decides which languages it reads and rejects the others with the
reason ``language``. An empty language means that the text was too short to tell.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache

import msgspec

from kg.vocabulary.data import items, rows

UNDETERMINED = "und"
"""A text that is long enough to tell and in none of the languages of the table (the code is of ISO 639-2)."""

_SAMPLE = 6_000
_WORD = re.compile(r"[^\W\d_]+")
_FEWEST_WORDS = 20
_LEAST_SHARE = 0.15
_ENOUGH_TO_DOUBT = 60
_LEAST_SHARE_OF_SCRIPT = 0.3
_KANA = "HIRAGANA"
_LEAST_SHARE_OF_KANA = 0.1
"""Japanese is written in Chinese characters too; a tenth of kana tells it."""


class Language(msgspec.Struct, frozen=True):
    """A row of schema/languages.tsv."""

    code: str
    code3: str
    name: str
    script: str
    words: tuple[str, ...]


@cache
def languages() -> dict[str, Language]:
    """Return the languages of the table by ISO 639-1 code."""
    return {
        row["code"]: Language(row["code"], row["code3"], row["name"], row["script"], items(row["words"].casefold()))
        for row in rows("languages.tsv")
    }


def language_code(name: str) -> str:
    """Return the ISO 639-1 code of "en-GB", "eng" or "English"; what the table does not have, its first subtag."""
    lowered = name.strip().casefold().replace("_", "-")
    first = lowered.split("-", 1)[0]
    return _codes().get(lowered) or _codes().get(first) or first


def detect_language(text: str) -> str:
    """Return the ISO 639-1 code of the language, ``und``, or empty where the text is too short to tell."""
    sample = text[:_SAMPLE].casefold()
    script = _language_of_script(sample)
    if script:
        return script
    words = _WORD.findall(sample)
    if len(words) < _FEWEST_WORDS:
        return ""
    best, share = _best(Counter(words), len(words))
    if share >= _LEAST_SHARE:
        return best
    return UNDETERMINED if len(words) >= _ENOUGH_TO_DOUBT else ""


@cache
def _codes() -> dict[str, str]:
    found: dict[str, str] = {}
    for language in languages().values():
        found |= dict.fromkeys((language.code, language.code3, language.name.casefold()), language.code)
    return found


def _best(words: Counter[str], count: int) -> tuple[str, float]:
    """The language of which most words are the commonest ones; of equals the first in the table."""
    shares = {code: sum(words[word] for word in one.words) / count for code, one in languages().items()}
    code = max(shares, key=lambda key: shares[key])
    return code, shares[code]


def _language_of_script(sample: str) -> str:
    letters = [char for char in sample[:1_000] if char > "\u036f" and char.isalpha()]
    total = sum(char.isalpha() for char in sample[:1_000])
    if len(letters) < _LEAST_SHARE_OF_SCRIPT * max(total, 1):
        return ""
    scripts = Counter(unicodedata.name(char, "").split(" ")[0].split("-")[0] for char in letters)
    if scripts[_KANA] > _LEAST_SHARE_OF_KANA * len(letters):
        return "ja"
    by_script = {one.script: code for code, one in languages().items() if one.script}
    script, count = scripts.most_common(1)[0]
    return by_script.get(script, "") if count > _LEAST_SHARE_OF_SCRIPT * total else ""
