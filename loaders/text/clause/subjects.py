"""The subject of a clause: who acts, whose a thing is, who comes along."""

from __future__ import annotations

import re

from msgspec.structs import replace

from loaders.text.clause.both_verbs import another_since, does_here, who_did_both
from loaders.text.clause.dashes import is_cut_off
from loaders.text.clause.first_person import SAYS, is_glad, who_is_glad
from loaders.text.clause.group import Group
from loaders.text.clause.groups import STATES
from loaders.text.clause.joint import did_both, joined_in
from loaders.text.clause.nouns_before import are_people, is_noun_before_verb
from loaders.text.clause.openings import before_aside, who_follows, who_was_there
from loaders.text.clause.set_off import CONJUNCTIONS, SetOff
from loaders.text.clause.they import whom_they_mean
from loaders.text.lexis.distances import FAR, NEAR, PAIR
from loaders.text.lexis.triggers import is_only_noun
from loaders.text.lexis.words import word_class
from loaders.text.who.actor import Actor

_STOP_WORDS = word_class("clause end")
_BIDDING = word_class("bidding")
_WITH_PARTICIPLE = frozenset({"before", "after", "while", "when"})
_SET = frozenset({"set", "due", "scheduled", "expected", "slated"})
PHASES = word_class("phase")
_LEADING = frozenset({"lead", "leads", "led", "leading", "head", "headed", "heads", "heading"})
_BEFORE_GERUND = word_class("verb with a gerund")
_BEING = frozenset({"being", "having", "going", "coming", "stopping", "paying", "holding", "making"})
_BASES_IN_ING = frozenset({"ring", "bring"})
_SPOUSES = frozenset({"wife", "husband", "spouse", "consort", "son", "daughter"})
_COPULAS = frozenset({"is", "was", "be", "became", "becomes", "become", "been", "becoming"})
_OF_PLACE = frozenset({"in", "at", "to", "from", "near", "outside", "for"})
_BESIDE = frozenset({"together", "along"})
_OPENING = frozenset({"hosted", "joined", "accompanied", "flanked"})
_ALONG = re.compile(r"\b(?:joined by|accompanied by|led by|headed by|together with|along with)\b")


class Subjects(SetOff):
    """Finds who acts."""

    def _left(self, at: int) -> list[Actor]:
        """The subject of the predicate at this item."""
        if is_glad(self.lx, at):
            self._subject, self._subject_at = who_is_glad(self.lx, self.groups, at), at - 1
            return self._subject
        if (joining := joined_in(self.lx, self.groups, at)) is not None:
            verb, other = joining
            subject = self._acting(verb)
            return subject + (other.actors if did_both(self.lx, verb) else [])
        return self._acting(at)

    def _acting(self, at: int) -> list[Actor]:
        begin = self._verb_group(at)
        lx = self.lx
        whose = (
            self._before_relative(begin)
            or self._before_participle(begin)
            or (self._for_whom(begin) if begin < at else None)
        )
        if whose is not None:
            self._subject, self._subject_at = whose.actors, whose.first
            return whose.actors
        if (shared := self._shared(at, begin)) is not None:
            self._shared_at = at
            return shared
        relative = begin > 0 and lx.lows[begin - 1] in ("who", "which")
        chosen = self._nearest(begin - relative, relative)
        if chosen is not None and chosen.actors[0].kind == "pronoun":
            there = who_was_there(self.lx, self.groups, chosen)
            chosen = (
                there or who_follows(self.groups, self.opening_end(), at, chosen) or whom_they_mean(self.groups, chosen)
            )
        if chosen is None or self._is_of_others(chosen, begin - relative, at) or self._is_in_which(chosen, begin):
            return []
        if relative and self._is_of_thing(chosen, begin - 1, at):
            return []
        if self._is_of_subject(chosen, begin, at):
            return self._subject
        if begin < at and lx.lows[begin] == "to":
            chosen = self._who_is(chosen, at) or self._named_beside(chosen) or chosen
        companions = self._companions(chosen, begin)
        invited = companions and companions is self.groups[0].actors and "invitation" in lx.lows[:NEAR]
        self._subject = chosen.actors + ([] if invited else companions)  # the host of a visit meets nobody on it
        self._subject_at = chosen.first
        return chosen.actors + companions

    def _is_of_subject(self, chosen: Group, begin: int, at: int) -> bool:
        """Read "X will visit India to meet Y", "met Z and will travel to Oslo to meet Y": who meets Y is X."""
        if self.lx.lows[at - 1] == "to" and chosen.last < self._shared_at < at:
            return True
        dated = self.lx.codes[begin] in "pmn" and self.lx.lows[at - 1] == "to"  # "visited Oslo on Monday to meet"
        infinitive = begin < at and (self.lx.lows[begin] == "to" or dated)
        return infinitive and (self._is_object(chosen) or self._is_led(chosen))

    def _is_of_thing(self, chosen: Group, relative: int, at: int) -> bool:
        """Read "X spoke of the city of Riga, which hosts": of what stands between X and "which"."""
        if self.lx.lows[relative] != "which" or self._is_passive(at):
            return False
        return self.lx.codes[chosen.last : relative].strip("BNG&,") != ""

    def _shared(self, at: int, begin: int) -> list[Actor] | None:
        """The subject of the predicate before this one, where it is that of both: "met X and left"."""
        lx = self.lx
        if at == 0 and lx.lows[0].endswith("ing"):
            return self._who_then()
        if at == 1 and lx.lows[0] in ("on", "upon") and lx.lows[1].endswith("ing"):
            return self._clause_subject(at)  # "Upon arriving in Oslo, Minister X said"
        if begin > 0 and self._is_participle(begin, at) and lx.lows[begin - 1] in (*_WITH_PARTICIPLE, ","):
            return self._inverted(begin - 1) or self._subject or self._clause_subject(at)
        goes_on = begin > 0 and lx.lows[begin - 1] in ("and", "but", "then", ",", ";")
        goes_on = goes_on and not another_since(lx, self.groups, self._subject_at, begin)
        return self._subject if goes_on and self._subject and not self._ends_at(begin) else None

    def _inverted(self, end: int) -> list[Actor]:
        """Read "Trade must grow, said President X while receiving Y", "..., X said on Monday after meeting Y": X."""
        said = (g for g in self.groups if g.last == end and g.first > 0 and self.lx.lows[g.first - 1] in SAYS)
        before = (g for g in self.groups if g.last < end and self.lx.lows[g.last] in SAYS and not g.possessive)
        spoke = (g for g in before if self.lx.codes[g.last + 1 : end].strip("mpat") == "")
        return next((g.actors for g in (*said, *spoke)), [])

    def _is_participle(self, begin: int, at: int) -> bool:
        """Read "after meeting X", "before being received by X", "after going to see X"."""
        if self.lx.lows[at].endswith("ing"):
            return True
        return self.lx.lows[begin] in _BEING and self.lx.lows[begin - 1] in _WITH_PARTICIPLE

    def _who_then(self) -> list[Actor]:
        """Read "Receiving X in Riga, Minister Y said": the subject of what follows a participle."""
        lx = self.lx
        ahead = (g for g in self.groups if g.governor == "" and 0 < g.first < g.last < len(lx) and not g.possessive)
        fits = (g for g in ahead if lx.codes[g.first - 1] == ",")
        acting = (g for g in fits if lx.lows[g.last] in SAYS or lx.lows[g.last].endswith("ed"))
        return next((g.actors for g in acting), [])

    def _nearest(self, begin: int, relative: bool) -> Group | None:
        """The group that stands before a predicate as its subject."""
        if (listed := self._between_dashes(begin)) is not None:
            return listed
        acting = (
            g
            for g in reversed(self.groups)
            if g.last <= begin
            and (g.governor == "" or relative or (g.governor in CONJUNCTIONS and does_here(self.lx, g, begin)))
            and not (g.possessive and g.actors[0].kind != "person")
            and not self._is_place(g)
            and not self._is_spouse(g)
            and (";" in self.lx.codes[g.first : g.last] or not is_cut_off(self.lx, g.last, begin))
        )
        chosen = next(acting, None)
        if chosen is not None:
            owns = chosen.possessive and is_noun_before_verb(self.lx, chosen.last + 1)  # "X's daughter paid a visit"
            aside = before_aside(self.lx, self.groups, chosen, begin - relative)
            return aside or who_did_both(self.lx, self.groups, chosen, begin) or (None if owns else chosen)
        governed = (g for g in reversed(self.groups) if begin - 1 <= g.last <= begin and g.governor in ("of", "from"))
        return next((g for g in governed if not self._is_place(g)), None)

    def _is_spouse(self, group: Group) -> bool:
        """Read "the president and his wife, Melania, arrived": who comes along."""
        before = self.lx.lows[max(0, group.first - PAIR) : group.first]
        return bool(before) and (before[-1] in _SPOUSES or (before[-1] == "," and before[0] in _SPOUSES))

    def _between_dashes(self, begin: int) -> Group | None:
        """Read "the four leaders - X of A, Y of B and Z of C - met": those who are named between the dashes."""
        codes = self.lx.codes
        opening = codes.rfind(";", 0, begin - 1) if begin and codes[begin - 1] == ";" else -1
        inside = next((g for g in self.groups if g.first == opening + 1), None) if opening >= 0 else None
        fits = inside is not None and inside.last == begin - 1 and len(inside.actors) > 1
        counted = opening > 0 and self.lx.lows[opening - 1] in STATES  # "the six countries - A, B and C - agreed"
        before = next((g for g in self.groups if g.last == opening), None)
        if before is not None and before.actors[-1].rank == "head" and fits and inside is not None:
            inside.actors = [_as_one_of(a, before.actors[-1]) for a in inside.actors]
        return inside if fits and (counted or before is not None) else None

    def _before_participle(self, begin: int) -> Group | None:
        """Read "a visit of President X, set to arrive on Monday": of whom it is said."""
        lows = self.lx.lows
        if lows[begin : begin + 1] == ["having"]:
            return self._having(begin)
        aside = lows[begin - 1] == ","  # else "..., with X set to visit Oslo"
        near = (g for g in self.groups if begin - aside <= g.last <= begin)
        told = (g for g in near if (g.actors[-1].name if aside else g.governor == "with"))
        return next(told, None) if begin < len(lows) and lows[begin] in _SET else None

    def _having(self, begin: int) -> Group | None:
        """Read "Having met X on Tuesday, Y flew home": whose clause follows."""
        comma = self.lx.codes.find(",", begin)
        return next((g for g in self.groups if g.first == comma + 1 > 0 and not (g.governor or g.possessive)), None)

    def _is_of_others(self, group: Group, begin: int, at: int) -> bool:
        """Tell that the verb has another subject: "X said Russian troops arrived", "X spoke of people arriving"."""
        lx = self.lx
        if group.actors[-1].kind == "side" and group.last == begin == at - 1 and is_noun_before_verb(lx, begin):
            return True  # "Peru and Chile fans met"
        last = max(group.last, lx.codes.rfind(",", group.last, begin) + 1)
        inside = self._inside_actors()
        if group.actors[-1].kind == "side" and group.last < begin and is_only_noun(lx.lows[group.last]):
            return True  # "the OPEC summit to be hosted in May"
        told = any(are_people(lx, i) and i not in inside for i in range(max(last, at - FAR), at))
        if told or any(lx.codes[i] == "D" and i not in inside for i in range(last, begin)):
            return True
        if lx.lows[at - 1] in PHASES or lx.lows[at - 1] in _BEFORE_GERUND:
            return False  # "began negotiating", "denied meeting"
        going_on = lx.lows[at].endswith("ing") and lx.lows[at] not in _BASES_IN_ING
        return going_on and lx.codes[at - 1] == "x" and not self._has_be(begin, at)

    def _is_in_which(self, group: Group, begin: int) -> bool:
        """Read "The talks, which brought together A and B, ended": what ended is the talks."""
        lx = self.lx
        if lx.codes[begin - 1 : begin] != "," or group.last not in (begin, begin - 1):
            return False
        which = next((i for i in range(group.first - 1, 1, -1) if lx.codes[i] in ",;"), 0)
        return lx.lows[which + 1] == "which" and is_only_noun(lx.lows[which - 1])

    def _who_is(self, predicate: Group, at: int) -> Group | None:
        """Read "X is the first minister to visit": X, not the minister, and as "is" tells it."""
        lx = self.lx
        before = predicate.first - 1
        while before > 0 and lx.codes[before] in "xatnNDB" and predicate.first - before <= FAR:
            if lx.lows[before] in _COPULAS:
                self._copulas[at] = before
                told = (g for g in reversed(self.groups) if g.last <= before and g.governor == "" and not g.possessive)
                return next((g for g in told if g.actors[0].name), None)
            before -= 1
        return None

    def _is_object(self, group: Group) -> bool:
        """Read "X will visit India to meet Y": India is no subject; but it is in "X asked India to meet Y"."""
        if not self._subject or group.first <= self._subject_at or group.actors[0].kind != "side":
            return False
        return not _BIDDING & set(self.lx.lows[max(0, group.first - PAIR) : group.first])

    def _named_beside(self, group: Group) -> Group | None:
        """Read "Mr X, the most senior official to visit Peru since May,": the one who is named before the comma."""
        if group.actors[0].name or self.lx.codes[group.first - 1 : group.first] != ",":
            return None
        return next((g for g in self.groups if g.last == group.first - 1 and g.actors[-1].name), None)

    def _is_led(self, group: Group) -> bool:
        """Read "X will lead a delegation to tour A and B": X and those whom he leads."""
        one = group.actors[0]
        led = one.kind == "group" and not one.sides and 0 < self._subject_at + 1 < group.first and bool(self._subject)
        return led and bool(_LEADING & set(self.lx.lows[max(0, group.first - NEAR) : group.first + 1]))

    def _companions(self, subject: Group, end: int) -> list[Actor]:
        """Read "X, joined by Y and Z, travelled": those between a subject and its verb who come along."""
        lx = self.lx
        between = [g for g in self.groups if subject.last <= g.first < end and g.governor in ("by", "with")]
        between += [g for g in self.groups[:1] if g.first <= PAIR and g.governor == "by" and lx.lows[0] in _OPENING]
        between += [g for g in self.groups[:1] if g.first == PAIR and g.governor == "with" and lx.lows[0] in _BESIDE]
        if between and between[-1] is self.groups[0]:
            return between[-1].actors
        if self.groups[0] is not subject and "invitation" in lx.lows[: self.groups[0].first]:
            return self.groups[0].actors  # "At the invitation of X, Y visited": X takes part
        return [a for g in between for a in g.actors if _ALONG.search(lx.lower(max(0, g.first - 4), g.first))]

    def _is_place(self, group: Group) -> bool:
        return group.governor in _OF_PLACE and all(a.determiner == "place" for a in group.actors)

    def _clause_subject(self, at: int) -> list[Actor]:
        """The subject of the clause around a phrase."""
        if (whose := self._before_aside(at)) is not None:
            return whose.actors
        begin = self._clause_begin(at)
        before = [g for g in self.groups if begin <= g.first and g.last <= at and g.governor == "" and not g.possessive]
        if before:
            acting = [g for g in before[1:] if g.last < at and self._has_verb(g)]
            return (acting or before)[-1 if acting else 0].actors
        if begin > 1 and self.lx.lows[begin - 1] == "who":
            return next((g.actors for g in self.groups if begin - 2 <= g.last <= begin - 1 and not g.possessive), [])
        ahead = (g for g in self.groups if g.first > at and g.governor == "" and not g.possessive)
        after = (g for g in ahead if self.lx.codes[g.first - 1 : g.first] == "," or self._goes_on_as(g, at))
        return next((g.actors for g in after), [])

    def _goes_on_as(self, group: Group, at: int) -> bool:
        """Read "in talks with leaders of Peru he stressed": the pronoun right behind those talked with."""
        before = next((g for g in self.groups if g.last == group.first and g.first > at), None)
        return group.actors[0].kind == "pronoun" and before is not None and before.governor == "with"

    def _has_verb(self, group: Group) -> bool:
        """Whether a verb follows a person: "leaves on the day that Minister X arrives"."""
        verb = self._is_verb(group.last) or self.lx.lows[group.last] in SAYS
        follows = self.lx.codes[group.last] == "x" and verb
        return follows and group.actors[0].kind in ("person", "role")


def _as_one_of(side: Actor, leaders: Actor) -> Actor:
    """Read "The leaders of the three states - A, B and C - met": of each its leader."""
    if side.kind != "side":
        return side
    return replace(side, kind="role", capacity=leaders.capacity, office=leaders.office, rank="head", plural=True)
