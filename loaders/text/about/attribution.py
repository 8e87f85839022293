"""Who says so: the source itself, or one whose words it passes on ("according to", "sources said", "reportedly")."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import NamedTuple

from kg.model import Stance
from loaders.text.events.article import Article
from loaders.text.events.drafts import Draft
from loaders.text.layout.structure import Passage
from loaders.text.lexis.cues import Cues

_LONGEST = 120
"""Characters that name who says so; longer runs are clauses."""
_TOLD = (
    r"told (?:reporters|journalists|newsmen|lawmakers|parliament|state \w+|local \w+|a (?:news|press) (?:conference|"
    r"briefing)|the (?:\w+ )?(?:agency|newspaper|broadcaster|BBC)|AFP|AP|Reuters|CNN|TASS|Interfax|Xinhua|Anadolu|"
    r"Al Jazeera)"
)
_SAYS = (
    r"(?:said|says|announced|announces|reported|reports|confirmed|confirms|stated|claimed|claims|disclosed|revealed|"
    rf"wrote|tweeted|posted|added|noted|{_TOLD})"
)
_DENIES = (
    r"(?:denied|denies) (?:that|reports|any|having|claims|rumou?rs)|(?:dismissed|rejected) (?:reports|claims|rumou?rs)"
)
_WHEN = r"(?: (?:on|late|early|in|at|earlier|later|this|last) [^,]{2,40}?| \w+day| today| yesterday)?"
_ADVERBS = r"(?:,? (?:has|have|had|also|later|then|earlier|meanwhile|however),?)*"
_NAME = rf"[^\s,.;:\"“”][^;:\"“”]{{1,{_LONGEST}}}?"
_BEFORE = re.compile(rf"(?P<who>{_NAME}),?{_ADVERBS} (?P<verb>{_SAYS}|{_DENIES})\b(?! to (?:have|be)\b){_WHEN}")
"""Read "The Kremlin said on Monday that ...", "The ministry denied reports that ..."."""
_AFTER = re.compile(rf"[,”\"“](?: but| and)? (?P<who>{_NAME}),?{_ADVERBS} (?P<verb>{_SAYS})\b")
"""Read "..., a spokesman for the ministry said on Monday."."""
_INVERTED = re.compile(rf"[,”\"“] (?:said|says|announced|reported) (?P<who>{_NAME})(?=[,.;]|$)")
_ACCORDING = re.compile(rf"\b[Aa]ccording to (?P<who>{_NAME})(?=[,.;:]|$)")
_CITING = re.compile(rf"\b(?:citing|quoting) (?P<who>{_NAME})(?=[,.;:]|$)")
_HEADLINE = re.compile(r"(?:[:–—-] (?P<who>[^:–—.]{2,40})|, (?P<said>[^,]{2,40}) says)\s*$")
_HEADLINE_WHO = re.compile(
    r"\b(?:sources?|media|reports?|official|officials|ministry|spokes\w+|Kremlin|White House|Pentagon|palace|minister|"
    r"president|aide|envoy|agency|paper|PM|FM|MFA)\b"
)
_HEARSAY = re.compile(
    r"\b(?:reportedly|allegedly|purportedly|(?:unconfirmed|media|press|news) reports|"
    r"(?:is|are|was|were) (?:said|reported|understood|believed|rumou?red|thought) to|"
    r"it (?:is|was) (?:reported|rumou?red))\b"
)
_OTHERS_SAY = Cues(
    (
        *("according", "According", "citing", "quoting", "reported", "reports", "allegedly", "purportedly", "said"),
        *("understood", "believed", "rumo", "thought"),
    )
)
"""Words without which no pattern of hearsay, or of whom a sentence follows or cites, finds anything."""
_OPENING = re.compile(r"(?:After|When|While|Since|Following|During|Before|As|Speaking|Asked|Despite|Ahead|Upon)\b[^,]*")
_FRONT = re.compile(
    r"(?:(?:On|Late|Early|Last|Earlier|Later|Meanwhile|But|And|However|Yesterday|Today)\b(?: on)?(?: \w+day)?,? )+"
)
_OFFICE = re.compile(r"(?:the|a|an|his|her|its)\b|[a-z]+ (?:of|for|at|to)\b")
_NAME_WORDS = 5
_LONGEST_NAME = 90
_PRONOUNS = frozenset({"he", "she", "it", "they", "i", "we", "who", "which"})
_BESIDE = re.compile(r"\s*(?:after|at|during|following|ahead of|before|in|when|while|as|upon|on the sidelines)\b")
"""Read "he said after a meeting with Y that": the meeting is what the source itself tells."""


class Said(NamedTuple):
    """How the source stands to what a sentence tells, and whom it names as saying so."""

    stance: Stance = "asserts"
    by: str = ""


class Voices:
    """Who says what the sentences of one event tell; what stands elsewhere is said by whoever tells of it first."""

    def __init__(self, article: Article, event: Draft) -> None:
        passages = sorted(event.passages, key=lambda one: one.start)
        told = [one.start for one in sorted(event.statuses, key=lambda one: one.start)]
        self._passages = passages
        self._starts = [one.start for one in passages]
        self._said = [_said_in(article, one, _first_in(told, one)) for one in passages]
        self._first = self._said[passages.index(event.passages[0])]

    def at(self, start: int) -> Said:
        """Return who says what begins at an offset."""
        index = bisect_right(self._starts, start) - 1
        return self._said[index] if index >= 0 and start < self._passages[index].end else self._first


def _first_in(told: list[int], passage: Passage) -> int:
    """Where a sentence tells of the event, or -1 where that is not known."""
    index = bisect_left(told, passage.start)
    return told[index] if index < len(told) and told[index] < passage.end else -1


def _said_in(article: Article, passage: Passage, at: int) -> Said:
    """Who says what a sentence tells. An official text says itself what its own side says."""
    text = article.source.text
    if passage.role == "headline":
        return _of_headline(text, passage)
    others = bool(_OTHERS_SAY.begins(text, passage.start, passage.end))
    for pattern in (_ACCORDING, _CITING) if others else ():
        if found := pattern.search(text, passage.start, passage.end):
            return Said("reports", _clean(found["who"]))
    if not article.home and (speaker := _speaker(text, passage, at)) is not None:
        return Said("reports", speaker)
    return Said("reports") if others and _HEARSAY.search(text, passage.start, passage.end) else Said()


def _of_headline(text: str, passage: Passage) -> Said:
    found = _HEADLINE.search(text, passage.start, passage.end)
    who = _clean(found["who"] or found["said"] or "") if found else ""
    if who and _HEADLINE_WHO.search(who):
        return Said("reports", who)
    return Said("reports") if _HEARSAY.search(text, passage.start, passage.end) else Said()


def _speaker(text: str, passage: Passage, at: int) -> str | None:
    """Who says it, before the word that tells of the event or after it; empty for "he", none where nobody does.

    Where that word is not known (-1), one who speaks first says all, and one who is named last what is before him.
    """
    before = _BEFORE.match(text, passage.start, passage.end)
    told_after = before is not None and (at < 0 or before.end() <= at)
    if before is not None and told_after and _BESIDE.match(text, before.end()) is None:
        return _clean(before["who"])
    for pattern in (_AFTER, _INVERTED):
        found = pattern.search(text, max(at, passage.start), passage.end)
        if found is not None and not _opens(text, passage, at, found.start()):
            return _clean(found["who"])
    return None


def _opens(text: str, passage: Passage, at: int, comma: int) -> bool:
    """Read "After he met Y on Monday, X said": what a clause in front tells, the source itself tells."""
    opening = _OPENING.match(text, passage.start, passage.end)
    return opening is not None and at < opening.end() == comma


def _clean(who: str) -> str:
    """The name, with the office beside it, without what only leads on to it; a pronoun names nobody."""
    words = " ".join(who.rpartition(" that ")[2].split()).strip(" ,'’")
    *before, last = words.split(", ")
    if before and _OFFICE.match(last) and before[-1][:1].isupper() and before[-1].count(" ") < _NAME_WORDS:
        last = f"{before[-1]}, {last}"
    last = _FRONT.sub("", last.removeprefix("and ").removeprefix("but "), count=1)
    return "" if last.lower() in _PRONOUNS or len(last) > _LONGEST_NAME else last
