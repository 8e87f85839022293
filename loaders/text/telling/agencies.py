"""Agencies with their state's name that sign for it: "the Kenya Revenue Authority", "the Reserve Bank of India"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.text.lexis.distances import VERY_FAR
from loaders.text.lexis.lexed import Lexed
from loaders.text.who.actor import Actor
from loaders.text.who.sides import land_of, side_of

_NAMED = re.compile(r"(?<![NB'o])(?:[NB]){0,2}(?P<state>[CD])(?P<name>[NBa]{0,5}[BG])(?![NBGTU'])")
_CENTRAL_BANK = re.compile(r"(?<![NBCD'])[NB]{0,2}Bot?(?P<state>C)(?![NBTU'])")
"""Read "the Reserve Bank of India", "the Bank of Ghana"."""
_AND = re.compile(",?&t?")
_HEADS = frozenset(
    {"authority", "administration", "agency", "department", "police", "bureau", "commission", "board", "service"}
)
_BANKS = frozenset({"bank", "central bank", "reserve bank", "national bank", "state bank"})
_NOT_OF_STATE = frozenset({"news", "press", "travel", "chamber", "business", "investors", "football", "students"})


def with_agencies(lx: Lexed, at: int, subject: Sequence[Actor], actors: Sequence[Actor]) -> list[Actor]:
    """Return those who sign with the agencies before the verb and those beside these, where they make two sides."""
    every = list(_agencies(lx, at)) if "C" in lx.codes or "D" in lx.codes else []
    apart = [a for a in actors if not any(one.first <= a.first < one.last for one in every)]
    beside = [a for a in apart if any(_AND.fullmatch(lx.codes, a.last, one.first) for one in every)]
    told = [*subject, *(one for one in beside if one not in subject)]
    known = {side for actor in told for side in actor.sides}
    found = [one for one in every if known.isdisjoint(one.sides)]
    sides = known.union(*(one.sides for one in found))
    return [*told, *found] if found and len(sides) > 1 else list(subject)


def _agencies(lx: Lexed, at: int) -> Iterator[Actor]:
    """Yield the agencies among the items before one."""
    begin = max(0, at - VERY_FAR)
    for found in _NAMED.finditer(lx.codes, begin, at):
        words = lx.lows[found.start("name") : found.end()]
        named = lx.text[lx.starts[found.end() - 1]].isupper()
        if named and words[-1] in _HEADS and _NOT_OF_STATE.isdisjoint(words):
            yield _agency(lx, found)
    for found in _CENTRAL_BANK.finditer(lx.codes, begin, at):
        if lx.lower(found.start(), found.start("state")).removesuffix(" the").removesuffix(" of") in _BANKS:
            yield _agency(lx, found)


def _agency(lx: Lexed, found: re.Match[str]) -> Actor:
    first, last = found.span()
    term = lx.terms[found.start("state")]
    return Actor(
        first, last, kind="group", capacity=lx.words(first, last), rank="official",
        sides=side_of(term) or land_of(term), determiner="the",
    )  # fmt: skip
