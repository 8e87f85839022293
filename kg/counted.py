"""Numbers with their words, as people read them."""

from __future__ import annotations


def counted(number: int, one: str, several: str = "") -> str:
    """Return a number with its word: 1 contact, 2 contacts, 3 countries; ``several`` is for other plurals."""
    if number == 1:
        return f"1 {one}"
    regular = f"{one[:-1]}ies" if one.endswith("y") and one[-2:-1] not in "aeiou" else f"{one}s"
    return f"{number:,} {several or regular}"
