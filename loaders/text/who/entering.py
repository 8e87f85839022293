"""The office that one enters: "on his election as President of Chile", "who has been named as foreign minister"."""

from __future__ import annotations

import re

from loaders.text.lexis.distances import FAR, NEAR, PAIR, VERY_FAR
from loaders.text.lexis.lexed import Lexed
from loaders.text.who.actor import Actor
from loaders.text.who.offices import ROLE
from loaders.text.who.persons import read_role

_ENTERED = re.compile(
    r"(?:up)?on (?:his|her|the|an?) (?:\w+ ){0,2}?"
    r"(?:election|re-?election|appointment|inauguration|installation|nomination)"
    r"(?: \w+)? (?:as|to the (?:post|office|position) of) (?=\S)"
)
_NAMED_TO = re.compile(
    r", who (?:is|was|has been|had been) (?:\w+ )?"
    r"(?:appointed|chosen|confirmed|designated|elected|installed|named|nominated|picked|re-?elected|selected|sworn in)"
    r"(?: [\w.-]+){0,8}? (?:as|to be|to become|to serve as) (?:(?:the|his|her|its) )?(?:(?:next|new) )?(?=\S)"
)


def enter_office(lx: Lexed, actor: Actor) -> None:
    """Give a person the office that is entered, where no other office or side was said."""
    if actor.capacity or actor.sides:
        return
    role = ROLE.match(lx.codes, at) if (at := _entered(lx, actor.last)) else None
    offices = read_role(lx, role) if role and not {*"UGh"} & {*role["head"], *role["det"]} else []
    if len(offices) == 1 and not offices[0].name:
        said = offices[0]
        actor.capacity, actor.office, actor.rank, actor.sides = said.capacity, said.office, said.rank, said.sides


def _entered(lx: Lexed, at: int) -> int:
    """The item of the office that what follows a name says is entered, or 0."""
    if lx.lows[at : at + 1] in (["on"], ["upon"]):
        entered = _ENTERED.match(lx.lower(at, at + FAR))
    elif lx.lows[at : at + PAIR] == [",", "who"]:
        entered = _NAMED_TO.match(lx.lower(at, at + VERY_FAR + NEAR))
    else:
        return 0
    return lx.item_at(at, entered.end()) if entered else 0
