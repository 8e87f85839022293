"""The first words of an article in capitals, as many newspapers print them: "PRIME Minister X met", "CHINA and Y said".

They are read as they are written elsewhere, letter for letter, where that makes out a name, an office or a state that
the capitals hide; a dateline, a heading and a line all in capitals stay as they are.
"""

from __future__ import annotations

import re

from loaders.text.lexis.gazetteer import gazetteer

_LEAD_IN = re.compile(
    r"^(?P<words>[^\W\d_a-z]{2,}(?:['’.-][^\W\d_a-z]+)*(?: [^\W\d_a-z]{2,}(?:['’.-][^\W\d_a-z]+)*){0,5})"
    r"(?:['’]s)? (?=(?P<next>[^\W\d_])[^\W\d_A-Z]*[ ,'’])",
    re.MULTILINE,
)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_REACH = 60
"""Characters behind the capitals that may belong to a name or an office with them: "FOREIGN Affairs Minister"."""
_SHORT = 3
"""Letters of what may be a short form: "US", "UN", "UAE"."""
_NO_PLACE = frozenset("TUCDO")


def with_lead_ins(text: str) -> str:
    """Return the text with such words as elsewhere; the text itself where it has none."""
    return _LEAD_IN.sub(_as_elsewhere, text)


def _as_elsewhere(found: re.Match[str]) -> str:
    said = found["words"]
    told = _WORD.sub(lambda word: _titled(word[0], alone=word[0] == said), said)
    if told == said:
        return found[0]
    behind = found.string[found.end("words") : found.end() + _REACH]
    before = {(hit.start, hit.end) for hit in gazetteer().find(said + behind)}
    new = [hit for hit in gazetteer().find(told + behind) if hit.start < len(said)]
    new = [hit for hit in new if (hit.start, hit.end) not in before]
    seen = any(hit.term.code in _NO_PLACE or found["next"].islower() for hit in new)
    return told + found[0][len(said) :] if seen else found[0]


def _titled(word: str, *, alone: bool) -> str:
    """A word as elsewhere; a short form that is known, or may be one, stays: "US PRESIDENT JOHN HALE"."""
    if len(word) <= _SHORT and (alone or gazetteer().find(word)):
        return word
    return word[0] + word[1:].lower()
