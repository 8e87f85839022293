"""A state by its style alone, in a text that is written there: "the Sultanate" in Muscat, "the Kingdom" in Riyadh."""

from __future__ import annotations

import re
from collections.abc import Sequence
from heapq import merge
from operator import attrgetter

from loaders.text.lexis.gazetteer import Hit, Place, Term

_STYLES = {"OMN": "Sultanate", "SAU": "Kingdom", "BHR": "Kingdom", "JOR": "Kingdom", "MAR": "Kingdom"}
"""States whose papers call them so."""
_ALONE = {style: re.compile(rf"\b(?<=the ){style}\b(?!['’]?s? (?:of|[A-Z]))") for style in sorted({*_STYLES.values()})}
"""Not "the Sultanate of Oman", "the Kingdom Holding"."""


def with_styled_land(text: str, hits: Sequence[Hit], own: str, here: str) -> Sequence[Hit]:
    """Return the names of a text together with the style of the state where it was written, or whose paper it is."""
    state = own if own in _STYLES else here
    style = _STYLES.get(state, "")
    if not style or text.find(f"the {style}") < 0:
        return hits
    taken = {hit.start for hit in hits}
    term = Term("C", state, Place("", "", state))
    found = [Hit(*one.span(), term, style.lower()) for one in _ALONE[style].finditer(text) if one.start() not in taken]
    return list(merge(hits, found, key=attrgetter("start"))) if found else hits
