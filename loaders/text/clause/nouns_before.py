"""Nouns that a state stands before as an adjective: "Peru and Chile fans met" tells of fans."""

from __future__ import annotations

from loaders.text.lexis.clause_words import AUXILIARIES
from loaders.text.lexis.lexed import Lexed
from loaders.text.lexis.triggers import triggers
from loaders.text.lexis.words import word_class

_ADVERBS = frozenset(
    {"first", "even", "instead", "once", "always", "often", "together", "alone", "all", "themselves", "itself", "thus"}
    | {"thereby", "hence", "therefore", "finally", "nevertheless", "however", "meanwhile", "also", "only", "indeed"}
    | {"ever", "rather", "thereupon", "almost", "now", "since", "further", "onwards", "later", "otherwise", "elsewhere"}
)
_VERBAL = word_class("state predicate") | word_class("light verb") | word_class("phase") | word_class("bidding")


_PEOPLE = frozenset(
    {"people", "children", "families", "women", "men", "civilians", "troops", "residents", "militants", "tourists"}
    | {"citizens", "workers", "fans", "pilgrims", "volunteers", "supporters", "protesters"}
) | {f"{one}s" for one in word_class("private person") if not one.startswith("neighb")}


def are_people(lx: Lexed, at: int) -> bool:
    """Read "X said that some 100 people are willing to travel": a noun for those who stand for nobody."""
    return at > 0 and lx.codes[at] == "x" and lx.lows[at] in _PEOPLE


def is_noun_before_verb(lx: Lexed, at: int) -> bool:
    """Whether the item right behind a state and before a verb is a noun: no adverb, no auxiliary, no other verb."""
    word = lx.lows[at]
    if lx.codes[at] != "x" or word in AUXILIARIES or word in _ADVERBS or word in _VERBAL or word in triggers():
        return False
    return word.isalpha() and not word.endswith(("ly", "ed", "ing", "'t"))
