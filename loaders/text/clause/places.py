"""The places that a sentence names, each with the word that governs it."""

from __future__ import annotations

import re
from itertools import pairwise

import msgspec

from kg.vocabulary import countries
from loaders.text.clause.groups import governor_of
from loaders.text.lexis.distances import FAR, NEAR, PAIR
from loaders.text.lexis.gazetteer import Place, Term
from loaders.text.lexis.lexed import Lexed
from loaders.text.who.actor import Actor

_PLACE_PREPOSITIONS = frozenset(
    {"in", "at", "to", "from", "near", "outside", "into", "onto", "for", "towards", "across", "inside", "via"}
    | {"through"}
)
_BUILDING = re.compile(r"pt?[aBNTMK'o&t]{1,6}$")
_TOWN = re.compile(
    r"\b(?P<governor>in|at|near|to|from) the (?:[\w'’-]+ ){0,5}?(?:capital|city|town|resort|village|port)"
    r"(?: of [\w ]{3,50})?$"
)
"""Read "in the capital, Lima": the name of a town stands after the comma."""
_ISLANDS = frozenset({"island", "isle", "islet", "atoll", "archipelago", "peninsula"})
_GROUNDS = frozenset({"lawn", "steps", "grounds", "terrace", "garden", "gardens", "courtyard", "gates"})
"""What one stands on at a building."""
_MAY_BE_PLACE = re.compile("[KCMD]")


class Where(msgspec.Struct, frozen=True, gc=False):
    """A place in the sentence, the preposition before it, and its offsets."""

    item: int
    governor: str
    place: Place
    start: int
    end: int


def is_of_somebody(where: Where, actors: list[Actor]) -> bool:
    """Read "visited Peru's President X": the state of one who is named or holds an office is no place."""
    return any(a.first <= where.item < a.last and a.kind in ("person", "role") for a in actors)


def read_places(lx: Lexed, actors: list[Actor]) -> list[Where]:
    """Return the places of the sentence that a preposition of place governs, or that follow one."""
    found: list[Where] = []
    names: set[int] = set().union(*[range(*actor.name_items) for actor in actors if actor.name])
    names |= set().union(*[range(a.first, a.last) for a, b in pairwise(actors) if _are_of_each(a, b)])
    if "(C" in lx.codes:
        names |= {i for a in actors if a.kind == "person" for i in range(a.first, a.last) if lx.codes[i - 1 : i] == "("}
    for match in _MAY_BE_PLACE.finditer(lx.codes):
        item = match.start()
        if (capital := _capital_at(lx, item)) is not None:
            found.append(capital)
        elif item not in names and (place := _place_at(lx, item)) is not None:
            _add(lx, found, item, place)
    return found


def _are_of_each(one: Actor, other: Actor) -> bool:
    """Read "Lima, Quito ministers met": two of one phrase, whose cities stand for their states."""
    return one.kind == other.kind == "role" and one.first == other.first


def _capital_at(lx: Lexed, item: int) -> Where | None:
    """Read "in the Chinese capital", "Pakistan's capital"."""
    term = lx.terms[item]
    last = _end_of_capital(lx, item) if lx.codes[item] in "CD" and term is not None else 0
    capital = capital_of(term.side) if last and term is not None else None
    return Where(item, governor_of(lx, item), capital, lx.starts[item], lx.ends[last]) if capital else None


def _place_at(lx: Lexed, item: int) -> Place | None:
    """The place that an item names, unless it only gives a state's short form or lists the members of a group."""
    code, term = lx.codes[item], lx.terms[item]
    if code not in "KCM" or term is None or _is_short_for_state(lx, item):
        return None
    if code == "C" and lx.codes[item - 1 : item] == "(" and lx.codes[item + 1 : item + 2] in (",", "&"):
        return None  # "(Brazil, Russia and India)"
    return _place_of(term, lx, item)


def _add(lx: Lexed, found: list[Where], item: int, place: Place) -> None:
    """Add a place with its preposition; one that only says more of the place before it takes its turn."""
    governor = _governor_at(lx, item)
    before = found[-1] if found else None
    if before is not None and lx.codes[before.item : item] == "C'" and before.place.country == place.country:
        governor = found.pop().governor  # "in Japan's Hiroshima"
        before = found[-1] if found else None
    if before is not None and item - before.item <= NEAR and lx.codes[before.item + 1 : item].strip(",&t") == "":
        if "&" not in lx.codes[before.item + 1 : item] and before.place.country == place.country:
            if "capital" in lx.lows[max(0, before.item - NEAR) : before.item] and not before.place.city:
                found[-1] = Where(item, before.governor, place, lx.starts[item], lx.ends[item])
            return  # "in the capital of Saudi Arabia, Riyadh"
        owns = lx.codes[item - 1] == "," and lx.codes[item + 1 : item + 2] == "'"  # "in Syria, Russia's envoy said"
        governor = governor if owns else before.governor
    if governor in _PLACE_PREPOSITIONS or governor == "":
        found.append(Where(item, governor, place, lx.starts[item], lx.ends[item]))


def _governor_at(lx: Lexed, item: int) -> str:
    """The preposition before a place, or that of the building, the tour or the visit it belongs to."""
    if lx.codes[item - 1 : item] == "(":
        return "in"
    if lx.lows[item - 1 : item] == ["visiting"]:
        return ""  # "after visiting Peru"
    governor = governor_of(lx, item)
    if governor == "of" and _of_tour(lx, item):
        return "to"
    if governor in ("on", "of") and (there := _on_island_or_lawn(lx, item)):
        return there
    if governor == "" and lx.codes[item - 1 : item] == ",":
        town = _TOWN.search(lx.lower(max(0, item - FAR), item - 1))
        return town["governor"] if town is not None else _governor_of_building(lx, item - 1)
    return governor


def _is_short_for_state(lx: Lexed, item: int) -> bool:
    """Read "of the Republic of Korea (ROK)": no place of its own."""
    before = lx.terms[item - PAIR] if item >= PAIR and lx.codes[item - PAIR : item] == "C(" else None
    term = lx.terms[item]
    return before is not None and term is not None and before.side == term.side


def _of_tour(lx: Lexed, item: int) -> bool:
    """Read "a tour of Peru": where it goes."""
    of = lx.codes.rfind("o", 0, item)
    return lx.lows[of - 1 : of] in (["tour"], ["tours"])


def _on_island_or_lawn(lx: Lexed, item: int) -> str:
    """Read "on the resort island of Jeju", "on Jeju Island", "on the lawn of the White House": in, or at, a place."""
    if lx.lows[item].endswith(" island") or lx.lows[item + 1 : item + PAIR] == ["island"]:
        return "in"
    before = item - 1 - (lx.codes[item - 1] == "t")
    if before < PAIR or lx.codes[before] != "o":
        return ""
    return "in" if lx.lows[before - 1] in _ISLANDS else "at" if lx.lows[before - 1] in _GROUNDS else ""


def _governor_of_building(lx: Lexed, comma: int) -> str:
    """Read "at the Presidential Villa, Abuja": the preposition of the building whose city stands after the comma."""
    found = _BUILDING.search(lx.codes, max(0, comma - FAR), comma)
    return lx.lows[found.start()] if found is not None and lx.lows[found.start()] in ("at", "in") else ""


def _end_of_capital(lx: Lexed, item: int) -> int:
    """The last item of "the Chinese capital", "Pakistan's capital", or 0 where no such phrase begins."""
    last = item + 1 + (lx.codes[item : item + 2] == "C'")
    named = lx.codes[item] == "D" or last == item + PAIR
    return last if named and lx.lows[last : last + 1] == ["capital"] else 0


def capital_of(side: str) -> Place | None:
    """Return the capital of a state as a place."""
    country = countries().get(side)
    return Place(country.capital, country.capital, side) if country and country.capital else None


def _place_of(term: Term, lx: Lexed, item: int) -> Place | None:
    if term.place is not None:
        return term.place
    return Place("", "", term.side) if lx.codes[item] == "C" else None
