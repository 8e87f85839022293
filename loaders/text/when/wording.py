"""The words around a date: the preposition before it, and whether it belongs to a noun."""

from __future__ import annotations

import re

from loaders.text.when.names import ANY_WEEKDAY, GAP, phrases
from loaders.text.when.record import When
from loaders.text.when.scan import Scan

_LEAD = re.compile(
    rf"\b(?P<word>{phrases('on|in|at|by|since|from|until|till|before|after|during|through|throughout|between|for|of')}"
    rf"|{phrases('over|to|around|circa|following|with')})(?:{GAP}(?:the|this|late|last|year)){{0,2}}{GAP}\Z"
)
_VERB_LEADS = ("on", "in", "by", "since", "until", "till", "over", "throughout")
"""After these the date stands by itself: in "on March 3 talks were held" the talks do not own it."""

_ABOUT = re.compile(
    rf"\b{phrases('around|approximately|circa|on or about')}(?:{GAP}the)?{GAP}\Z|(?<![\w.])ca?\.{GAP}?\Z"
)
_POSSESSIVE = re.compile(r"['’]s?\b|['’](?=\s)")
_DETERMINER = re.compile(rf"\b(?:{phrases('the|a|an|its|their|his|her|our|that|annual')}|[^\W\d_]+['’]s?){GAP}\Z")
_WORD_AFTER = re.compile(rf"{GAP}(?P<word>[^\W\d_][\w’'-]*)")
_FUNCTION_WORDS = frozenset(
    (
        *("a", "about", "after", "against", "all", "also", "although", "an", "and", "are", "as", "at", "be", "because"),
        *("been", "before", "between", "both", "but", "by", "can", "could", "did", "do", "does", "during", "for"),
        *("from", "had", "has", "have", "he", "her", "his", "if", "in", "into", "is", "it", "its", "may", "might"),
        *("must", "not", "of", "on", "or", "our", "over", "said", "says", "she", "should", "since", "so", "than"),
        *("that", "the", "their", "then", "there", "these", "they", "this", "those", "through", "till", "to", "told"),
        *("under", "until", "was", "we", "were", "when", "where", "which", "while", "who", "whom", "whose", "will"),
        *("with", "within", "without", "would", "you"),
        *("ahead", "alongside", "amid", "amidst", "around", "despite", "except", "following", "including", "near"),
        *("once", "regarding", "toward", "towards", "upon", "via"),
        *("accusing", "calling", "demanding", "expressing", "saying", "seeking", "telling", "urging", "vowing"),
        *("warning",),
    )
)  # fmt: skip
_OF_ACTS = re.compile(
    rf"{GAP}(?:(?!(?:{'|'.join(sorted(_FUNCTION_WORDS))})\b)[a-z]+{GAP})?(?:attacks?|meetings?|summit|talks|visit|session|parade|referendum|elections?|agreements?|protocol|"
    r"declaration|revolution|movement|alliance|coalition|coup|protests?|statement|readout|call|conference|deadline|anniversary)\b",
    re.IGNORECASE,
)
_BETWEEN = re.compile(rf"\b[Bb]etween{GAP}(?:{ANY_WEEKDAY},?{GAP})?(?:the{GAP})?\Z")
_MOVED = re.compile(
    r"\b(?:postponed|rescheduled|moved|shifted|delayed|deferred|changed|pushed|brought forward|put off)\b"
    rf"[^.;]{{0,40}}\bfrom{GAP}(?:the{GAP})?\Z"
)
_NUMBER_OF_A_TEXT = re.compile(rf"[0-9]{GAP}of{GAP}\Z|\([0-9/]*\Z")
_NOT_OWNED = re.compile(r"[0-9](?:st|nd|rd|th)|[0-9]s\Z|\bof\b|^[a-z]")
"""Expressions that begin with an article of their own: "the 18th of February", "the 1990s", "the spring of 2014"."""


def noun_follows(scan: Scan, end: int) -> bool:
    """Tell whether the next word may be a noun that a date before it belongs to."""
    after = scan.match(_WORD_AFTER, end)
    return after is not None and after["word"].lower() not in _FUNCTION_WORDS


def is_between(scan: Scan, at: int) -> bool:
    """Tell whether "between" stands before an offset: then "and" joins the two ends of a run."""
    return _BETWEEN.search(scan.context(at)) is not None


def is_moved_from(scan: Scan, at: int) -> bool:
    """Tell whether the date at an offset is one that something was moved away from: not the first day of a run."""
    return _MOVED.search(scan.context(at, 80)) is not None


def with_wording(scan: Scan, when: When) -> When:
    """Return the date with the preposition before it, whether it belongs to a noun, and "about" as EDTF writes it."""
    before = scan.context(when.start, 24)
    lead = _LEAD.search(before)
    word = lead["word"].lower() if lead else ""
    marked = when._replace(lead=word, modifier=_is_owned(scan, when, word, before))
    if when.edtf[-1:].isalnum() and "/" not in when.edtf and _ABOUT.search(before):
        return marked._replace(edtf=f"{when.edtf}~", rule=f"{when.rule}+about")
    return marked


def _is_owned(scan: Scan, when: When, lead: str, before: str) -> bool:
    if scan.match(_POSSESSIVE, when.end):
        return True
    expression = scan.text[when.start : when.end]
    if when.edtf.isdigit() and _NUMBER_OF_A_TEXT.search(before):
        return True
    if _DETERMINER.search(before):
        return not _NOT_OWNED.search(expression) and noun_follows(scan, when.end)
    return lead not in _VERB_LEADS and not _NOT_OWNED.search(expression) and scan.match(_OF_ACTS, when.end) is not None
