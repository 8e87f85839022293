"""Those of a group whom a list behind it names: "three ambassadors: X of Peru, Y of Chile and Z of Brazil"."""

from __future__ import annotations

from kg.vocabulary import is_country
from loaders.text.lexis.distances import FAR, PAIR
from loaders.text.lexis.lexed import Lexed
from loaders.text.who.actor import Actor

_NAMING = frozenset({":", "including", "namely"})


def each_named(lx: Lexed, actors: list[Actor], told: list[Actor]) -> list[Actor]:
    """Return those told of, with the last group of many states as the persons named behind it."""
    last = told[-1] if told else None
    if last is None or not last.plural or last.name or any(is_country(side) for side in last.sides):
        return told
    end = min(last.last + FAR, len(lx))
    opening = next((i for i in range(last.last, end) if lx.lows[i] in _NAMING), end)
    named = [a for a in actors if a.first > opening and _is_one(a)] if opening < end else []
    return [*told[:-1], *named] if len({a.sides for a in named}) > 1 and named[0].first <= opening + PAIR else told


def _is_one(actor: Actor) -> bool:
    return actor.kind in ("person", "role") and bool(actor.sides) and not actor.plural
