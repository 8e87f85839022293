"""Whom a pronoun means, by what the same sentence has said before it."""

from __future__ import annotations

from loaders.text.who.actor import Actor


def goes_on(sentence: list[Actor], actor: Actor) -> bool:
    """Read "He was received by X and flew on to Oslo, where he": whom the sentence began with, by a pronoun."""
    first = next((a for a in sentence if a.first < actor.first and (a.kind == "pronoun" or a.name)), None)
    return first is not None and first.kind == "pronoun" and first.determiner == actor.determiner


def role_before(sentence: list[Actor], actor: Actor) -> Actor | None:
    """Read "Peru's foreign minister said he had met": the one who is not named, in the same sentence."""
    if actor.determiner not in ("he", "she"):
        return None
    roles = (a for a in sentence if a.first < actor.first and a.kind == "role" and a.sides and not a.plural)
    return next(roles, None)
