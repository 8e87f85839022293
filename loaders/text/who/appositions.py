"""One phrase for what two that stand side by side mean: an office and the name in apposition, whose office it is."""

from __future__ import annotations

import re

from kg.vocabulary import is_country
from loaders.text.lexis.clause_words import AUXILIARIES
from loaders.text.lexis.distances import PAIR
from loaders.text.lexis.lexed import Lexed
from loaders.text.lexis.triggers import verbs
from loaders.text.who.actor import Actor
from loaders.text.who.alongside import note_those_beside
from loaders.text.who.belonging import closes
from loaders.text.who.foremost import is_foremost_of
from loaders.text.who.offices import STYLE

_REST_OF_OFFICE = re.compile(r"[xaBNG]{0,3}(?:[opf][tn]*[aBDCOKNxM&']{1,6})*[,;]")
"""What may stand between an office and the comma, or the dash, before its holder's name."""
_SENT = frozenset({"delegation", "team", "side"})
_SENT_OUT = frozenset({"delegation", "delegations"})
_LEADING = frozenset({"led", "headed", "leads", "heads", "lead", "was leading", "is leading", "is heading"})
_TOGETHER = frozenset({"and", "along with", "together with", "accompanied by", "as well as"})
_LINKS = frozenset({",", "-", "--", "–", "—", "'", "'s", "and", "&", "with", "by", "as"})
"""The last words between two phrases that may mean the same, or be of one side."""
_AND_NEXT = ("and next", "and incoming", "and future")
_SAYING = frozenset({"said", "says", "told"})


def join_to_those_before(lx: Lexed, before: list[Actor], actor: Actor) -> None:
    """Take into a phrase those before it that mean the same person, or whose side is also its own."""
    if before and not before[-1].sides and _is_led_by(lx, before[-1], actor):
        before[-1].sides = actor.sides
    if not before or not _are_linked(lx, before[-1], actor):
        note_those_beside(lx, before, actor)  # "a delegation led by X and including Y"
        return
    of_several = len(before) > 1 and before[-1].last == before[-PAIR].last  # "the Omani and Thai delegations, led by"
    if not of_several and _leads(lx, before[-1], actor):
        actor.sides = actor.sides or before[-1].sides
        actor.first = before.pop().first
    elif _is_named_now(lx, before, actor):
        _take_up(lx, before.pop(), actor)
    elif _keeps_title(before[-1], actor):
        _take_office(lx, before.pop(), actor)
    elif _is_portfolio_of(lx, before[-1], actor):
        deputy = before.pop()
        actor.first, actor.sides = deputy.first, actor.sides or deputy.sides
    elif _is_second_office(lx, before[-1], actor) or _is_adjective(before[-1], actor):
        actor.first = before.pop().first
    elif lx.codes[actor.first - 1] == "&" and _chairs_too(before[-1], actor):
        _take_state(before.pop(), actor)
    elif _is_to_head(lx, before[-1], actor):
        _take_office(lx, before.pop(), actor)
    elif is_foremost_of(lx, before[-1], actor):
        actor.sides, actor.first = before[-1].sides, before.pop().first
    elif (at := _holder_before(lx, before, actor)) >= 0:
        _take_office(lx, before[at], actor)
        del before[at:]
    elif _is_of_holder(lx, before, actor):
        holder = before.pop()
        actor.first, actor.sides, actor.owner = holder.first, holder.sides, holder.name
    _share_side(lx, before, actor)
    note_those_beside(lx, before, actor)


def _are_linked(lx: Lexed, last: Actor, actor: Actor) -> bool:
    """Whether nothing but a link, or how one is addressed, stands between two phrases."""
    if last.last == actor.first or lx.lows[actor.first - 1] in _LINKS:
        return True
    if last.last == actor.first - PAIR and lx.lower(last.last, actor.first) in _AND_NEXT:
        return True
    return lx.codes[actor.first - 1] == "H" and _NAMED_NOW.fullmatch(lx.codes, last.last, actor.first) is not None


def _leads(lx: Lexed, group: Actor, actor: Actor) -> bool:
    """Read "a Bulgarian delegation led by Deputy Minister X": he stands for it."""
    if group.kind != "group" or lx.lows[actor.first - 1] != "by":
        return False
    between = lx.lows[group.last : actor.first]
    delegation = not group.name and not _SENT_OUT.isdisjoint(lx.lows[group.first : group.last])
    named = bool(actor.name) and (not actor.sides or not group.sides or actor.sides == group.sides)
    told = not _BE.isdisjoint(between)  # "the delegation was led by X": who was there
    far = len(lx.codes[group.last : actor.first].lstrip("'BN"))  # "from the Kenyan ministry's Legal Department led by"
    return delegation and named and not told and between[-2:] in (["led", "by"], ["headed", "by"]) and far <= _FEW


def are_named_before(lx: Lexed, before: list[Actor], actor: Actor) -> bool:
    """Read "A's X and B's Y, the two countries' foreign ministers": give the office to those named, if it is theirs."""
    if not actor.plural or actor.kind != "role" or actor.name or actor.sides:
        return False
    number = before and before[-1].kind == "pronoun" and before[-1].determiner == "they"
    named = before[:-1] if number else before
    people = [one for one in named[-_FEW:] if one.kind == "person" and one.name and one.sides and not one.capacity]
    if len(people) <= 1 or people[-1] is not named[-1] or lx.codes[people[-1].last : people[-1].last + 1] != ",":
        return False
    if not _OF_BOTH.issuperset(lx.lows[people[-1].last : actor.first]):
        return False
    for one in people:
        one.capacity, one.office, one.rank = actor.capacity, actor.office, actor.rank
    people[-1].last = actor.last + (lx.codes[actor.last : actor.last + 1] == "," and closes(lx, actor.last))
    del before[len(named) :]
    return True


def _keeps_title(last: Actor, actor: Actor) -> bool:
    """Read "Special Representative on Kenya Ambassador NAME": one, of no side but that of the first words."""
    sent = last.kind == "role" and last.office in ("special-envoy", "special-representative") and not last.plural
    return sent and last.last == actor.first and actor.capacity == "Ambassador" and not actor.sides


def _is_second_office(lx: Lexed, last: Actor, actor: Actor) -> bool:
    """Read "The Deputy Prime Minister, Minister of Justice, NAME, will": two offices of the one who acts."""
    opens = last.first == 0 and last.determiner == "the" and last.kind == "role" and not (last.name or last.plural)
    acts = lx.codes[actor.last - 1] == "," and lx.codes[actor.last : actor.last + 1] == "x"
    beside = lx.codes[last.last : actor.first] == ","
    return opens and acts and beside and bool(actor.name and actor.capacity) and last.sides in ((), actor.sides)


def _is_portfolio_of(lx: Lexed, last: Actor, actor: Actor) -> bool:
    """Read "met Deputy Prime Minister, Foreign and Expatriates Minister NAME": he has a ministry too."""
    deputy = last.kind == "role" and not (last.name or last.plural) and "deputy prime minister" in last.capacity.lower()
    minister = bool(actor.name) and actor.rank == "minister" and actor.name_items[0] > actor.first
    one_side = not last.sides or actor.sides in ((), last.sides)
    return deputy and minister and one_side and lx.codes[last.last : actor.first] == ","


def _chairs_too(last: Actor, actor: Actor) -> bool:
    """Read "the President of Peru and Chairman of the union NAME": who leads a state holds the chair of a body too."""
    if last.kind != "role" or last.name or last.plural or not actor.name or actor.determiner:
        return False
    if last.last != actor.first - 1 or len(last.sides) != 1 or len(actor.sides) != 1:
        return False
    head, chair = (last, actor) if is_country(last.sides[0]) else (actor, last)
    of_both = head.rank == "head" and is_country(head.sides[0]) and not is_country(chair.sides[0])
    title = chair.capacity.lower()
    return of_both and "chair" in title and "commission" not in title


def _is_to_head(lx: Lexed, last: Actor, actor: Actor) -> bool:
    """Read "Peru's foreign minister and next UN Secretary General NAME": one person, who is Peru's yet."""
    unnamed = last.kind == "role" and not (last.name or last.plural)
    of_body = bool(actor.name and actor.sides) and not is_country(actor.sides[0])
    return unnamed and of_body and bool(last.sides) and lx.lower(last.last, actor.first) in _AND_NEXT


def _take_state(last: Actor, actor: Actor) -> None:
    """Make one phrase of both offices: the one that is of a state counts."""
    actor.first = last.first
    if not is_country(actor.sides[0]):
        actor.capacity, actor.office, actor.rank, actor.sides = last.capacity, last.office, last.rank, last.sides


def _is_adjective(last: Actor, actor: Actor) -> bool:
    """Read "Tigrayan rebels", "the Nordic foreign ministers": the name of a land that no table has, and no person."""
    nameless = last.name and not last.capacity and not last.honorific and " " not in last.name
    ministers = actor.kind == "role" and actor.plural and not actor.sides and actor.office.endswith("-minister")
    many = actor.rank == "rebels" or ministers
    return many and bool(nameless) and last.last == actor.first


def _is_predicate(word: str) -> bool:
    return word in verbs() or word in AUXILIARIES or word in _SAYING or word.endswith("ed")


_PERSONAL = frozenset({"Senator", "General", "Lieutenant General", "Major General", "Ambassador", "Admiral", "Judge"})
"""Titles that one keeps beside an office: "the Foreign Minister, Senator X"."""
_FEW = 4
_BE = frozenset({"is", "was", "were", "being"})
_OF_BOTH = frozenset({",", "the", "two", "both", "three", "countries", "nations", "states", "sides", "'", "respective"})
_NAMED_NOW = re.compile(r",?(?:[th]*H+)?")
"""What may stand between "his counterpart" and the name: ", His Royal Highness", or nothing."""
_ONES_LIKE = frozenset({"counterpart", "number", "colleague", "host", "guest"})


def _is_named_now(lx: Lexed, before: list[Actor], actor: Actor) -> bool:
    """Read "his Kenyan counterpart, President X": the name of the one spoken of right before the comma."""
    last = before[-1] if before else None
    if last is None or last.kind != "group" or last.name or not actor.name or not actor.capacity:
        return False
    alike = not actor.sides or not last.sides or actor.sides == last.sides
    around = lx.codes[:1] + lx.codes[last.last : actor.first] + lx.codes[actor.last : actor.last + 1]
    return (
        alike
        and around != "p,x"  # "At the meeting with his Kenyan counterpart, President X said"
        and lx.lows[last.last - 1] in _ONES_LIKE
        and _NAMED_NOW.fullmatch(lx.codes, last.last, actor.first) is not None
    )


def _take_up(lx: Lexed, counterpart: Actor, actor: Actor) -> None:
    """Make one phrase of both."""
    actor.first = counterpart.first
    actor.sides = actor.sides or counterpart.sides
    actor.qualifiers += " counterpart"
    if lx.codes[actor.last : actor.last + 1] == "," and closes(lx, actor.last):
        actor.last += 1


def _take_office(lx: Lexed, holder: Actor, actor: Actor) -> None:
    """Make one phrase of an office and the name after the comma."""
    actor.first, actor.sides, actor.determiner = holder.first, holder.sides, holder.determiner
    actor.capacity, actor.office, actor.rank = holder.capacity, holder.office, holder.rank
    actor.owner = actor.owner or holder.owner
    if lx.codes[actor.last : actor.last + 1] == "," and closes(lx, actor.last):
        actor.last += 1


def _is_of_holder(lx: Lexed, before: list[Actor], actor: Actor) -> bool:
    """Read "the Pakistani Prime Minister's adviser X": an office of one who holds an office."""
    last = before[-1] if before else None
    if last is None or last.plural or not actor.capacity or actor.plural or actor.sides:
        return False
    if not (last.capacity or last.name):
        return False
    return lx.codes[last.last : actor.first] == "'" and actor.kind in ("person", "role")


def _holder_before(lx: Lexed, before: list[Actor], actor: Actor) -> int:
    """Read "the head of the diplomatic mission in Ghana, X,": where the office stands whose holder this name is, or -1.

    What the office is of may hold words that no table has, and places.
    """
    own = actor.capacity in _PERSONAL and lx.codes[actor.first - 1 : actor.first] == ","
    closed = own or actor.honorific or lx.codes[actor.last : actor.last + 1] in (",", ";", "", "f", "p", "y")
    if (actor.capacity and actor.office != STYLE and not own) or actor.sides or " " not in actor.name or not closed:
        return -1
    at = next((i for i in range(len(before) - 1, -1, -1) if before[i].kind != "side"), -1)
    if at > 0 and _is_also(lx, before[at - 1], before[at]) and not before[at].sides and actor.honorific:
        return at - 1
    holder = before[at] if at >= 0 else None
    if holder is None or holder.kind != "role" or holder.name or holder.plural:
        return -1
    if not (holder.sides or holder.determiner or (own and holder.first == 0)):
        return -1
    between = _REST_OF_OFFICE.fullmatch(lx.codes, holder.last, actor.first)
    words = (lx.lows[i] for i in range(holder.last, actor.first) if lx.codes[i] != "p")  # "negotiator to the talks"
    return at if between and not any(_is_predicate(word) for word in words) else -1


def _is_led_by(lx: Lexed, leader: Actor, group: Actor) -> bool:
    """Read "X headed the Omani delegation": he is of its side."""
    of_side = group.kind == "group" and len(group.sides) == 1 and lx.lows[group.last - 1] in _SENT
    return of_side and bool(leader.name) and " ".join(lx.lows[leader.last : group.first]) in _LEADING


def _is_also(lx: Lexed, first: Actor, second: Actor) -> bool:
    """Read "the Special Envoy of Peru, Assistant Minister of Trade, Hon. X": two offices of the one named then."""
    roles = all(one.kind == "role" and not one.plural and not one.name for one in (first, second))
    return roles and bool(first.sides) and lx.codes[first.last : second.first] == ","


def _share_side(lx: Lexed, before: list[Actor], actor: Actor) -> None:
    """Read "German President X and Federal Chancellor Y", "Indian Trade Minister X, along with Finance Minister Y".

    A title that his state uses is of his state, and so is a minister of other things who is named together with him.
    """
    last = before[-1] if before else None
    if last is not None and not last.sides and _are_both_after_names(lx, last, actor):
        last.sides, last.lent = actor.sides[:1], True
    if lx.codes[actor.first - 1] == "&" and lx.codes[actor.last - 1] == "C" and actor.kind != "group":
        for one in _listed_before(lx, before, actor):
            one.sides, one.lent = actor.sides[:1], True
    if last is None or not last.sides or actor.sides or not last.name:
        return
    between = lx.lower(last.last, actor.first).strip(" ,")
    if (last.sides[0] in actor.title_sides and between == "and") or (
        _is_colleague(last, actor) and between in _TOGETHER
    ):
        actor.sides, actor.lent = last.sides[:1], True


def _are_both_after_names(lx: Lexed, last: Actor, actor: Actor) -> bool:
    """Read "NAME, Minister of Tourism and NAME, Minister of Trade of Peru": two ministers of that state."""
    named = all(lx.codes[one.first] in "NIHj" and one.rank == "minister" for one in (last, actor))
    beside = named and lx.codes[last.last : actor.first] == "&" and lx.codes[actor.last - 2 : actor.last] == "oC"
    return beside and _is_colleague(actor, last)


def _listed_before(lx: Lexed, before: list[Actor], actor: Actor) -> list[Actor]:
    """Read "called on President X, Prime Minister Y and Minister Z of Peru": the state behind the last is of all."""
    found: list[Actor] = []
    if lx.codes[actor.last - PAIR : actor.last] != "oC":
        return found
    for one in reversed(before):
        following = found[-1] if found else actor
        held = bool(one.name and one.capacity) and not one.sides and one.name_items[1] == one.last
        if not held or one.office == following.office or lx.codes[one.last : following.first].strip(",&"):
            break
        found.append(one)
    return found if found and lx.codes[found[-1].first - 1 : found[-1].first] in ("x", "w", "p", "y") else []


def _is_colleague(one: Actor, other: Actor) -> bool:
    """Whether two may sit in one cabinet: a minister beside one of another office, both named."""
    ministers = other.rank in ("minister", "deputy") and one.rank in ("head", "minister", "deputy")
    return ministers and bool(other.name) and one.office != other.office
