"""Offices that are of no state and of no body of states: of firms, clubs, chambers of commerce, festivals."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.vocabulary import is_country
from loaders.text.who.person import Person

_FIRM = re.compile(
    r"\b(?:CEO|[Cc]hief [Ee]xecutive|[Mm]anaging [Dd]irector|(?:[Bb]rand|[Gg]oodwill) [Aa]mbassador)\b"
    r"|\b(?:Chambers? of (?:Commerce|Trade|Industry|Mines)|Stock|Football|Basketball|Rugby|Cricket|Athletics?"
    r"|Festivals?|Airways|Airlines|Trade Unions?|Association|Clubs?|University|Rotary|Foundation|Manufacturers"
    r"|Employers|Industrialists|Chamber President|Company|Ltd|Inc|PLC|LLC)\b"
)
_BANK = re.compile(r"\b[Bb]ank\b")
_OF_STATE = re.compile(
    r"\b(?:State|Central|Reserve|National|Federal|World|Development|Investment|Sovereign|Monetary|Gazprom|Rosneft"
    r"|Rosatom|Ministry|Minister|Government|Nations|Commonwealth|Nuclear|Space)\b"
)
_OPENS = frozenset("'‘’\"“")
_CLOSES = frozenset("'’\"”")
_REACH = 60


@lru_cache(maxsize=4_096)
def _is_of_firm(words: str) -> bool:
    firm = _FIRM.search(words) or _BANK.search(words)
    return firm is not None and _OF_STATE.search(words) is None


def is_private(person: Person) -> bool:
    """Whether the office that a person is told to hold is a private one: a text may name him, as no official."""
    if not person.capacity or not _is_of_firm(f"{person.capacity} {person.body}"):
        return False
    return not person.side or is_country(person.side)


def is_in_title(text: str, person: Person) -> bool:
    """Read "leader of the '2018 Union Theme'": the name is the end of what quotation marks enclose."""
    if text[person.end : person.end + 1] not in _CLOSES or text[person.end + 1 : person.end + 2].isalpha():
        return False
    before = text[max(0, person.start - _REACH) : person.start]
    begin = max(before.rfind(mark) for mark in _OPENS)
    return begin >= 0 and before[begin - 1 : begin] in (" ", "(", "") and not _CLOSES.intersection(before[begin + 1 :])
