"""An organisation that a text names again by what it is: "the agency's chief", "talks with the Fund"."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence
from functools import cache
from operator import attrgetter
from typing import NamedTuple

from kg.vocabulary import organizations
from loaders.text.lexis.gazetteer import Hit, Term
from loaders.text.who.offices import body_in

_ANY = frozenset({"bloc", "grouping", "body", "organisation", "organization", "institution", "alliance"})
"""Nouns that are said of organisations whatever they are called."""
_KINDS = frozenset(
    {"agency", "fund", "bank", "league", "union", "community", "commission", "council", "association", "organization"}
    | {"organisation", "alliance", "commonwealth", "secretariat", "lender"}
)
"""Last words of their names by which they are called again."""
_NOUN = r"(?:(?:[Ww]orld|[Rr]egional|[Gg]lobal|pan-[A-Z][a-z]+|[Ii]nternational|UN|U\.N\.) )?(?P<noun>[A-Za-z]+)"
_OF_IT = re.compile(rf" of the {_NOUN}\b(?!['’-]| (?:of|for|on) )")
"""Behind an office: "the head of the Fund"; not "of the Committee on Trade", "of the bank's board"."""
_ITS = re.compile(r"[Tt]he (?:[\w-]+ )?(?P<noun>[A-Za-z]+)['’]s? (?:(?:new|top|current|outgoing|executive) )?$")
_CHIEF = re.compile(r"[Cc]hief\b|[Bb]oss\b|[Hh]ead\b")
_ITS_CHIEF = re.compile(r"\b(?P<noun>[A-Za-z]+)['’]s? $")
_NOT_ALL = r"[-'’]| (?:[Oo]f|[A-Z]|(?:[a-z]+ )?(?:officer|economist|negotiator|envoy|inspector|mediator|spokes\w+))"
"""Behind "chief" where that is not all: "the agency's head of mission", "NATO's chief military officer"."""
_MORE = re.compile(_NOT_ALL)
_CHIEF_BEHIND = re.compile(rf"(?:['’]s?)? (?:new |outgoing )?(?:chief|boss)\b(?!{_NOT_ALL})")
_ITSELF = re.compile(
    r"[Tt]he (?P<noun>bloc|grouping|alliance|Fund|Bank|League|Union|agency|fund|bank|lender)"
    r"(?= (?:will|would|has|had|is to|signed|agreed|concluded|held|and (?:the )?[A-Z]|in |on |next|last)|[.,]|$)"
)
"""Read "The bloc will sign", "talks with the Fund in May": the organisation itself."""
_BEFORE_IT = re.compile(r"(?:\b(?:with|between|by) |(?:^|[.!?]\s|\n))$")
_REACH = 40
"""Characters before an office or a noun in which it is told whose it is."""
_NAMED_BEFORE = 200
"""Names of organisations among which it is looked for: a text of megabytes has many more."""
_LEADS = Term("T", "", None, "head-of-organization", "head")
_DIPLOMAT = Term("T", "", None, "high-representative", "head")


class _Noun(NamedTuple):
    """What an organisation is called, and where."""

    word: str
    start: int


def _noun(found: re.Match[str]) -> _Noun:
    return _Noun(found["noun"], found.start("noun"))


def with_bodies_again(text: str, hits: Sequence[Hit]) -> Sequence[Hit]:
    """Return the names of a text with the organisations, and offices in them, that it calls "the agency"."""
    named = [(hit.start, side) for hit in hits if (side := _organisation(text, hit))]
    if not named:
        return hits
    known = [(hit.start, hit.end) for hit in hits]
    found: dict[int, Hit] = {}
    taken: list[tuple[int, int]] = []
    for start, end, noun, office in (*_phrases(text, hits), *_themselves(text)):
        apart = not _covers(known, noun.start) and not _meets(taken, start, end)
        side = _meant(noun.word, named, bisect_left(named, (start, ""))) if apart else ""
        if side:
            insort(taken, (start, end))
            found[start] = Hit(start, end, _term(office, side), text[start:end].lower())
    found |= {hit.start: hit for hit in _known_chiefs(text, hits)}
    return _merged(hits, sorted(found.values(), key=attrgetter("start"))) if found else hits


def _known_chiefs(text: str, hits: Sequence[Hit]) -> Iterator[Hit]:
    """Read "the IAEA's chief", whose name the tables have."""
    for hit in hits:
        if hit.term.code == "O" and (chief := _CHIEF_BEHIND.match(text, hit.end)) is not None:
            low = text[hit.start : chief.end()].lower()
            yield Hit(hit.start, chief.end(), _term(_LEADS, hit.term.side), low)


def _term(office: Term | None, side: str) -> Term:
    """The office in that organisation, or the organisation."""
    return Term("O", side) if office is None else Term("T", "", None, office.office, office.rank, (side,))


def _covers(spans: Sequence[tuple[int, int]], at: int) -> bool:
    """Whether a name of the tables stands there: "Arab League"."""
    before = bisect_left(spans, (at + 1, 0)) - 1
    return before >= 0 and spans[before][0] <= at < spans[before][1]


def _phrases(text: str, hits: Sequence[Hit]) -> Iterator[tuple[int, int, _Noun, Term]]:
    """Yield where they begin and end, what the organisation is called and which office it is."""
    for hit in hits:
        if hit.term.code != "T" or hit.term.sides:
            continue
        if text.startswith(" of the ", hit.end):
            of = _OF_IT.match(text, hit.end)
            if of is not None:
                yield hit.start, of.end(), _noun(of), _office(hit.term)
        elif its := _ITS.search(text, max(0, hit.start - _REACH), hit.start):
            yield its.start("noun"), hit.end, _noun(its), _office(hit.term)
    yield from _chiefs(text)


def _chiefs(text: str) -> Iterator[tuple[int, int, _Noun, Term]]:
    """The same for words that are no office by themselves: "the agency's chief", "the chief of the Fund"."""
    if "hief" not in text and "oss" not in text:
        return
    for chief in _CHIEF.finditer(text):
        if (of := _OF_IT.match(text, chief.end())) is not None:
            yield chief.start(), of.end(), _noun(of), _LEADS
            continue
        its = _ITS_CHIEF.search(text, max(0, chief.start() - _REACH), chief.start())
        if its is not None and _MORE.match(text, chief.end()) is None:
            yield its.start(), chief.end(), _noun(its), _LEADS


def _themselves(text: str) -> Iterator[tuple[int, int, _Noun, None]]:
    """Yield the same for organisations themselves."""
    for again in _ITSELF.finditer(text):
        noun = _noun(again)
        if _BEFORE_IT.search(text, max(0, again.start() - _REACH), again.start()) is not None:
            yield noun.start, noun.start + len(noun.word), noun, None


def _office(term: Term) -> Term:
    """Read "the bloc's foreign policy chief": no minister."""
    return {"head": _LEADS, "leader": _LEADS, "foreign-minister": _DIPLOMAT}.get(term.office, term)


def _meets(spans: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether a stretch has anything of one of these, which are apart and in order."""
    after = bisect_left(spans, (start, 0))
    return any(begin < end and start < stop for begin, stop in spans[max(0, after - 1) : after + 1])


def _meant(noun: str, named: Sequence[tuple[int, str]], until: int) -> str:
    """The organisation that may be called so among the last named before; its own short form, where it stands there."""
    low = noun.lower()
    near = (named[at][1] for at in range(until - 1, max(-1, until - _NAMED_BEFORE), -1))
    return next((side for side in near if low in _called(side)), "")


@cache
def _called(side: str) -> frozenset[str]:
    """What an organisation may be called."""
    one = organizations()[side]
    ends = {word.lower() for name in (one.name, *one.names) for word in (name.split()[0], name.split()[-1])}
    ends |= {"lender"} if {"bank", "fund"} & ends else set()
    return frozenset((ends & _KINDS) | _ANY | {name.lower() for name in one.acronyms})


def _organisation(text: str, hit: Hit) -> str:
    """The organisation that a name is of, or that an office is in: "NATO Secretary General"."""
    term = hit.term
    if term.code != "T":
        return term.side if term.code == "O" else ""
    own = term.sides[0] if len(term.sides) == 1 else body_in(text[hit.start : hit.end])
    return own if own in organizations() else ""


def _merged(hits: Sequence[Hit], found: Sequence[Hit]) -> Sequence[Hit]:
    """Put these in, for the names that they cover."""
    starts = [one.start for one in found]

    def is_covered(hit: Hit) -> bool:
        at = bisect_left(starts, hit.end) - 1
        return at >= 0 and hit.start < found[at].end and hit.end > found[at].start

    kept = [hit for hit in hits if not is_covered(hit)]
    return sorted([*kept, *found], key=attrgetter("start"))
