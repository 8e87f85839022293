"""Words that a rule looks for, all found in one pass, so that it looks at its own offsets and at nothing else."""

from __future__ import annotations

from collections.abc import Iterable

import ahocorasick_rs


class Cues:
    """Finds where one of these words or figures begins, at the begin of a word. No word has a blank in it."""

    def __init__(self, words: Iterable[str]) -> None:
        self._automaton = ahocorasick_rs.AhoCorasick(
            sorted(words),
            matchkind=ahocorasick_rs.MatchKind.LeftmostLongest,
            store_patterns=False,
            implementation=ahocorasick_rs.Implementation.DFA,  # few words, and a sentence at a time
        )

    def begins(self, text: str, start: int, stop: int) -> list[int]:
        """Return the offsets in order; what goes on as another word is among them."""
        found = self._automaton.find_matches_as_indexes(text[start:stop])
        return [at for _, begin, _ in found if not (at := start + begin) or not _goes_on(text[at - 1])]


def _goes_on(before: str) -> bool:
    return before.isalnum() or before == "_"
