"""What a person's name looks like: capitals, initials, particles, suffixes."""

from __future__ import annotations

import re

from loaders.text.lexis.distances import PAIR
from loaders.text.lexis.lexed import Lexed
from loaders.text.lexis.words import word_class
from loaders.text.who.holders import given_names

NAME = re.compile(
    r"(?P<hon>(?:\(?H'?\)?,?)*)(?P<name>j?(?:[KCD](?=-?[NI]))?[NI](?:-?[NIjHJ]|\x22N{1,2}\x22(?=N)|\([NK]\)(?=N)|[KCDB](?=j*[NI])|[KC](?=[x,.qp&wJ]|ot?C|$))*(?:,?J)*)"
)
_POSTNOMINALS = word_class("postnominal")
"""What stands after a name and is no part of it: "Ann Hale MP", "John Rao, KC"."""
_CHILD_OF = frozenset({"oglu", "oğlu", "ogly", "kyzy", "qizi", "gyzy", "uulu", "uly", "ugli"})
"""What stands behind the name of one's father: "Nurbek Sydyk uulu"."""
_MAX_NAME = 7
_REGIONS = word_class("region")


def name_span(lx: Lexed, at: int, match: re.Match[str]) -> tuple[int, int]:
    """Return the items of the name in a match of ``NAME``; an empty span where it is none."""
    codes = lx.codes
    first, last = match.span("name")
    if codes[first] == "D" and lx.words(first, first + 1) not in given_names():
        first += 1  # "Turkish Recep Tayyip Erdogan"
    while last > first and codes[last - 1] in "jH-," and lx.lows[last - 1] not in _CHILD_OF:
        last -= 1
    while last > first and codes[last - 1] in "J," and (codes[last - 1] == "," or lx.lows[last - 1] in _POSTNOMINALS):
        last -= 1
    titled = bool(match["hon"]) or codes[at - 1 : at] == "T"
    if last - first > _MAX_NAME or "N" not in codes[first:last] or _is_too_little(lx, first, last, titled=titled):
        return first, first
    return first, last


def _is_too_little(lx: Lexed, first: int, last: int, *, titled: bool) -> bool:
    """Whether it is "EU", no name as "Xi" is one, or a word of "the Ordinary Session", "the Presidential Villa"."""
    alone = not titled and last - first == 1
    if alone and (lx.codes[first : last + 1] == "NB" or lx.codes[max(0, first - PAIR) : first] == "tB"):
        return True
    if alone and lx.codes[first + 1 : first + 2] == "U" and lx.lows[first] in _REGIONS:
        return True  # "several African leaders"
    length = lx.ends[last - 1] - lx.starts[first]
    return length <= 1 or (length == PAIR and not titled and not lx.words(first, last).istitle())


def unbracketed(name: str) -> str:
    """Read "[Mahmoud] Abbas", with what an editor put in."""
    return name.replace("[", "").replace("]", "") if "[" in name or "]" in name else name
