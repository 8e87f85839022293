"""Short forms in brackets that look like the name of a state: "Permanent Representatives Committee (PRC)"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.text.lexis.gazetteer import Hit

_CAPITALS = re.compile(r"\b([A-Z])[\w’'-]*")
_REACH = 80
"""Characters before the bracket in which the words stand that it shortens."""


def without_short_forms(text: str, hits: Sequence[Hit]) -> Sequence[Hit]:
    """Leave out what shortens the words before it, none of which is a state: "the Peace and Reform Council (PRC)"."""
    if "(" not in text:
        return hits
    return [hit for i, hit in enumerate(hits) if not _is_short_form(text, hit, hits[i - 1] if i else None)]


def _is_short_form(text: str, hit: Hit, before: Hit | None) -> bool:
    written = text[hit.start : hit.end]
    if hit.term.code != "C" or not written.isupper() or text[hit.start - 1 : hit.start] != "(":
        return False
    if text[hit.end : hit.end + 1] != ")":
        return False
    words = list(_CAPITALS.finditer(text, max(0, hit.start - _REACH), hit.start - 1))[-len(written) :]
    if "".join(word[1] for word in words) != written:
        return False
    return before is None or before.end <= words[0].start() or not before.term.side
