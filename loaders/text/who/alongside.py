"""Who is named in a list after one of a state, and so is of that state, where nothing tells of another.

Read "met President X of Chile, Trade Minister Y and the Speaker of Parliament, Z".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.vocabulary import is_country
from loaders.text.lexis.lexed import Lexed
from loaders.text.who.actor import Actor
from loaders.text.who.holders import has_office, may_hold
from loaders.text.who.person import Person

_RANKS = frozenset({"minister", "deputy", "parliament", "military", "senior", "head"})
_HEADS = frozenset({"head-of-state", "head-of-government", "vice-president"})
_OF_BODIES = frozenset({"party-official", "head-of-organization", "deputy-secretary-general", "negotiator"})
_LINK = re.compile(
    r",? ?(?:and|(?:and )?(?:including|comprising)|as well as|along with|together with|accompanied by"
    r"|(?:will )?(?:join(?:s|ed)?|accompan(?:y|ies|ied)))?"
)
_ABROAD = re.compile("[CDK]")
_BEFORE_LIST = frozenset("xwy&")
"""What stands before those whom one meets: a verb, "with", "by"."""


def note_those_beside(lx: Lexed, before: Sequence[Actor], actor: Actor) -> None:
    """Note after whom one without a state stands in a list."""
    last = before[-1] if before else None
    if last is None or last.plural or last.kind not in ("person", "role"):
        return
    if actor.sides or actor.plural or not (actor.name and actor.capacity) or not (last.capacity or last.sides):
        return
    link = lx.lower(last.last, actor.first)
    bare = link.strip(" ,") == ""
    if _LINK.fullmatch(link) is None or (bare and not _goes_on(lx, last, actor)):
        return
    if _is_of_those_met(before, last) if bare else _may_be_one_side(lx, last, actor):
        actor.beside = last


def _goes_on(lx: Lexed, last: Actor, actor: Actor) -> bool:
    """Whether a comma joins two of a list: there is one, and something follows the second."""
    comma = "," in lx.codes[last.last - 1 : actor.first]
    return comma and (lx.codes[actor.last - 1] == "," or lx.codes[actor.last : actor.last + 1] in (",", "&"))


def _head_of_list(last: Actor) -> Actor:
    while isinstance(last.beside, Actor):
        last = last.beside
    return last


def _is_of_those_met(before: Sequence[Actor], last: Actor) -> bool:
    """Whether a list with commas is no phrase that the sentence opens with: "After meeting X, Minister Y said"."""
    first = _head_of_list(last)
    return first.first <= 1 or before[0] is not first


def _may_be_one_side(lx: Lexed, last: Actor, actor: Actor) -> bool:
    """Whether two joined by "and" are met together, or meet one of another state: "X and Y met" may be each other."""
    first = _head_of_list(last)
    if first.first and lx.codes[first.first - 1] in _BEFORE_LIST:
        return True
    return _ABROAD.search(lx.codes, actor.last) is not None and lx.lows[first.first - 1 : first.first] != ["between"]


def settle_those_beside(people: Sequence[Person], published: str) -> None:
    """Give those who are listed after one of a state the side of that one."""
    for person in sorted(people, key=lambda one: one.start):
        if person.side or person.former or person.foreign or not isinstance(person.beside, Actor):
            continue
        side = _side_of(person.beside)
        if _may_be_of(person, side) and _is_free(people, side, person, published):
            person.side = side


def settle_those_before(people: Sequence[Person], published: str) -> None:
    """Give one without a side that of those listed after him: "President X and Trade Minister Y", if Y's is known."""
    for after in sorted(people, key=lambda one: one.start, reverse=True):
        person = after.beside.person if isinstance(after.beside, Actor) else None
        if not isinstance(person, Person) or person.side or person.former or person.foreign or not after.side:
            continue
        if _may_be_of(person, after.side) and _is_free(people, after.side, person, published):
            person.side = after.side


def side_beside(person: Person) -> str:
    """The side of those after whom one is listed, where it became known."""
    side = _side_of(person.beside) if isinstance(person.beside, Actor) else ""
    return side if _may_be_of(person, side) else ""


def first_beside(person: Person) -> Person | None:
    """Return the person with whom the list begins in which one is named, if he is another."""
    first = _head_of_list(person.beside) if isinstance(person.beside, Actor) else None
    return first.person if first is not None and isinstance(first.person, Person) else None


def is_beside_another(person: Person, side: str) -> bool:
    """Whether the list in which one is named begins with somebody of another state."""
    first = first_beside(person)
    return first is not None and first.side not in ("", side)


def _side_of(actor: Actor) -> str:
    """The side of one in a list: his own, that of the person he stands for, or that of the one before him."""
    if isinstance(actor.person, Person):
        return actor.person.side
    if actor.sides or not isinstance(actor.beside, Actor):
        return actor.sides[0] if len(actor.sides) == 1 else ""
    return _side_of(actor.beside)


def _may_be_of(person: Person, side: str) -> bool:
    if not is_country(side) or person.office in _OF_BODIES:
        return False
    if person.rank == "head":
        return person.office in _HEADS and has_office(side, person.office)
    return person.rank in _RANKS or person.office in ("first-lady", "spokesperson")


def _is_free(people: Sequence[Person], side: str, person: Person, published: str) -> bool:
    """Whether the text names nobody else in this office of this state, and none is known."""
    taken = person.rank in ("head", "minister") and any(
        one is not person and one.side == side and one.office == person.office != "minister" for one in people
    )
    return not taken and may_hold(side, person.office, person.name, published)
