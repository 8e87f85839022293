"""Whom "he" and "she" cannot mean, by the title that a person has."""

from __future__ import annotations

import re

from loaders.text.who.person import Person

_HERS = re.compile(
    r"\b(?:queen|princess|empress|duchess|first lady|sheikha|spokeswoman|chairwoman|baroness|mrs|madam)\b",
    re.IGNORECASE,
)
_HIS = re.compile(r"\b(?:king|prince|emperor|sultan|emir|pope|duke|spokesman)\b", re.IGNORECASE)
_MR = frozenset({"mr", "mr.", "sir", "lord", "shri", "sheikh", "sayyid", "señor", "senor", "signor"})
_MS = frozenset(
    {"ms", "ms.", "mrs", "mrs.", "miss", "lady", "dame", "madam", "madame", "mme", "smt", "smt.", "baroness"}
)
_OF_SEX = {"he": "he", "him": "he", "she": "she", "her": "she"}
_NOT_OF = {"he": _HERS, "him": _HERS, "she": _HIS, "her": _HIS}


def may_be_meant(one: Person, pronoun: str) -> bool:
    """Tell that a pronoun may mean this person: "he" is no queen, "she" no spokesman."""
    if one.pronoun and one.pronoun != _OF_SEX.get(pronoun, one.pronoun):
        return False
    other = _NOT_OF.get(pronoun)
    return other is None or not one.capacity or other.search(one.capacity) is None


def pronoun_of(style: str) -> str:
    """Return how one is spoken of whom a text calls "Mr", "Ms" and the like, or nothing."""
    return "he" if style in _MR else "she" if style in _MS else ""
