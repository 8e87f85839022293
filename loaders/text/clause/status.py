"""The status of an event from the words around what tells of it: schema/text/status.tsv."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from kg.vocabulary.data import rows

NONE = "none"
"""Nothing happened and nothing is announced ("has yet to meet")."""


@cache
def _patterns() -> dict[str, list[tuple[str, re.Pattern[str]]]]:
    found: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
    for row in rows("text/status.tsv"):
        found.setdefault(row["where"], []).append((row["status"], re.compile(row["pattern"])))
    return found


@lru_cache(maxsize=16_384)
def status_of(where: str, words: str) -> str:
    """Return the status that these words tell, or "" where they tell none. ``where``: before, noun or after."""
    return next((status for status, pattern in _patterns()[where] if pattern.search(words)), "")


def status_once_announced(words: str) -> str:
    """Return the status by the words after an act that is done by announcing it: "was announced" is held."""
    return status_of("after", words.replace("announced", "done")) or "held"
