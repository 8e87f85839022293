"""Which named persons are one official, as far as rules can be sure."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from kg.dates import Edtf
from kg.dates import parse as parse_edtf
from kg.identity.names import fold_name, name_words
from kg.model import make_id
from kg.vocabulary import persons_named, tenures_for, tenures_of


class Official(msgspec.Struct, frozen=True):
    """A person as the graph knows them. ``qid`` is the Wikidata item where reference data are sure."""

    id: str
    name: str
    side: str
    qid: str = ""


def identify_item(qid: str, name: str, side: str, office: str = "", date: str = "") -> Official:
    """Return the official whom a source names by a Wikidata item: that one, however the source spells the name.

    An item that reference data do not know says no more than the name does: texts name the person without it.
    """
    if tenures_of(qid):
        return Official(id=make_id("official", "qid", qid), name=name, side=side, qid=qid)
    return identify(name, side, office, date)


@lru_cache(maxsize=65_536)
def identify(name: str, side: str, office: str = "", date: str = "") -> Official:
    """Return the official of that name on that side, who held that office on that date (EDTF), if either is known.

    Sure rules only: a full name that reference data give to exactly one person of that side is that person; so is a
    surname alone with the office, where one holder of it by that name was in office all through the date ("President
    Biden" of the United States in May 2023). Any other name is its own official, with the folded name and the side for
    key. Spellings that reference data do not know stay apart until a judgement joins them.
    """
    words = name_words(name)
    full = len(words) > 1
    known = persons_named(fold_name(name), side) if full and side else ()
    if not full and side and office and date:
        known = _holders(next(iter(words), ""), side, office, date)
    if len(known) == 1:
        return Official(id=make_id("official", "qid", known[0]), name=name, side=side, qid=known[0])
    return Official(id=make_id("official", "name", fold_name(name), side), name=name, side=side)


def _holders(surname: str, side: str, office: str, date: str) -> tuple[str, ...]:
    """The Wikidata items of those of this surname who held the office on every day that the date may stand for."""
    when = parse_edtf(date)
    found = {
        row.qid or fold_name(row.person)
        for row in tenures_for(office, side)
        if surname in name_words(row.person) and _covers(row.start, row.end, when)
    }
    return tuple(sorted(found)) if all(one.startswith("Q") for one in found) else ()


def _covers(start: str, end: str, when: Edtf) -> bool:
    first = parse_edtf(start).latest if start else None
    last = parse_edtf(end).earliest if end else when.latest
    if first is None or last is None or when.earliest is None or when.latest is None:
        return False
    return first <= when.earliest and when.latest <= last
