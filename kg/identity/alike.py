"""How alike two names of persons are, in any scripts, and the keys under which alike names find each other.

Nothing here decides: names that are alike make a candidate, and a person judges.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher

from kg.identity.latin import initial, latin_words, sound
from kg.model import make_id

_SAME, _SOUND, _SPELT, _INITIAL = 1.0, 0.9, 0.8, 0.7
_ALIKE_ENOUGH = 0.85
_SURNAME_ALONE = 0.6


def name_keys(names: Iterable[str], side: str) -> list[str]:
    """Return the keys under which an official stands: by first and last word, in any order of words."""
    keys = set[str]()
    for name in names:
        words = latin_words(name)
        keys |= _full_keys(words)
        kind = "part" if len(words) > 1 else "alone"
        keys |= {make_id("name", kind, sound(words[at]), side) for at in {0, len(words) - 1}}
    return sorted(keys)


def name_look_ups(names: Iterable[str], side: str) -> list[str]:
    """Return the keys under which officials of alike names stand.

    A surname alone finds the full names of its side and a full name the surnames, so that two full names never meet
    because both begin with Sergey.
    """
    keys = set[str]()
    for name in names:
        words = latin_words(name)
        keys |= _full_keys(words)
        keys |= {make_id("name", "alone", sound(words[at]), side) for at in {0, len(words) - 1}}
        if len(words) == 1:
            keys.add(make_id("name", "part", sound(words[0]), side))
    return sorted(keys)


def _full_keys(words: tuple[str, ...]) -> set[str]:
    """A word with the initial of another, for the first and the last word."""
    return {
        make_id("name", "full", sound(words[at]), initial(other))
        for at in {0, len(words) - 1}
        for number, other in enumerate(words)
        if number != at and len(words[at]) > 1
    }


def names_alike(some: Iterable[str], others: Iterable[str]) -> float:
    """Return how alike the two nearest spellings of two persons are, from 0 (two persons) to 1 (the same letters)."""
    others = list(others)
    return max((_alike(latin_words(one), latin_words(other)) for one in some for other in others), default=0.0)


def _alike(some: tuple[str, ...], others: tuple[str, ...]) -> float:
    """Every word of the shorter name must have its own in the longer one, in whatever order."""
    if "".join(some) == "".join(others) or sorted(some) == sorted(others):
        return _SAME
    shorter, longer = sorted((some, others), key=len)
    left, found = list(longer), []
    for word in sorted(shorter, key=len, reverse=True):
        best, at = max(((_words_alike(word, other), -number) for number, other in enumerate(left)), default=(0.0, 0))
        if not best:
            return 0.0
        found.append(best)
        del left[-at]
    whole = max(found) > _INITIAL
    scale = _SURNAME_ALONE if len(shorter) == 1 and len(longer) > 1 else 0.8 + 0.2 * len(shorter) / len(longer)
    return round(scale * sum(found) / len(found), 3) if whole else 0.0


def _words_alike(one: str, other: str) -> float:
    if one == other:
        return _SAME
    if min(len(one), len(other)) == 1:
        return _INITIAL if initial(one) == initial(other) else 0.0
    if sound(one) == sound(other) and initial(one) == initial(other):
        return _SOUND
    if SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE_ENOUGH and initial(one) == initial(other):
        return _SPELT
    return 0.0
