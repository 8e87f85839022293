"""What a question asks: "Will X meet Y?" tells of nothing; "When will X visit Oslo?" takes it that he will."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.text.clause.group import Group
from loaders.text.clause.status import NONE
from loaders.text.lexis.distances import NEAR, PAIR
from loaders.text.lexis.lexed import Lexed
from loaders.text.lexis.words import word_class

_WH = frozenset({"when", "where", "why", "how", "what", "which", "who", "whom"})
_TURNED = frozenset(
    {"is", "are", "was", "were", "has", "have", "had", "do", "does", "did", "will", "would", "shall"}
) | {*("can", "could", "may", "might", "must", "should")}
_ASKED_OF = frozenset({"you", "we", "he", "she", "they", "it", "there", "these", "this", "those"})
_OPENS = frozenset('&,;"-(')
_AHEAD = frozenset({"will", "would", "shall"})
_BEYOND = word_class("clause end")
_MARKS = "\"'”’)] \n"


def asked(lx: Lexed, groups: Sequence[Group], at: int) -> str | None:
    """Return the status that a question leaves to what is told at an item; None where it is not what is asked."""
    if not lx.text[lx.start : lx.end].rstrip(_MARKS).endswith("?"):
        return None
    verb = next((i for i in range(at - 1, -1, -1) if _is_turned(lx, groups, i)), -1)
    if verb < 0 or not _BEYOND.isdisjoint(lx.lows[verb + 1 : at]):
        return None
    if _WH.isdisjoint(lx.lows[max(0, verb - NEAR) : verb]):
        return NONE
    return "planned" if lx.lows[verb] in _AHEAD else None


def _is_turned(lx: Lexed, groups: Sequence[Group], at: int) -> bool:
    """Read "Will the minister", "Did you", "When is he": an auxiliary before its subject, where a clause may begin."""
    if lx.lows[at] not in _TURNED:
        return False
    opens = at == 0 or lx.codes[at - 1] in _OPENS or not _WH.isdisjoint(lx.lows[max(0, at - NEAR) : at])
    of_whom = lx.lows[at + 1 : at + PAIR]
    subject = any(at < g.first <= at + PAIR and not g.governor for g in groups)
    return opens and (subject or (of_whom != [] and of_whom[0] in _ASKED_OF))
