"""Whose "our" is in a text that its own side gives out: "arrived in our country", "our President received"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from heapq import merge
from operator import attrgetter

from loaders.text.layout.structure import Passage
from loaders.text.lexis.gazetteer import Hit, Place, Term

_OURS = re.compile(
    r"\b[Oo]ur (?:(?:country|nation|republic|kingdom)\b(?! of)|(?=[A-Z])"
    r"|(?=(?:delegation|side|embassy|officials|diplomats|government|parliament)\b))"
)
_ADDRESSED = re.compile(r"\b(?:I|me|my|you|your)\b")
"""In a speech: "our" may be of both who speak."""
_HERE = re.compile(r"(?<=\bin )the country(?= (?:on an?|for an?|for talks|for consultations)\b)")
"""Where a guest of the side that gives a text out is: "who is in the country on an official visit"."""
_QUOTES = re.compile('["“”]')


def with_own_land(text: str, hits: Sequence[Hit], passages: Sequence[Passage], own: str) -> Sequence[Hit]:
    """Return the names of a text together with the words by which it means its own side, where that is a state.

    Who is quoted, or speaks in a transcript, may be of another.
    """
    if not own or (text.find("ur ") < 0 and text.find("in the country ") < 0):
        return hits
    titles = {hit.start for hit in hits if hit.term.code == "T"}
    ours = (one for one in _OURS.finditer(text) if one[0][-1] != " " or _is_of_office(text, one.end(), titles))
    found = [_hit(one, own) for one in ours]
    found += [_hit(here, own) for here in _HERE.finditer(text)]
    found = [hit for hit in sorted(found, key=attrgetter("start")) if _is_own_word(text, hit, passages)]
    return list(merge(hits, found, key=attrgetter("start"))) if found else hits


def _hit(ours: re.Match[str], own: str) -> Hit:
    """Read "our country" as the name of the state, and "our" before an office as what is of it."""
    whole = ours[0][-1] != " "
    term = Term("C" if whole else "D", own, Place("", "", own) if whole else None)
    return Hit(ours.start(), ours.end() - (not whole), term, ours[0].rstrip().lower())


def _is_of_office(text: str, at: int, titles: set[int]) -> bool:
    """Whether an office follows, or those who stand for the side: "our President", "our delegation"."""
    return at in titles or text[at].islower()


def _is_own_word(text: str, hit: Hit, passages: Sequence[Passage]) -> bool:
    passage = next((one for one in passages if one.start <= hit.start < one.end), None)
    if passage is None or passage.spoken or _ADDRESSED.search(text, passage.start, passage.end):
        return False
    begin = max(text.rfind("\n", 0, hit.start), 0)
    return len(_QUOTES.findall(text, begin, hit.start)) % 2 == 0
