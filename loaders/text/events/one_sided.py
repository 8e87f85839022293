"""Texts that tell of one side alone: nothing in them can become a contact, so nobody has to look for one.

A contact has two sides, or one that is not the text's own and somebody of another. Sides come from the names in a text,
from where it was written and by whom, and from reference data on those whom it names. Where all of these are the one
that the text is of, only what needs no second side is left: offices of which each state has one ("foreign ministers
met"), those at war inside one state, summits, envoys in a list. Texts with a word of these are read as all others are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from kg.vocabulary import is_country
from loaders.text.events.standing import may_be_at_war
from loaders.text.layout.structure import Passage
from loaders.text.lexis.gazetteer import Hit
from loaders.text.lexis.pieces import pieces
from loaders.text.telling.clauses import ClauseReader
from loaders.text.who.cast import Cast
from loaders.text.who.several import may_be_several
from loaders.text.who.speakers import labels_offices

_CAPITAL = re.compile(r"[^\W\d_a-zI]|I(?![ ’'])")
_NAMING = frozenset("NIHjTUGB")
"""Codes of items that a name, an office or a group begins with."""
_WITHOUT_SIDES = ("summit", "credential", "credence")
"""How words begin that tell of contacts whose sides are not told."""


def names_nobody(text: str, passage: Passage, inside: Sequence[Hit]) -> bool:
    """Whether a sentence has neither a name of the tables nor a capital of its own: only pronouns act in it."""
    start, end = passage.start, passage.end
    if inside or _CAPITAL.search(text, start + 1, end) is not None:
        return False
    first = text[start:end].split(" ", 1)[0]
    return _NAMING.isdisjoint(item[0] for item in pieces()[first])


def is_of_one(names: Iterable[Hit], cast: Cast, dateline: str, own: str) -> bool:
    """Whether all names of the tables, and where a text is from, stand for one state or for none."""
    fits = frozenset({own, ""})
    if (own and not is_country(own)) or not fits.issuperset((cast.paper, dateline)):
        return False
    return all(
        (term := name.term).side in fits
        and (term.place is None or term.place.country in fits)
        and (len(term.sides) != 1 or term.sides[0] in fits)
        for name in names
    )


def can_tell_of_no_contact(text: str, readers: Iterable[ClauseReader], cast: Cast, own: str) -> bool:
    """Whether those whom such a text names are of its own state too, and no word asks for no second side.

    ``readers`` are those of all sentences that name somebody, and their persons have their sides. Each person must have
    one: another sentence might give it, which the text's officials would show.
    """
    fits = {own}
    if not all(person.side in fits for person in cast.people):
        return False
    for reader in readers:
        for actor in reader.actors:
            sides = (*actor.sides, *actor.title_sides) if len(actor.title_sides) == 1 else actor.sides
            if not fits.issuperset(sides) or may_be_several(reader.lx, actor) or may_be_at_war(actor):
                return False
    low = text.lower()
    return not (any(word in low for word in _WITHOUT_SIDES) or labels_offices(text))
