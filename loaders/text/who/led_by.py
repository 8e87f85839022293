"""Several delegations told of with those who lead them, each of whom stands for his own."""

from __future__ import annotations

from loaders.text.lexis.distances import PAIR
from loaders.text.lexis.lexer import Lexed
from loaders.text.who.actor import Actor

_LEADING = frozenset({"led", "headed"})
_LED = frozenset({"delegations", "teams", "sides"})
_EACH = "respectively"


def with_leaders(lx: Lexed, actors: list[Actor]) -> list[Actor]:
    """Read "delegations led by X of Peru and Y of Chile", "the Peruvian and Chilean teams, headed by X and Y".

    Returns those who lead in place of those led; what is said of a delegation that acted already is no such phrase.
    """
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
