"""Those who are named only as whose spokesman or adviser somebody is: "President X's spokesman, Y, said"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.text.lexis.lexed import Lexed
from loaders.text.who.actor import Actor
from loaders.text.who.offices import ROLE
from loaders.text.who.persons import read_role

_OWNED = re.compile(r"T(?P<name>H*[NIj-]+)'[aB]*T")
"""An office, a name, and the office of one who works for its holder."""


def owners(lx: Lexed, actors: Sequence[Actor]) -> Iterator[Actor]:
    """Yield those whom phrases of a sentence name as whose somebody is."""
    if "'" not in lx.codes:
        return
    for actor in actors:
        owned = _OWNED.search(lx.codes, actor.first, actor.last) if actor.kind in ("role", "person") else None
        role = ROLE.match(lx.codes, actor.first, owned.start("name")) if owned is not None else None
        read = read_role(lx, role) if role is not None else []
        if len(read) == 1 and read[0].name and read[0].name != actor.name:
            yield read[0]
