"""Where an object ends and the subject of the next clause begins: "imposed sanctions on Peru, and Chile agreed"."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Protocol

from loaders.text.lexis.clause_words import AUXILIARIES
from loaders.text.lexis.distances import NEAR, PAIR
from loaders.text.lexis.lexed import Lexed
from loaders.text.lexis.triggers import verbs
from loaders.text.lexis.words import word_class
from loaders.text.who.actor import Actor

_NEXT_CLAUSE = frozenset({"and", "but", "while", "whereas"})
_AGAINST = frozenset({"on", "against", "from"})
_FINITE = word_class("state predicate") | {
    "had",
    "has",
    "have",
    "was",
    "were",
    "is",
    "are",
    "will",
    "would",
    "did",
    "does",
}
_BEHIND_FINITE = "thqnCDOKNTUHG."
"""What a past has behind it where it is no participle, "protested.", "supported the plan"; not "accused of"."""
_ACTS = frozenset({"expelled", "expels", "summoned", "summons", "recalled", "recalls", "sanctioned", "blacklisted"})
_MEASURES = _ACTS | word_class("measure verb")


class _Phrase(Protocol):
    first: int
    last: int


def next_subject(lx: Lexed, phrases: Iterable[_Phrase], at: int, is_verb: Callable[[int], bool]) -> int:
    """Where the subject of a next clause stands behind a semicolon, or a comma and a conjunction, or 0."""
    for phrase in phrases:
        joined = phrase.first - 1 - (lx.codes[phrase.first - 1] == "t")
        behind = joined - 1 > at and lx.lows[joined] in _NEXT_CLAUSE and lx.codes[joined - 1] == ","
        behind = behind or (joined > at and lx.lows[joined] == ";")
        if behind and phrase.last < len(lx) and is_verb(phrase.last):
            return phrase.first
    return 0


def begins_next(lx: Lexed, first: int, governor: str, last: int, actor: Actor) -> bool:
    """Whether ``actor`` is no more of the object that ends at ``last``, but acts himself."""
    if "&" not in lx.codes[last : actor.first] or not _is_finite(lx, actor.last):
        return False
    at = first - 1
    while at > 0 and lx.codes[at] in "th":
        at -= 1
    if governor == "":
        return at >= 0 and lx.lows[at] in _ACTS
    before = set(lx.lows[max(0, at - NEAR) : at])
    return governor in _AGAINST and not before.isdisjoint(_MEASURES)


def _is_finite(lx: Lexed, at: int) -> bool:
    """Read "agreed", "protested", "has said", "followed suit": what the next subject does."""
    if lx.codes[at : at + 1] != "x":
        return False
    word, after = lx.lows[at], lx.codes[at + 1 : at + 2]
    if after in ("o", "y"):
        return False  # "accused of", "backed by"
    if word in _FINITE or word in verbs() or " ".join(lx.lows[at : at + PAIR]) in verbs():
        return True
    return word.endswith("ed") and word not in AUXILIARIES and (after == "" or after in _BEHIND_FINITE)
