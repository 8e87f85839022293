"""States listed one a line after a colon: "from the following countries:"."""

from __future__ import annotations

import re

from loaders.text.lexis.gazetteer import gazetteer

_COLON = re.compile(r":[ \t]*\r?\n")
_LINE = re.compile(r"[^\r\n]+")
_ITEM = re.compile(
    r"\s*(?:\(?\w{1,3}[.)]|[-–•*])\s*\S|\s*(?:The )?(?:Ambassador|High Commissioner|Republic|Kingdom|State)\b"
)
_HOLDER = re.compile(r"\s*(?:His|Her|H\.\s?E\.|Mr|Mrs|Ms|Dr)\b")
"""A line that names who stands for the state of the line before."""
_REACH = 800
"""Characters after a sentence in which the colon must stand."""
_LONG = 120


def listed_states(text: str, after: int) -> list[tuple[str, int, int]]:
    """Return the states of the list that follows, with the offsets of their names."""
    colon = _COLON.search(text, max(0, after - 1), after + _REACH)
    found: list[tuple[str, int, int]] = []
    for line in _LINE.finditer(text, colon.end()) if colon is not None else ():
        if not line[0].strip() or _HOLDER.match(line[0]):
            continue
        hits = gazetteer().find(line[0]) if len(line[0]) <= _LONG and _ITEM.match(line[0]) else []
        state = next((hit for hit in hits if hit.term.code == "C" and hit.term.side), None)
        if state is None:
            break
        found.append((state.term.side, line.start() + state.start, line.start() + state.end))
    return found
