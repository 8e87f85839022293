"""Whom a source names: an official by the rules of identity, and who that is once a judgement has changed it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kg.identity.officials import Official, identify_item
from kg.model import Claim, Participant, Tenure
from kg.store.rejoined import Mentioned, OfficialClaim


class Renamed(NamedTuple):
    """One source's naming of an official, and who that is now; ``None`` where it is whom it was."""

    mention: Mentioned
    official: Official | None


def official_of(said_of: Sequence[Claim | OfficialClaim], published: str) -> Official | None:
    """Whom a source names: by the fullest name it uses, and the side and office it gives that day."""
    names = sorted((str(c.value) for c in said_of if c.attribute == "name"), key=lambda name: (-len(name), name))
    sides = [c.value.side for c in said_of if isinstance(c.value, Participant | Tenure) and c.value.side]
    offices = [c.value.office for c in said_of if isinstance(c.value, Participant) and c.value.office]
    if not names:
        return None
    items = sorted(str(c.value) for c in said_of if c.attribute == "qid")
    return identify_item(
        items[0] if items else "", names[0], sides[0] if sides else "", offices[0] if offices else "", published
    )
