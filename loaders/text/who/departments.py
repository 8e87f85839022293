"""Offices in an institution that shows their state only at its end: "Director for Asia at the Kenyan Foreign Ministry".

What the office is for may stand between: "Chair of the Committee on Defence of the Parliament of Kenya".
"""

from __future__ import annotations

import re

from loaders.text.lexis.clause_words import AUXILIARIES
from loaders.text.lexis.lexed import Lexed
from loaders.text.lexis.triggers import verbs
from loaders.text.lexis.words import word_class
from loaders.text.who.actor import Actor
from loaders.text.who.offices import capacity_items
from loaders.text.who.sides import side_of

_FOR_WHAT = r"(?:f|p|o(?!t?[CDOMK]))t?(?:N?(?:[aBCDKFGx']|&t?N?(?=[aBCDKFNx]))*[BCKFGx]|N)(?=[fop])"
_OF_WHAT = r"(?:o(?:B|[NG](?=[oB]))+(?:[,&]+B+)*)?"
_STATE = (
    r"(?:(?P<adjective>[CDO])'?[aBx]{0,3}[BGMx]" + _OF_WHAT + r"|[aBNDx]{0,3}[BGx]" + _OF_WHAT + r"ot?(?P<state>[CO]))"
)
_IN = re.compile(rf"(?P<what>(?:{_FOR_WHAT}){{0,2}}?)[op]t?(?P<house>{_STATE})(?![BG])")
_HOUSES = word_class("house of state")
_WITHIN = frozenset({"at", "in", "within"})
_AT = _WITHIN | frozenset({"of", "for", "on", "to", "with"})


def in_department(lx: Lexed, actor: Actor) -> bool:
    """Take an institution into an office of one person, and its state, where that is told at its end alone."""
    if actor.kind != "role" or actor.plural or actor.sides:
        return False
    found = _IN.match(lx.codes, actor.last)
    if found is None or not (found["what"] or lx.lows[actor.last] in _WITHIN or _is_lower(lx, *found.span("house"))):
        return False
    which = "adjective" if found["adjective"] else "state"
    side = side_of(lx.terms[found.start(which)])
    if not side or not _is_one_phrase(lx, *found.span()) or _HOUSES.isdisjoint(_last_words(lx, *found.span("house"))):
        return False
    actor.sides, actor.body = side, lx.words(*found.span("house"))
    actor.capacity = lx.words(actor.last - capacity_items(lx, actor), found.end())
    actor.last = found.end()
    return True


def _is_lower(lx: Lexed, first: int, last: int) -> bool:
    """Read "of the Kenyan parliament": by its letter a common word."""
    return "x" in lx.codes[first:last]


def _last_words(lx: Lexed, first: int, last: int) -> list[str]:
    return [word for low in lx.lows[first:last] for word in low.split()]


def _is_one_phrase(lx: Lexed, first: int, last: int) -> bool:
    """Whether it has no verb, and of the prepositions those alone that stand in the name of an office."""
    return not any(
        _is_verb(lx, i) if lx.codes[i] == "x" else lx.codes[i] in "fop" and lx.lows[i] not in _AT
        for i in range(first, last)
    )


def _is_verb(lx: Lexed, at: int) -> bool:
    word = lx.lows[at]
    return word in verbs() or word in AUXILIARIES or word.endswith(("ed", "said", "says"))
