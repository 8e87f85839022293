"""Words that tell of an event, from schema/text/triggers.tsv."""

from __future__ import annotations

from functools import cache

import ahocorasick_rs
import msgspec

from kg.vocabulary.data import rows
from loaders.text.lexis.idioms import idioms


class Trigger(msgspec.Struct, frozen=True, gc=False):
    """A row of the table."""

    lemma: str
    part: str
    """verb or noun."""
    role: str
    """How its arguments stand; the column ``class``."""
    kind: str


SIT = "sit"
"""The role of the verbs that say that a body sits."""


@cache
def triggers() -> dict[str, tuple[Trigger, ...]]:
    """Return the triggers by their written form of one or two words."""
    found: dict[str, tuple[Trigger, ...]] = {}
    for row in rows("text/triggers.tsv"):
        trigger = Trigger(row["lemma"], row["part"], row["class"], row["kind"])
        for form in filter(None, row["forms"].split("|")):
            found[form] = (*found.get(form, ()), trigger)
    for form in idioms():
        others = found.get(form, ())
        parts = sorted({one.part for one in others}) or ["noun"]
        found[form] = (
            *(Trigger("idiom", part, "idiom", "") for part in parts),
            *others,
        )  # it is told first: it says more
    return found


@cache
def trigger_beginnings() -> frozenset[str]:
    """Return the first words of the triggers."""
    return frozenset(form.split(" ")[0] for form in triggers())


@cache
def beginnings_of_two() -> frozenset[str]:
    """Return the first words of the triggers of two words."""
    return frozenset(form.split(" ")[0] for form in triggers() if " " in form)


@cache
def verbs() -> frozenset[str]:
    """Return the forms of triggers that may be verbs of those who act: a sitting's begin and end, whatever does."""
    return frozenset(form for form, told in triggers().items() if any(map(_is_act, told)))


def _is_act(trigger: Trigger) -> bool:
    return trigger.part == "verb" and trigger.role != SIT


@cache
def _automaton() -> ahocorasick_rs.AhoCorasick:
    forms = sorted({form for word in triggers() for form in (word, word[:1].upper() + word[1:])})
    return ahocorasick_rs.AhoCorasick(
        forms,
        matchkind=ahocorasick_rs.MatchKind.LeftmostLongest,
        store_patterns=False,
        implementation=ahocorasick_rs.Implementation.DFA,  # few words: twice as fast, and still small
    )


def trigger_spans(text: str) -> list[tuple[int, int, int]]:
    """Return number, start and end of what may tell of an event, in order. Parts of longer words are among them."""
    return _automaton().find_matches_as_indexes(text)


def is_whole(text: str, start: int, end: int) -> bool:
    """Whether no letter stands right before or after a word."""
    return not (text[end : end + 1].isalpha() or (start and text[start - 1].isalpha()))


def is_only_noun(word: str) -> bool:
    """Whether a word tells of an event as a noun, and never as a verb."""
    told = triggers().get(word, ())
    return bool(told) and all(one.part == "noun" for one in told)
