"""Officials in a report from a city where those of many states meet: "GENEVA - Peru will cut tariffs. Minister X met".

A bureau writes of other states than the one it is in. Where a text does not name that one, who holds an office without
a state is of the state that the text goes on about; so is a guest, wherever the text was written.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from kg.vocabulary import is_country
from loaders.text.lexis.distances import PAIR
from loaders.text.lexis.gazetteer import Place
from loaders.text.lexis.lexed import Lexed
from loaders.text.who.actor import Actor
from loaders.text.who.holders import has_office, may_hold
from loaders.text.who.organs import Acting
from loaders.text.who.person import Person, is_free

OWN = frozenset({"head-of-state", "head-of-government", "vice-president", "foreign-minister"})
"""Offices that a text may leave without their state, where it is its own."""
_BUREAUS = frozenset(
    {"Addis Ababa", "Brussels", "Davos", "Geneva", "London", "Luxembourg", "Munich", "New York", "Paris", "Strasbourg"}
    | {"The Hague", "Vienna", "Washington"}
)
_RANKS = frozenset({"minister", "deputy"})
_HEADS = frozenset({"head-of-state", "head-of-government"})
_VISITING = re.compile(r"\b[Vv]isiting ")
_MET = frozenset({"with", "met", "meet", "meets", "by", "received"})
_REACH = 10
"""Characters of "Visiting", which may be taken into the office or stand before it."""


def settle_from_afar(people: Sequence[Person], acting: Acting, place: Place | None, text: str, published: str) -> None:
    """Give officials without a side that of the state that a report from elsewhere is about."""
    if place is None:
        return
    elsewhere = place.city in _BUREAUS and place.country not in acting.named
    for person in people:
        begin = person.capacity_span[0] or person.start
        guest = _VISITING.search(text, max(0, begin - _REACH), begin + _REACH) is not None
        if not person.side and (elsewhere or guest) and _holds_office(person):
            side = _spoken_of(acting, begin, {place.country, *(one.side for one in people if one.side)})
            if side and _may_be_of(people, side, person) and may_hold(side, person.office, person.name, published):
                person.side = side


def is_host(
    lx: Lexed, actor: Actor, place: Place | None, met: Collection[str], named: Collection[str], *, official: bool
) -> bool:
    """Read "NAIROBI: The visiting Swedish minister met the president": of where the text was written.

    ``met`` are the sides with whom he takes part, ``named`` all that the sentence names.
    """
    office = actor.kind == "role" and actor.office in OWN and actor.determiner == "the" and not actor.sides
    guest = office and "visiting" in lx.lows[: actor.first]
    if not office or place is None or not (guest or (not official and _is_met_or_first(lx, actor))):
        return False
    others = {*met, *(() if guest else named)} - {""}
    return bool(others) and place.country not in others and (guest or place.city not in _BUREAUS)


def is_papers_own(actor: Actor, paper: str, met: Collection[str]) -> bool:
    """Tell that "the Prime Minister" of a newspaper who meets others is that of its country."""
    if not paper or actor.sides or actor.kind != "role" or actor.plural:
        return False
    if actor.office not in OWN and not (actor.office and actor.rank in ("minister", "parliament")):
        return False
    return actor.determiner in ("the", "") and paper not in met


def _is_met_or_first(lx: Lexed, actor: Actor) -> bool:
    """Whether a sentence begins with somebody, or he is met: not "the Kenyan minister said the President would"."""
    called = lx.lows[actor.first - 1] == "on" and lx.lows[actor.first - PAIR].startswith("call")
    return actor.first <= PAIR or called or lx.lows[actor.first - 1] in _MET


def _holds_office(person: Person) -> bool:
    return not (person.former or person.foreign) and (person.rank in _RANKS or person.office in _HEADS)


def _spoken_of(acting: Acting, at: int, others: Collection[str]) -> str:
    """The state that the sentences up to an offset begin with, else the only one that the text names beside others."""
    before = (side for side in acting.before(at) if is_country(side) and side not in others)
    left = acting.named - {*others}
    return next(before, "") or (next(iter(left)) if len(left) == 1 else "")


def _may_be_of(people: Sequence[Person], side: str, person: Person) -> bool:
    """Whether a state has such an office, and the text names nobody else in it."""
    return is_free(people, side, person) and (person.office not in _HEADS or has_office(side, person.office))
