"""Which named persons are one official, as far as rules can be sure."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from kg.identity.names import fold_name, name_words
from kg.model import make_id
from kg.vocabulary import persons_named


class Official(msgspec.Struct, frozen=True):
    """A person as the graph knows them. ``qid`` is the Wikidata item where reference data are sure."""

    id: str
    name: str
    side: str
    qid: str = ""


@lru_cache(maxsize=65_536)
def identify(name: str, side: str) -> Official:
    """Return the official of that name on that side.

    Sure rules only: a full name that reference data give to exactly one person of that side is that person; any other
    name is its own official, with the folded name and the side for key. Spellings that reference data do not know stay
    apart until a judgement joins them.
    """
    known = persons_named(fold_name(name), side) if len(name_words(name)) > 1 and side else ()
    if len(known) == 1:
        return Official(id=make_id("official", "qid", known[0]), name=name, side=side, qid=known[0])
    return Official(id=make_id("official", "name", fold_name(name), side), name=name, side=side)
