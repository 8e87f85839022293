"""Whether names that have words in common are those of one person, or of a father, a son, or others of one house."""

from __future__ import annotations

from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise

from kg.identity.names import fold_name
from loaders.text.lexis.distances import PAIR
from loaders.text.who.holders import telling_words

_SON_OF = frozenset({"bin", "ibn", "ben", "bint", "ould"})
_ALIKE = 0.7
"""Spellings of one given name are at least so alike: "Mohammed", "Muhammad"."""
_KEPT = 16_384
"""The same names come again in the texts of a run."""


@lru_cache(maxsize=_KEPT)
def may_be_father(name: str, other: str) -> bool:
    """Whether one name has the other's father in it: "Hamdan bin Mohamed bin Zayed" is not "Mohamed bin Zayed"."""
    one, two = fold_name(name).split(), fold_name(other).split()
    fathered = not _SON_OF.isdisjoint(one) and not _SON_OF.isdisjoint(two)
    return fathered and SequenceMatcher(None, one[0], two[0]).ratio() < _ALIKE


@lru_cache(maxsize=_KEPT)
def is_son_of(name: str, father: str) -> bool:
    """Whether a name of one word is that of the other's father: "Tamim bin Hamad" is the son of a Hamad."""
    one, two = fold_name(father), fold_name(name).split()
    return two[:1] != [one] and any(word in _SON_OF and after == one for word, after in pairwise(two))


@lru_cache(maxsize=_KEPT)
def are_kin(name: str, other: str) -> bool:
    """Whether two have a family's names in common and other given names: "Nasser Al-Salem Al-Sabah", "Ali Al-Salem"."""
    one, two = telling_words(name), telling_words(other)
    if len(one) <= PAIR or len(two) <= PAIR or one[0] in two or two[0] in one:
        return False
    return SequenceMatcher(None, one[0], two[0]).ratio() < _ALIKE


def are_two(name: str, other: str) -> bool:
    """Whether two names that have words in common are those of two persons, as their first ones say."""
    return may_be_father(name, other) or _are_of_one_house(name, other)


@lru_cache(maxsize=_KEPT)
def _are_of_one_house(name: str, other: str) -> bool:
    """Whether one bears the name of the other's house: "Sabah Al-Ahmad Al-Sabah" is not "Nawaf Al-Ahmad Al-Sabah"."""
    one, two = telling_words(name), telling_words(other)
    pairs = ((one, two), (two, one)) if min(len(one), len(two)) >= PAIR < max(len(one), len(two)) else ()
    return any(a[0] == b[-1] and a[0] != b[0] and b[0] not in a for a, b in pairs)


def are_two_rulers(name: str, style: str, other: str, other_style: str) -> bool:
    """Read "King Hamad" beside "Emir Tamim bin Hamad": but "Prince Salman" is how some call Prince M. bin Salman."""
    styles = (set(words.lower().split()) for words in (style, other_style))
    kin = is_son_of(other, name) if style else False
    return (kin or (bool(other_style) and is_son_of(name, other))) and set.isdisjoint(*styles)
