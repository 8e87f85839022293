"""Coordinated phrases of a sentence, and the word that governs each."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.text.actors import Actor
from loaders.text.gazetteer import Place, Term
from loaders.text.lexer import Lexed

_BETWEEN = re.compile(r"[,&th]*(?:x?w)?[th]*$")
_JOINING = frozenset({"", "as well as", "along with", "together with", "accompanied by", ", as well as", "and also", ", and also", ", along with", ", together with", "and his", "and her"})
_PLACE_PREPOSITIONS = frozenset({"in", "at", "to", "from", "near", "outside", "into", "for", "towards", "across", "inside", "via"})


@dataclass
class Group:
    """Coordinated actors; ``governor`` is the preposition before the first ("" where there is none)."""

    first: int
    last: int
    actors: list[Actor]
    governor: str
    possessive: bool = False
    """A possessive ending follows: "the President's meeting"."""


@dataclass(frozen=True)
class Where:
    """A place in the sentence, the preposition before it, and its offsets."""

    item: int
    governor: str
    place: Place
    start: int
    end: int


def read_groups(lx: Lexed, actors: list[Actor]) -> list[Group]:
    """Join the actors that stand side by side."""
    groups: list[Group] = []
    for actor in actors:
        last = groups[-1] if groups else None
        if last is not None and (actor.first < last.last or _joined(lx, last.last, actor.first)) and not last.possessive:
            last.actors.append(actor)
            last.last = max(last.last, actor.last)
        else:
            groups.append(Group(actor.first, actor.last, [actor], _governor(lx, actor.first)))
        groups[-1].possessive = lx.codes[groups[-1].last : groups[-1].last + 1] == "'"
    return groups


def _joined(lx: Lexed, end: int, start: int) -> bool:
    between = lx.codes[end:start]
    if not between:
        return lx.codes[end - 1 : end] == ","
    if len(between) > 4:  # noqa: PLR2004
        return False
    words = lx.lower(end, start)
    return not between.strip(",&thn") or words.strip(" ,") in _JOINING


def _governor(lx: Lexed, first: int) -> str:
    at = first - 1
    while at >= 0 and lx.codes[at] in "thna(":
        at -= 1
    if at >= 0 and lx.codes[at] in "powybf":
        return lx.lows[at]
    return ""


def read_places(lx: Lexed) -> list[Where]:
    """Return the places of the sentence that a preposition of place governs, or that follow one ("in Minsk, Belarus")."""
    found: list[Where] = []
    for item, code in enumerate(lx.codes):
        term = lx.terms[item]
        if code not in "KCM" or term is None:
            continue
        place = _place_of(term, lx, item)
        if place is None:
            continue
        governor = _governor(lx, item)
        before = found[-1] if found else None
        if before is not None and item - before.item <= 3 and lx.codes[before.item + 1 : item].strip(",&t") == "":  # noqa: PLR2004
            if "&" not in lx.codes[before.item + 1 : item] and before.place.country == place.country:
                continue
            governor = before.governor
        if governor in _PLACE_PREPOSITIONS or governor == "":
            found.append(Where(item, governor, place, lx.starts[item], lx.ends[item]))
    return found


def _place_of(term: Term, lx: Lexed, item: int) -> Place | None:
    if term.place is not None:
        return term.place
    if term.code == "C":
        return Place("", "", term.side)
    del lx, item
    return None
