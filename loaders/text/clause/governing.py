"""What may stand before a verb in its group, and what says of the one whose infinitive it is that it is to come."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.text.clause.group import Group
from loaders.text.lexis.clause_words import AUXILIARIES
from loaders.text.lexis.distances import NEAR, PAIR
from loaders.text.lexis.lexed import Lexed

_LEAVING = frozenset(
    {"left", "leave", "leaves", "leaving", "departed", "depart", "departs", "departing", "headed", "heads", "bound"}
    | {"trip", "flight", "journey", "destined", "embarked", "flew", "sailed", "off", "out", "departure"}
)
_SENT = frozenset({"sent", "dispatched", "deputed"})
_NAMED = frozenset({"tapped", "named", "appointed", "chose", "picked", "selected", "ordered", "instructed"})
"""Read "named his foreign minister to lead a delegation": what somebody is chosen for is to come."""
_IF = frozenset({"if", "whether", "unless"})
_WHO = frozenset({"who", "which", "whom", "whose"})
_DONE_BY_DECIDING = frozenset({"recall", "expel", "impose", "lift", "call", "withdraw", "sever", "cut", "break"})
_PLANS = frozenset({"plan", "plans", "move", "pledge", "promise", "offer", "refusal", "readiness", "vow"})
_HAVE = frozenset({"has", "have"})


def may_govern(lx: Lexed, item: int) -> bool:
    """Whether an item may stand before a verb in its group; a quotation may begin there: will "hold talks"."""
    if lx.codes[item] == '"':
        return item > 0 and lx.lows[item - 1] in AUXILIARIES
    return lx.codes[item] in "xpta'yn,mawofhB"


def sent_to(lx: Lexed, subject: int) -> str:
    """Read "has sent Minister X to meet Y": the words that govern the infinitive, or "" where nobody is sent."""
    before = lx.lows[max(0, subject - PAIR) : subject]
    if before and before[-1] in _NAMED:
        return "tasked"
    return " ".join(before) if len(before) == PAIR and before[0] in _HAVE and before[1] in _SENT else ""


def is_bound_for(lx: Lexed, first: int) -> bool:
    """Read "left on Monday for Oslo to meet X": where one goes, and not whose the infinitive is."""
    return not _LEAVING.isdisjoint(lx.lows[max(0, first - NEAR) : first])


def doubt_before(lx: Lexed, begin: int, before: str) -> str:
    """Read "unclear whether X will meet Y", "If it fails, X will meet Y", "Had X met Y, peace would have come".

    ``before`` is the word before the subject. What a relative clause says is in no doubt: "If X, who met Y in May,".
    """
    if lx.lows[begin - 1] in _WHO and lx.lows[begin].endswith(("ed", "met", "held", "had", "was", "were")):
        return ""
    if before == "had" == lx.lows[0] and "," in lx.codes:
        return "if had"
    return "if" if before in _IF or (lx.lows[0] == "if" and "," in lx.codes[:begin]) else ""


def whose_plan(lx: Lexed, groups: Sequence[Group], begin: int) -> Group | None:
    """Read "Peru's decision to recall its envoy": whose decision it is, and so whose the infinitive is."""
    if lx.codes[begin : begin + 1] != "'" or lx.lows[begin + PAIR : begin + PAIR + 1] != ["to"]:
        return None
    done = lx.lows[begin + 1] == "decision" and lx.lows[begin + PAIR + 1] in _DONE_BY_DECIDING
    planned = done or lx.lows[begin + 1] in _PLANS
    return next((g for g in groups if g.possessive and g.last == begin), None) if planned else None
