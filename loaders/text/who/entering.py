"""The office that one enters: "congratulated NAME on his election as President of Chile"."""

from __future__ import annotations

import re

from loaders.text.lexis.distances import FAR
from loaders.text.lexis.lexer import Lexed
from loaders.text.who.actor import Actor
from loaders.text.who.offices import ROLE
from loaders.text.who.persons import read_role

_ENTERED = re.compile(
    r"(?:up)?on (?:his|her|the|an?) (?:\w+ ){0,2}?"
    r"(?:election|re-?election|appointment|inauguration|installation|nomination)"
    r"(?: \w+)? (?:as|to the (?:post|office|position) of) (?=\S)"
)


def enter_office(lx: Lexed, actor: Actor) -> None:
    """Give a person the office that is entered, where no other office or side was said."""
    if actor.capacity or actor.sides or lx.lows[actor.last : actor.last + 1] not in (["on"], ["upon"]):
        return
    entered = _ENTERED.match(lx.lower(actor.last, actor.last + FAR))
    role = ROLE.match(lx.codes, lx.item_at(actor.last, entered.end())) if entered else None
    offices = read_role(lx, role) if role and not {*"UGh"} & {*role["head"], *role["det"]} else []
    if len(offices) == 1 and not offices[0].name:
        said = offices[0]
        actor.capacity, actor.office, actor.rank, actor.sides = said.capacity, said.office, said.rank, said.sides
