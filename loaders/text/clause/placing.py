"""Which places of a sentence are those of an event."""

from __future__ import annotations

import re

from loaders.text.clause.began_in import is_where_it_began
from loaders.text.clause.lights import Lights
from loaders.text.clause.openings import end_of_aside, past_then
from loaders.text.clause.places import Where
from loaders.text.clause.whereabouts import (
    gone_for,
    is_of_terms,
    is_where,
    left_after,
    on_a_day,
    on_journey,
    stands_at_end,
    travelled,
    where_guest_is,
)
from loaders.text.lexis.distances import FAR, NEAR, PAIR, VERY_FAR
from loaders.text.lexis.triggers import Trigger
from loaders.text.lexis.words import word_class

_PLACED = frozenset({"in", "at", "near", "outside"})
_HOSTING = re.compile(r"(?:(?:will|is to|was to|is set to|to) )?host(?:s|ed|ing)?\b")
_SAID = re.compile(r"(?:[\w.'-]+ ){1,14}?(?:said|told|announced|added|reported)\b(?! (?:that|to)\b)")
_CLAUSE_OF_TIME = frozenset({"after", "before", "when", "while", "until", "since", "because"})
_OTHERS = frozenset({"talks", "meeting", "meetings", "summit", "visit", "trip", "call"})
_TELLING = frozenset({"told", "tells", "assured", "assures", "informed", "informs", "reminded", "warned", "warns"})
_SAYS = frozenset({"said", "told", "announced", "confirmed"})
_TO_BE_HELD = re.compile(r"\b(?:held|scheduled|planned|upcoming|forthcoming|summit|conference|session|forum)\b")
"""Read "discussed the summit to be held in Lima next week": of what is discussed."""
_AGREED = re.compile(r"\band (?:\w+ )?(?:agreed|decided|pledged|promised|vowed|undertook|resolved) to\b")
_STATES_OF_THINGS = word_class("state of things")
_REPORTING = frozenset({"on", "about"})
_AFTER_OR_BEFORE = frozenset({"after", "before"})
_OF_OTHERS = _AFTER_OR_BEFORE | {"because"}
_MEETING = frozenset({"holding", "having", "meeting", "seeing", "receiving"})
_AGREEING = frozenset({"agreed", "agree", "decided", "pledged", "promised", "vowed", "resolved", "plan", "planned"})
_UP_TO = re.compile("[,KC]*(?:p?[mn]+)?,?")
_OF_ANOTHER = frozenset({"concerning", "about", "regarding", "over", "conference", "summit", "forum", "meeting", "to"})
_THEN_HE = re.compile("pm,?q")
_AT_MEETING = re.compile(
    r"(?<!agreed )(?<!reached )(?<!made )(?<!taken )(?<!adopted )(?<!signed )\b(?:at|during) (?:an?|their) "
    r"(?:[\w-]+ ){0,2}?(?:meeting|encounter|lunch|luncheon|dinner|breakfast) in(?: the)?$"
    r"|(?<!agreed )\bduring talks in$"
)
_FINITE = frozenset({"is", "was", "will", "has", "had", "would"})


def _where(trigger: Trigger) -> frozenset[str]:
    """The prepositions of the place of an event: one is welcomed to a place, and meets in it."""
    return _PLACED | {"to"} if trigger.lemma == "host" else _PLACED


class Placing(Lights):
    """Finds where an event was."""

    def _places_of(self, at: int, trigger: Trigger, begin: int) -> list[Where]:
        """Return the places of the event told of at an item, in a clause that begins at another."""
        if not self.places:
            return []
        end = min(self._next_predicate(at), self._said_after(at), end_of_aside(self.lx, at, self._is_verb))
        places = [w for w in self.places if begin <= w.item < end and w.governor in _where(trigger)]
        skip = 1 + (trigger.role == "receive-by")
        places = [w for w in places if w.item > at and self._is_where(at + skip, w)] or [
            w
            for w in places
            if w.item < at
            and not self._is_where_said(w.item, at)
            and not self._is_where_agreed(w.item, at)
            and not self._is_where_it_is_so(w.item)
            and not self._is_in_words_said(w.item, at)
            and not is_where_it_began(self.lx, w.item, at)
            and (w.item > self._subject_at or w.item <= NEAR + PAIR or self.lx.codes[:1] == "p")
        ]
        if self._subject_at and self.lx.lows[self._subject_at - 1] == "when":
            places = places[::-1]  # "After a stop in Oslo, X will be in Riga when he meets Y": the nearest
        to = self.lx.lows[at - 1 : at] == ["to"]
        if to and (on_the_way := [w for w in self.places if w.governor == "to" and self._is_right_before(w, at - 1)]):
            return on_the_way  # "will travel to Oslo on Friday to meet"
        if trigger.role == "noun" and (gone := gone_for(self.lx, self.places, at)):
            return gone
        if not places and begin and self.lx.lows[begin - 1] == "where":
            before = (
                self._right_before_where(begin - 1) or [w for w in self.places if w.item < begin and w.governor][-1:]
            )
            places = [w for w in before if not self._is_where_said(w.item, at)]
        if not places and trigger.role in ("meet", "receive", "receive-by", "see", "noun", "sign", "discuss"):
            places = [
                w
                for w in self.places
                if w.governor in ("to", "in", "") and (travelled if w.item < at else on_journey)(self.lx, w)
            ]
        if not places and trigger.role in ("meet", "receive", "receive-by", "see", "noun"):
            hosts = {side for actor in self.actors for side in actor.sides}
            places = [w for w in self.places if w.place.country in hosts and where_guest_is(self.lx, w, at)]
        if not places:
            places = [w for w in self.places if left_after(self.lx, w, at)]
        if not places:
            places = [w for w in self.places if w.item < at and self._is_hosting(w.item, at)]
        if trigger.role == "discuss":
            held = _TO_BE_HELD.search(self.lx.lower(at, max((w.item for w in places), default=at))) is not None
            near = (w for w in places if w.item <= at + PAIR or self._is_behind_partner(w) or on_a_day(self.lx, w.item))
            places = [w for w in near if w.item <= at + PAIR or not held]
            if self.lx.lows[at - 1] == "and":  # "discussed the war in Syria and examined": what was discussed
                places = [w for w in places if not self._subject_at < w.item < at]
        if trigger.lemma == "brief":
            places = [w for w in places if not self._is_in_report(at, w.item)]
        return _city_first([*self._without_those_inside(places), *self._opening(at)])

    def _opening(self, at: int) -> list[Where]:
        """Read "On Monday, in the city of Oslo, X received Y": where the sentence begins."""
        first = self.groups[0].first if self.groups else at
        early = (w for w in self.places if w.item < min(first, at) and w.place.city and w.governor in _PLACED)
        early = (w for w in early if not self._is_where_said(w.item, at))
        return [w for w in early if not is_where_it_began(self.lx, w.item, at)]

    def _right_before_where(self, where: int) -> list[Where]:
        """Read "before flying to Oslo, visited Lima, Peru, on Monday, where": what is there, whatever governs it."""
        return [w for w in self.places if w.item < where and _UP_TO.fullmatch(self.lx.codes, w.item + 1, where)][:1]

    def _is_where_it_is_so(self, item: int) -> bool:
        """Read "discussed the fighting in eastern Congo and signed a treaty": where there is fighting."""
        lows = self.lx.lows
        governor = next((i for i in range(item - 1, max(0, item - NEAR), -1) if lows[i] in _PLACED), 0)
        return governor > 0 and lows[governor - 1] in _STATES_OF_THINGS

    def _is_where(self, after: int, where: Where) -> bool:
        if self._is_of_other_clause(after, where.item) or is_of_terms(self.lx, after, where.item):
            return False
        if self._is_of_those_who_talk(after, where):
            return True
        return self._is_behind_partner(where) or is_where(self.lx, self._inside_actors(), after, where.item)

    def _is_of_other_clause(self, after: int, item: int) -> bool:
        """Read "The meeting comes after X returns from talks in Oslo": where that was."""
        lows = self.lx.lows
        begins = [i for i in range(after, item) if lows[i] in _CLAUSE_OF_TIME]
        of_others = (i for i in begins if not _OTHERS.isdisjoint(lows[i:item]))
        if any(g.first == i + 1 and self._is_verb(g.last) for i in of_others for g in self.groups if g.last < item):
            return True
        another = (i for i in begins if lows[i] in _OF_OTHERS)  # "signed a deal after X and Y met in Oslo"
        named = (g for i in another for g in self.groups if i < g.first <= i + PAIR and g.last < item)
        return any(g.actors[0].kind != "pronoun" and self._is_verb(g.last) for g in named)

    def _is_of_those_who_talk(self, after: int, where: Where) -> bool:
        """Read "ended two days of talks on tariffs in Lima.": at the end, a city in the state of one who talks."""
        if self.lx.codes[where.item] != "K" or not stands_at_end(self.lx, after, where.item):
            return False
        between = self.lx.lows[after : where.item]
        discussed = any(word.startswith("discuss") or word in _OF_ANOTHER for word in between)
        there = (actor for actor in self.actors if actor.last <= where.item and actor.determiner != "place")
        return not discussed and any(where.place.country in actor.sides for actor in there)

    def _is_behind_partner(self, where: Where) -> bool:
        """Read "discussed the truce with envoy X (at a meeting) in Oslo": right behind the one with whom, or where."""
        if _AT_MEETING.search(self.lx.lower(max(0, where.item - FAR), where.item)) is not None:
            return True
        with_him = (g for g in self.groups if g.last == where.item - 1 and g.governor == "with")
        partners = [g.actors[-1] for g in with_him]
        return any(one.name or (one.kind == "role" and where.place.country in one.sides) for one in partners)

    def _is_where_said(self, item: int, at: int) -> bool:
        """Read "Speaking in Berlin, X said Y would meet Z in May": the place of those words."""
        speaking = "speaking" in self.lx.lows[:item]
        return speaking and any(self.lx.lows[i] in _SAYS for i in range(item + 1, at))

    def _is_in_words_said(self, item: int, at: int) -> bool:
        """Read "Peru needs work in Chile, X said at a meeting": a place in those words; "In Oslo, X said" is none."""
        comma = self.lx.codes.find(",", item, at)
        return self.lx.codes[0] != "p" and comma > 0 and not _SAYS.isdisjoint(self.lx.lows[comma:at])

    def _is_where_agreed(self, item: int, at: int) -> bool:
        """Read "met in Oslo and agreed to resume talks": where that was agreed."""
        return _AGREED.search(self.lx.lower(item, at)) is not None

    def _is_in_report(self, at: int, item: int) -> bool:
        """Read "briefed X on his talks in Oslo": a place of what he was told about."""
        lows, codes = self.lx.lows, self.lx.codes
        return any(lows[i] in _REPORTING and codes[i + 1] != "m" for i in range(at + 1, item))

    def _is_right_before(self, where: Where, at: int) -> bool:
        """Whether only a day stands between a place and an item."""
        between = self.lx.codes[where.item + 1 : at]
        return where.item < at and len(between) <= NEAR and between.strip("pmn") == ""

    def _is_hosting(self, item: int, at: int) -> bool:
        """Read "Vienna hosts talks between", "Oslo will host a meeting of"."""
        return self.lx.codes[item] == "K" and _HOSTING.match(self.lx.lower(item + 1, at)) is not None

    def _next_predicate(self, at: int) -> int:
        """Read "met X and is expected in Oslo": where another predicate of the same subject begins, with its places."""
        lx = self.lx
        for i in range(at + 1, len(lx) - 1):
            other = lx.codes[i] in ";." and self._begins_with_subject(i + 1)
            if lx.codes[i] in ";." and not other:
                break
            if other or lx.lows[i] == "whom" or (lx.codes[i] == "&" and _THEN_HE.match(lx.codes, i + 1)):
                return i  # "will meet X, whom he last saw in Oslo", "and on Sunday he is in Oslo": where that was
            again = lx.lows[i] in _AFTER_OR_BEFORE and lx.lows[i + 1] in _MEETING
            again = again or (lx.lows[i] == "before" and lx.codes[i + 1] == "x" and lx.lows[i + 1].endswith("ing"))
            if again or lx.lows[i : i + 2] == [",", "having"]:
                return i  # "met X after holding talks with Y in Oslo": where these were
            if lx.lows[i] in ("and", "but") and lx.codes[i + 1] == "x" and lx.lows[i + 1] in _FINITE:
                return i
            if past_then(lx, i + 1) > i + 1 and self._goes_on_with_verb(i):
                return i  # "met X and then held talks with Y in Oslo"
            if lx.lows[i] == "and" and lx.lows[i + 1] in _AGREEING and lx.lows[i + 2 : i + 3] == ["to"]:
                return i  # "met here and agreed to hold a summit in Oslo"
        return len(lx)

    def _begins_with_subject(self, at: int) -> bool:
        """Read "Their meeting is not the first - they met in Oslo in May": another clause, with its places."""
        whose = (g.last for g in self.groups if g.first == at and not (g.governor or g.possessive))
        return any(self.lx.codes[end : end + 1] == "x" and self._is_verb(end) for end in whose)

    def _said_after(self, at: int) -> int:
        """Read "met in Vienna, a spokeswoman for the ministry in Berlin said": where those words begin."""
        lx = self.lx
        comma = lx.codes.rfind(",", at)
        told = comma > at and _SAID.match(lx.lower(comma + 1, len(lx)).lstrip('" ')) is not None
        return min(comma if told else len(lx), self._told_that(at))

    def _told_that(self, at: int) -> int:
        """Read "assured the summit that growth in Chad would": where that begins which it is told."""
        lows = self.lx.lows
        if _TELLING.isdisjoint(lows[max(0, at - FAR) : at]):
            return len(lows)
        return next((i for i in range(at + 1, min(at + VERY_FAR, len(lows))) if lows[i] == "that"), len(lows))

    def _without_those_inside(self, places: list[Where]) -> list[Where]:
        """Leave out what is part of a name or an office: "the Mayor of Oslo"."""
        inside = self._inside_actors()
        return [
            w
            for w in places
            if w.item not in inside
            or any((a.first <= w.item < a.last and a.determiner == "place") or a.kind == "side" for a in self.actors)
        ]


def _city_first(places: list[Where]) -> list[Where]:
    """Read "will host X on a visit to Norway on Friday in Oslo": the city says more than its country."""
    if len(places) > 1 and not places[0].place.city:
        within = [w for w in places if w.place.city and w.place.country == places[0].place.country]
        return [*within, *(w for w in places if w not in within)]
    return places
