"""Whether those of a plural are of several states, of one, or of no state at all."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.text.lexis.distances import FAR, PAIR
from loaders.text.lexis.lexed import Lexed
from loaders.text.who.actor import Actor
from loaders.text.who.party import TOP

STATES = "states"
"""Said of a phrase like "producing countries" where a determiner would be."""
_OF_STATES = frozenset(
    {"leaders", "world", "foreign", "regional", "global", "top", "national", "european", "african", "arab", "asian"}
    | {"western", "gulf", "nordic", "baltic", "balkan", "caribbean", "pacific", "american", "allied", "other"}
)
_SOCIETY = re.compile(
    r"(?:from|of|in) (?:\S+ ){0,6}?(?:organi[sz]ations?|groups?|communit\w+|compan\w+|industr\w+|unions?|sectors?"
    r"|churches|congress|parties|movements?|schools|universities|cities)\b"
)
_OF_SEVERAL = re.compile(
    r"\b(?:of|from) (?:the )?(?:[\w-]+ ){0,4}?(?:countries|nations|states|powers|economies|members)\b"
)
_OF_SOCIETY = frozenset(
    {"young", "youth", "labor", "labour", "tribal", "faith", "religious", "business", "industry", "community", "rights"}
    | {"union", "church", "local", "state", "city", "student", "party", "education", "sector", "civic", "corporate"}
    | {"congressional", "parliamentary", "legislative", "senate", "house", "republican", "democratic", "thought"}
)
_OF_STATES_COUNTED = re.compile(
    r"\b(?:from|of|representing) (?:the )?(?:more than |over |about |some |around |nearly )?"
    r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|many|a dozen|dozens of)"
    r"(?: [\w-]+){0,3}? (?:countries|nations|(?:member|arab|african|asian|european|american|island|gulf) states)\b"
)

OF_TWO = re.compile(r"(?:the two|both) (?:countries|nations|states|governments|sides|neighbou?rs)\b")
"""Read "officials of the two countries"."""


def are_of_both(lx: Lexed, actors: Sequence[Actor]) -> bool:
    """Read "the ministers of the two countries, X and Y": of which of both each is, is not told."""
    if len(actors) <= PAIR or not all(one.name for one in actors[1:]):
        return False
    those = actors[0]
    plural = those.plural and those.kind == "role" and not those.name
    return plural and OF_TWO.search(lx.lower(those.first, those.last + PAIR)) is not None


def are_of_society(lx: Lexed, actor: Actor) -> bool:
    """Read "leaders from civil rights organizations", "young leaders": no leaders of states."""
    if _SOCIETY.match(lx.lower(actor.last, actor.last + FAR)):
        return True
    before = lx.lows[actor.first - 1] if actor.first else ""
    return actor.office == "leader" and before in _OF_SOCIETY


def are_of_counted_states(lx: Lexed, actor: Actor) -> bool:
    """Read "army chiefs from six West African countries", "producing countries"."""
    if actor.determiner == STATES:
        return True
    words, capacity = lx.lower(actor.first, actor.last + FAR), actor.capacity.lower()
    return _OF_STATES_COUNTED.match(words, words.find(capacity) + len(capacity) + 1) is not None


def are_of_many_states(lx: Lexed, actor: Actor, side: str) -> bool:
    """Read "Gulf foreign ministers", "ministers of six countries": each state has one, so they are of several."""
    if actor.office == "leader" and not {*actor.capacity.lower().split()} <= _OF_STATES:
        return False  # "civil rights leaders"
    of_one = actor.office in TOP or actor.office.endswith("-minister")
    several = _OF_SEVERAL.search(lx.lower(actor.first, actor.last + FAR)) is not None
    known = (actor.determiner or "deputy" in actor.office) and not several
    return actor.plural and not side and of_one and not known


def may_be_several(lx: Lexed, actor: Actor) -> bool:
    """Whether a phrase may come to stand for more than one whose states are not told."""
    if actor.name or actor.kind in ("pronoun", "side"):
        return False
    of_each = are_of_many_states(lx, actor, "") and not are_of_society(lx, actor)
    return of_each or actor.count > 1 or are_of_counted_states(lx, actor)


def many_before(lx: Lexed, actors: Sequence[Actor], they: Actor, others: set[str]) -> list[Actor]:
    """Whom "they" means in its sentence: "Peru and Chile said they would host", "Peru's officials made no offer when".

    ``others`` are the sides with whom they are.
    """
    earlier = [a for a in actors if a.first < they.first and len(a.sides) == 1 and not others & set(a.sides)]
    first = [one for i, one in enumerate(earlier) if i == 0 or _are_joined(lx, earlier[i - 1], one)]
    if first == earlier and len({one.sides for one in first}) > 1:
        return first
    return next(([one] for one in reversed(earlier) if one.plural), [])


def _are_joined(lx: Lexed, one: Actor, other: Actor) -> bool:
    """Read "Peru and Chile", "the ministers of Peru and Chile"."""
    return other.first < one.last or lx.codes[one.last : other.first].strip(",&th") == ""
