"""Who is told of beside whom in a sentence, and whose words it has."""

from __future__ import annotations

import re

from kg.vocabulary import is_country
from loaders.text.lexis.distances import PAIR
from loaders.text.lexis.lexer import Lexed
from loaders.text.who.actor import Actor
from loaders.text.who.person import Person

_SAYING = frozenset({"said", "says", "told", "added", "explained", "wrote", "noted"})
_AND_ADJECTIVE = re.compile("&t?[xNa]x?")
_AND_ALLIES = re.compile(
    r"(?:, )?and (?:(?:its|their|other) )?(?:[\w-]+ )?(?:allies|partners|neighbou?rs|rivals|members|powers)"
)
_TOGETHER = re.compile(r"[, ]*(?:and|(?:and )?(?:also )?(?:along|together) with|accompanied by|as well as)?[, ]*")


def is_quoted(lx: Lexed, actor: Actor) -> bool:
    """Read "..., said X" and "..., X said" with a quotation before it."""
    if lx.codes.find('"', 0, actor.first) < 0:
        return False
    beside = {*lx.lows[max(0, actor.first - 1) : actor.first], *lx.lows[actor.last : actor.last + 1]}
    return bool(beside & _SAYING)


def is_speaker(lx: Lexed, actor: Actor) -> bool:
    """Read "..., she added": the one whose words the sentence has."""
    return actor.first > 0 and actor.kind == "pronoun" and {*lx.lows[actor.last : actor.last + 1]} <= _SAYING


def states_of(lx: Lexed, end: int) -> list[str]:
    """The states that a sentence names before an item, each once."""
    terms = (lx.terms[at] for at in range(end) if lx.codes[at] in "CD")
    return sorted({term.side for term in terms if term is not None and is_country(term.side)})


def are_rebels(lx: Lexed, end: int, actor: Actor) -> bool:
    """Read "the government and communist rebels", whose adjective no table has: beside those who end at an item."""
    return actor.rank == "rebels" and _AND_ADJECTIVE.fullmatch(lx.codes, end, actor.first) is not None


def side_by_side(lx: Lexed, persons: list[Actor]) -> list[Person]:
    """The persons whom a sentence names first, joined by "and" or "along with"; none where it is one alone."""
    found: list[Person] = []
    end = -1
    for actor in persons:
        if found and _TOGETHER.fullmatch(lx.lower(end, actor.first)) is None:
            break
        if isinstance(actor.person, Person):
            found.append(actor.person)
            end = actor.last
    return found if len(found) > 1 else []


def only_two(named: list[Actor]) -> list[Person]:
    """Return the persons whom a sentence names, if they are two."""
    return two_of([one.person for one in named if isinstance(one.person, Person)])


def two_of(persons: list[Person]) -> list[Person]:
    """Return these persons, each once, if they are two."""
    found = list({id(person): person for person in persons}.values())
    return found if len(found) == PAIR else []


def are_allies(words: str) -> bool:
    """Read "the United States and major allies Japan and Norway": words between those who are told of together."""
    return _AND_ALLIES.fullmatch(words) is not None
