"""Persons with their offices.

``[side] TITLE [of side] NAME``; ``NAME, [the] [side] TITLE [of side]``; ``TITLEs NAME of side and NAME of side``;
``NAME (side)``; ``side's NAME``.
"""

from __future__ import annotations

import re

from loaders.text.lexis.distances import FAR, PAIR
from loaders.text.lexis.lexed import Lexed
from loaders.text.lexis.words import word_class
from loaders.text.who.actor import Actor
from loaders.text.who.belonging import (
    acts_himself,
    at_ministry,
    closes,
    is_another,
    is_given_name,
    is_like,
    name_in_apposition,
    take_likeness,
)
from loaders.text.who.chained import without_name_of_next
from loaders.text.who.complements import take_complement
from loaders.text.who.departments import in_department
from loaders.text.who.governments import is_cabinet, land_led_by, take_government
from loaders.text.who.in_turn import listed_names, named_in_turn, names_of_both, with_names
from loaders.text.who.names import NAME, name_span, unbracketed
from loaders.text.who.offices import (
    ROLE,
    describe,
    has_adjective,
    is_group,
    stands_alone,
)
from loaders.text.who.sides import each_side, land_of, many_sides, side_of
from loaders.text.who.styles import may_begin_name, past_styles
from loaders.text.who.whose_office import is_in_list, is_of_next

_OF_SIDE = re.compile(r"(?:o|p)t*(?P<side>[COK])")
_FOR_SIDE = re.compile(r"(?:ft*(?=[CO](?:[&,.;]|$))|ot(?=DB{0,3}[GM](?![NIHjo])))(?P<side>[COD])(?:B{0,3}[GM])?")
"""Read "headed by Minister X for Russia", "Ambassador Y of the Latvian Foreign Ministry"."""
_IN_BRACKETS = re.compile(r"\(t*[aB]*(?P<side>[COD])\)")
_OF_CONGRESS = re.compile(r"[DRI]-[A-Z][A-Za-z.]+")
"""Read "Senator NAME (D-Mass.)", "NAME, R-Ariz.,": a party and a state of one country's own."""
_PARTY_TAG = re.compile(r"\(N\)|,N,?")
_APPOSITION = re.compile(r",(?:qx)?t*")
_IS = (["who", "is"], ["who", "was"], ["who", "became"])
_SIDE_AFTER = re.compile(r",(?P<side>C)(?=[,.;]|$)")
"""Read "NAME, Minister of State for Regional Cooperation, Uganda,"."""
_IN_LIST = re.compile(r"[-;]t*(?=[aBTCD])")
"""Read "NAME - Ambassador of Italy", a line of a list."""
_GOES_ON = frozenset("Jopf(,-;")
"""The codes that what belongs to a name before it begins with: whatever is read there begins with one of these."""
_OF_OFFICE = frozenset("opf")
"""The same for what an office is of."""
_BEFORE_NAME = frozenset(",-hHNIjKCDt(")
"""The same for the name of an office's holder."""
_ITS_MINISTRY = re.compile(r",t?(?P<organ>G)o[aBN&]{1,6}(?=,H*[NIj])")
_SHORT_FORM = re.compile(r"\([CDO]\)(?=,[NIHj])")
_MISSION_IN = re.compile(r"(?<=G)pt?[CK](?:\([ON]\))?(?=,?H*[NIj])")
"""Read "Head of the UN Mission in Kosovo (UNMIK) NAME"."""
_WHERE = frozenset({"in", "to"})
_OF_MAJESTY = re.compile("ohH+(?=[NIj])")
_OF_MINISTRY = frozenset({"foreign", "defence", "defense", "interior", "finance", "trade", "justice"})
_ACRONYM = re.compile(r"\((?:[NTJC]|t?[CDOM][BNx]{0,3})\)(?=,?H*[NIjT])")
_SHORT = 3
_REST_OF_OFFICE = frozenset({"affairs", "commission"})
_TO_STATE = re.compile(r"pt?[CO]")
_THINGS = word_class("named thing")
_MAY_BE_NAMED = frozenset({"counterpart", "colleague", "number", "host", "chief", "guest"})
"""Groups of one: "his counterpart from Paraguay, NAME"."""


def name_at(lx: Lexed, at: int) -> Actor | None:
    """A name, with the role or side that stands after it."""
    codes = lx.codes
    if codes[at : at + 1] in {"K", "C"} and at and codes[at - 1] in "poywb'" and not is_given_name(lx, at):
        return None
    match = NAME.match(codes, at)
    if match is None:
        return _surname_of_a_city(lx, at)
    if at <= PAIR and lx.text.startswith(":", lx.ends[match.end() - 1]) and not match["hon"]:
        return None  # who speaks next in a transcript
    first, last = name_span(lx, at, match)
    last -= lx.lows[last - 1] == "i" and lx.codes[last : last + 1] == "x" and lx.words(first, last).isupper()
    if first >= last or (lx.lows[last : last + 1] and lx.lows[last] in _THINGS and not match["hon"]):
        return None if first >= last else Actor(at, last + 1, kind="group")  # "Iron Dome systems arrived": nobody
    actor = Actor(at, last, unbracketed(lx.words(first, last)), (first, last), honorific=bool(match["hon"]))
    actor.last = max(last, codes.rfind("J", last, match.end()) + 1)  # "Ann Hale MP"
    if (
        at > 1
        and codes[at - 1] == "'"
        and codes[at - 2] in "CO"
        and (last - first > 1 or at - 2 == 0 or lx.codes[at - 3] != "o")
    ):
        actor.sides = side_of(lx.terms[at - 2])
    if is_cabinet(lx, last) and not actor.honorific:
        actor.kind, actor.last = "group", last + 1  # "the Rao administration"
        actor.title_sides = tuple(filter(None, (land_led_by(actor.name),)))
        return actor
    _after_name(lx, actor)
    return actor


def _surname_of_a_city(lx: Lexed, at: int) -> Actor | None:
    """Read "Defense Secretary Austin": a city's name right after an office is a person's."""
    if lx.codes[at : at + 1] != "K" or lx.codes[at - 1 : at] != "T" or lx.codes[at + 1 : at + 2] == "'":
        return None
    actor = Actor(at, at + 1, lx.words(at, at + 1), (at, at + 1))
    _after_name(lx, actor)
    return actor


def _after_name(lx: Lexed, actor: Actor) -> None:
    """Read ``of side``, ``(side)`` and the office in apposition."""
    codes, at = lx.codes, actor.last
    if codes[at : at + 1] not in _GOES_ON:
        return
    while at < len(codes) and codes[at] == "J":
        at += 1
    side = _OF_SIDE.match(codes, at)
    told = lx.terms[side.start("side")] if side else None
    comes = lx.lows[at : at + 1] == ["from"] and not (actor.first == 0 and at == 1)  # "Fans from Peru"
    if side and (comes or lx.lows[at] == "of") and (side["side"] != "K" or land_of(told)):
        actor.sides = actor.sides or side_of(told) or land_of(told)
        actor.last = at = side.end()
    elif (side := _FOR_SIDE.match(codes, at)) and not actor.sides and (" " in actor.name or codes[at] == "f"):
        actor.sides, actor.last = side_of(lx.terms[side.start("side")]), side.end()
        at = actor.last
    if (tag := _PARTY_TAG.match(codes, at)) and _OF_CONGRESS.fullmatch(lx.words(at + 1, at + 2)):
        actor.sides, actor.last = actor.sides or ("USA",), tag.end()
        return
    if side := _IN_BRACKETS.match(codes, at):
        actor.sides = actor.sides or side_of(lx.terms[side.start("side")])
        actor.last = at = side.end()
    elif at < len(codes) and codes[at] == "(" and (close := codes.find(")", at)) > 0 and close - at < FAR:
        at = close + 1
        if close - actor.last <= _SHORT:
            actor.last = at  # "(Greens)", "(61)"
    _apposition(lx, actor, at)


def _apposition(lx: Lexed, actor: Actor, at: int) -> None:
    comma = _APPOSITION.match(lx.codes, at) or (_IN_LIST.match(lx.codes, at) if actor.first <= PAIR else None)
    if comma is None or (actor.capacity and lx.codes[comma.end() - 1] != ","):
        return
    clause = "q" in comma[0]
    if clause and lx.lows[at + 1 : at + 3] not in _IS:
        return
    start = at + 3 if clause else at + 1
    role = ROLE.match(lx.codes, start)
    if role is not None and is_like(lx, role):
        if lx.codes[role.end() : role.end() + 1] not in ("N", "I", "H", "j"):  # ", her Peruvian counterpart Y and Z"
            take_likeness(lx, actor, role)
        return
    if role is None or "U" in role["head"] or role["head"][-1:] == "G" or "h" in role["det"] or "n" in role["det"]:
        return
    roles = read_role(lx, role)
    said = _of_holder(lx, roles[0]) if len(roles) == 1 else None
    chained = said is not None and without_name_of_next(lx, actor, said)
    if said is None or said.name:
        return
    if said is not roles[0] and roles[0].name:
        actor.owner = roles[0].name  # "NAME, President X's special envoy"
    closing = lx.codes[said.last : said.last + 1]
    of_next = not chained and is_of_next(lx, actor, said.last)
    listed = closing not in (",", "", ".", "x") and said.rank != "envoy" and is_in_list(lx, start)
    if of_next or listed or is_another(actor, said) or acts_himself(lx, said):
        return
    actor.last = said.last
    if closing != "'":  # "NAME, the Prime Minister's Office said": no office of NAME
        _take_office(lx, actor, said)
        actor.owner = actor.owner or said.owner


def _take_office(lx: Lexed, actor: Actor, said: Actor) -> None:
    """Take the office that is said of somebody after a comma, with what it is of."""
    closing = lx.codes[said.last : said.last + 1]
    if not actor.capacity:
        actor.capacity, actor.office, actor.rank = said.capacity, said.office, said.rank
    actor.qualifiers += said.qualifiers
    if not actor.sides and (said.sides and (not actor.capacity or actor.capacity == said.capacity)):
        actor.sides = said.sides
    actor.body = actor.body or said.body
    if said.determiner == "country":
        actor.determiner = "country"
    actor.last = said.last + (closing == "," and closes(lx, said.last))
    _pass_more_offices(lx, actor)
    if not actor.sides and (of := _SIDE_AFTER.match(lx.codes, said.last)):
        actor.sides, actor.last = side_of(lx.terms[of.start("side")]), of.end()


def _pass_more_offices(lx: Lexed, actor: Actor) -> None:
    """Read "NAME, chairman of A, chairman of B and commander of C, met": other offices of the same person."""
    at, comma = actor.last, lx.codes[actor.last - 1 : actor.last] == ","
    while (role := ROLE.match(lx.codes, at + (not comma))) is not None and (comma or lx.codes[at] in ",&"):
        said = [] if role["det"] or "U" in role["head"] or role["head"][-1:] == "G" else read_role(lx, role)
        if len(said) != 1 or said[0].name or (said[0].sides and actor.sides and said[0].sides != actor.sides):
            return
        at, comma = said[0].last, False
    if at > actor.last and lx.codes[at : at + 2] == ",x":
        actor.last = at + 1


def _of_holder(lx: Lexed, said: Actor) -> Actor:
    """Read "NAME, the Malaysian king's envoy": the second office, of the side of the first."""
    role = ROLE.match(lx.codes, said.last + 1) if lx.codes[said.last : said.last + 1] == "'" else None
    if role is None or role["det"] or role["side"] or "T" not in role["head"]:
        return said
    roles = read_role(lx, role)
    if len(roles) != 1 or roles[0].name:
        return said
    roles[0].sides = said.sides
    return roles[0]


def _is_of_kind(lx: Lexed, role: re.Match[str]) -> bool:
    """Read "the foreign ministry", and "a large business delegation", of whatever kind that is."""
    word, head = lx.lows[role.end() - PAIR], lx.lows[role.end() - 1]
    return word in _OF_MINISTRY or (head == "delegation" and lx.lows[role.start()] in ("a", "an"))


def read_role(lx: Lexed, role: re.Match[str]) -> list[Actor]:
    """Read an office or group, the name with it, and what it is of."""
    first, last = role.start(), role.end()
    head = role["head"]
    if ("x" in role["pre"] and not _is_of_kind(lx, role)) or (
        "x" in (role["mid"] or "") and not has_adjective(lx, role)
    ):
        return []
    last += head[-1:] == "T" and lx.codes[last : last + 1] == "B" and lx.lows[last] in _REST_OF_OFFICE
    actor = Actor(first, last, kind="role", plural="U" in head)  # "Minister of State for Defence Affairs NAME"
    if head[-1:] == "G":
        if not is_group(lx, role):
            return []
        actor.kind = "group"
    describe(lx, actor, role)
    take_government(lx, actor)
    if many := named_in_turn(lx, actor) or many_sides(lx, actor):
        return many if many[0].name else with_names(lx, many, name_at)
    if actor.plural and (listed := listed_names(lx, actor, name_at) or names_of_both(lx, actor, name_at)):
        return listed
    named = _complement(lx, actor)
    if not named:
        named = _name_after(lx, actor, actor.last)
    if len(actor.sides) > 1 and not named and not actor.name:
        return with_names(lx, each_side(actor), name_at)
    nobody = actor.kind == "group" and actor.name and not actor.sides
    too_little = not actor.name and actor.kind == "role" and not stands_alone(lx, actor)
    return [] if nobody or too_little else [actor]


def _complement(lx: Lexed, actor: Actor) -> bool:
    """``of the Security Council of Russia NAME``: what the office is of, and the name after it. True if named."""
    if (of := _ITS_MINISTRY.match(lx.codes, actor.last)) and lx.lows[of.start("organ")] in ("ministry", "department"):
        actor.last = of.end()  # "Permanent Secretary, Ministry of Foreign Affairs, NAME"
        return _name_after(lx, actor, actor.last)
    if lx.codes[actor.last : actor.last + 1] not in _OF_OFFICE:
        return False
    if not (at_ministry(lx, actor) or in_department(lx, actor) or take_complement(lx, actor)):
        return False
    if crowned := _OF_MAJESTY.match(lx.codes, actor.last):
        actor.last = crowned.end()  # "Director of the Office of His Majesty NAME"
    if actor.rank != "envoy" and (sent := _MISSION_IN.match(lx.codes, actor.last)) and lx.lows[actor.last] in _WHERE:
        actor.last = sent.end()
    if short := _SHORT_FORM.match(lx.codes, actor.last):
        actor.last = short.end()  # "to the People's Republic of China (PRC), NAME"
    return _name_after(lx, actor, actor.last)


def _name_after(lx: Lexed, actor: Actor, at: int) -> bool:
    """Read the name that follows an office, with or without a comma. True if there is one."""
    if lx.codes[at : at + 1] not in _BEFORE_NAME:
        return False
    if actor.kind == "group" and not _MAY_BE_NAMED & {*lx.lows[actor.first : actor.last]}:
        return False
    if short := _ACRONYM.match(lx.codes, at):
        at = short.end()  # "External Affairs Minister (EAM) NAME"
    comma = lx.codes[at] == ","
    at, is_styled = past_styles(lx, at + comma, titled=comma or short is not None or actor.kind == "group")
    name = name_at(lx, at) if may_begin_name(lx.codes, at) else None
    if name is None or not name.name:
        return False
    if comma and not (is_styled or name_in_apposition(lx, actor, name)):
        return False
    actor.kind, actor.name, actor.name_items, actor.honorific = "person", name.name, name.name_items, name.honorific
    if is_another(actor, name):
        actor.last = name.name_items[1]
        return True
    actor.sides, actor.owner = actor.sides or name.sides, actor.owner or name.owner
    if name.capacity and actor.rank in ("other", ""):
        actor.capacity, actor.office, actor.rank, actor.body = name.capacity, name.office, name.rank, name.body
    actor.last = name.last
    if comma and lx.codes[actor.last : actor.last + 1] == "," and closes(lx, actor.last):
        actor.last += 1
    return True
