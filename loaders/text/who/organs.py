"""What acts for a state that it does not name: "the Government", "the Foreign Ministry", "Cabinet".

Whose it is the text tells: of the state whose doings it goes on about, or that it is given out or written in.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from itertools import chain

from kg.vocabulary import is_country
from loaders.text.layout.structure import Passage
from loaders.text.lexis.distances import PAIR
from loaders.text.lexis.lexed import Lexed
from loaders.text.who.actor import Actor
from loaders.text.who.named_states import NamedStates
from loaders.text.who.sides import land_of

_HEADS = frozenset({"government", "cabinet", "ministry", "authorities", "department"})
_OWNED = frozenset({"the", "my", "our"})
_ORGAN = re.compile(
    r"(?:the |my |our )?(?:(?:federal|central|national|current|new) )?(?:government|cabinet|authorities)"
    r"|(?:my|our) (?:[a-z]+ )?(?:ministry|department|embassy)"
    r"|the (?:foreign|external affairs|defen[cs]e|interior) ministry"
)
_FOLLOWERS = frozenset({"administration", "cabinet", "delegation", "team", "entourage"})
_HEADING = frozenset({"head", "leader", "chief", "member", "chairman", "chair", "spokesman", "spokesperson"})
_PART_OF_OTHER = ("T", "U", "G", "B", "N", "-", "'")
"""After one of them they are only a part of another name: "X's team leader"."""
_SEAT = re.compile("[py]K")
_REMEMBERED = 6
"""Sentences in which the state may have been told whose "the Government" is."""
_NEAR = 30
"""Characters of a sentence within which it says what it is about."""


def is_organ(lx: Lexed, first: int, last: int) -> bool:
    """Whether these items are an organ without its state; a verb or a preposition follows, no office and no name."""
    if lx.lows[last - 1] not in _HEADS or lx.codes[last : last + 1] in ("T", "U", "G", "B", "-", "N", "o", "'"):
        return False
    named = first == 0 and lx.text[lx.starts[first]].isupper()  # not "Heads of State and Government"
    return (named or lx.lows[first] in _OWNED) and _ORGAN.fullmatch(lx.lower(first, last)) is not None


def organ(lx: Lexed, first: int, last: int) -> Actor:
    """Return the phrase of an organ."""
    capacity = lx.words(first + (lx.lows[first] in _OWNED), last)
    return Actor(first, last, kind="group", capacity=capacity, rank="official", sides=_seat(lx, last), determiner="the")


def take_followers(lx: Lexed, actor: Actor) -> None:
    """Read "President X's administration", "members of the Prime Minister's cabinet": not he, but who works for him.

    "The head of Peru's negotiating delegation" is one, who may be named next.
    """
    heads = actor.kind == "role" and not actor.name and not _HEADING.isdisjoint(actor.capacity.lower().split()[:1])
    owned = lx.codes[actor.last : actor.last + 1] == "'"
    if actor.kind not in ("person", "role") or not (owned or (heads and actor.sides)):
        return
    end = actor.last + owned
    while lx.codes[end : end + 1] in ("a", "x") and end - actor.last <= PAIR and lx.lows[end] not in _FOLLOWERS:
        end += 1
    if end >= len(lx) or lx.lows[end] not in _FOLLOWERS or lx.codes[end + 1 : end + 2] in _PART_OF_OTHER:
        return
    actor.last = end + 1
    if heads:
        actor.capacity = f"{actor.capacity.split()[0]} of {lx.lows[end]}"
        return
    actor.kind = "group"
    actor.capacity = actor.capacity if actor.name else lx.lows[end]
    actor.first -= PAIR * (lx.lows[max(0, actor.first - PAIR) : actor.first] == ["members", "of"])


def is_own(lx: Lexed, actor: Actor) -> bool:
    """Whether a phrase is an organ whose state the text has to tell."""
    return actor.kind == "group" and not actor.sides and is_organ(lx, actor.first, actor.last)


def _seat(lx: Lexed, last: int) -> tuple[str, ...]:
    """Return the state of the city after an organ: "the Foreign Ministry in Lima"."""
    if lx.lows[last : last + 1] != ["in"] or _SEAT.match(lx.codes, last) is None:
        return ()
    term = lx.terms[last + 1]
    return (term.place.country,) if term is not None and term.place is not None else land_of(term)


class Acting:
    """Which states the sentences of a text begin with."""

    def __init__(self, named: NamedStates, passages: Sequence[Passage], home: str, local: str) -> None:
        self._named = named
        self._passages = passages
        self._own = [side for side in (home, local) if is_country(side)][:1]
        self._told: dict[int, str] = {}
        """Whose person or body a sentence that was read began with, by where the sentence begins."""

    def tell(self, lx: Lexed, side: str) -> None:
        """Take note of the side that a sentence began with."""
        if is_country(side):
            self._told[lx.start] = side

    def whose(self, lx: Lexed, at: int, taken: Collection[str], *, own: bool) -> str:
        """Return the state whose organ acts beside those that already take part; ``own``: of the text itself."""
        before = () if own else self.before(lx.starts[at])
        return next((one for one in chain(before, self._own) if one and one not in taken), "")

    @property
    def named(self) -> frozenset[str]:
        """The states that the sentences of the text name."""
        return self._named.all

    @property
    def told_of(self) -> frozenset[str]:
        """The states that the text names, by themselves or by a place in them."""
        return self._named.told_of

    def names_others(self, at: int, side: str) -> bool:
        """Whether the sentence around an offset names another state, by itself or by a place in it."""
        index = bisect_right(self._passages, at, key=lambda one: one.start) - 1
        return index >= 0 and self._named.names_others(self._passages[index], side)

    def before(self, at: int) -> Iterator[str]:
        """Yield the states that this sentence and those before it begin with, the last first; empty for one of none."""
        index = bisect_right(self._passages, at, key=lambda one: one.start)
        for passage in reversed(self._passages[max(0, index - _REMEMBERED) : index]):
            end = min(at, passage.end, passage.start + _NEAR)
            yield self._told.get(passage.start) or self._named.first(passage.start, end)
