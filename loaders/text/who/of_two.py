"""Of two told of before, the one who is not the subject: "X met Y. He invited him", "X invited his counterpart"."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.text.lexis.distances import PAIR
from loaders.text.lexis.lexed import Lexed
from loaders.text.who.actor import Actor
from loaders.text.who.beside import two_of
from loaders.text.who.person import Person

_RECEIVED = frozenset({"guest", "host"})
_BARE = frozenset({"counterpart", "colleague", *_RECEIVED})
ORDER = {"former": 0, "latter": 1}
"""Words for one of two, and which of them it is."""


def the_other(
    lx: Lexed,
    sentence: list[Actor],
    actor: Actor,
    named: Sequence[Person],
    *,
    last: Person | None,
    before: list[Person],
) -> Person | None:
    """Return whom "him" or "his counterpart" means, if the sentence names nobody but its subject before it.

    ``named`` are those who take part under their names, ``last`` is the one spoken of last, ``before`` are all whom
    the sentence before names. A counterpart holds the same office.
    """
    if not (actor.determiner in ("him", "her") if actor.kind == "pronoun" else _is_bare_counterpart(lx, actor)):
        return None
    subject = _subject(sentence, actor, last)
    if subject is None or any(one is not subject for one in named):
        return None
    received = actor.kind == "group" and lx.lows[actor.last - 1] in _RECEIVED
    other = _other_of_two(before, subject) or (_alone(before, subject) if received else None)
    alike = actor.kind == "pronoun" or received or other is None or other.office == subject.office
    return other if alike else None


def one_of_two(sentence: list[Actor], actor: Actor, last: Person | None, before: list[Person]) -> Person | None:
    """Return whom "the former" or "the latter" means: of the two named before in the sentence, or in the one before."""
    if actor.kind != "pronoun" or actor.determiner not in ORDER:
        return None
    earlier = [a.person for a in sentence if a.first < actor.first and isinstance(a.person, Person)]
    went_on = [last, *before] if last is not None and len(before) == 1 else []  # "He met Y. The latter"
    two = two_of(earlier) or two_of(before) or two_of(went_on)
    return two[ORDER[actor.determiner]] if two else None


def _subject(sentence: list[Actor], actor: Actor, last: Person | None) -> Person | None:
    """The person whom a sentence begins with, by name or as the one spoken of last, if it names no other before."""
    earlier = [a for a in sentence if a.first < actor.first]
    if not earlier:
        return None
    first = earlier[0].person or (last if earlier[0].determiner in ("he", "she") else None)
    others = [
        a
        for a in earlier
        if a.kind in ("person", "role", "group") and a is not earlier[0] and not (first and a.person is first)
    ]
    return first if isinstance(first, Person) and not others else None


def _other_of_two(before: list[Person], subject: Person) -> Person | None:
    two = two_of(before)
    others = [one for one in two if one is not subject and one.side and one.side != subject.side]
    return others[0] if len(others) == 1 and len(two) == PAIR and subject in two else None


def _alone(before: list[Person], subject: Person) -> Person | None:
    """Read "X arrived. President Y gave a dinner for his guest": X, the only one spoken of before."""
    others = list({id(one): one for one in before if one.side and one.side != subject.side}.values())
    return others[0] if len(others) == 1 and subject not in before else None


def _is_bare_counterpart(lx: Lexed, actor: Actor) -> bool:
    """Read "his counterpart", "her colleague", "his guest", of whom no more is said."""
    one = actor.kind == "group" and not (actor.plural or actor.sides or actor.name)
    return one and actor.determiner in ("his", "her") and lx.lows[actor.last - 1] in _BARE
