"""The phrase that a sentence may open with, before those who act: "After talks with X, Y met Z"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from loaders.text.clause.group import Group
from loaders.text.lexis.clause_words import AUXILIARIES
from loaders.text.lexis.distances import FAR, PAIR, VERY_FAR
from loaders.text.lexis.lexed import Lexed

_OPENING = frozenset(
    {"following", "after", "before", "during", "at", "in", "on", "ahead", "upon", "fresh", "having"} | {"according"}
)
_MEASURED = re.compile(
    r"(?:(?:just|only|barely|less than|more than) )?(?:an? |\w+ )?(?:day|hour|week|month|minute)s? (?:after|before)\b"
)
"""Read "A day after", "Hours before", "Two weeks after"."""
_FEW = 5
_WHO = frozenset({"who", "which"})
_NOW = frozenset({"now", "then", "currently"})
_ARTICLES = frozenset({"a", "an", "the", "one"})
_NEXT = frozenset({"then", "afterwards", "afterward", "subsequently", "thereafter"})


def opens_with_phrase(lx: Lexed) -> bool:
    """Whether a sentence opens with a preposition, or with how long before or after something was."""
    lows = lx.lows
    if not lows or lows[0] in _OPENING:
        return bool(lows)
    few = lows[:_FEW]
    return ("after" in few or "before" in few) and _MEASURED.match(" ".join(few)) is not None


def end_of_opening(lx: Lexed, groups: Sequence[Group], is_verb: Callable[[int], bool]) -> int:
    """Return the comma where the phrase ends that a sentence opens with: "Upon the end of it, X met Y"; 0 for none."""
    if not opens_with_phrase(lx):
        return 0
    ahead = (g for g in groups if g.first and g.governor == "" and not g.possessive and g.last < len(lx))
    acting = (g for g in ahead if lx.codes[g.first - 1] == "," and lx.codes[g.last] == "x")
    return next((g.first - 1 for g in acting if is_verb(g.last)), 0)


def who_follows(groups: Sequence[Group], opening: int, at: int, chosen: Group) -> Group | None:
    """Read "Hours after he met X, Y flew home": he who acts ``at`` an item is Y, before whom the opening ends."""
    if at >= opening or [one.kind for one in chosen.actors] != ["pronoun"]:
        return None
    return next((g for g in groups if g.first == opening + 1), None)


def who_was_there(lx: Lexed, groups: Sequence[Group], chosen: Group) -> Group | None:
    """Read "met Y, who returned from Lima, where he met Z": he is Y, of whom "who" is said."""
    if chosen.first == 0 or lx.lows[chosen.first - 1] != "where":
        return None
    who = next((i for i in range(chosen.first - 1, 0, -1) if lx.lows[i] == "who"), 0)
    one = next((g for g in groups if who and g.last in (who - 1, who) and len(g.actors) == 1), None)
    return one if one is not None and one.actors[0].name else None


def before_aside(lx: Lexed, groups: Sequence[Group], chosen: Group, begin: int) -> Group | None:
    """Read "X, an aide who advised Y's campaign, met Z", "X, now the minister, met Z": X, not who is in the aside.

    The one chosen stands before the predicate that begins at an item.
    """
    if lx.codes[begin - 1 : begin] != "," or lx.codes.find(",", chosen.last, begin - 1) >= 0:
        return None
    ahead = (g for g in reversed(groups) if g.last < chosen.first and _is_set_off(lx, g.last))
    head = next((g for g in ahead if g.actors[-1].name and not (g.governor or g.possessive)), None)
    aside = [word for word in lx.lows[head.last : chosen.first] if word != ","] if head is not None else []
    unsided = not any(one.sides for one in chosen.actors)
    now = len(aside) in (1, PAIR) and aside[0] in _NOW and unsided
    named = bool(aside) and aside[0] in _ARTICLES and chosen.possessive
    return head if now or named or not _WHO.isdisjoint(aside) else None


def _is_set_off(lx: Lexed, at: int) -> bool:
    return lx.codes[at] == "," or lx.lows[at] in _WHO


def is_in_aside(lx: Lexed, verb_group: int) -> bool:
    """Read "X, who met Y on Sunday,", "X, who came from Oslo where he met Y,": said of one in passing."""
    near = range(verb_group - 1, max(0, verb_group - VERY_FAR), -1)
    who = next((i for i in near if lx.lows[i] in _WHO or lx.codes[i] == ","), 0)
    return who > 0 and lx.lows[who] in _WHO and lx.codes[who - 1] == ","


def end_of_aside(lx: Lexed, at: int, is_verb: Callable[[int], bool]) -> int:
    """Return the comma that ends "X, who stopped in Oslo for talks with Y, will see Z" where an item stands in it."""
    who = next((i for i in range(at, 0, -1) if lx.lows[i] in _WHO), 0)
    if who == 0 or lx.codes[who - 1] != ",":
        return len(lx)
    commas = (i for i in range(at + 1, len(lx) - 1) if lx.codes[i] == "," and lx.codes[i + 1] == "x")
    return next((i for i in commas if is_verb(i + 1)), len(lx))


def past_day(lx: Lexed, at: int) -> int:
    """Return the item behind a day or a time that begins at an item, "on Tuesday", "tonight"; else the item itself."""
    end = at + (lx.codes[at : at + 2] == "pm")
    while lx.codes[end : end + 1] in ("m", "n"):
        end += 1
    return end if "m" in lx.codes[at:end] else at


def before_day(lx: Lexed, at: int) -> int:
    """Return the item where a day begins that ends before an item, "on Tuesday |", "Tuesday |"; else the item."""
    begin = at
    while begin > 1 and lx.codes[begin - 1] in "mn":
        begin -= 1
    if begin == at or "m" not in lx.codes[begin:at]:
        return at
    return begin - (lx.codes[begin - 1] == "p")


def past_then(lx: Lexed, at: int) -> int:
    """Return the item behind "then" or "afterwards" at an item: "met X and then held talks with Y"; else the item."""
    return at + (lx.lows[at : at + 1] != [] and lx.lows[at] in _NEXT)


def auxiliary_before(lx: Lexed, comma: int) -> int:
    """Return the auxiliary before what two commas set off, the second at an item: "will, in due course, meet"; or 0."""
    first = lx.codes.rfind(",", max(0, comma - FAR), comma)
    return first - 1 if first > 1 and lx.lows[first - 1] in AUXILIARIES else 0
