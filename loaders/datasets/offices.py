"""Which office and side the name of a position stands for: "Federal Chancellor of Austria"."""

from __future__ import annotations

import re

from kg.vocabulary import country_by_code, office_of, resolve_side
from loaders.datasets.remembered import remembered

_ENTITY = re.compile(r"(?:https?://www\.wikidata\.org/(?:entity|wiki)/)?(Q[1-9]\d*)")
_OF = re.compile(r"\s+(?:of|for)\s+(?:the\s+)?", re.IGNORECASE)


def item_of(text: str) -> str:
    """Return the Wikidata item that a text is or an address names, or empty."""
    found = _ENTITY.fullmatch(text.strip())
    return found[1] if found else ""


@remembered
def side_of(*names: str) -> str:
    """Return the side of the first of these that means one: a Wikidata item, an ISO code or a name."""
    for name in names:
        item = item_of(name)
        by_code = country_by_code("qid", item) if item else country_by_code("iso2", name.upper())
        if by_code:
            return by_code.iso3
        if not item and name and (found := resolve_side(name)):
            return found
    return ""


@remembered
def office_named(position: str, side: str) -> str:
    """Return the id of the office that a position is on its side, or empty.

    The whole name is looked up, then what stands before each "of": a minister of foreign affairs of Albania is the
    foreign minister.
    """
    cuts = [found.start() for found in _OF.finditer(position)]
    for end in (len(position), *reversed(cuts)):
        if found := office_of(position[:end].strip(), side):
            return found.office
    return ""


@remembered
def side_named(position: str) -> str:
    """Return the side that a position names after its last "of", or empty."""
    parts = _OF.split(position)
    return resolve_side(parts[-1]) or "" if len(parts) > 1 else ""
