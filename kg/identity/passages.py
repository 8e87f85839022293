"""Words that one text has from another: the same passage, the same text but for its headline or its end.

A passage of eight words or more that two texts share to the letter (case and signs aside) was copied. Copies are one
voice, and what they tell of is one event.
"""

from __future__ import annotations

from functools import lru_cache

from kg.identity.names import fold_name
from kg.model import make_id

_LEAST_WORDS = 8
_SHINGLE = 5
_SHARED, _LENGTH = 0.8, 0.4


@lru_cache(maxsize=4_096)
def passage_key(quote: str, month: str = "") -> str:
    """Return the key of a passage; empty where it is too short to tell a copy from what anybody would write.

    ``month`` keeps apart what is written in the same words again and again, each time of another event.
    """
    folded = fold_name(quote)
    return make_id("passage", month, folded) if folded.count(" ") >= _LEAST_WORDS - 1 else ""


def is_reprint(one: str, other: str) -> bool:
    """Whether two texts are one but for a changed headline, some words, or a part that one of them leaves out.

    Four fifths of the shorter one's runs of five words are in the longer one, which is at most two and a half times as
    long: a sentence quoted in an article makes no reprint.
    """
    shorter, longer = sorted((_shingles(one), _shingles(other)), key=len)
    if len(shorter) < _LENGTH * len(longer) or not shorter:
        return False
    return len(shorter & longer) >= _SHARED * len(shorter)


@lru_cache(maxsize=64)
def _shingles(text: str) -> frozenset[tuple[str, ...]]:
    words = fold_name(text).split()
    return frozenset(tuple(words[at : at + _SHINGLE]) for at in range(max(len(words) - _SHINGLE + 1, 0)))
