"""Surnames that are common words of names of bodies too: "Foreign Minister Stergomena Tax"."""

from __future__ import annotations

import re

_AFTER_GIVEN = re.compile("(?<=N)B(?=[xp,.;'&w]|$)")
_SURNAMES = frozenset({"tax", "day", "law"})
_APPOSITION = re.compile(r",(?:t?[CD]'?[aB]*T|tT)")


def settle_surnames(codes: str, lows: list[str]) -> str:
    """Return the codes of a sentence, with such a word behind a given name as a part of the name."""
    if _SURNAMES.isdisjoint(lows):
        return codes
    return _AFTER_GIVEN.sub(lambda found: "N" if _is_surname(codes, lows, found.start()) else "B", codes)


def _is_surname(codes: str, lows: list[str], at: int) -> bool:
    """Whether an office or an honorific stands before the name, or an office behind it."""
    if lows[at] not in _SURNAMES:
        return False
    given = len(codes[:at].rstrip("N"))
    held = given > 0 and (codes[given - 1] in "TH" or codes[max(0, given - 2) : given] == "T,")
    return held or (codes[given - 1 : given] in ("", "'", ",", ";") and _APPOSITION.match(codes, at + 1) is not None)
