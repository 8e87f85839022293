"""Governments named by their head: "the Reagan administration", whenever he led it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cache

from kg.identity.names import fold_name
from kg.vocabulary import tenures
from loaders.text.lexis.lexed import Lexed
from loaders.text.who.actor import Actor

_HEADS = frozenset({"head-of-state", "head-of-government"})
_CABINETS = frozenset({"administration", "government", "cabinet"})
_OF_CABINET = re.compile("[op]t(?P<name>N{1,3})[GxB]")
_SURNAME_FIRST = frozenset({"CHN", "KHM", "KOR", "PRK", "SGP", "TWN", "VNM"})
"""States whose people, or many of them, are written surname first."""


def is_cabinet(lx: Lexed, at: int) -> bool:
    """Whether what a head leads stands at an item, or those who work in it: "the Rao administration officials"."""
    return lx.lows[at : at + 1] != [] and lx.lows[at].removesuffix("s").removesuffix(" official") in _CABINETS


def take_government(lx: Lexed, actor: Actor) -> None:
    """Read "officials of the Reagan administration": they are of the state that he led."""
    of = _OF_CABINET.match(lx.codes, actor.last)
    if of is None or actor.sides or not (actor.plural or actor.kind == "group") or not is_cabinet(lx, of.end() - 1):
        return
    side = land_led_by(lx.words(of.start("name"), of.end("name")))
    if side:
        actor.sides, actor.last = (side,), of.end()


def land_led_by(name: str) -> str:
    """Return the one state that a head of this surname, or of this full name, has led; "" where there are several."""
    sides = _states_by_head().get(fold_name(name), frozenset())
    return next(iter(sides)) if len(sides) == 1 else ""


def surnames(words: Sequence[str], side: str) -> frozenset[str]:
    """Return those of a person's names that may be the surname: the last, or of some states the first."""
    return frozenset({words[-1], words[0 if side in _SURNAME_FIRST else -1]})


@cache
def _states_by_head() -> dict[str, frozenset[str]]:
    """The states of all heads by what their governments are called."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in tenures():
        if row.office in _HEADS:
            folded = fold_name(row.person)
            for name in {folded, *surnames(folded.split(), row.side)}:
                found[name].add(row.side)
    return {name: frozenset(sides) for name, sides in found.items()}
