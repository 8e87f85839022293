"""Datelines of towns that no table knows, "VILJANDI, Estonia", and of a state alone, "KENYA, May 14"."""

from __future__ import annotations

import re

from loaders.text.lexis.gazetteer import Gazetteer, Place

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DAY = rf"(?:,? ?(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?)"
_AGENCY = r"(?: ?[(/][\w. -]{2,30}[)/])"
_LINE = re.compile(
    r"(?P<town>[A-ZÀ-Þ][\w’'-]{2,}(?: [A-ZÀ-Þ][\w’'-]+){0,2}), ?(?P<state>[A-Z][\w .]{2,40}?)"
    rf"(?P<day>{_DAY})?(?P<agency>{_AGENCY})?,?",
)
"""A town, its state, and perhaps the day and who sent the text: where neither stands there, it is in capitals."""
_STATE_ALONE = re.compile(rf"(?P<state>[A-Z][A-Z .]{{2,40}}?),? ?{_DAY}{_AGENCY}?")


def small_place(line: str, names: Gazetteer) -> Place | None:
    """Return the place of such a line: a town, or a state of which no city is told."""
    alone = _STATE_ALONE.fullmatch(line)
    if alone is not None and (state := _state(alone["state"].title(), names)):
        return Place("", "", state)
    found = _LINE.fullmatch(line)
    if found is None or names.find(found["town"].title()):
        return None
    town = found["town"].title()
    if not (found["town"].isupper() or found["day"] or found["agency"]):
        return None
    return Place(town, town, state) if (state := _state(found["state"], names)) else None


def _state(words: str, names: Gazetteer) -> str:
    """The state that words name, and nothing else."""
    hits = names.find(words)
    whole = len(hits) == 1 and hits[0].start == 0 and hits[0].end == len(words) and hits[0].term.code == "C"
    return hits[0].term.side if whole else ""
