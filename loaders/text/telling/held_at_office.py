"""A contact at an office of state: "a meeting with the Kenyan ambassador was held at the Chilean Foreign Ministry"."""

from __future__ import annotations

import re
from collections.abc import Set

from kg.vocabulary import is_country
from loaders.text.clause.group import Group
from loaders.text.lexis.distances import FAR, VERY_FAR
from loaders.text.who.actor import Actor

_OFFICE = re.compile(
    r"\b(?:ministry|embassy|high commission|foreign office|presidency|chancellery|government)\b", re.IGNORECASE
)


def held_at_office(groups: list[Group], at: int, sides: Set[str]) -> list[Actor]:
    """Return the office of another state at which the noun at an item says its contact was, or nobody."""
    beyond = (g for g in groups if at < g.first <= at + FAR + VERY_FAR and g.governor in ("at", "in"))
    offices = (a for g in beyond for a in g.actors if a.kind == "group" and _OFFICE.search(a.capacity))
    hosts = (a for a in offices if any(map(is_country, a.sides)) and sides.isdisjoint(a.sides))
    return [host] if (host := next(hosts, None)) is not None else []
