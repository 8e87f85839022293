"""Days in what somebody is quoted as saying: "We will sign in June," X said after talks with Y."""

from __future__ import annotations

import re

from loaders.text.clause.frame import Frame
from loaders.text.when import When

_MARKS = re.compile('["“”]')
_SAID = re.compile(r"\b(?:said|says|told|added|declared|stressed|noted|explained|announced|wrote)\b")


def is_quoted_before(text: str, frame: Frame, date: When) -> bool:
    """Whether a day stands in a quotation that ends before the word that tells of an event."""
    at = frame.lx.starts[frame.at]
    if date.end > at or date.start < frame.lx.start:
        return False
    marks = list(_MARKS.finditer(text, date.end, at))
    return len(marks) == 1 and _SAID.search(text, marks[0].end(), at) is not None
