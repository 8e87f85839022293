"""Actors that stand side by side in a clause."""

from __future__ import annotations

import msgspec

from loaders.text.who.actor import Actor


class Group(msgspec.Struct, gc=False):
    """Coordinated actors; ``governor`` is the preposition before the first ("" where there is none)."""

    first: int
    last: int
    actors: list[Actor]
    governor: str
    possessive: bool = False
    """A possessive ending follows: "the President's meeting"."""
