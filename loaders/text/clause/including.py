"""What includes what: "met several leaders, including X and Y", "his agenda also includes"."""

from __future__ import annotations

import re

from loaders.text.lexis.distances import FAR
from loaders.text.lexis.lexed import Lexed
from loaders.text.lexis.words import word_class

_AND_HIS = re.compile(r", and (?:his|her|their|its|the) (?:[\w-]+ ){1,4}?(?:will )?includes?\b")
_ADJUNCT = re.compile(r"pt?[amxKBN]{1,3}$")
"""A day or a place with its preposition."""
_NAMING = frozenset({"including", "namely"})
_OF_TWO_WORDS = (["such", "as"], ["among", "them"])
_MANY = frozenset(
    {"leaders", "officials", "ministers", "counterparts", "presidents", "premiers", "monarchs", "heads", "colleagues"}
    | {"cabinet", "government", "administration", "parliament", "lawmakers", "senators", "legislators", "diplomats"}
    | {"envoys", "ambassadors", "representatives", "authorities", "leadership", "politicians"}
)
_SUBJECTS = (["he"], ["she"], ["they"])
_WILL = (["will"], ["would"], ["is"], ["was"], ["has"], ["had"], ["are"], ["were"], ["also"], ["then"], ["later"])
_TELLING = word_class("telling beside")


def is_including(lx: Lexed, at: int, first: int) -> bool:
    """Whether those who begin at ``first`` are some of the leaders whom the word at ``at`` has as its object."""
    word = first - 1 - (lx.codes[first - 1 : first] == "t")
    if word <= at + 1 or not (lx.lows[word] in _NAMING or lx.lows[word - 1 : word + 1] in _OF_TWO_WORDS):
        return False
    word -= lx.lows[word] not in _NAMING
    end = _before_adjuncts(lx, at + 1, word)
    named = end > at + 1 and lx.lows[end - 1].split()[-1] in _MANY
    return named and ("o" not in lx.codes[at + 1 : end] or "members" in lx.lows[at + 1 : end])


def _before_adjuncts(lx: Lexed, begin: int, end: int) -> int:
    """The item where what only says when or where ends, going back: "counterparts | from the region on Tuesday,"."""
    end -= lx.codes[end - 1] == ","
    while found := _ADJUNCT.search(lx.codes, max(begin, end - FAR), end):
        end = found.start()
    return end


def begins_agenda(lx: Lexed, at: int) -> bool:
    """Read "will meet X, and his agenda also includes a meeting with Y": from the comma on it is another predicate.

    So it is in "spoke to X, and he will also write to Y".
    """
    if lx.lows[at : at + 2] != [",", "and"]:
        return False
    goes_on = lx.lows[at + 2 : at + 3] in _SUBJECTS and lx.lows[at + 3 : at + 4] in _WILL
    return goes_on or _AND_HIS.match(lx.lower(at, at + FAR)) is not None


def does_beside(lx: Lexed, at: int, first: int) -> bool:
    """Read "spoke with X, briefing him on his talks with Y": who begins at ``first`` is of what is told beside."""
    return "," in lx.codes[at:first] and any(
        lx.codes[i] == "," and lx.lows[i + 1] in _TELLING for i in range(at, first - 1)
    )
