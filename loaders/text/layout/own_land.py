"""Whose "our" is in a text that its own side gives out: "arrived in our country", "our President received"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from heapq import merge
from operator import attrgetter

from loaders.text.layout.structure import Passage
from loaders.text.lexis.gazetteer import Hit, Place, Term

_LANDS = ("our country", "our nation", "our republic", "our kingdom")
_STANDING = ("delegation", "side", "embassy", "officials", "diplomats", "government", "parliament")
"""Nouns for those who stand for a side."""
_HERE = "in the country "
_ADDRESSED = re.compile(r"\b(?:I|me|my|you|your)\b")
"""In a speech: "our" may be of both who speak."""
_ON_A_VISIT = re.compile(r"(?:on an?|for an?|for talks|for consultations)\b")
"""Where a guest of the side that gives a text out is: "who is in the country on an official visit"."""
_FAR = 2_000
"""Characters that are looked through for quotation marks before a word: no line of sense is longer."""
_QUOTES = re.compile('["“”]')


def with_own_land(text: str, hits: Sequence[Hit], passages: Sequence[Passage], own: str) -> Sequence[Hit]:
    """Return the names of a text together with the words by which it means its own side, where that is a state.

    Who is quoted, or speaks in a transcript, may be of another.
    """
    if not own or (text.find("ur ") < 0 and text.find(_HERE) < 0):
        return hits
    spans = [*_lands(text), *_before_offices(text, hits), *_here(text)]
    found = [_hit(text, *span, own) for span in sorted(spans)]
    found = [hit for hit in found if _is_own_word(text, hit, passages)]
    return list(merge(hits, found, key=attrgetter("start"))) if found else hits


def _hit(text: str, start: int, end: int, own: str) -> Hit:
    """Read "our country" as the name of the state, and "our" before an office as what is of it."""
    whole = end - start > len("our")
    term = Term("C" if whole else "D", own, Place("", "", own) if whole else None)
    return Hit(start, end, term, text[start:end].lower())


def _lands(text: str) -> Iterator[tuple[int, int]]:
    """The spans of "our country" and the like."""
    for land in _LANDS:
        for at in _places_of(text, land[1:]):
            end = at - 1 + len(land)
            if _is_our(text, at - 1) and _ends(text, end) and not text.startswith(" of ", end):
                yield at - 1, end


def _before_offices(text: str, hits: Sequence[Hit]) -> Iterator[tuple[int, int]]:
    """The spans of "our" before an office, and before those who stand for the side."""
    nouns = [at for noun in _STANDING for at in _places_of(text, f"ur {noun}") if _ends(text, at + len(noun) + 3)]
    starts = [at - 1 for at in nouns] + [hit.start - len("our ") for hit in hits if hit.term.code == "T"]
    return ((at, at + len("our")) for at in starts if _is_our(text, at))


def _here(text: str) -> Iterator[tuple[int, int]]:
    """Where a guest of the side that gives a text out is: "who is in the country on an official visit"."""
    for at in _places_of(text, _HERE):
        if _ON_A_VISIT.match(text, at + len(_HERE)):
            yield at + len("in "), at + len(_HERE) - 1


def _places_of(text: str, words: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def _ends(text: str, at: int) -> bool:
    return not text[at : at + 1].isalpha()


def _is_our(text: str, at: int) -> bool:
    return text[max(0, at) : at + 4] in ("our ", "Our ") and not text[at - 1 : at].isalpha()


def _is_own_word(text: str, hit: Hit, passages: Sequence[Passage]) -> bool:
    at = bisect_right(passages, hit.start, key=attrgetter("start")) - 1
    if at < 0 or hit.start >= passages[at].end or passages[at].spoken:
        return False
    if _ADDRESSED.search(text, passages[at].start, min(passages[at].end, passages[at].start + _FAR)):
        return False
    begin = max(0, text.rfind("\n", max(0, hit.start - _FAR), hit.start), hit.start - _FAR)
    return len(_QUOTES.findall(text, begin, hit.start)) % 2 == 0
