"""Teams that go by their countries' names, and meet too: "Peru went into the meeting with Chile unbeaten"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.text.lexis.lexed import Lexed
from loaders.text.who.actor import Actor

_SPORT = re.compile(
    r"\b(?:finals?|semi-?finals?|quarter-?finals?|match|matches|game|league|cup|tournament|qualifiers?|championships?"
    r"|group stage|song contest|olympics?|world cup|penalties|friendly|test series|goalless|unbeaten|goalkeeper"
    r"|striker|midfielder|innings|wickets|kick-?off|hat-trick|captain|coach|return leg|second leg|knock-?out)\b"
)


def are_teams(lx: Lexed, actors: Sequence[Actor]) -> bool:
    """Whether those who meet are states without a person, in a sentence about a sport."""
    return all(actor.kind == "side" for actor in actors) and _SPORT.search(lx.lower(0, len(lx))) is not None
