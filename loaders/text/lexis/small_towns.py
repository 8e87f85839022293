"""Towns that no table knows, where the sentence says of which state they are: "in Viljandi, Estonia"."""

from __future__ import annotations

import re

from loaders.text.lexis.distances import NEAR
from loaders.text.lexis.gazetteer import Place, Term
from loaders.text.lexis.lexed import Lexed
from loaders.text.lexis.triggers import triggers

_BEFORE_STATE = re.compile(
    r"(?<=p)(?P<town>[Nj]{0,2}N)(?:,(?P<state>C)(?=,(?![CDOt&])|[pm.;)\"]|$)|\((?P<in>C)\)|(?:,tx)?pa?x?(?P<land>C)(?!'))"
)
"""Read "in Viljandi, Estonia, on Tuesday", "in Viljandi (Estonia)", "in Viljandi, a town in southern Estonia"."""
_OF_STATE = re.compile(r"(?:(?P<adjective>D)|(?P<state>C)')(?P<kind>[ax-]{1,4})o(?P<town>[Nj]{0,2}N)(?!N)")
"""Read "the Estonian town of Viljandi", "Chile's southern resort of Pucon"."""
_KINDS = frozenset({"city", "town", "resort", "village", "port", "township", "municipality", "suburb"})
_WHERE = frozenset({"in", "at", "near", "to", "outside"})
_WITHIN = frozenset({"in", "of"})
_PARTS = frozenset({"southern", "northern", "eastern", "western", "central"})
_NO_TOWNS = frozenset(
    {"house", "palace", "castle", "hotel", "hall", "court", "centre", "center", "airport", "airbase", "base"}
    | {"parliament", "senate", "congress", "county", "province", "region", "state", "district", "island", "islands"}
    | {"university", "valley", "embassy", "ministry", "office", "headquarters", "villa", "forum", "conference", "lodge"}
)  # fmt: skip


def settle_small_towns(lx: Lexed) -> None:
    """Read unknown names as towns where the words beside them say that they are, and in which state."""
    if "oN" in lx.codes or "oj" in lx.codes:
        for found in reversed(list(_OF_STATE.finditer(lx.codes))):
            if lx.lows[found.end("kind") - 1] in _KINDS:
                _make_town(lx, *found.span("town"), lx.terms[found.start()])
    if "C" in lx.codes and "p" in lx.codes:
        for found in reversed(list(_BEFORE_STATE.finditer(lx.codes))):
            if _is_where(lx, found):
                state = next(filter(None, (found[name] and found.start(name) for name in ("state", "in", "land"))))
                _make_town(lx, *found.span("town"), lx.terms[state])


def _is_where(lx: Lexed, found: re.Match[str]) -> bool:
    """Whether what stands before an unknown name and after it are words of place."""
    before = found.start() - 1
    if lx.lows[before] not in _WHERE or lx.lows[found.end("town") - 1] in _NO_TOWNS:
        return False
    if lx.lows[before] == "to" and not any(map(_is_journey, lx.lows[max(0, before - NEAR) : before])):
        return False
    if found["land"] is None:
        return True
    words = lx.lows[found.end("town") : found.start("land")]
    plain = words[0] == "in" and words[1:] and words[-1] in _PARTS
    return bool(plain) or (words[0] == "," and words[2] in _KINDS and words[3] in _WITHIN)


def _is_journey(word: str) -> bool:
    """Tell "flew to" from "talked to", of a verb or a noun."""
    return any(one.kind == "visit" for one in triggers().get(word, ()))


def _make_town(lx: Lexed, first: int, last: int, state: Term | None) -> None:
    """Make one item of the words of a name: a place in a state."""
    if state is None or not state.side:
        return
    name = lx.words(first, last)
    lx.ends[first:last], lx.lows[first:last] = [lx.ends[last - 1]], [lx.lower(first, last)]
    lx.starts[first:last] = [lx.starts[first]]
    lx.terms[first:last] = [Term("K", "", Place(name, name, state.side))]
    lx.codes = lx.codes[:first] + "K" + lx.codes[last:]
