"""How a name of the tables may be written in a text: large and small letters, apostrophes."""

from __future__ import annotations

import re
from collections.abc import Iterator

_SMALL = frozenset({"of", "for", "the", "and", "to", "de", "at", "in", "a.i."})
_ELIDED = ("d'", "d’")
_RANKS = frozenset({"deputy", "vice", "assistant", "first", "second", "third"})
_TO_BE = frozenset({"designate", "elect"})
_SMALL_LETTER = re.compile(r"(?<=[ -])[a-z]")
"""What a word of a name begins with that is written small: "Port-au-Prince"."""


def with_large(name: str) -> tuple[str, ...]:
    """Return a name, and how headlines and lines in capitals have it: "Port-Au-Prince", "Trinidad And Tobago"."""
    large = _SMALL_LETTER.sub(lambda small: small[0].upper(), name)
    return (name,) if large == name or name[0].islower() else (name, large)


def with_apostrophes(name: str) -> tuple[str, ...]:
    """Return a name with either of the two apostrophes, where it has one."""
    if "'" in name or "’" in name:
        return name.replace("’", "'"), name.replace("'", "’")
    return (name,)


def forms_to_be(name: str) -> Iterator[str]:
    """Write "high commissioner-designate" as "High Commissioner Designate"."""
    office, _, ending = name.rpartition("-")
    if ending in _TO_BE:
        yield from (f"{form} {end}" for form in forms_of_title(office) for end in (ending, ending.title()))


def forms_of_title(name: str) -> set[str]:
    """Return how a title may be written: "prime minister", "Prime Minister", "deputy Prime Minister"."""
    words = name.split()
    titled = " ".join(
        w if w in _SMALL else "-".join(p if p in _SMALL else _capital(p) for p in w.split("-")) for w in words
    )
    half = " ".join(w if w in _SMALL else _capital(w) for w in words)
    elided = {titled.replace(small, small.capitalize()) for small in _ELIDED}
    ranked = {f"{words[0]} {titled.partition(' ')[2]}"} if words[0] in _RANKS else ()  # "deputy Prime Minister"
    return {name, titled, half, name[:1].upper() + name[1:], *elided, *ranked}


def _capital(word: str) -> str:
    """Write a word of a title large: "Minister", and "d'Affaires", whose first letter belongs to the one before."""
    at = 2 if word[:2] in _ELIDED else 0
    return word[:at] + word[at : at + 1].upper() + word[at + 1 :]
