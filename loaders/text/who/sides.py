"""The sides of a phrase: one, many, or the members of a group."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.text.lexis.distances import PAIR
from loaders.text.lexis.gazetteer import Term
from loaders.text.lexis.lexed import Lexed
from loaders.text.who.actor import Actor
from loaders.text.who.person import Person

_LIST = r"(?P<list>[CDOK](?:\([^()]*\))?(?:(?:(?:,&?|&)[op]?|xxx)t?(?:[COK]|D(?![aB]*[TUG]))(?:\([^()]*\))?)+)"
LIST_OF_SIDES = re.compile(rf"[opf]t*n?a*(?:[OBNxa]{{0,2}}[BNx][-;,])?{_LIST}")
_INCLUDED = re.compile(rf"[opf]t*[naDBN]{{0,3}}x[^CDOK;,]{{0,12}},?xt?{_LIST}")
"""Read "from countries hit by the storm, including A, B and C"."""
_SPEAKING_FOR = frozenset({"negotiators", "representatives", "envoys", "mediators", "delegates", "spokesmen"})
"""Those of whom one may say "for" whom they speak: "negotiators for A and B"."""
_PORTFOLIO = r"(?:oB{1,3}(?:,B)*(?:&[BN]{1,3})?)"
_FOR_WHAT = r"(?:ft?[BN]{1,3}(?:&[BN]{1,3})?)"
_HOUSE = r"(?:[op]t?[aBNx]{0,2}(?:,[aBx])*(?:&[aBx]{1,2})?(?P<house>[Gx])" + _PORTFOLIO + "?)"
_WITHIN = re.compile(rf"{_PORTFOLIO}?{_FOR_WHAT}?{_HOUSE}?(?=ot*[CDO](?:,&?|&)t?[CDO])")
"""Read "the Ministries of Foreign Affairs of A and B", "directors for Asia of the foreign ministries of A and B"."""
_THEIR_HOUSES = re.compile(rf"{_PORTFOLIO}?{_FOR_WHAT}?[op]t?(?P<list>D(?:(?:,&?|&)t?D)+)[aBx]{{0,3}}(?P<house>[Gx])")
"""Read "officials of the Chilean and Colombian foreign ministries"."""
_HOUSES = frozenset(
    {"ministries", "departments", "governments", "parliaments", "presidencies", "embassies", "services", "agencies"}
    | {"committees", "councils", "secretariats", "offices", "chambers", "armies", "navies", "delegations"}
)
_NUMBERS = {
    "two": 2,
    "both": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
}
_STATES = frozenset({"countries", "nations", "states", "members", "powers"})
"""Read "officials from the six countries - A, B and C - met"."""
MEMBERS = re.compile(r"(?<=O)-tt?C(?:(?:,&?|&)t?C)+-?|(?<=O)-C(?:(?:,&?|&)t?C)+-?")


def group_rank(words: str) -> str:
    """Return the rank of those whom a group noun means."""
    for word, rank in (("leader", "head"), ("president", "head"), ("minister", "minister"), ("senior", "senior"),
                       ("envoy", "envoy"), ("ambassador", "envoy"),
                       ("lawmaker", "parliament"), ("senator", "parliament"),
                       ("command", "military"), ("officer", "military")):  # fmt: skip
        if word in words:
            return rank
    return "official"


def number_of(words: str) -> int:
    """Return the number that these words name, else 1."""
    for word in words.split():
        if word in _NUMBERS:
            return _NUMBERS[word]
        if word.isdigit():
            return min(int(word), 1000)
    return 1


def many_sides(lx: Lexed, actor: Actor) -> list[Actor]:
    """``the foreign ministers of A, B and C``, ``leaders in A and B``: one unnamed holder for each side."""
    if not (actor.plural or actor.kind == "group"):
        return []
    if theirs := _of_their_houses(lx, actor):
        return theirs
    within = _WITHIN.match(lx.codes, actor.last)
    if within is not None and (within["house"] is None or lx.lows[within.start("house")] in _HOUSES):
        actor.last = within.end()
    match = LIST_OF_SIDES.match(lx.codes, actor.last) or _included(lx, actor)
    posted = actor.kind == "role" or lx.lows[actor.last - 1] in ("counterparts", "colleagues")
    links = ("of", "from", "in") if posted else ("of", "from")
    links = (*links, "for") if lx.lows[actor.last - 1] in _SPEAKING_FOR else links
    if match is None or lx.lows[actor.last] not in links:
        return []
    begin = match.start("list")
    if lx.codes[begin - 1] in "-;," and lx.lows[begin - 2] not in _STATES:
        return []
    if lx.lows[actor.last] == "in" and "&" not in match["list"]:
        return []
    end = _end_of_list(lx, begin, match.end(), lx.lows[actor.last])
    sides = [s for i in range(begin, end) if lx.codes[i] in "CDOK" for s in side_of(lx.terms[i])]
    actor.sides = tuple(dict.fromkeys(sides))
    actor.last = end + (lx.codes[begin - 1] in "-;" and lx.codes[end : end + 1] == lx.codes[begin - 1])
    return each_side(actor) if len(actor.sides) > 1 else []


def _included(lx: Lexed, actor: Actor) -> re.Match[str] | None:
    """The states that are listed behind "including" after the countries whose ministers they are."""
    found = _INCLUDED.match(lx.codes, actor.last) if "including" in lx.lows else None
    if found is None:
        return None
    countries = found.start() + found[0].index("x")
    listed = "including" in lx.lows[found.start("list") - PAIR : found.start("list")]
    return found if listed and lx.lows[countries] in _STATES else None


def _of_their_houses(lx: Lexed, actor: Actor) -> list[Actor]:
    """Those of each side where its adjective stands before the house that they are of."""
    found = _THEIR_HOUSES.match(lx.codes, actor.last)
    if found is None or lx.lows[found.start("house")] not in _HOUSES:
        return []
    sides = [s for i in range(*found.span("list")) if lx.codes[i] == "D" for s in side_of(lx.terms[i])]
    actor.sides, actor.last = tuple(dict.fromkeys(sides)), found.end()
    return each_side(actor)


def _end_of_list(lx: Lexed, begin: int, end: int, link: str) -> int:
    """Read "of Peru and of Chile" as a list, but not "of Peru and Chile, in Lima"."""
    other = next((i for i in range(begin, end) if lx.codes[i] in "op" and lx.lows[i] != link), end)
    return other if other == end else begin + len(lx.codes[begin:other].rstrip(",&"))


def each_side(actor: Actor) -> list[Actor]:
    """Return one phrase for each side of a phrase with many."""
    return [
        Actor(
            actor.first, actor.last, capacity=actor.capacity, office=actor.office, rank=actor.rank, sides=(side,),
            kind=actor.kind, determiner=actor.determiner, qualifiers=actor.qualifiers, plural=False,
        )
        for side in actor.sides
    ]  # fmt: skip


def land_of(term: Term | None) -> tuple[str, ...]:
    """Return the state that a region is in: "the governor of Bavaria" is of Germany."""
    region = term is not None and term.code == "K" and term.place is not None and not term.place.city
    return (term.place.country,) if region and term is not None and term.place is not None else ()


def side_of(term: Term | None) -> tuple[str, ...]:
    """Return the side a name of the tables stands for, as one or none."""
    if term is None:
        return ()
    if term.code == "C" and term.sides:
        return term.sides
    if term.side and term.code != "F":
        return (term.side,)
    return ()


def sides_of(actor: Actor) -> tuple[str, ...]:
    """The sides that a phrase names, or that of the person it stands for."""
    return actor.sides or ((actor.person.side,) if isinstance(actor.person, Person) and actor.person.side else ())


def without_sides(actors: Sequence[Actor]) -> list[Actor]:
    """Return the phrases for persons, offices and groups, without those for a side itself."""
    return [actor for actor in actors if actor.kind != "side"]
