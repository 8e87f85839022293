"""Whom a general noun means after a name: "the visiting minister", "the guest", "the Peruvian diplomat"."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from kg.vocabulary import is_country
from loaders.text.lexis.lexed import Lexed
from loaders.text.who.actor import Actor
from loaders.text.who.holders import has_office
from loaders.text.who.offices import SHARED_TITLES
from loaders.text.who.person import Person

_GENERAL = frozenset({"official", "diplomat", "dignitary", "guest", "politician", "statesman", "leader", "envoy"})
"""Said of whoever holds whatever office."""
_LOOSE = frozenset({"leader", "head"})
"""Offices of which no more is told."""
_GO_BETWEENS = frozenset({"mediator", "facilitator", "peacemaker", "troubleshooter", "emissary"})
"""Said of whoever comes to make peace, a president, one of former days or an envoy."""
_SENT = frozenset({"delegation", "mission", "team"})
"""Who came along: of the side of the one spoken of before them."""
_ADJECTIVES = frozenset({"visiting", "honourable", "honorable", "distinguished", "high", "top", "senior", "veteran"})
_SHORT_TITLES = frozenset({"secretary", "minister", "ambassador", "commissioner", "chancellor", "commander", "envoy"})
"""With an article they stand for a longer title of one who was named: "the Secretary"."""
_UNDER = frozenset({"Assistant", "Deputy", "Under", "Vice", "Permanent", "Principal", "Acting", "Prime"})
_LEAD = 300
"""Characters of a text in which the one whom it is about is named: later he is "the President"."""
_HE = re.compile(r"\b(?:[Hh]e|[Ss]he)\b")
_NEW_SENTENCE = re.compile(r"""[a-z0-9)"'\u201d][.!?]["'\u201d]?\s+["'\u201c]?[A-Z]|\n\s*\n""")


def by_office(actor: Actor, people: Sequence[Person], home: str, lx: Lexed) -> Person | None:
    """Return the one of the text who holds the office that a phrase without a name tells of: "the (Prime) Minister"."""
    at = lx.starts[actor.first]
    side = actor.sides[0] if actor.sides else ""
    if actor.determiner in ("a", "an"):
        return None  # "the last time a Chinese minister came"
    fits = [
        one for one in people
        if one.office == actor.office and not one.former and one.side and (one.side == side if side else True)
    ]  # fmt: skip
    if actor.title_sides and actor.capacity.lower() not in SHARED_TITLES:
        fits = [one for one in fits if one.side in actor.title_sides]  # "the Pope" is no other head of state
    fits = [one for one in fits if _is_titled_alike(actor, one)] or fits
    short = actor.capacity.lower() in _SHORT_TITLES or " " in actor.capacity
    if not fits and (actor.determiner == "the" or side) and short:
        held = (one for one in people if one.side and not one.former and _is_short_for(actor.capacity, one))
        fits = [one for one in held if not side or one.side == side]
        fits = fits if len(fits) == 1 or not actor.capacity.islower() else []  # small, it may be any
    if not fits and side:
        fits = [one for one in people if one.side == side and not one.former and _has_both(actor, one)]
    if not fits and side and actor.determiner == "the" and not is_country(side) and _leads(actor):
        fits = [one for one in people if one.side == side and _leads(one) and not one.former and one.start < at]
    if side:
        return fits[-1] if len(fits) == 1 else None
    if home and actor.office == "minister" and not actor.capacity.islower():
        fits = [one for one in fits if one.side == home]  # "The Minister" of a ministry's own text
    if actor.determiner != "the" and actor.determiner:
        return None
    own = [one for one in fits if one.side == home]
    if home and (own or has_office(home, actor.office)):
        return own[0] if own else None
    if actor.office == "secretary-general":
        fits = [one for one in fits if one.start < at or not one.told or one.side == "UN"]  # not another's, told later
    first = _told_just_before(fits, lx) or min(fits, key=lambda one: one.start, default=None)
    alone = len({id(one) for one in fits}) == 1
    if not alone and is_visiting(actor):
        return None  # who of them it is the place tells
    return first if first is not None and (alone or first.start < _LEAD) else None


def _is_titled_alike(actor: Actor, one: Person) -> bool:
    """Read "the Emir" of one who was told of as Emir, and not of a King, who is a monarch as well."""
    return not {*actor.capacity.lower().split()}.isdisjoint(one.capacity.lower().split())


def _told_just_before(fits: Sequence[Person], lx: Lexed) -> Person | None:
    """Return the first whom the sentence names that named one of them last, if it stands near before this one."""
    near = [one for one in fits if lx.start - _LEAD < one.start < lx.start]
    last = max(near, key=lambda one: one.start, default=None)
    if last is None or _HE.search(lx.text, _sentence_of(last, lx), last.start) is not None:
        return None  # "He will meet Deputy Prime Minister X": he may be one too, who is spoken of
    beside = (one for one in near if _NEW_SENTENCE.search(lx.text, one.start, last.start) is None)
    return min(beside, key=lambda one: one.start)


def _sentence_of(person: Person, lx: Lexed) -> int:
    """Where the sentence begins that names somebody, as far as it is looked for."""
    far = max(0, person.start - _LEAD)
    return max((one.end() - 1 for one in _NEW_SENTENCE.finditer(lx.text, far, person.start)), default=far)


def _has_both(actor: Actor, one: Person) -> bool:
    """Read "Peru's State Councillor and Foreign Minister" of one who was told of as foreign minister."""
    return bool(one.capacity) and actor.capacity.lower().endswith(f" and {one.capacity.lower()}")


def _leads(one: Actor | Person) -> bool:
    """Whether an office is the first in an organisation: "the head of the Fund" is its Managing Director."""
    return one.rank == "head" or one.office in ("head", "chairman")


def said_again(
    actor: Actor, last: Sequence[Person | None], people: Sequence[Person], taken: Sequence[Person], own: Collection[str]
) -> Person | None:
    """Return the person whom a phrase without a name means, if it is of the kind that is said again of one.

    ``last`` are the one spoken of last and those named beside him, ``taken`` those who take part under their names,
    ``own`` are the sides that the text speaks for or tells of something at home: nobody of them is visiting.
    """
    if actor.capacity in ("counterpart", "colleague") and actor.sides and not actor.plural:
        return _of_like_office(actor, people, taken or [one for one in last[:1] if one is not None])
    if actor.plural or actor.determiner != "the" or not actor.capacity:
        return None
    free = [one for one in _known(actor, last, people) if all(one is not other for other in taken)]
    fit = [one for one in free if _may_be(actor, one) and not (is_visiting(actor) and one.side in own)]
    if actor.capacity.lower().endswith("envoy"):
        fit = [one for one in fit if one.rank == "envoy"] or fit  # no minister, where an ambassador was spoken of
    return of_another_side(fit, (), taken)


def is_said_loosely(actor: Actor, one: Person) -> bool:
    """Read "the Russian leader", "the head of the Peruvian state" of a president: his office was told before."""
    general = actor.office != "foreign-minister" and actor.capacity.lower().rpartition(" ")[2] in _GENERAL
    loose = actor.office in _LOOSE or general  # "the top diplomat" is no president
    return loose and not actor.name and bool(one.office) and one.office not in _LOOSE


def is_visiting(actor: Actor) -> bool:
    """Whether a phrase says that it is a guest: "the visiting minister"."""
    return "visiting" in f"{actor.capacity} {actor.qualifiers}".lower().split()


def is_like_another(actor: Actor) -> bool:
    """Whether somebody is told of by whose counterpart he is, with or without his name."""
    return actor.kind == "group" or (actor.kind == "person" and actor.capacity in ("counterpart", "colleague"))


def _of_like_office(actor: Actor, people: Sequence[Person], taken: Sequence[Person]) -> Person | None:
    """Read "welcoming his Peruvian counterpart, President X": the president of Peru whom the text has named."""
    offices = {one.office for one in taken if one.rank == "head" or one.office == "foreign-minister"}
    like = [one for one in people if one.side in actor.sides and one.office in offices and not one.former]
    return like[0] if len(like) == 1 and all(like[0] is not one for one in taken) else None


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
    elsewhere = actor.title_sides and actor.capacity.lower() not in SHARED_TITLES  # "the Pope" is no other's president
    if not person.side or (elsewhere and person.side not in actor.title_sides):
        return False
    words = [word for word in actor.capacity.lower().split() if word not in _ADJECTIVES]
    if words[-1:] and (words[-1] in _GO_BETWEENS or (person.former and words[-1] == "envoy")):
        return True
    if person.former:
        return False
    if words[-1:] and words[-1] in _GENERAL and actor.office != "foreign-minister":
        return person.rank in ("head", "") if words[-1] == "leader" else words[-1] != "envoy" or person.rank != "head"
    alike = {*words} <= {*person.capacity.lower().split(), *person.office.split("-")}
    leads = actor.rank == "head" and actor.office in (person.office, "head-of-state") and person.rank == "head"
    same = leads and person.office in (actor.office, "leader")  # "the Cuban leader", who is its head of state
    return bool(words) and (alike or same)


def _is_short_for(title: str, person: Person) -> bool:
    """Whether "the (Cabinet) Secretary" may be said of the holder of a longer office: not of an Assistant Secretary."""
    words = person.capacity.split()
    if " " in title:
        return person.capacity.startswith(title + " ")
    return title.lower() in person.capacity.lower().split() and not _UNDER & {*words, *person.capacity.title().split()}
