"""Names of parts of the world that are no state and nobody: "Russia's Far East", "the Director for Latin America"."""

from __future__ import annotations

from functools import cache

from kg.vocabulary import areas
from loaders.text.lexis.distances import PAIR


def settle_parts_of_world(codes: str, lows: list[str]) -> str:
    """Return the codes of a sentence, with the words of such a name as no one's name."""
    if "tN" in codes and not parts_of_world().isdisjoint(lows):
        codes = _with_single_words(codes, lows)
    known = _parts_of_world()
    if known.keys().isdisjoint(lows):
        return codes
    for at in range(len(codes) - 1):
        if lows[at] in known and codes.startswith("NN", at) and lows[at + 1] in known[lows[at]]:
            codes = f"{codes[:at]}BB{codes[at + 2 :]}"
    return codes


def _with_single_words(codes: str, lows: list[str]) -> str:
    """Read "the Director for Latin America and the Caribbean": no Mr Caribbean."""
    for at in range(codes.find("tN"), len(codes) - 1):
        single = codes.startswith("tN", at) and not codes.startswith("N", at + PAIR)
        if single and lows[at] == "the" and lows[at + 1] in parts_of_world():
            codes = f"{codes[: at + 1]}B{codes[at + PAIR :]}"
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
