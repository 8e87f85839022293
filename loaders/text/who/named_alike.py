"""Whose those are who are named behind "their Kenyan counterparts": "their Kenyan counterparts X and Y"."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.text.lexis.lexed import Lexed
from loaders.text.who.actor import Actor

_LIKE = frozenset({"counterparts", "colleagues"})
_LINKS = frozenset({",", "&", ",&"})


def lend_to_those_named(lx: Lexed, actors: Sequence[Actor]) -> None:
    """Give those named right behind such a phrase its side, or the one that stands behind the last of them."""
    if _LIKE.isdisjoint(lx.lows):
        return
    for at, group in enumerate(actors):
        if group.kind == "group" and not group.name and lx.lows[group.last - 1] in _LIKE:
            _lend(group, _named_behind(lx, group, actors[at + 1 :]))


def _named_behind(lx: Lexed, group: Actor, following: Sequence[Actor]) -> list[Actor]:
    """The names of such a list, which begins right behind the phrase."""
    found: list[Actor] = []
    end = group.last
    for actor in following:
        link = lx.codes[end : actor.first]
        bare = actor.kind == "person" and bool(actor.name) and not actor.capacity
        if not bare or (link not in _LINKS if found else link):
            break
        found.append(actor)
        end = actor.last
    return found if len(found) > 1 else []


def _lend(group: Actor, named: Sequence[Actor]) -> None:
    sides = group.sides or (named[-1].sides if named else ())
    if len(sides) == 1 and not any(one.sides for one in named[:-1]):
        for one in named:
            one.sides = sides
