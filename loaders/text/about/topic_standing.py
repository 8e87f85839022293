"""How a word stands in its sentence: as what a contact was about, as what is only said, or beside it.

The last cue before it decides (schema/text/topic_cues.tsv), or what follows it: "energy was discussed", "trade talks".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from itertools import product

import ahocorasick_rs

from kg.vocabulary.data import items, rows

_NEXT_WORD = re.compile(r"[ -]([a-z]+)")
_FAR = 150
"""Characters that what closes a clause may stand after its subject: "energy, transport and aid were discussed"."""


@cache
def _automaton() -> tuple[ahocorasick_rs.AhoCorasick, list[tuple[str, bool]]]:
    """Return the finder of cues, and for each of them what it tells and whether its ending is open."""
    cues: dict[str, tuple[str, bool]] = {}
    for row in rows("text/topic_cues.tsv"):
        for first, second in product(items(row["words"]), items(row["then"]) or ("",)):
            cue = f"{first} {second}".rstrip()
            if row["stands"] != "talks":
                cues.setdefault(cue.rstrip("*"), (row["stands"], cue.endswith("*")))
    longest = ahocorasick_rs.MatchKind.LeftmostLongest
    return ahocorasick_rs.AhoCorasick(list(cues), matchkind=longest, store_patterns=False), list(cues.values())


@cache
def _talks() -> frozenset[str]:
    """Return the nouns that make what they are talks of from the word before them."""
    return frozenset(
        word for row in rows("text/topic_cues.tsv") if row["stands"] == "talks" for word in items(row["words"])
    )


class Sentence:
    """The cues of one sentence, given in lower case."""

    def __init__(self, low: str) -> None:
        finder, cues = _automaton()
        self._low = low
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._stands: list[str] = []
        self._closing: list[int] = []
        for index, start, end in finder.find_matches_as_indexes(low):
            stands, is_open = cues[index]
            if (start and low[start - 1].isalnum()) or not (is_open or not low[end : end + 1].isalnum()):
                continue
            if stands == "close":
                self._closing.append(start)
            else:
                self._starts.append(start)
                self._ends.append(end)
                self._stands.append(stands)

    def standing(self, end: int, told: int = -1) -> str:
        """Return how the word that ends there stands: "named" (by a noun that says so), "about", "plain" or "aside".

        What stands aside before the word that tells of the event is no aside to it.
        """
        stands = self._before(end, told)
        following = _NEXT_WORD.match(self._low, end)
        if stands != "aside" and following is not None and following[1] in _talks():
            return "named"
        closing = bisect_left(self._closing, end)
        return "about" if closing < len(self._closing) and self._closing[closing] < end + _FAR else stands

    def _before(self, end: int, told: int) -> str:
        stands = "plain"
        for start, stop, cue in zip(self._starts, self._ends, self._stands, strict=True):
            if stop > end:
                break
            if cue == "aside":
                stands = "plain" if start <= told < end else "aside"
            elif cue != "of":
                stands = cue
            elif stands != "aside":
                stands = "about"
        return stands
