"""The parts of a clause: its subject, its objects, the words that govern its verb, where it ends."""

from __future__ import annotations

import re

from loaders.text.actor import Actor
from loaders.text.actors import read_actors
from loaders.text.clause_words import AUXILIARIES
from loaders.text.distances import FAR, NEAR, VERY_FAR
from loaders.text.frame import Frame
from loaders.text.groups import Group, Where
from loaders.text.lexer import Lexed
from loaders.text.status import status_of
from loaders.text.structure import Passage
from loaders.text.triggers import Trigger, triggers
from loaders.text.words import word_class

_STOP_WORDS = word_class("clause end")
_LIGHT = word_class("light verb")
_DENYING = re.compile(r"\b(?<!not )(?<!n't )(?:denied|denies|deny|dismissed|rejected|no truth)\b")
_PARTITIVES = word_class("partitive")
_ABOUT = re.compile(
    r"\b(?:on|about|regarding|concerning|over|discuss\w*|situation|conflict|war|crisis|peace|developments|settlement|hostilities|fighting|issue|issues|cooperation|against)\b"
)
_ANAPHORS = word_class("party")
_PASSIVE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
_BIDDING = word_class("bidding")


_ALONG = re.compile(r"\b(?:joined by|accompanied by|together with|along with)\b")


class Clause:
    """The parts of the clause around a word. Readers of the classes of triggers are built on it."""

    def __init__(self, lx: Lexed, passage: Passage) -> None:
        self.lx = lx
        self.passage = passage
        self.actors = read_actors(lx)
        self.groups: list[Group] = []
        self.places: list[Where] = []
        self._subject: list[Actor] = []
        self._subject_at = 0

    def _inside_actors(self) -> set[int]:
        return {i for actor in self.actors for i in range(actor.first, actor.last)}

    def _governing(self, at: int) -> str:
        """The words before a noun, back to the last break of the sentence."""
        begin = at - 1
        while begin > 0 and self.lx.codes[begin] not in ";." and at - begin < FAR:
            begin -= 1
        return self.lx.lower(begin, at)

    def _left(self, at: int) -> list[Actor]:
        """The subject of the predicate at this item."""
        begin = self._verb_group(at)
        lx = self.lx
        if (
            begin > 0
            and lx.lows[begin - 1] in ("and", "but", "then", ",")
            and self._subject
            and not self._ends_at(begin)
        ):
            return self._subject
        relative = begin > 0 and lx.lows[begin - 1] in ("who", "which")
        if relative:
            begin -= 1
        groups = [
            g
            for g in self.groups
            if g.last <= begin
            and (g.governor == "" or relative)
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
        if chosen is None:
            return []
        self._subject = chosen.actors + self._companions(chosen, begin)
        self._subject_at = chosen.first
        return self._subject

    def _companions(self, subject: Group, end: int) -> list[Actor]:
        """Read "X, joined by Y and Z, travelled": those between a subject and its verb who come along."""
        lx = self.lx
        between = [g for g in self.groups if subject.last <= g.first < end and g.governor in ("by", "with")]
        return [a for g in between for a in g.actors if _ALONG.search(lx.lower(max(0, g.first - 4), g.first))]

    def _may_act(self, group: Group, begin: int) -> bool:
        between = self.lx.lower(group.last, begin)
        return not re.search(r"\bthat\b(?!.*\b(?:he|she|they)\b)", between) or begin - group.last > 0

    def _ends_at(self, item: int) -> bool:
        return any(g.last == item for g in self.groups)

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

    def _verb_group(self, at: int) -> int:
        """Where the auxiliaries and what governs the infinitive begin: "had been due to" before "meet"."""
        lx, begin = self.lx, at
        ends = {g.last for g in self.groups} | {g.last - 1 for g in self.groups if lx.codes[g.last - 1] == ","}
        while begin > 0 and begin not in ends and lx.codes[begin - 1] in "xpta'yn,mawofhB" and at - begin < VERY_FAR:
            word = lx.lows[begin - 1]
            if word in _STOP_WORDS or (lx.codes[begin - 1] in ",;" and word not in AUXILIARIES):
                break
            if lx.lows[begin - 1] == "and":
                break
            begin -= 1
        return begin

    def _before(self, at: int) -> str:
        begin = self._verb_group(at)
        words = self.lx.lower(begin, at + 1)
        if begin and self.lx.lows[begin - 1] in ("if", "whether", "unless"):
            words = "if " + words
        clause = self._clause_begin(at)
        if clause > 1 and self.lx.lows[clause - 1] == "that" and _DENYING.search(self.lx.lower(0, clause)):
            words = f"denied {words}"
        if words.startswith("to ") and self._subject_at and self.lx.lows[self._subject_at - 1] in _BIDDING:
            words = f"{self.lx.lows[self._subject_at - 1]} {words}"
        return words

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
            if group.governor == "" and (
                group.first - at > NEAR or self.lx.codes[at + 1 : group.first].strip("thnxma,") != ""
            ):
                continue
            if group.possessive and group.actors[-1].kind in ("side", "group"):
                continue
            if group.governor == "of" and noun and group.actors[0].kind == "side" and found:
                continue
            if noun and group.governor == "to" and found:
                continue
            if found and group.governor == "" and not noun:
                continue
            if group.governor == "by" and not noun and not self._is_passive(at):
                continue
            found.extend(group.actors)
            if noun and group.governor in ("with", "between"):
                break
        return found

    def _stop(self, at: int, noun: bool = False) -> int:
        lx = self.lx
        for i in range(at + 1, len(lx)):
            if lx.codes[i] in ";.":
                return i
            word = lx.lows[i]
            if word in _STOP_WORDS and lx.codes[i] not in "KCDN":
                return i
            if word == "to" and lx.codes[i + 1 : i + 2] == "x" and lx.lows[i + 1] not in ("the",):
                return i
            if word in ("and", "but") and i + 1 < len(lx) and lx.codes[i + 1] == "x" and self._is_verb(i + 1):
                return i
            if (
                noun
                and lx.codes[i] == "x"
                and word
                in (
                    "was",
                    "were",
                    "is",
                    "are",
                    "will",
                    "has",
                    "have",
                    "had",
                    "took",
                    "would",
                    "produced",
                    "ended",
                    "began",
                    "continued",
                )
            ):
                return i
        return len(lx)

    def _is_verb(self, at: int) -> bool:
        word = self.lx.lows[at]
        return (
            word in AUXILIARIES
            or word in _LIGHT
            or word.endswith("ed")
            or any(t.part == "verb" for t in triggers().get(word, ()))
        )

    def _is_passive(self, at: int) -> bool:
        for i in range(at - 1, max(-1, at - 4), -1):
            if self.lx.lows[i] in _PASSIVE:
                return self.lx.lows[at].endswith(("ed", "en", "met", "held")) or self.lx.lows[at] == "met"
            if self.lx.codes[i] != "x":
                break
        return self.lx.lows[at + 1 : at + 2] == ["by"] and self.lx.lows[at].endswith("ed")

    def _possessor(self, at: int) -> list[Actor]:
        """Read "President X's first meeting": whose it is; also "his meeting"."""
        lx, i = self.lx, at - 1
        while i >= 0 and lx.codes[i] in "xaBn-D" and at - i < FAR and lx.lows[i] not in _STOP_WORDS:
            i -= 1
        if i >= 0 and lx.codes[i] == "'":
            return next((g.actors for g in self.groups if g.last == i), [])
        if i >= 0 and lx.codes[i] == "h":
            later = next((g.actors for g in self.groups if g.first > at and g.governor == "" and not g.possessive), [])
            return later if i < NEAR and later else self._subject
        return []

    def _adjective_sides(self, at: int) -> list[Actor]:
        """Read "Russian-Armenian talks", "the US-China summit", "NATO summit"."""
        lx, i = self.lx, at - 1
        found: list[Actor] = []
        while i >= 0 and (lx.codes[i] in "xaBnDCO-FK&m") and at - i < FAR:
            term = lx.terms[i]
            if lx.codes[i] in "DCO" and term is not None and term.side:
                found.insert(0, Actor(i, i + 1, kind="side", sides=(term.side,)))
            elif lx.codes[i] == "x" and (found or lx.lows[i] in _LIGHT or lx.lows[i] in AUXILIARIES):
                break
            i -= 1
        return found

    def _light(self, at: int) -> int:
        """The item of the verb whose object the noun at this item is, or -1."""
        lx = self.lx
        for i in range(at - 1, max(-1, at - 9), -1):
            if lx.codes[i] == "'" and (lx.codes[i - 1] == "m" or lx.lows[i - 1] in ("week", "month", "year", "day")):
                continue
            if lx.codes[i] in ";.,'" or lx.lows[i] in _STOP_WORDS:
                return -1
            if lx.lows[i] in _LIGHT and lx.codes[i] == "x":
                return i
            if lx.codes[i] == "o" and lx.lows[i - 1] in _PARTITIVES:
                continue
            if lx.codes[i] in "oyw" or (
                lx.codes[i] == "p" and lx.lows[i] not in ("in", "on", "into", "off", "out", "for", "to")
            ):
                return -1
        return -1

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
        word = self.lx.lows[actor.last - 1].split()[-1]
        return word in _ANAPHORS

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
        status = status_of("before", before) if before else "held"
        if places is None:
            places = [w for w in self.places if begin <= w.item and w.governor in ("in", "at", "near", "outside")]
            skip = 1 + (trigger.role == "receive-by")
            places = [w for w in places if w.item > at and not _ABOUT.search(self.lx.lower(at + skip, w.item))] or [
                w for w in places if w.item < at
            ]
            if trigger.role == "discuss":
                places = [w for w in places if w.item < at]
            inside = self._inside_actors()
            places = [
                w
                for w in places
                if w.item not in inside
                or any(
                    (a.first <= w.item < a.last and a.determiner == "place") or a.kind == "side" for a in self.actors
                )
            ]
        seen: list[Actor] = []
        for actor in actors:
            if actor not in seen:
                seen.append(actor)
        frame = Frame(
            trigger.kind,
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
        frame.separate = "separate" in self.lx.lower(max(0, at - 3), at + 8) or (
            self.lx.lows[at] in ("meetings",) and "bilateral" in self.lx.lower(max(0, at - 3), at)
        )
        return frame

    def _clause_begin(self, at: int) -> int:
        for i in range(at - 1, -1, -1):
            if self.lx.codes[i] in ";." or (
                self.lx.lows[i] in ("but", "while", "that", "who", "which", "where", "because", "although")
                and i < at - 1
            ):
                return i + 1
        return 0

    def _object_noun(self, at: int, nouns: frozenset[str]) -> int:
        """The item of a noun of this class near a verb: its object, or its subject where the verb is passive."""
        lx = self.lx
        for i in range(at + 1, min(self._stop(at) + 1, at + 14, len(lx))):
            if lx.lows[i] in nouns:
                return i
        if self._is_passive(at):
            for i in range(at - 1, max(-1, at - 14), -1):
                if lx.lows[i] in nouns:
                    return i
        return -1
