"""What may stand between a verb and its object: "received (on Tuesday in his office) President X"."""

from __future__ import annotations

import re

from loaders.text.lexis.clause_words import AUXILIARIES
from loaders.text.lexis.distances import FAR, PAIR, VERY_FAR
from loaders.text.lexis.lexed import Lexed
from loaders.text.lexis.triggers import verbs

_ADVERBIALS = re.compile(
    r"(?:,?(?:t?[mn]+|\([mn]{1,3}\)|(?<=K,)C|f[tx]ax|ftx{1,2}"
    r"|p[th]*(?:j?[aBKMNCDOmnx]|(?<=[tp])[GH]|'){1,5}(?:o[th]*[aBFKMNCDGOTnx]{1,4}){0,2}|x)){1,6},?"
)
"""Phrases of place, day and manner in a row: ", Peru," after a city, "today (Tuesday)", "for the first time"."""
_IN_MEETING = re.compile(
    r"during (?:an? (?:[\w-]+ ){0,2}?(?:meeting|encounter|conversation|call|videoconference)"
    r"|(?:their (?:[\w-]+ ){0,2}?)?(?:meeting|talks))"
    r" (?:in|on|at|yesterday|today|this|here|held|late|earlier|\.|$)"
)
_PREPOSITIONS = frozenset({"at", "in", "on", "via", "by", "for", "during", "within"})
_MEETING = "meeting"
_OF_WHOSE = frozenset(
    {"office", "headquarters", "hq", "building", "premises", "residence", "seat", "palace", "city", "capital"}
    | {"framework", "margins", "margin", "sidelines", "fringes", "session", "meeting"}
)
"""Before "of" they are where one is received: "at the headquarters of the ministry", "in the city of Lima"."""
_THERE = re.compile(r"[amx]{0,2}p[KC](?:,?[KC],?)?w")
"""The items of "talked (briefly) in Paris with Minister X": a place, where another word may be a language."""
_IN_BUILDING = re.compile(
    r"(?:\w+ )?at the (?:\w+ ){0,2}?(?:palace|residence|ministry|headquarters|embassy|chancellery|airport) with\b"
)
_SPANS = frozenset({"day", "days", "week", "weeks", "fortnight", "month", "months", "year", "years", "hours"})


def is_in_meeting(lx: Lexed, at: int, noun: bool) -> bool:
    """Read "discussed trade with X during a meeting in Lima": where and when they did so, and no other clause."""
    return not noun and lx.lows[at] == "during" and _IN_MEETING.match(lx.lower(at, at + FAR)) is not None


def stands_after_adverbials(lx: Lexed, begin: int, first: int) -> bool:
    """Whether a phrase follows, whose article and adjectives are part of it: "in his office | the new Ambassador"."""
    if are_adverbials(lx, begin, first):
        return True
    while first > begin and lx.codes[first - 1] in "ax-":
        first -= 1
    return lx.codes[first - 1] == "t" and are_adverbials(lx, begin, first - 1)


def is_said_there(lx: Lexed, at: int) -> bool:
    """Read "talked in Paris with Minister X", "spoke at the palace with": who talks in a place is there."""
    return _THERE.match(lx.codes, at + 1) is not None or _IN_BUILDING.match(lx.lower(at + 1, at + FAR)) is not None


def set_off(lx: Lexed, end: int) -> int:
    """Read "held, in Lima on Tuesday, talks": the item before what commas set off, which ends here; or -1."""
    for comma in range(end - 1, max(0, end - VERY_FAR), -1):
        if lx.codes[comma] == "," and are_adverbials(lx, comma, end + 1) and lx.codes[comma - 1] == "x":
            return comma - 1
    return -1


def verb_before_adverbials(lx: Lexed, article: int, verbs: frozenset[str]) -> int:
    """Read "held | in Lima on Tuesday | a meeting": the verb whose object begins with this article, or -1."""
    if (measured := _before_measure(lx, article)) > 0:
        return measured if lx.codes[measured] == "x" and lx.lows[measured] in verbs else -1
    for verb in range(article - PAIR, max(-1, article - VERY_FAR - FAR), -1):
        if lx.codes[verb] == "x" and lx.lows[verb] in verbs:
            apart = lx.codes[verb + 1] in "mp," and are_adverbials(lx, verb + 1, article)
            return verb if apart else -1
    return -1


def _before_measure(lx: Lexed, article: int) -> int:
    """Read "postponed by a week | a visit": the item before how much it was moved by, or 0."""
    by = article - PAIR - 1
    measured = by > 0 and lx.lows[by] == "by" and lx.lows[article - 1] in _SPANS and lx.codes[by + 1] in "tna"
    return by - 1 if measured else 0


def are_adverbials(lx: Lexed, begin: int, end: int) -> bool:
    """Whether nothing but where, when and how stands between two items."""
    if _ADVERBIALS.fullmatch(lx.codes, begin, end) is None:
        return False
    return all(_may_be_of_one(lx, at) for at in range(begin, end))


def _may_be_of_one(lx: Lexed, at: int) -> bool:
    """Whether an item may stand in such a phrase: no verb, and no other preposition."""
    code, word = lx.codes[at], lx.lows[at]
    if code == "p":
        return word in _PREPOSITIONS
    if code != "x":
        return word != "of" or lx.codes[at - 1] == "G" or lx.lows[at - 1] in _OF_WHOSE
    if word == "which" or (word.endswith("ing") and word != _MEETING and word not in _OF_WHOSE):
        return False
    acts = word in verbs() or word in AUXILIARIES or word.endswith("ed")
    return not acts or lx.codes[at - 1] in "tha"
