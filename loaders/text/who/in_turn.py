"""Holders of one office who are named state by state: "her counterparts from Bolivia, NAME, and Latvia, NAME".

Also with a dash or nothing between state and name: "the foreign ministers of Bolivia - NAME, and Latvia - NAME".
"""

from __future__ import annotations

import re
from collections.abc import Callable

from loaders.text.lexis.distances import PAIR, VERY_FAR
from loaders.text.lexis.lexed import Lexed
from loaders.text.who.actor import Actor
from loaders.text.who.belonging import closes
from loaders.text.who.names import NAME
from loaders.text.who.sides import side_of

_ONE = re.compile(
    r"t*(?P<side>C)(?P<open>[,(;-]?)H*"
    r"(?P<name>(?:(?<=\()[KC](?=N))?[NIj-]*N(?:T(?=N)|[KC](?=[,;&).]|$)|[NIjJ-])*)"
)
_GAP = re.compile(r"[,;]?&?o?(?=t*C[,(;HN-])")
_OF_BOTH = re.compile(r"(?:of|from) (?:the two|both) (?:countries|nations|states|sides|neighbou?rs|republics) , (?=\S)")
_BETWEEN_NAMES = re.compile(r",?&?")
NameReader = Callable[[Lexed, int], Actor | None]
"""Reads the name that begins at an item."""


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


def names_of_both(lx: Lexed, actor: Actor, name_at: NameReader) -> list[Actor]:
    """``the ministers of the two countries, NAME and NAME,``: all of them, and those who are named."""
    both = _OF_BOTH.match(lx.lower(actor.last, actor.last + VERY_FAR)) if actor.plural else None
    at = lx.item_at(actor.last, both.end()) if both is not None else 0
    names: list[Actor] = []
    while at and len(names) < PAIR and (name := name_at(lx, at)) is not None and name.name:
        names.append(name)
        gap = _BETWEEN_NAMES.match(lx.codes, name.last)
        at = gap.end() if gap else name.last
    if len(names) < PAIR:
        return []
    for name in names:
        name.capacity, name.office, name.rank = actor.capacity, actor.office, actor.rank
        name.first = actor.first
    actor.last += 1 + PAIR  # behind "of the two", as where nobody is named
    names[-1].last += closes(lx, names[-1].last) and lx.codes[names[-1].last] == ","
    return [actor, *names]


def with_names(lx: Lexed, holders: list[Actor], name_at: NameReader) -> list[Actor]:
    """``the presidents of A and B, NAME and NAME``: who holds the office of each side, where all are named."""
    at = holders[-1].last
    dashed = lx.codes[at : at + 1] in ("-", ";", "(")
    at += dashed or lx.codes[at : at + 1] == ","
    at += lx.lows[at : at + 1] == ["respectively"]  # "of Peru and Chile - respectively, NAME and NAME"
    at += lx.lows[at - 1] == "respectively" and lx.codes[at : at + 1] == ","
    names: list[Actor] = []
    while len(names) < len(holders) and (name := name_at(lx, at)) is not None and name.name and not name.capacity:
        names.append(name)
        gap = _BETWEEN_NAMES.match(lx.codes, name.last)
        at = gap.end() if gap else name.last
    if len(names) != len(holders):
        return holders
    for holder, name in zip(holders, names, strict=True):
        holder.kind, holder.name, holder.name_items = "person", name.name, name.name_items
        holder.last = names[-1].last
    end = lx.codes[holders[-1].last : holders[-1].last + 1]
    if (end == "," and closes(lx, holders[-1].last)) or (dashed and end in ("-", ";", ")")):
        for holder in holders:
            holder.last += 1
    return holders


def listed_names(lx: Lexed, actor: Actor, name_at: NameReader) -> list[Actor]:
    """``Presidents NAME of A and NAME of B``."""
    found: list[Actor] = []
    at = actor.last
    while NAME.match(lx.codes, at) and (one := name_at(lx, at)) is not None:
        one.capacity, one.office, one.rank = one.capacity or actor.capacity, one.office or actor.office, actor.rank
        if not one.sides and len(actor.sides) == 1:
            one.sides = actor.sides
        found.append(one)
        gap = _BETWEEN_NAMES.match(lx.codes, one.last)
        at = gap.end() if gap else one.last
        if at == one.last and lx.codes[one.last - 1 : one.last] != ",":
            break
    if found:
        found[0].first = actor.first
        if len(actor.sides) == len(found) > 1:
            for one, side in zip(found, actor.sides, strict=True):
                one.sides = (side,)
    return found
