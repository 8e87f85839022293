"""CAMEO event codes to kinds and statuses: schema/cameo.tsv.

Source: P. Schrodt, *CAMEO Conflict and Mediation Event Observations: Event and Actor Codebook* 1.1b3 (2012). Codes are
text: "010" is not 10. A code that the table does not list has the meaning of the longest listed code it begins with.
A planned visit has the code of a visit made (PLOVER mended that), so the status of a visit is unknown. Roles of actors
are in schema/cameo_roles.tsv: what newspapers, firms and rebels of a country do is not what the country does.
"""

from __future__ import annotations

from functools import cache, lru_cache

import msgspec

from kg.vocabulary.data import rows


class Coded(msgspec.Struct, frozen=True):
    """What a code stands for here, and what of its meaning is lost."""

    kind: str
    status: str
    meaning: str
    lost: str


@cache
def _table() -> dict[str, Coded]:
    return {row["code"]: Coded(row["kind"], row["status"], row["meaning"], row["lost"]) for row in rows("cameo.tsv")}


@lru_cache(maxsize=4_096)
def coded(code: str) -> Coded | None:
    """Return what an event code stands for, or ``None`` where it is no diplomatic event."""
    return next((found for end in range(len(code), 2, -1) if (found := _table().get(code[:end]))), None)


@cache
def _others() -> dict[str, str]:
    return {row["code"]: row["meaning"] for row in rows("cameo_roles.tsv") if row["state"] == "no"}


@lru_cache(maxsize=4_096)
def other_role(actor: str) -> str:
    """Return what an actor is that does not act for a state ("Media"), by its code; empty for one that may.

    Codes are threes of letters: a country, then roles, or for firms and bodies a role first (``MNCUSAMED``).
    """
    threes = (actor[at : at + 3] for at in range(0, len(actor), 3))
    return next((_others()[three] for three in threes if three in _others()), "")


def code_of(words: str) -> str:
    """Return the code whose meaning is worded so, or empty text: for layouts that have the words alone."""
    folded = _plain(words)
    return (
        next((code for code, found in _table().items() if _plain(found.meaning).startswith(folded)), "")
        if folded
        else ""
    )


def _plain(words: str) -> str:
    return "".join(letter for letter in words.lower() if letter.isalpha() or letter == " ")
