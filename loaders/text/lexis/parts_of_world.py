"""Names of parts of the world that are no state and nobody: "Russia's Far East", "the Director for Latin America"."""

from __future__ import annotations

from functools import cache

from kg.vocabulary import areas


def settle_parts_of_world(codes: str, lows: list[str]) -> str:
    """Return the codes of a sentence, with the words of such a name, where there are two of them, as no one's name."""
    known = _parts_of_world()
    if known.keys().isdisjoint(lows):
        return codes
    for at in range(len(codes) - 1):
        if lows[at] in known and codes.startswith("NN", at) and lows[at + 1] in known[lows[at]]:
            codes = f"{codes[:at]}BB{codes[at + 2 :]}"
    return codes


@cache
def parts_of_world() -> frozenset[str]:
    """Return the last words of such names: "balkans", "sahel", "africa"."""
    return frozenset(name.lower().split()[-1] for area in areas() for name in (area.name, *area.names))


@cache
def _parts_of_world() -> dict[str, frozenset[str]]:
    """The second words by the first."""
    found: dict[str, set[str]] = {}
    for area in areas():
        for name in (area.name, *area.names):
            first, _, second = name.lower().partition(" ")
            if second and " " not in second:
                found.setdefault(first, set()).add(second)
    return {first: frozenset(seconds) for first, seconds in found.items()}
