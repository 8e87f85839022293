"""Several delegations told of with those who lead them, each of whom stands for his own."""

from __future__ import annotations

import re
from itertools import pairwise

from loaders.text.lexis.distances import PAIR
from loaders.text.lexis.lexed import Lexed
from loaders.text.who.actor import Actor
from loaders.text.who.sides import side_of

_LEADING = frozenset({"led", "headed"})
_LED = frozenset({"delegations", "teams", "sides"})
_EACH = "respectively"
_HEADING = frozenset({"led", "headed", "chaired", "represented"})
_OPENING = frozenset({"opened", "closed", "chaired", "co-chaired", "inaugurated", "attended", "hosted"})
_JOINED = re.compile("(?P<one>[CD])-(?P<other>[CD])[xaBN]{1,4},?x*xy$")
_SIDES = frozenset({"side", "delegation", "team"})


def with_leaders(lx: Lexed, actors: list[Actor]) -> list[Actor]:
    """Read "delegations led by X of Peru and Y of Chile", "the Peruvian and Chilean teams, headed by X and Y".

    Returns those who lead in place of those led; what is said of a delegation that acted already is no such phrase.
    """
    if not _HEADING.isdisjoint(lx.lows) and ("represented" in lx.lows or not _SIDES.isdisjoint(lx.lows)):
        _lend_sides_led(lx, actors)
    if "-" in lx.codes and "U" in lx.codes:
        _lend_sides_joined(lx, actors)
    if _LEADING.isdisjoint(lx.lows) or _LED.isdisjoint(lx.lows):
        return actors
    for at, leader in enumerate(actors):
        number = _led_before(lx, actors, at)
        leaders = _persons_from(lx, actors, at) if number else []
        if len(leaders) == PAIR and number in (1, PAIR):
            led = actors[at - number : at]
            _stand_for(lx, led, leaders)
            return [*actors[: at - number], *leaders, *actors[at + PAIR :]] if leader.sides else actors
    return actors


def _led_before(lx: Lexed, actors: list[Actor], at: int) -> int:
    """How many phrases of delegations stand right before "led by" and the phrase of this number."""
    leader = actors[at]
    begin = leader.first - PAIR
    if at == 0 or lx.codes[begin : begin + PAIR] != "xy" or lx.lows[begin] not in _LEADING:
        return 0
    last = actors[at - 1]
    beside = lx.codes[last.last : begin] in ("", ",") and last.kind == "group"
    if not beside or _LED.isdisjoint(lx.lows[last.first : last.last]):
        return 0
    return sum(one.first == last.first and one.last == last.last for one in actors[:at])


def _persons_from(lx: Lexed, actors: list[Actor], at: int) -> list[Actor]:
    """The two with names that "and" joins here."""
    two = actors[at : at + PAIR]
    named = len(two) == PAIR and all(one.name for one in two)
    return two if named and lx.codes[two[0].last : two[1].first] in ("", "&") else []


def _stand_for(lx: Lexed, led: list[Actor], leaders: list[Actor]) -> None:
    """Give each the side of the delegation that he leads, in the order of the words, and the place of their phrase."""
    if len(led) == PAIR and not any(one.sides for one in leaders):
        for delegation, leader in zip(led, leaders, strict=True):
            leader.sides = delegation.sides
    if not leaders[0].sides:
        return
    comma = lx.codes[led[-1].last] == ","
    leaders[0].first = led[0].first
    last = leaders[1]
    last.last += lx.lows[last.last : last.last + 1] == [_EACH]
    last.last += comma and lx.codes[last.last : last.last + 1] == ","


def _lend_sides_led(lx: Lexed, actors: list[Actor]) -> None:
    """Read "the Peruvian side was represented by X and the Chilean side by Y": each is of the side he is told with.

    So are those of "X led the Peruvian side and Y the Chilean side".
    """
    for one, other in pairwise(actors):
        led, leader = (one, other) if one.kind in ("group", "side") else (other, one)
        if not _is_led(lx, led) or not leader.name or leader.sides or (led.kind == "side" and led is other):
            continue
        between = lx.lows[one.last : other.first]
        told = _is_led_by(between) if led is one else _leads(lx, between, other.first)
        if told:
            leader.sides = led.sides


def _is_led(lx: Lexed, led: Actor) -> bool:
    """Read "the Peruvian side", "Peru was represented by"."""
    if len(led.sides) != 1:
        return False
    if led.kind == "side":
        return led.determiner != "place" and lx.lows[led.last : led.last + 1] != ["'s"]
    return led.kind == "group" and lx.lows[led.last - 1] in _SIDES


def _is_led_by(between: list[str]) -> bool:
    """Read "was represented by" and, where the verb is left out, "by"."""
    return between == ["by"] or (between[-1:] == ["by"] and between[-PAIR] in _HEADING)


def _leads(lx: Lexed, between: list[str], at: int) -> bool:
    """Read "led" and, where the verb is left out, nothing: "X led the Peruvian side and Y the Chilean side"."""
    if not between:
        return not _HEADING.isdisjoint(lx.lows[:at])
    return len(between) == 1 and between[0] in _HEADING


def _lend_sides_joined(lx: Lexed, actors: list[Actor]) -> None:
    """Read "the Peru-Chile forum, opened by presidents X and Y": of one each, in the order of the words."""
    for one, other in pairwise(actors):
        two = bool(one.name and other.name) and lx.codes[one.first] == "U" and lx.codes[one.last : other.first] == "&"
        joined = _JOINED.search(lx.codes, 0, one.first) if two and not (one.sides or other.sides) else None
        if joined is not None and lx.lows[one.first - PAIR] in _OPENING:
            sides = [side_of(lx.terms[joined.start(name)]) for name in ("one", "other")]
            for leader, side in zip((one, other), sides, strict=True):
                leader.sides, leader.lent = side, True
