"""Words that deny no contact, only that somebody spoke of it: "Peru has not reacted to the talks between X and Y"."""

from __future__ import annotations

import re

from loaders.text.lexis.distances import NEAR, VERY_FAR
from loaders.text.lexis.lexed import Lexed

_KNOWN = frozenset({"the", "this", "these", "those", "his", "her", "their", "its", "'", "'s"})
_DENIALS = frozenset(
    {"not", "never", "nor", "without", "declined", "declines", "refused", "refuses", "declining", "refusing"}
    | {"didn't", "didn’t", "hasn't", "hasn’t", "wouldn't", "wouldn’t", "doesn't", "doesn’t"}
)
_NOT_SPOKEN_OF = re.compile(
    r"\b(?:not|never|nor|\w+n['’]t|(?:declin|refus)\w+ to|without)\b(?: [\w'’-]+){0,4}? "
    r"(?:react\w*|comment\w*|mention\w*|refer\w*|disclos\w*|reveal\w*|respond\w*|said|speak|spoken?|elaborat\w*"
    r"|detail\w*|discuss\w*|describ\w*|publish\w*|report\w*|allud\w*|learn\w*|aware|inform\w*|issu\w*|giv\w+|satisf\w+"
    r"|publici[sz]\w*|invited|represented|involved)\b[^,;]*$"
)
"""What is denied of a contact that is told of as known."""


def is_only_unsaid(lx: Lexed, at: int) -> bool:
    """Whether a denial before the noun at an item is of what was said about it, and not of the contact."""
    if _DENIALS.isdisjoint(lx.lows[max(0, at - VERY_FAR - NEAR) : at]):
        return False
    known = at - 1
    while known > 0 and lx.codes[known] in "xaBn-" and at - known < NEAR and lx.lows[known] not in _KNOWN:
        known -= 1
    return lx.lows[known] in _KNOWN and _NOT_SPOKEN_OF.search(lx.lower(max(0, known - VERY_FAR), known)) is not None
