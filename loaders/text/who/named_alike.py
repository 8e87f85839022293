"""Whose those are who are named behind others of a side."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.text.lexis.lexed import Lexed
from loaders.text.who.actor import Actor

_LIKE = frozenset({"counterparts", "colleagues"})
_LINKS = frozenset({",", "&", ",&", "", ",t", "&t", ",&t"})
_NAMING = frozenset({"including", "namely"})
_AMONG_THEM = re.compile(r",? ?(?:including|namely|among them)(?: the)?")


def lend_to_those_named(lx: Lexed, actors: Sequence[Actor]) -> None:
    """Give those named right behind such a phrase its side, or the one that stands behind the last of them."""
    alike, some = not _LIKE.isdisjoint(lx.lows), not _NAMING.isdisjoint(lx.lows) or "them" in lx.lows
    if not (alike or some):
        return
    for at, group in enumerate(actors):
        if group.kind != "group" and (group.name or not group.plural):
            continue
        if alike and lx.lows[group.last - 1] in _LIKE:
            _lend(group, _named_behind(lx, group, actors[at + 1 :]))
        elif some and len(group.sides) == 1:
            _lend_to_some(lx, group, actors[at + 1 :])


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


def _lend_to_some(lx: Lexed, group: Actor, following: Sequence[Actor]) -> None:
    """Read "met Kenyan officials, including Trade Minister X and the Speaker, Y": they are of them."""
    first = following[0] if following else None
    if first is None or _AMONG_THEM.fullmatch(lx.lower(group.last, first.first)) is None:
        return
    end = first.first
    for one in following:
        if lx.codes[end : one.first] not in _LINKS or one.sides or one.kind not in ("person", "role"):
            break
        one.sides, one.lent, end = group.sides, True, one.last
