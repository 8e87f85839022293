"""Lines under a sentence that introduces them: "agreed to hold the following meetings:", then a line of each."""

from __future__ import annotations

import re

_CONTACTS = r"(?:meetings|talks|consultations|sessions|rounds|events|activities|engagements|dialogues|negotiations)"
_INTRODUCES = re.compile(
    rf"\b(?:following|these|such)\b[^.:;]{{0,60}}\b{_CONTACTS}\b[^.:;]{{0,60}}:\s*$"
    rf"|\b{_CONTACTS}\b[^.:;]{{0,60}}\b(?:as follows|including|include[sd]?)\b[^.:;]{{0,30}}:\s*$"
    r"|\b(?:programme?|agenda|schedule|visit|trip)\b[^.:;]{0,30}\b(?:includ(?:e[sd]?|ing)|featured)\b[^.:;]{0,20}:\s*$"
)
"""How a paragraph ends that has a list of contacts below it."""
_REACH = 200


class Introduced:
    """Tells, line by line, which are the points of such a list."""

    def __init__(self) -> None:
        self.is_open = False

    def is_point(self, line: str, *, marked: bool) -> bool:
        """Whether the next line is a point of the list above it; ``marked`` if it begins as points do."""
        listed = self.is_open and marked
        ends = line.rstrip().endswith(":")
        self.is_open = listed or (ends and _INTRODUCES.search(line, max(0, len(line) - _REACH)) is not None)
        return listed
