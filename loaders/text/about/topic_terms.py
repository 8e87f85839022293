"""Finds the terms of the topics table in a sentence (schema/topics.tsv)."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache

import ahocorasick_rs
import msgspec

from kg.vocabulary import countries, topics
from loaders.text.layout.structure import Passage
from loaders.text.lexis.words import word_class

STRONG, WEAK, OFFICE = 2.0, 1.0, 0.5
"""What a term weighs: by itself telling, telling beside others, and in the name of somebody's office."""
_RELATIONS = "bilateral-relations"
_OFFICES = (
    r"(?:Minist|Secretar|Advis[eo]r|Council|Committee|Representative|Service|Bureau|Directorate|Department|Commission|"
    r"Agency|Envoy|Section|Division|Institute|Association|Palace|Negotiator|Authority|Coordinator|Congress|Caucus|"
    r"minister|secretar|advis[eo]r|chief|envoy|negotiator|attach|diplomat)"
)
_OF_OFFICE = re.compile(
    rf"(?:(?:,? and|,| &) (?!an? |the |his )[\w-]+){{0,2}} (?:(?:[Aa]ffairs )?{_OFFICES}|(?:[Aa]ffairs|AFFAIRS)\b)"
)
"""A term is a part of the name of an office or a body: "National Security Advisor", "Trade and Industry Minister"."""
_BEGINS_OFFICE = frozenset("ACDEBIMNPRSacemnsA& ")
"""What stands one character after such a term: most terms are told to be no part of a name by it alone."""
_OFFICE_OF = re.compile(
    r"(?:Minist(?:er|ry)|Secretary|Director|Director-General|Commissioner|Representative|Department|Committee|Council|"
    r"Envoy|Ministers|[Aa]mbassador|Embassy|[Cc]oordinator|Advis[eo]r|Head|[Dd]irector-general|[Dd]irector general)"
    r"(?: of State)?(?: to the \w+)? (?:of|for|on|to|in) (?:the )?"
    r"(?:[A-Z][\w-]*(?:, | and | & |, and | of | for | )){0,6}\Z"
)
"""What is before such a term: "Minister of Foreign Affairs, International Business and International"."""
_OF_ACTOR = re.compile(
    r" (?:[Ff]oreign|[Pp]rime|[Pp]resident|[Dd]eputy|[Vv]ice|[Cc]ounterpart|[Ll]eader|[Mm]inister|[Aa]mbassador|"
    r"[Oo]fficial|[Dd]elegation|[Ee]mbassy|[Dd]iplomat|[Cc]apital|[Pp]remier|[Ee]nvoy|[Ss]ide|[Gg]overnment|"
    r"[Ss]tate [Mm]edia|[Nn]ews|[Ss]pokes|[Aa]uthorities|[Nn]egotiat|[Pp]assenger|[Cc]hief|[Ss]ecretary|[Pp]arliament|"
    r"King|Crown)"
)
"""What is after the name of a state that only says whose somebody is: "the Syrian foreign minister"."""
_OF_PAIR = re.compile(r"[A-Z][\w.]+[-–][A-Z][\w.]+ (?:\w+ )?\Z")
"""What is before "relations" that are between two states: "Russian-Chinese trade relations"."""
_LONGEST_PAIR = 40
_LONGEST_OFFICE = 90
_REST_OF_WORD = re.compile(r"s?(?![^\W_])")
"""A term stands for its plural too."""


class Term(msgspec.Struct, frozen=True, gc=False):
    """One phrase of a topic, or the name of one of its states."""

    topic: str
    weight: float
    open_end: bool = False
    capitals: str = ""
    state: str = ""
    """The country it names: it tells of the topic only where that country takes no part."""


class Found(msgspec.Struct, frozen=True, gc=False):
    """A term at its offsets in the text."""

    term: Term
    weight: float
    word: str
    """In lower case."""
    start: int
    end: int


@cache
def _automaton() -> tuple[ahocorasick_rs.AhoCorasick, list[tuple[list[Term], bool]]]:
    """Return the finder, and for each phrase its terms and whether they ask how it is written."""
    terms: dict[str, list[Term]] = defaultdict(list)
    for topic in topics().values():
        for weight, group in ((STRONG, topic.strong), (WEAK, topic.weak)):
            for phrase in group:
                bare = phrase.rstrip("*")
                capitals = bare if bare.isupper() else ""
                terms[bare.lower()].append(Term(topic.id, weight, phrase.endswith("*"), capitals))
        for state in topic.states:
            country = countries()[state]
            for name in (country.name, *country.names, *country.demonyms):
                capitals = name if name.isupper() else ""
                terms[name.lower()].append(Term(topic.id, STRONG, capitals=capitals, state=state))
    for phrase in word_class("no topic"):
        terms[phrase].append(Term("", STRONG))
    finder = ahocorasick_rs.AhoCorasick(list(terms), store_patterns=False)
    return finder, [(every, any(one.capitals for one in every)) for every in terms.values()]


def lower(part: str) -> str:
    """Return a passage in lower case, letter for letter, so that its offsets stay."""
    low = part.lower().replace("’", "'")
    if len(low) != len(part):
        low = "".join(c if len(c.lower()) != 1 else c.lower() for c in part)
    return low


def find_terms(text: str, passage: Passage) -> list[Found]:
    """Return the terms of a sentence, the longest where one is inside another; two may overlap."""
    part = text[passage.start : passage.end]
    found: list[Found] = []
    reached = 0
    for start, back, fitting in _matches(part):
        end = -back
        if end > reached:
            reached = _word_end(part, end)
            begin, stop = passage.start + start, passage.start + end
            word = text[begin:stop].lower()
            found += [Found(t, _weight(t, part, start, end), word, begin, stop) for t in fitting if t.topic]
    return found


def _weight(term: Term, part: str, start: int, end: int) -> float:
    """What a term weighs where it stands."""
    if _is_in_title(part, start, end) or (term.state and _OF_ACTOR.match(part, end)):
        return OFFICE
    if term.topic == _RELATIONS and _OF_PAIR.search(part, max(0, start - _LONGEST_PAIR), start):
        return STRONG
    return term.weight


def _word_end(part: str, at: int) -> int:
    while at < len(part) and part[at].isalnum():
        at += 1
    return at


def _matches(part: str) -> list[tuple[int, int, list[Term]]]:
    """Where terms stand, the first and longest first; the end is negative, so that the tuples sort so by themselves."""
    low = lower(part)
    size = len(low)
    found: list[tuple[int, int, list[Term]]] = []
    finder, terms = _automaton()
    for index, start, end in finder.find_matches_as_indexes(low, overlapping=True):
        if start and low[start - 1].isalnum():
            continue
        whole = end == size or not low[end].isalnum() or _REST_OF_WORD.match(low, end) is not None
        fitting, cased = terms[index]
        if cased or not whole:
            word = part[start:end]
            fitting = [t for t in fitting if (whole or t.open_end) and (not t.capitals or word == t.capitals)]
        if fitting:
            found.append((start, -end, fitting))
    found.sort()
    return found


def _is_in_title(part: str, start: int, end: int) -> bool:
    if part[end + 1 : end + 2] in _BEGINS_OFFICE and _OF_OFFICE.match(part, end):
        return True
    return part[start].isupper() and _OFFICE_OF.search(part, max(0, start - _LONGEST_OFFICE), start) is not None
