"""Whose guest somebody is: "was the guest of President X" tells of the two, and of no group of guests."""

from __future__ import annotations

import re

_GUEST = re.compile("G(?=o)")
_GUESTS = frozenset({"guest", "guests"})
_BE = frozenset({"was", "were", "is", "are", "be", "been", "being"})
_NEAR = 4


def settle_guests(codes: str, lows: list[str]) -> str:
    """Return the codes of a sentence, with the guest of whom it says "was the guest of" as a common word."""
    if "Go" not in codes or _GUESTS.isdisjoint(lows):
        return codes
    return _GUEST.sub(lambda found: "x" if _is_said(lows, found.start()) else "G", codes)


def _is_said(lows: list[str], at: int) -> bool:
    return lows[at] in _GUESTS and not _BE.isdisjoint(lows[max(0, at - _NEAR) : at])
