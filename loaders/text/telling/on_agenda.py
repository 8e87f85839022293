"""Contacts that are parts of somebody's journey: "his agenda includes talks with X", "her visit ends with talks"."""

from __future__ import annotations

import re

from loaders.text.lexis.distances import VERY_FAR
from loaders.text.lexis.lexed import Lexed

_ON_AGENDA = re.compile(
    r"(?:\b(?:his|her|an?)|'s?) (?:[\w-]+ ){0,2}?(?:agenda|schedule|program|programme|itinerary|visit|trip|tour|stay)"
    r"(?: (?:in|to|of) [\w.-]+)?(?: \w+){0,4} (?:includ(?:es?|ed)|featur(?:es?|ed))(?: [\w-]+){0,3}$"
)
"""Read "his agenda also includes a meeting with X": whose agenda it is takes part."""
_OPENS_OR_ENDS = re.compile(
    r"(?:\b(?:his|her)|'s?) (?:[\w-]+ ){0,3}?(?:visit|trip|tour|stay|day)(?: (?:in|to|of)(?: [\w.-]+){1,4}?)?"
    r"(?: , which (?:[\w.-]+ ){1,9}?,)?(?: (?:will|would|was to|is (?:due |expected |set )?to))?"
    r" (?:end|conclud|culminat|climax|began|begin|start|open|kick|wrap|finish)\w*(?: off| up)?"
    r"(?: (?:in|on) (?!an? )[\w.-]+){0,2} (?:in|with)(?: [\w-]+){0,5}$"
)
"""Read "her stay, which began in Lima on Tuesday, will end in a summit with X": she is there."""
_LONGEST = 2 * VERY_FAR


def is_on_agenda(lx: Lexed, at: int, governing: str) -> bool:
    """Whether the contact at an item, before which some words govern it, is a part of somebody's journey or day."""
    if _ON_AGENDA.search(governing) is not None:
        return True
    begin = max(0, at - _LONGEST)
    owned = "h" in lx.codes[begin:at] or "'" in lx.codes[begin:at]
    return owned and _OPENS_OR_ENDS.search(lx.lower(begin, at)) is not None
