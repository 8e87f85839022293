"""Offices of several portfolios: "Trade and Industry Minister", "Minister of Foreign Affairs and Tourism"."""

from __future__ import annotations

import re

from loaders.text.lexis.distances import PAIR
from loaders.text.lexis.lexed import Lexed
from loaders.text.lexis.words import word_class

_PORTFOLIOS = word_class("portfolio")
_SUBJECTS = _PORTFOLIOS | word_class("subject")
_SUBJECT = re.compile(r"(?:[a-z-]{4,}(?:tion|ment|ism)s?|[a-z-]{3,}ilit(?:y|ies)|[a-z-]{4,}[mthl]ics)$")
"""Read "for the Syrian Settlement": endings that no name has."""
_FOR_SUBJECT = re.compile(r"T[ofp]t*[CDKNBaGx']*?x[NKBx]")
_BEFORE = re.compile(r"[BNaxD](?:,?[BNaxD])*,?&(?=T)")
_BEFORE_MANY = re.compile(r"[BNax](?:,?[BNax])*,?&(?=U(?![NB]))")
_AFTER = re.compile(r"T(?P<list>[,BNaxDG&]*&[BNaxDG]+)")
_STATES = ("D", "C", "K")
_MOST = 3
"""Words of a portfolio before its title."""
_OF = re.compile(r"(?:minister|secretary)(?: of state)? (?:of|for)\b")


def join_portfolios(lx: Lexed) -> None:
    """Make one title of a title and the portfolios that are before it, or listed before or after it."""
    if "&U" in lx.codes:
        _join_plural(lx)
    if "T" not in lx.codes:
        return
    _capitalise_subjects(lx)
    _join_one(lx)
    if "&" not in lx.codes:
        return
    for match in reversed(list(_AFTER.finditer(lx.codes))):
        title, end = match.start(), _end_of_list(lx, *match.span("list"))
        if end > title + 1 and _OF.match(lx.lows[title]):
            _merge(lx, title, end, lx.terms[title])
    if "&T" not in lx.codes:
        return
    for match in reversed(list(_BEFORE.finditer(lx.codes))):
        title = match.end()
        first = _start_of_list(lx, match.start(), title - 1)
        if first < title - 1 and lx.lows[title].endswith(("minister", "secretary")):
            _merge(lx, first, title + 1, lx.terms[title])


def names_subject(word: str) -> bool:
    """Whether a word, in lower case, names what somebody may be in charge of, and is nobody's name."""
    return word in _SUBJECTS or _SUBJECT.match(word) is not None


def _capitalise_subjects(lx: Lexed) -> None:
    """Read "Special Envoy for Reunification NAME": a common word with a capital is a name's, of what he is sent for."""
    for match in _FOR_SUBJECT.finditer(lx.codes):
        for at in range(match.start() + PAIR, match.end()):
            capital = lx.codes[at] == "x" and lx.text[lx.starts[at]].isupper()
            if capital and any(map(names_subject, lx.lows[at : at + PAIR])):
                lx.codes = lx.codes[:at] + "N" + lx.codes[at + 1 :]


def _join_plural(lx: Lexed) -> None:
    """Read "the Turkish defence and foreign ministers", "Turkey's foreign and interior ministers": none is named."""
    for match in reversed(list(_BEFORE_MANY.finditer(lx.codes))):
        many = match.end()
        first = _start_of_list(lx, match.start(), many - 1)
        owned = lx.codes[max(0, first - PAIR) : first].rstrip("'")[-1:] in _STATES
        if owned and first < many - 1 and lx.lows[many].endswith(("ministers", "secretaries", "chiefs")):
            _merge(lx, first, many + 1, lx.terms[many])


def _join_one(lx: Lexed) -> None:
    """Read "the Somali planning minister", "Indigenous Peoples Minister X"."""
    title = len(lx)
    while (title := lx.codes.rfind("T", 1, title)) > 0:
        if lx.lows[title] not in ("minister", "secretary"):
            continue
        start = title
        while start > max(0, title - _MOST) and lx.codes[start - 1] in "xNB":
            start -= 1
        first = _start_of_list(lx, start, title)
        if first < title:
            _merge(lx, first, title + 1, lx.terms[title])
            title = first


def _end_of_list(lx: Lexed, start: int, stop: int) -> int:
    """Where a list of portfolios ends that begins right after a title; its start where there is none."""
    at, joined = start, False
    while at < stop and (lx.codes[at] in ",&" or lx.lows[at] in _PORTFOLIOS):
        joined = joined or lx.codes[at] == "&"
        at += 1
    while at > start and lx.codes[at - 1] in ",&":
        at -= 1
    return at if joined and "&" in lx.codes[start:at] else start


def _start_of_list(lx: Lexed, start: int, stop: int) -> int:
    """Where the portfolios begin that end at ``stop``; ``stop`` where there are none."""
    at = stop
    while at > start and (lx.lows[at - 1] in _PORTFOLIOS or (lx.codes[at - 1] == "," and at < stop)):
        at -= 1
    while at < stop and lx.codes[at] == ",":
        at += 1
    return at


def _merge(lx: Lexed, first: int, last: int, term: object) -> None:
    """Make the items from ``first`` up to ``last`` one title."""
    lx.starts[first:last] = [lx.starts[first]]
    lx.ends[first:last] = [lx.ends[last - 1]]
    lx.lows[first:last] = [lx.text[lx.starts[first] : lx.ends[first]].lower().replace("’", "'")]
    lx.terms[first:last] = [next(one for one in lx.terms[first:last] if one is term)]
    many = "U" in lx.codes[first:last]
    lx.codes = lx.codes[:first] + ("U" if many else "T") + lx.codes[last:]
