"""Where a clause begins and ends, and what stands before its verb."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from operator import attrgetter
from typing import Any, TypeAlias

from loaders.text.clause.adverbials import is_in_meeting
from loaders.text.clause.frame import Frame
from loaders.text.clause.governing import doubt_before, is_bound_for, may_govern, sent_to, whose_plan
from loaders.text.clause.group import Group
from loaders.text.clause.groups import PARTS_OF_LANDS, STATES
from loaders.text.clause.including import begins_agenda
from loaders.text.clause.joint import joining_verb
from loaders.text.clause.next_subject import next_subject
from loaders.text.clause.once import once
from loaders.text.clause.openings import auxiliary_before, end_of_opening, is_in_aside, past_day, past_then
from loaders.text.clause.places import Where, read_places
from loaders.text.clause.refused import Refused
from loaders.text.clause.status import status_of
from loaders.text.layout.structure import Passage
from loaders.text.lexis.clause_words import AUXILIARIES, SEEN
from loaders.text.lexis.distances import FAR, NEAR, PAIR, VERY_FAR
from loaders.text.lexis.lexed import Lexed
from loaders.text.lexis.triggers import Trigger, verbs
from loaders.text.lexis.words import word_class
from loaders.text.who.actor import Actor
from loaders.text.who.actors import read_actors

_STOP_WORDS = word_class("clause end")
_LIGHT = word_class("light verb")
_DENYING = re.compile(r"\b(?<!not )(?<!n't )(?:denied|denies|deny|dismissed|rejected|no truth)\b")
_HOPED = frozenset({"hoped", "hopes", "hope", "hoping"})
_DENIED = frozenset({"denied", "denies", "denying", "deny"})
_HOPING = re.compile(r"\b(?:hop(?:e|es|ed|ing)|wish(?:es|ed)?|(?:is|was|high|about) time) that$")
_AS_EARLY = re.compile(r"as (?:(?:early|soon|late|well) as|(?:of|from) (?!yet))")
_NO_VERBS = word_class("taking place") | PARTS_OF_LANDS
"""After "scheduled to" they belong to the clause of what is scheduled."""
_AGREED = frozenset({"agreed", "agree", "decided", "pledged", "promised", "undertook"})
_IF = frozenset({"if", "whether", "unless"})
_JOINING = frozenset({"and", "but"})
_OF_NOUN = word_class("said of a contact")
"""Verbs whose subject the noun is: what stands after them is no part of its phrase."""
_BASES = word_class("base form")
_SEEING = frozenset({"see", "saw", "watch", "witness", "let", "make", "have"})
_ALLOWING = frozenset({"allow", "allowing", "permit", "permitting"})
"""Read "a visit that will see A and B sign", "refused to allow X to go": an infinitive shares what governs it."""
_ACTS = frozenset({"expulsion", "other", "sanction", "summons"})
_PASSIVE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
_BIDDING = word_class("bidding")
_BIDDING_OF = {
    "on": frozenset({"call", "calls", "called", "calling", "prevailed"}),
    "to": frozenset({"appeal", "appeals", "appealed", "appealing"}),
}
"""Words by which one bids somebody, by the preposition before him: "called on Iran to meet"."""
_WANTED = frozenset(
    {"meet", "visit", "hold", "resume", "attend", "travel", "come", "negotiate", "sign", "host", "convene"}
)
"""What one calls on a person to do; one calls on him to greet him, to hand over a letter, to discuss something."""
_HAS_MET = frozenset({"met", "meet", "meets", "held", "holds", "visited", "visits", "arrived", "arrives"})

Reading: TypeAlias = Callable[[int, tuple[Trigger, ...]], Frame | None]
"""What makes of the word at an item, by the ways in which it may be read, a frame."""


class Bounds:
    """A sentence with its actors, and the borders of the clauses in it."""

    def __init__(self, lx: Lexed, passage: Passage) -> None:
        self.lx = lx
        self.passage = passage
        self.actors = read_actors(lx)
        self._inside: set[int] | None = None
        self._stops: dict[tuple[int, bool], int] = {}
        self.found: dict[tuple[str, int], Any] = {}
        self.groups: list[Group] = []
        self._places: list[Where] | None = None
        self._subject: list[Actor] = []
        self._subject_at = 0
        self._shared_at = 0
        self._copulas: dict[int, int] = {}
        """For verbs of which somebody is "the first to", the item of "is"."""
        self.refused: list[Refused] = []

    @property
    def places(self) -> list[Where]:
        """The places of the sentence, which few words that tell of an event ask for."""
        if self._places is None:
            self._places = read_places(self.lx, self.actors)
        return self._places

    def _inside_actors(self) -> set[int]:
        if self._inside is None:
            self._inside = set().union(*[range(actor.first, actor.last) for actor in self.actors])
        return self._inside

    def _stop(self, at: int, noun: bool = False) -> int:
        """Where the clause around an item ends; asked for several times of a word, and found once."""
        known = self._stops.get((at, noun))
        if known is None:
            known = self._stops[at, noun] = self._find_stop(at, noun)
        return known

    def opening_end(self) -> int:
        """Where the phrase ends that a sentence opens with, "Upon the end of the summit, X met Y", or 0."""
        return end_of_opening(self.lx, self.groups, self._is_verb)

    def _find_stop(self, at: int, noun: bool) -> int:
        codes, lows = self.lx.codes, self.lx.lows
        opening, aside = self.opening_end(), is_in_aside(self.lx, self._verb_group(at))
        for i in range(at + 1, opening if at < opening else len(codes)):
            code, word = codes[i], lows[i]
            if code in ";." and not (code == ";" and (self._lists_states(i) or self._is_in_list(i))):
                return i
            if word in _STOP_WORDS and code not in "KCDN" and not (self._is_as(i) or is_in_meeting(self.lx, i, noun)):
                return i
            if word == "to" and codes[i + 1 : i + 2] == "x" and lows[i + 1] not in {*_NO_VERBS, lows[i - 1]}:
                return i  # but not at "face to face", "to southern Peru"
            if (code == "," or word in _JOINING or word == "once") and self._goes_on_with_verb(i, aside):
                return i
            if noun and code == "x" and word in _OF_NOUN and not self._goes_on_behind(i - 1):
                return i
        return opening if at < opening else len(codes)

    def _lists_states(self, at: int) -> bool:
        """Read "agreements with three countries: Togo, Mali and Peru": whom follows the colon."""
        counted = self.lx.lows[at - 1] in STATES and self.lx.codes[at - PAIR] in "na"
        return counted and self.lx.codes[at + 1 : at + 2] == "C"

    def _is_in_list(self, at: int) -> bool:
        """Read "met with X of Peru; Y of Chile; and Z of Oman": those on both sides are one list."""
        before = bisect_left(self.groups, at, key=attrgetter("first"))
        return before > 0 and self.groups[before - 1].last > at

    def _goes_on_with_verb(self, at: int, aside: bool = False) -> bool:
        """Read "met X and left", "will meet X, hold talks with Y": the next predicate.

        Behind an ``aside`` that of the main clause: "X, who met Y on Sunday, held talks with Z".
        """
        lx = self.lx
        if lx.lows[at] == "once":  # "is ready to meet X once progress is made"
            return lx.codes[at] == "x" and lx.lows[at + 1 : at + 2] not in (["again"], ["more"])
        if (then := past_then(lx, at + 1)) > at + 1:
            return lx.codes[then : then + 1] == "x" and self._is_verb(then)  # "met X, then flew to Oslo"
        if lx.codes[at + 1 : at + 2] != "x":
            after = past_day(lx, at + 1)  # "met X and on Tuesday held talks with Y"
            then = after > at + 1 and lx.codes[after : after + 1] == "x" and self._is_verb(after)
            return (lx.lows[at] in _JOINING and then) or begins_agenda(lx, at)
        if lx.codes[at] == ",":
            follows = lx.lows[at + 1 : at + 3] in (["followed", "by"], ["preceded", "by"])
            main = lx.lows[at + 1] in _BASES or lx.lows[at + 1] == "having" or (aside and self._is_verb(at + 1))
            return main or (follows and not self._goes_on_behind(at))
        return lx.lows[at] in _JOINING and self._is_verb(at + 1)

    def _goes_on_behind(self, at: int) -> bool:
        """Read "a meeting, followed by a dinner, with X": two commas set off what stands between noun and partner."""
        closing = self.lx.codes.find(",", at + 1, at + FAR) if self.lx.codes[at] == "," else -1
        return closing > 0 and self.lx.codes[closing + 1 : closing + 2] in ("w", "b")

    def _is_as(self, at: int) -> bool:
        """Read "as early as", "as of Monday", "seen as a breakthrough", "the following day": no other clause begins."""
        if self.lx.lows[at] == "following":
            return self.lx.lows[at - 1] == "the"
        told = self.lx.lows[at - 1] in SEEN or _AS_EARLY.match(self.lx.lower(at, at + 3)) is not None
        return (told or self.lx.lower(at - 2, at) == "as well") and self.lx.lows[at] == "as"

    def _is_verb(self, at: int) -> bool:
        word = self.lx.lows[at]
        return word in AUXILIARIES or word in _LIGHT or word.endswith("ed") or word in verbs()

    def _is_passive(self, at: int) -> bool:
        for i in range(at - 1, max(-1, at - FAR), -1):
            if self.lx.lows[i] in _PASSIVE:
                return self.lx.lows[at].endswith(("ed", "en", "wn", "met", "held", "sent", "told", "struck"))
            dated = self.lx.codes[i] == "m" or self.lx.codes[i : i + 2] == "pm"  # "was on Monday evening received by"
            if not dated and (self.lx.codes[i] != "x" or at - i > PAIR):
                break
        return self.lx.lows[at + 1 : at + 2] == ["by"] and self.lx.lows[at].endswith("ed")

    def _has_be(self, begin: int, at: int) -> bool:
        return bool(_PASSIVE & set(self.lx.lows[begin:at]))

    @once
    def _verb_group(self, at: int) -> int:
        """Where the auxiliaries and what governs the infinitive begin: "had been due to" before "meet"."""
        lx, begin = self.lx, at
        ends = {g.last for g in self.groups} | {g.last - 1 for g in self.groups if lx.codes[g.last - 1] == ","}
        while begin > 0 and begin not in ends and may_govern(self.lx, begin - 1) and at - begin < VERY_FAR:
            word = lx.lows[begin - 1]
            if word == "," and (auxiliary := auxiliary_before(lx, begin - 1)):
                begin = auxiliary  # "will, in due course, meet"
                continue
            if word == "during" and lx.lows[begin - 2] in _AGREED:
                begin -= 1  # "agreed during the call to meet"
                continue
            if word in _STOP_WORDS or (lx.codes[begin - 1] in ",;" and word not in AUXILIARIES):
                break
            if lx.lows[begin - 1] == "and":
                break
            begin -= 1
        return begin

    def _before(self, at: int) -> str:
        at = joining_verb(self.lx, self.groups, at)  # "will join Chile in expelling": as it is said of that
        begin = self._verb_group(at)
        words = self.lx.lower(begin, at + 1)
        if (copula := self._copulas.get(at)) is not None:
            told = self.lx.lower(self._verb_group(copula), copula + 1)
            words = told if status_of("before", told) else words
        if (meant := self._for_whom(begin)) is not None:
            words = f"{self.lx.lower(meant.first - NEAR - PAIR, meant.first)} {words}"
        if begin and self.lx.lows[begin - 1] in _IF:
            words = f"if {words}"
        purpose = _HAS_MET & set(self.lx.lows[:begin])  # "X and Y met in Riga to discuss"
        agenda = words.startswith("to ") and self._is_agenda(begin)
        if not purpose and (agenda or (self._is_of_headline(at) and not status_of("before", words))):
            words = f"is to {self.lx.lows[at]}"  # the headline "X to visit Y", a line of an agenda
        clause = self._clause_begin(at)
        if clause > 1 and self.lx.lows[clause - 1] == "that" and _DENYING.search(self.lx.lower(0, clause)):
            words = f"denied {words}"
        if clause > 1 and words[:4] != "had " and _HOPING.search(self.lx.lower(max(0, clause - NEAR), clause)):
            words = f"hopes {words}"
        bidding = self.lx.lows[self._subject_at - 1] if self._subject_at else ""
        if doubt := doubt_before(self.lx, begin, bidding):
            words = f"{doubt} {words}"  # "unclear whether X will meet Y", "If it fails, X will meet Y"
        if bidding in _DENIED or bidding in _HOPED:
            words = f"{bidding} {words}"  # "denied it had met", "hoped they would meet"
        if words.startswith("to ") and "contacted" in self.lx.lows[max(0, begin - NEAR) : begin]:
            words = f"hopes {words}"  # to talk with him
        if words.startswith("to ") and (bid := bidding if bidding in _BIDDING else sent_to(self.lx, self._subject_at)):
            words = f"{bid} {words}"
        bare = bidding in _SEEING and words == self.lx.lows[at] and at - self._subject_at <= VERY_FAR
        if bare or (bidding in _ALLOWING and words.startswith("to ")):
            words = f"{self.lx.lower(self._subject_at - NEAR, self._subject_at)} {words}"
        return words

    def _is_agenda(self, begin: int) -> bool:
        """Whether an infinitive is said of whom a headline tells, or of whom a sentence begins with."""
        if self.passage.role == "headline":
            return self._ends_at(begin)
        bare = "first" not in self.lx.lows[:begin] and not self.lx.lows[begin + 1].endswith("ed")
        return bare and any(g.last == begin and g.first <= 1 for g in self.groups)

    def _is_of_headline(self, at: int) -> bool:
        """Read the headline "Heads of major firms to accompany X to Peru": no verb stands before the infinitive."""
        to = at - 1
        if self.passage.role != "headline" or to < 1 or self.lx.lows[to] != "to" or self.lx.codes[to - 1] != "x":
            return False
        inflected = self.lx.lows[at].endswith(("ing", "s"))
        return not inflected and not any(self._is_verb(i) for i in range(to) if self.lx.codes[i] == "x")

    def _for_whom(self, begin: int) -> Group | None:
        """Read "plans for Minister X to visit", "called on X to meet": the group whose infinitive begins here."""
        if self.lx.lows[begin : begin + 1] != ["to"]:
            return whose_plan(self.lx, self.groups, begin)
        return next((g for g in self.groups if g.last == begin and self._is_bidden(g)), None)

    def _is_bidden(self, group: Group) -> bool:
        """Say whether the infinitive after a group is what somebody wants of it; one calls on a person to greet him."""
        bid = _BIDDING_OF.get(group.governor)
        to_go = self.lx.lows[group.last : group.last + 1] == ["to"] and self.lx.lows[group.last + 1] in _WANTED
        if bid is None or not (to_go or all(actor.kind == "side" for actor in group.actors)):
            return group.governor == "for" and not is_bound_for(self.lx, group.first)
        return not bid.isdisjoint(self.lx.lows[: group.first][-NEAR:])

    @once
    def _governing(self, at: int) -> str:
        """The words before a noun, back to the last break of the sentence."""
        begin = at - 1
        while begin > 0 and self.lx.codes[begin] not in ";." and at - begin < FAR:
            begin -= 1
        return self.lx.lower(begin, at)

    def _ends_at(self, item: int) -> bool:
        return any(g.last == item for g in self.groups)

    def read_before_next(self, at: int, options: tuple[Trigger, ...], read: Reading) -> Frame | None:
        """Read an act without the phrases of another clause: "expelled two envoys, and Norway warned its citizens"."""
        end = next_subject(self.lx, self.groups, at, self._is_verb) if any(one.kind in _ACTS for one in options) else 0
        if end == 0:
            return read(at, options)
        groups, actors = self.groups, self.actors
        self.groups, self.actors = [g for g in groups if g.first < end], [a for a in actors if a.first < end]
        try:
            return read(at, options)
        finally:
            self.groups, self.actors = groups, actors

    @once
    def _clause_begin(self, at: int) -> int:
        for i in range(at - 1, -1, -1):
            if self.lx.codes[i] in ";." or (
                self.lx.lows[i] in ("but", "while", "that", "who", "which", "where", "because", "although")
                and i < at - 1
            ):
                return i + 1
        return 0
