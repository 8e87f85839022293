"""Contacts that are only the matter of another: "met X about the Peru-Chile talks", "to push the talks forward".

And those that are none: "addressed an audience".
"""

from __future__ import annotations

from loaders.text.lexis.distances import NEAR, PAIR
from loaders.text.lexis.lexed import Lexed

_FORWARD = frozenset({"forward", "ahead", "along", "afloat", "alive"})
_PUSHING = frozenset(
    {"push", "pushes", "pushed", "pushing", "move", "moves", "moved", "moving", "keep", "keeps", "kept", "keeping"}
    | {"nudge", "nudged", "nudging", "drive", "driving", "steer", "steering", "bring", "bringing", "carry", "carrying"}
)
_MEANS = frozenset({"through", "via"})
_TO_BE_DONE = frozenset({"will", "would", "should", "must", "can", "could", "may", "might", "to", "needs", "need"})
_LISTENERS = frozenset({"audience", "audiences"})
_SPEAKING_TO = frozenset({"address", "addresses", "addressed", "addressing", "tell", "tells", "told", "telling"})
_REACH = NEAR + PAIR


def is_only_matter(lx: Lexed, at: int) -> bool:
    """Whether the noun at an item, told without a day, says what was spoken of or is to be helped on."""
    if "m" in lx.codes[at + 1 : at + _REACH]:
        return _is_spoken_to(lx, at)
    return _is_spoken_about(lx, at) or _is_pushed(lx, at) or _is_spoken_to(lx, at) or _is_means(lx, at)


def _is_spoken_about(lx: Lexed, at: int) -> bool:
    """Read "about the Peru-Chile talks": whose they are stands before the noun, and not "the talks between"."""
    first = at
    while first > 0 and lx.codes[first - 1] in "CD-&x":
        first -= 1
    about = first > 1 and lx.codes[first - 1] == "t" and lx.lows[first - PAIR] == "about"
    return about and lx.codes[at + 1 : at + PAIR] not in ("w", "b", "o", "p")


def _is_pushed(lx: Lexed, at: int) -> bool:
    """Read "to push the Peru-Chile talks forward"."""
    ahead = lx.lows[at + 1 : at + PAIR]
    return bool(ahead) and ahead[0] in _FORWARD and not _PUSHING.isdisjoint(lx.lows[max(0, at - _REACH - PAIR) : at])


def _is_spoken_to(lx: Lexed, at: int) -> bool:
    """Read "addressed an invited audience of traders": those who listen."""
    heard = lx.lows[at] in _LISTENERS and lx.codes[at + 1 : at + PAIR] != "w"
    return heard and not _SPEAKING_TO.isdisjoint(lx.lows[max(0, at - _REACH) : at])


def _is_means(lx: Lexed, at: int) -> bool:
    """Read "should be settled through talks between the two": how a thing is to be done, and nothing that is set."""
    first = at
    while first > 0 and lx.codes[first - 1] in "xaBDC-":
        first -= 1
    if first < PAIR or lx.lows[first - 1] not in _MEANS or "K" in lx.codes[at : at + _REACH]:
        return False
    return not _TO_BE_DONE.isdisjoint(lx.lows[max(0, first - 2 * _REACH) : first - 1])
