"""The parts of a clause: its subject, its objects, the words that govern its verb, where it ends."""

from __future__ import annotations

import re

from loaders.text.actor import Actor
from loaders.text.clause_words import AUXILIARIES
from loaders.text.distances import FAR, NEAR, PAIR
from loaders.text.frame import Frame
from loaders.text.groups import Group, Where
from loaders.text.placing import Placing
from loaders.text.status import status_of
from loaders.text.triggers import Trigger
from loaders.text.whereabouts import one_by_one
from loaders.text.words import word_class

_STOP_WORDS = word_class("clause end")
_LIGHT = word_class("light verb")
_ANAPHORS = word_class("party")
_BIDDING = word_class("bidding")
_PRESENT = word_class("present tense")
_CONJUNCTIONS = frozenset({"as", "since", "before", "after", "until", "than"})
"""Prepositions too; right before a subject and its verb they begin a clause."""
_PROGRESSIVE = re.compile(r"(?:is|are)(?: also| both| now)? \w+ing")
_WITH_OTHERS = frozenset({"meet", "receive", "receive-by", "call", "see"})
_TEMPORAL = frozenset({"when", "before", "until", "once"})
"""In a clause of time the present means what is to come."""
_WITH_PARTICIPLE = frozenset({"before", "after", "while", "when"})
_IN_PERSON = re.compile(
    r"\b(?:on the (?:sidelines?|margins?|fringes)|in person|face to face|over (?:lunch|dinner|breakfast))\b"
)
_ALONG = re.compile(r"\b(?:joined by|accompanied by|led by|headed by|together with|along with)\b")


class Clause(Placing):
    """The parts of the clause around a word. Readers of the classes of triggers are built on it."""

    def _left(self, at: int) -> list[Actor]:
        """The subject of the predicate at this item."""
        begin = self._verb_group(at)
        lx = self.lx
        if begin > 0 and lx.lows[at].endswith("ing") and lx.lows[begin - 1] in _WITH_PARTICIPLE:
            return self._subject or self._clause_subject(at)
        if (
            begin > 0
            and lx.lows[begin - 1] in ("and", "but", "then", ",")
            and self._subject
            and not self._ends_at(begin)
        ):
            return self._subject
        if (meant := self._for_whom(begin)) is not None and begin < at:
            self._subject, self._subject_at = meant.actors, meant.first
            return meant.actors
        relative = begin > 0 and lx.lows[begin - 1] in ("who", "which")
        if relative:
            begin -= 1
        groups = [
            g
            for g in self.groups
            if g.last <= begin
            and (g.governor == "" or relative or (g.governor in _CONJUNCTIONS and begin - g.last <= 1))
            and not (g.possessive and g.actors[0].kind != "person")
            and not self._is_place(g)
        ]
        groups = [g for g in groups if ";" not in lx.codes[g.last : begin]]
        chosen = next((g for g in reversed(groups) if self._may_act(g, begin)), None)
        if chosen is None:
            governed = [
                g
                for g in self.groups
                if g.last <= begin and begin - g.last <= 1 and g.governor in ("of", "from") and not self._is_place(g)
            ]
            chosen = governed[-1] if governed else None
        if chosen is None or self._is_of_others(chosen, begin, at):
            return []
        if begin < at and lx.lows[begin] == "to" and self._is_object(chosen):
            return self._subject
        self._subject = chosen.actors + self._companions(chosen, begin)
        self._subject_at = chosen.first
        return self._subject

    def _is_of_others(self, group: Group, begin: int, at: int) -> bool:
        """Tell that the verb has another subject: "X said Russian troops arrived", "X spoke of people arriving"."""
        lx = self.lx
        last = max(group.last, lx.codes.rfind(",", group.last, begin) + 1)
        inside = self._inside_actors()
        if any(lx.codes[i] == "D" and i not in inside for i in range(last, begin)):
            return True
        return lx.lows[at].endswith("ing") and lx.codes[at - 1] == "x" and not self._has_be(begin, at)

    def _is_object(self, group: Group) -> bool:
        """Read "X will visit India to meet Y": India is no subject; but it is in "X asked India to meet Y"."""
        if not self._subject or group.first <= self._subject_at or group.actors[0].kind != "side":
            return False
        return not _BIDDING & set(self.lx.lows[max(0, group.first - PAIR) : group.first])

    def _companions(self, subject: Group, end: int) -> list[Actor]:
        """Read "X, joined by Y and Z, travelled": those between a subject and its verb who come along."""
        lx = self.lx
        between = [g for g in self.groups if subject.last <= g.first < end and g.governor in ("by", "with")]
        return [a for g in between for a in g.actors if _ALONG.search(lx.lower(max(0, g.first - 4), g.first))]

    def _may_act(self, group: Group, begin: int) -> bool:
        between = self.lx.lower(group.last, begin)
        return not re.search(r"\bthat\b(?!.*\b(?:he|she|they)\b)", between) or begin - group.last > 0

    def _is_place(self, group: Group) -> bool:
        return all(a.determiner == "place" for a in group.actors) and group.governor in (
            "in",
            "at",
            "to",
            "from",
            "near",
            "outside",
            "for",
        )

    def _right(self, at: int, governors: set[str], noun: bool = False) -> list[Actor]:
        """The actors after an item, up to the end of the clause, that one of these words governs."""
        stop = self._stop(at, noun)
        found: list[Actor] = []
        for group in self.groups:
            if not at < group.first < stop:
                continue
            if group.governor not in governors or self._is_place(group):
                if found and not noun:
                    continue
                continue
            if group.governor == "" and not self._is_near(at, group):
                continue
            if group.possessive and group.actors[-1].kind in ("side", "group"):
                continue
            if group.governor == "of" and noun and group.actors[0].kind == "side" and found:
                continue
            if group.governor in ("of", "by", "among") and noun and "&" in self.lx.codes[at + 1 : group.first]:
                continue  # "the meeting and the conference of the ministers"
            if noun and group.governor == "to" and found:
                continue
            if found and group.governor == "" and not noun:
                continue
            if group.governor == "by" and not (self._done_by(group) if noun else self._is_passive(at)):
                continue
            found.extend(group.actors)
            if noun and group.governor in ("with", "between") and not self._goes_on(group):
                break
        return found

    def _goes_on(self, group: Group) -> bool:
        """Read "talks with X and with Y"."""
        return re.match(r"(?:in \S+ )?,? ?and (?:\w+ )?with\b", self.lx.lower(group.last, group.last + 6)) is not None

    def _is_near(self, at: int, group: Group) -> bool:
        """Whether nothing but adverbs, or the place ("received at the Kremlin President X"), stands between."""
        between = self.lx.codes[at + 1 : group.first]
        return group.first - at <= NEAR and (
            between.strip("thHnxma,") == "" or re.fullmatch(r"[xm]?pt?[KM]t?,?", between) is not None
        )

    def _done_by(self, group: Group) -> bool:
        """Tell "talks by X", "talks held by X" from "talks mediated by X": who took part from who helped."""
        item = group.first - 1
        while item > 0 and self.lx.codes[item] != "y":
            item -= 1
        return not self.lx.lows[item - 1].endswith("ed")

    def _possessor(self, at: int) -> list[Actor]:
        """Read "President X's first meeting": whose it is; also "his meeting"."""
        lx, i = self.lx, at - 1
        while i >= 0 and lx.codes[i] in "xaBn-D" and at - i < FAR and lx.lows[i] not in _STOP_WORDS:
            i -= 1
        if i >= 0 and lx.codes[i] == "'":
            return next((g.actors for g in self.groups if g.last == i), [])
        if i >= 0 and lx.codes[i] == "h":
            later = next((g.actors for g in self.groups if g.first > at and g.governor == "" and not g.possessive), [])
            return later if i < NEAR and later else self._subject or self._clause_subject(at)
        return []

    def _clause_subject(self, at: int) -> list[Actor]:
        """The subject of the clause around a phrase."""
        begin = self._clause_begin(at)
        before = [g for g in self.groups if begin <= g.first and g.last <= at and g.governor == "" and not g.possessive]
        if before:
            return before[0].actors
        after = [
            g
            for g in self.groups
            if g.first > at and g.governor == "" and not g.possessive and self.lx.codes[g.first - 1 : g.first] == ","
        ]
        return after[0].actors if after else []

    def _adjective_sides(self, at: int) -> list[Actor]:
        """Read "Russian-Armenian talks", "the US-China summit", "NATO summit"."""
        lx, i = self.lx, at - 1
        found: list[Actor] = []
        while i >= 0 and (lx.codes[i] in "xaBnDCO-FK&m)") and at - i < FAR:
            if lx.codes[i] == ")":
                i = lx.codes.rfind("(", 0, i) - 1  # "the Asia-Pacific Economic Cooperation (APEC) summit"
                continue
            term = lx.terms[i]
            if lx.codes[i] in "DCO" and term is not None and term.side:
                found.insert(0, Actor(i, i + 1, kind="side", sides=(term.side,)))
            elif lx.codes[i] == "x" and (found or lx.lows[i] in _LIGHT or lx.lows[i] in AUXILIARIES):
                break
            i -= 1
        return found

    def _is_plural(self, actors: list[Actor]) -> bool:
        return len(actors) > 1 or any(
            a.plural or a.determiner in ("they", "both") or self._anaphoric(a) for a in actors
        )

    def _anaphoric(self, actor: Actor) -> bool:
        """Read "the two leaders", "the sides", "they": parties told of before."""
        if actor.sides or actor.name:
            return False
        if actor.kind == "pronoun":
            return actor.determiner == "they"
        bare = actor.kind == "role" and not actor.determiner
        of_land = actor.first == 0 or self.lx.codes[actor.first - 1] in "NBDCO" or self.lx.codes[actor.first] == "N"
        if bare and of_land and "-minister" in actor.office:
            return False  # "Gulf foreign ministers"
        word = self.lx.lows[actor.last - 1].split()[-1]
        return word in _ANAPHORS

    def _ahead(self, before: str) -> str:
        """Read an infinitive of a headline, "Minister to visit Oslo", as what is planned."""
        return "planned" if self.passage.role == "headline" and before.startswith("to ") else ""

    def _make(
        self,
        at: int,
        trigger: Trigger,
        actors: list[Actor],
        before: str,
        *,
        places: list[Where] | None = None,
        hosts: list[Actor] | None = None,
    ) -> Frame:
        stop = self._stop(at)
        begin = self._clause_begin(at)
        status = (status_of("before", before) or self._ahead(before)) if before else "held"
        if places is None:
            places = self._places_of(at, trigger, begin)
        seen: list[Actor] = []
        for actor in actors:
            if actor not in seen:
                seen.append(actor)
        kind = (
            "meeting"
            if trigger.kind == "call" and _IN_PERSON.search(self.lx.lower(begin, len(self.lx)))
            else trigger.kind
        )
        frame = Frame(
            kind,
            status or "held",
            seen,
            self.lx,
            self.passage,
            at,
            f"{trigger.lemma}-{trigger.role}",
            places,
            hosts or [],
            span=(begin, stop),
        )
        frame.anaphor = any(self._anaphoric(a) for a in seen) and not any(a.sides or a.person for a in seen)
        frame.awaited = "look" in before
        frame.also = trigger.role in _WITH_OTHERS and before.startswith(("also ", "then ", "later "))
        frame.present = self.lx.lows[at] in _PRESENT and before.split()[:1] == [self.lx.lows[at]]
        frame.present = frame.present or _PROGRESSIVE.fullmatch(before) is not None
        if frame.present and self._subject_at and self.lx.lows[self._subject_at - 1] in _TEMPORAL:
            frame.status = "planned"  # "when he visits Israel"
        frame.separate = (
            (sum(a.first > at for a in seen) > 1 and one_by_one(self.lx))
            or "separate" in self.lx.lower(max(0, at - 3), at + 8)
            or re.search(r"\b(?:at|in|during) separate\b", self.lx.lower(at, stop)) is not None
            or (self.lx.lows[at] in ("meetings",) and "bilateral" in self.lx.lower(max(0, at - 3), at))
        )
        return frame
