"""What is said to a partner: "Talking to Ambassador X, Minister Y said", "said this while talking to Ambassador X"."""

from __future__ import annotations

from loaders.text.lexis.distances import NEAR
from loaders.text.lexis.lexed import Lexed
from loaders.text.who.actor import Actor
from loaders.text.who.spoken_of import side_of_one

_WHILE = frozenset({"while", "when"})


def is_talking_to(lx: Lexed, at: int, partner: Actor) -> bool:
    """Whether a participle opens a clause of one who talks to another; not "Speaking to the press with X beside"."""
    opens = lx.lows[at + 1 : at + 2] == ["to"] and (at == 0 or lx.lows[at - 1] in _WHILE)
    known = partner.office or side_of_one(partner)  # not "to Fox News"
    return opens and partner.first <= at + NEAR and partner.kind in ("person", "role") and bool(known)
