"""Whose office gives a text out, or is its one source: "A Downing Street spokesperson said", "the Kremlin said"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.text.lexis.gazetteer import Hit

_SAYS = re.compile(r"(?:['’]s)?(?: press office| spokes(?:man|woman|person))?(?: has| have)? (?:said|says|confirmed)\b")


def voice(text: str, hits: Sequence[Hit]) -> str:
    """Return the state whose seat of government is quoted, if it is the only one: its head is "the Prime Minister"."""
    sides = {hit.term.side for hit in hits if hit.term.code == "M" and _SAYS.match(text, hit.end)}
    return sides.pop() if len(sides) == 1 else ""
