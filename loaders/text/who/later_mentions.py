"""Whom a general noun means after a name: "the visiting minister", "the guest", "the Peruvian diplomat"."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from loaders.text.who.actor import Actor
from loaders.text.who.person import Person

_GENERAL = frozenset({"official", "diplomat", "dignitary", "guest", "politician", "statesman", "leader", "envoy"})
"""Said of whoever holds whatever office."""
_SENT = frozenset({"delegation", "mission", "team"})
"""Who came along: of the side of the one spoken of before them."""
_ADJECTIVES = frozenset({"visiting", "honourable", "honorable", "distinguished", "high", "top", "senior", "veteran"})


def said_again(
    actor: Actor, last: Sequence[Person | None], people: Sequence[Person], taken: Sequence[Person], home: str
) -> Person | None:
    """Return the person whom a phrase without a name means, if it is of the kind that is said again of one.

    ``last`` are the one spoken of last and those named beside him, ``taken`` those who take part under their names,
    ``home`` is the side that the text speaks for: nobody of it is visiting.
    """
    if actor.plural or actor.determiner != "the" or not actor.capacity:
        return None
    free = [one for one in _known(actor, last, people) if all(one is not other for other in taken)]
    visiting = "visiting" in f"{actor.capacity} {actor.qualifiers}".lower().split()
    fit = [one for one in free if _may_be(actor, one) and not (visiting and one.side == home)]
    return of_another_side(fit, (), taken)


def of_another_side(meant: Sequence[Person], beside: Sequence[Person], others: Sequence[Person]) -> Person | None:
    """Return the first of those who may be meant, but one of another side than those with whom he takes part.

    Read "President X of Malta met Minister Y of Ghana. She also met the Maltese Prime Minister": not the first named.
    """
    sides = {one.side for one in others}
    if len(sides) == 1 and meant and meant[0].side in sides:
        foreign = (one for one in (*meant, *beside) if one.side and one.side not in sides)
        return next(foreign, meant[0])
    return meant[0] if meant else None


def side_of_those_sent(actor: Actor, last: Person | None, taken: Collection[str]) -> str:
    """Read "The (visiting) delegation also met X": of the side of the one spoken of last, who is of another than X."""
    if actor.sides or actor.determiner != "the" or actor.capacity.lower().split()[-1:] not in [[one] for one in _SENT]:
        return ""
    return last.side if last is not None and last.side not in taken else ""


def _known(actor: Actor, last: Sequence[Person | None], people: Sequence[Person]) -> list[Person]:
    """Those spoken of last; of a state that the phrase names, the only one of it that the text has."""
    found = [one for one in last if one is not None and (not actor.sides or one.side in actor.sides)]
    of_state = [one for one in people if one.side in actor.sides]
    return found or (of_state if len(of_state) == 1 else [])


def _may_be(actor: Actor, person: Person) -> bool:
    if person.former or not person.side:
        return False
    words = [word for word in actor.capacity.lower().split() if word not in _ADJECTIVES]
    if words[-1:] and words[-1] in _GENERAL:
        return words[-1] != "leader" or person.rank in ("head", "")
    return bool(words) and {*words} <= {*person.capacity.lower().split()}
