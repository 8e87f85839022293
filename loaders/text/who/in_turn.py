"""Holders of one office who are named state by state: "her counterparts from Bolivia, NAME, and Latvia, NAME".

Also with a dash or nothing between state and name: "the foreign ministers of Bolivia - NAME, and Latvia - NAME".
"""

from __future__ import annotations

import re

from loaders.text.lexis.lexer import Lexed
from loaders.text.who.actor import Actor
from loaders.text.who.sides import side_of

_ONE = re.compile(r"t*(?P<side>C)(?P<open>[,(;-]?)H*(?P<name>[NIj-]*N(?:T(?=N)|[NIjJ-])*)")
_GAP = re.compile(r"[,;]?&?(?=t*C[,(;HN-])")


def named_in_turn(lx: Lexed, actor: Actor) -> list[Actor]:
    """Return a person for each state of the list, or none if it is no such list."""
    if not (actor.plural or actor.kind == "group") or lx.lows[actor.last : actor.last + 1] not in (["of"], ["from"]):
        return []
    found: list[Actor] = []
    at = actor.last + 1
    while one := _ONE.match(lx.codes, at):
        end = one.end() + (one["open"] == "(" and lx.codes[one.end() : one.end() + 1] == ")")
        found.append(_holder(lx, actor, one))
        gap = _GAP.match(lx.codes, end)
        at = gap.end() if gap else end
        if gap is None:
            break
    for holder in found:
        holder.last = at
    return found if len(found) > 1 else []


def _holder(lx: Lexed, actor: Actor, one: re.Match[str]) -> Actor:
    first, last = one.span("name")
    side = side_of(lx.terms[one.start("side")])
    return Actor(
        actor.first, one.end(), lx.words(first, last), (first, last), kind="person", sides=side,
        capacity="" if actor.kind == "group" else actor.capacity, office=actor.office, rank=actor.rank,
    )  # fmt: skip
