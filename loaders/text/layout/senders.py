"""Who gives out a release, from its head in capitals: "MEDIA RELEASE MINISTER FOR FOREIGN AFFAIRS ANNE HALL FA76"."""

from __future__ import annotations

import re

from loaders.text.layout.structure import Passage
from loaders.text.lexis.gazetteer import gazetteer
from loaders.text.lexis.lexed import Lexed
from loaders.text.lexis.lexer import lex

_SENDER = re.compile(
    r"\b(?:MEDIA|PRESS|NEWS) (?:RELEASE|STATEMENT)\s+(?:(?:BY|FROM|THE)\s+)*"
    r"(?P<sender>[A-Z][A-Z .,'’&-]{8,120}[A-Z])(?![A-Z0-9])"
)
_HEAD = 400
"""Characters of a text that its head is in."""
_WORD = re.compile(r"[A-Z’']+")
_SMALL = frozenset({"AND", "FOR", "IN", "OF", "ON", "THE", "TO"})


def sender(text: str) -> list[tuple[Passage, Lexed]]:
    """Return the words that name the office and its holder, as if they were not in capitals; or none."""
    if text.find(" RELEASE", 0, _HEAD) < 0 and text.find(" STATEMENT", 0, _HEAD) < 0:
        return []
    found = _SENDER.search(text, 0, _HEAD)
    if found is None:
        return []
    start, end = found.span("sender")
    written = _WORD.sub(lambda word: word[0].lower() if word[0] in _SMALL else word[0].title(), found["sender"])
    whole = text[:start] + written + text[end:]
    names = [hit for hit in gazetteer().find(whole[:end]) if hit.start >= start]
    return [(Passage(start, end, "heading", 0), lex(whole, start, end, names))]
