"""What was decided about pairs of records: same, different or unsure; by whom, why and when.

A judgement names what does not move when it is applied: mentions for events, and for officials the ids that rules alone
give. So the partition is a pure function of the mentions and the judgements that stand, and taking one back gives the
partition from before it.

The algebra: *same* joins, and joins chain; *different* parts whatever rules or other judgements would join; *unsure*
changes nothing and keeps the pair on the list.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from typing import Literal, TypeAlias

import msgspec

from kg.identity.officials import Official
from kg.model import Thing

Verdict: TypeAlias = Literal["same", "different", "unsure"]
Judged: TypeAlias = Thing | Literal["holder"]
"""What a judgement is about: events, officials, or an unnamed participant and who held the office."""


class Judgement(msgspec.Struct, frozen=True):
    """One decision that stands. ``one`` and ``other`` are mentions of two events, or an official's id each.

    Of a holder, ``one`` are the keys of an unnamed participant (:func:`holder_key`) and ``other`` is an official's id.
    """

    id: str
    thing: Judged
    verdict: Verdict
    one: tuple[str, ...]
    other: tuple[str, ...]
    officials: tuple[Official, ...] = ()
    """The officials as rules know them, where it is about officials."""

    def concerns(self, some: frozenset[str], others: frozenset[str]) -> bool:
        """Whether it is about these two, in any order."""
        one, other = frozenset(self.one), frozenset(self.other)
        return bool((one & some and other & others) or (one & others and other & some))


class Groups:
    """Which of some things are together: a partition that only ever gets coarser, except across what is apart."""

    def __init__(self, apart: Iterable[frozenset[str]] = ()) -> None:
        self._of: dict[str, frozenset[str]] = {}
        self._apart = frozenset(apart)

    def of(self, one: str) -> frozenset[str]:
        """Return what is together with it, itself included."""
        return self._of.get(one, frozenset((one,)))

    def join(self, one: str, other: str) -> bool:
        """Put two together with all that is with them, unless two of these are apart; tell whether they are now."""
        ours, theirs = self.of(one), self.of(other)
        if ours == theirs:
            return True
        if any(frozenset(pair) in self._apart for pair in product(ours, theirs)):
            return False
        whole = ours | theirs
        self._of |= dict.fromkeys(whole, whole)
        return True


def parted(judgements: Iterable[Judgement]) -> frozenset[frozenset[str]]:
    """Return the pairs that are judged different."""
    return frozenset(
        frozenset(pair)
        for one in judgements
        if one.verdict == "different"
        for pair in product(one.one, one.other)
        if pair[0] != pair[1]
    )


def joined(judgements: Iterable[Judgement]) -> Iterator[tuple[str, ...]]:
    """Yield the mentions, or officials, that each judgement says are one; in an order that no loading can change."""
    for one in sorted(judgements, key=lambda judgement: judgement.id):
        if one.verdict == "same":
            yield (*one.one, *one.other)


def known_as(judgements: Iterable[Judgement]) -> Mapping[str, Official]:
    """Return whom judgements make of officials: by the id that rules give, the official that the graph shows.

    Of several that are one, it is the one that reference data know, else the least id. Those that no judgement changes
    are left out.
    """
    about = [one for one in judgements if one.thing == "official"]
    officials = {official.id: official for one in about for official in one.officials}
    groups = Groups(parted(about))
    for several in joined(about):
        for other in several[1:]:
            groups.join(several[0], other)
    shown = {key: min((officials[one] for one in groups.of(key)), key=lambda o: (not o.qid, o.id)) for key in officials}
    return {key: official for key, official in shown.items() if official.id != key}


def holder_key(mention: str, office: str, side: str) -> str:
    """Return what an unnamed participant with an office is known by, whatever event its mention turns out to be."""
    return f"{mention} {office} {side}"


def mention_of(key: str) -> str:
    """Return the mention of a holder's key."""
    return key.partition(" ")[0]


def named_holders(judgements: Iterable[Judgement]) -> Mapping[str, Official]:
    """Return whom judgements see in unnamed participants, by their keys; the last of several by id."""
    about = [one for one in judgements if one.thing == "holder" and one.verdict == "same" and one.officials]
    return {key: one.officials[0] for one in sorted(about, key=lambda one: one.id) for key in one.one}
