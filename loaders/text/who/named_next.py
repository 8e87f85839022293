"""Who is told of by an office first and by the bare name next: "Peru's president arrived. Ana Rojas was greeted by"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from loaders.text.lexis.clause_words import AUXILIARIES
from loaders.text.lexis.distances import PAIR
from loaders.text.lexis.lexed import Lexed
from loaders.text.lexis.triggers import verbs
from loaders.text.who.actor import Actor
from loaders.text.who.holders import last_word, tenure_side

_RANKS = frozenset({"head", "minister", "envoy", "parliament"})
_SAYING = frozenset({"said", "told", "says", "added"})
_NEAR = 400
"""Characters between the ends of the two sentences."""


def name_those_next(sentences: Sequence[tuple[Lexed, list[Actor]]], published: str) -> None:
    """Give the office to the one whose bare name begins the sentence behind that of its unnamed holder.

    One of whom reference data know that he was of another state is somebody else.
    """
    introduced = {last_word(a.name) for _, actors in sentences for a in actors if a.name and _is_introduced(a)}
    for (before, actors), (lx, following) in pairwise(sentences):
        holder = next((a for a in actors if a.kind == "role" and not a.name), None)
        one = following[0] if following else None
        if holder is None or one is None or lx.start - before.end > _NEAR:
            continue
        if tenure_side(one.name, published) not in ("", *holder.sides):
            continue
        if _is_holder(before, holder) and _is_bare(lx, one) and last_word(one.name) not in introduced:
            one.capacity, one.office, one.rank, one.sides = holder.capacity, holder.office, holder.rank, holder.sides
            introduced.add(last_word(one.name))


def _is_introduced(actor: Actor) -> bool:
    return bool(actor.capacity or actor.sides or actor.honorific)


def _is_holder(lx: Lexed, actor: Actor) -> bool:
    """Read "Peru's president arrived", at the beginning of a sentence: who acts in it."""
    told = actor.rank in _RANKS and len(actor.sides) == 1 and not actor.plural and "former" not in actor.qualifiers
    return told and actor.first <= PAIR and actor.last < len(lx) and lx.codes[actor.last] in "x,"


def _is_bare(lx: Lexed, actor: Actor) -> bool:
    """Read "Ana Rojas was greeted", "Ana Rojas, who took office in May,": no word says who it is."""
    named = actor.first == 0 and actor.kind == "person" and " " in actor.name and not _is_introduced(actor)
    if not named or actor.last + 1 >= len(lx):
        return False
    word = lx.lows[actor.last]
    if word == ",":
        return lx.lows[actor.last + 1] in ("who", "whose")
    return word in AUXILIARIES or word in verbs() or word in _SAYING
