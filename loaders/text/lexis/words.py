"""Classes of words, from schema/text/words.tsv."""

from __future__ import annotations

from functools import cache

from kg.vocabulary.data import items, rows

_CODES = {
    "determiner": "t",
    "possessive": "h",
    "preposition": "p",
    "pronoun": "q",
    "honorific": "H",
    "particle": "j",
    "suffix": "J",
    "qualifier": "a",
    "group": "G",
    "number": "n",
    "calendar": "m",
    "institution": "B",
    "office": "T",
}


@cache
def word_codes() -> dict[str, str]:
    """Return the code letter of each word that has one, by its exact form.

    The lower-case classes hold for a capital at the beginning of a sentence too. ``x`` is any other word.
    """
    found: dict[str, str] = {}
    table = {row["class"]: row["words"].split() for row in rows("text/words.tsv")}
    for name, code in _CODES.items():
        for word in table[name]:
            found.setdefault(word, code)
            if code in "thpqGn" and word.islower():
                found.setdefault(word[:1].upper() + word[1:], code)
    found |= {"of": "o", "Of": "o", "and": "&", "And": "&", "with": "w", "With": "w", "between": "b", "Between": "b"}
    found |= {"by": "y", "By": "y", "&": "&", "for": "f", "For": "f", "together": "x", "plus": "&"}
    found["Near"] = "B"
    for word in table["common"]:
        found.setdefault(word, "x")
    return found


@cache
def word_class(name: str) -> frozenset[str]:
    """Return the words of a class of schema/text/clause_words.tsv."""
    table = {row["class"]: frozenset(items(row["words"])) for row in rows("text/clause_words.tsv")}
    return table[name]
