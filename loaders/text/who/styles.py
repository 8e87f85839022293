"""How one is addressed between office and name: "Minister for Trade, Senator the Hon NAME", "the Emir, Sheikh NAME"."""

from __future__ import annotations

import re

from loaders.text.lexis.gazetteer import Term
from loaders.text.lexis.lexed import Lexed
from loaders.text.who.offices import STYLE

_MILITARY_TITLE = re.compile(r"T(?:\([^)]{1,2}\))?")
_STYLED = re.compile(r"(?:hH+T?|H+T)(?=[NIj])")
"""Read "President His Highness Sheikh NAME", "the Amir of Qatar HH Sheikh NAME", "Minister His Excellency NAME"."""
_STYLED_AFTER = re.compile(r"T?tH+(?=[NIj])")
"""Read "Minister for Trade, Senator the Hon NAME"."""


def past_styles(lx: Lexed, at: int, *, titled: bool) -> tuple[int, bool]:
    """Where a name begins after how its bearer is addressed: "Senator the Hon" (then True), "General", "Prince".

    ``titled``: what stands before is whole, so that a title is one more, and not the rest of it.
    """
    is_styled = False
    if styled_after := _STYLED_AFTER.match(lx.codes, at):
        at, is_styled = styled_after.end(), True
    elif lx.lows[at : at + 1] == ["ambassador"] and lx.codes[at + 1 : at + 2] in ("N", "I", "j"):
        at += 1
    elif titled and (title := _MILITARY_TITLE.match(lx.codes, at)) and _is_style(lx.terms[at]):
        at = title.end()
    while lx.codes[at : at + 1] == "-":
        at += 1
    styled = _STYLED.match(lx.codes, at)
    if styled is not None and styled[0][0] == "H" and not _is_style(lx.terms[styled.end() - 1]):
        styled = None
    return (styled.end() if styled else at), is_styled


def _is_style(term: Term | None) -> bool:
    return term is not None and (term.rank == "military" or term.office == STYLE)


def may_begin_name(codes: str, at: int) -> bool:
    """A place or state begins a name only before more of it ("Jordan NAME"), or a place right after a title."""
    if codes[at : at + 1] not in tuple("HNIjKCD"):
        return False
    if codes[at] in "HNIj" or codes[at + 1 : at + 2] in ("N", "I"):
        return True
    return codes[at] == "K" and codes[at - 1] == "T"
