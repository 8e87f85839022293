"""Who is told of beside whom in a sentence, and whose words it has."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.vocabulary import is_country
from loaders.text.lexis.distances import PAIR
from loaders.text.lexis.lexed import Lexed
from loaders.text.lexis.triggers import triggers
from loaders.text.who.actor import Actor
from loaders.text.who.person import Person

_SAYING = frozenset({"said", "says", "told", "added", "explained", "wrote", "noted", "tweeted", "posted"})
_VISITS = frozenset({"visit", "visits", "trip", "arrived", "arrives", "arrive", "arriving"})
_AND_ADJECTIVE = re.compile("&t?[xNa]x?")
_AND_ALLIES = re.compile(
    r"(?:, )?and (?:(?:its|their|other) )?(?:[\w-]+ )?(?:allies|partners|neighbou?rs|rivals|members|powers)"
)
_TOGETHER = re.compile(
    r"[, ]*(?:and|(?:and )?(?:also )?(?:along|together) with|accompanied by|as well as"
    r"|(?:(?:will|would|then|also|later) )*(?:join(?:s|ed)?|accompan(?:y|ies|ied)))?[, ]*"
)


def is_quoted(lx: Lexed, actor: Actor) -> bool:
    """Read "..., said X" and "..., X said" with a quotation before it."""
    if lx.codes.find('"', 0, actor.first) < 0:
        return False
    beside = {*lx.lows[max(0, actor.first - 1) : actor.first], *lx.lows[actor.last : actor.last + 1]}
    return bool(beside & _SAYING)


def is_speaker(lx: Lexed, actor: Actor) -> bool:
    """Read "..., she added": the one whose words the sentence has."""
    return actor.first > 0 and actor.kind == "pronoun" and {*lx.lows[actor.last : actor.last + 1]} <= _SAYING


def main_subject(lx: Lexed, persons: Sequence[Actor]) -> Actor:
    """Return the one of whom a sentence tells: "A day after his talks with X, President Y flew": Y."""
    first = persons[0]
    if first.first <= 1 or "," not in lx.codes[: persons[-1].first]:
        return first
    behind = (
        a for a in persons[1:] if lx.codes[: a.first].rstrip("t")[-1:] == "," and lx.codes[a.last : a.last + 1] == "x"
    )
    governed = lx.codes[first.first - 1] in "powyb"
    return next(behind, first) if governed else first


def says_where(lx: Lexed, actor: Actor) -> bool:
    """Whether a phrase names the city that something takes place in, or the state that somebody visits."""
    if actor.kind != "side" or not actor.sides:
        return False
    visited = lx.lows[actor.first - 1 : actor.first] in (["to"], ["in"]) and not _VISITS.isdisjoint(lx.lows)
    return actor.determiner == "place" or (visited and is_country(actor.sides[0]))


def hosts_somebody(lx: Lexed, actor: Actor) -> bool:
    """Read "President X received his guest": he is at home."""
    word = next((lx.lows[i] for i in range(actor.last, min(actor.last + 2, len(lx))) if lx.codes[i] == "x"), "")
    return any(one.part == "verb" and one.role == "receive" for one in triggers().get(word, ()))


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


def other_two(before: Sequence[Person], named: Sequence[Actor]) -> list[Person]:
    """Read "X met Y and Z. X urged the two to meet": of three, those whom the sentence has not named."""
    now = [one.person for one in named if isinstance(one.person, Person)]
    if len({id(one) for one in before}) != PAIR + 1 or len({id(one) for one in now}) != 1:
        return []
    return two_of([one for one in before if one is not now[0]])


def are_allies(words: str) -> bool:
    """Read "the United States and major allies Japan and Norway": words between those who are told of together."""
    return _AND_ALLIES.fullmatch(words) is not None
