"""Whose a contact is that a noun tells of: "talks between X and Y", "X's call", "the Rao-Hale meeting"."""

from __future__ import annotations

import re

import msgspec

from kg.vocabulary import is_country
from loaders.text.clause.first_person import SAYS
from loaders.text.lexis.clause_words import AUXILIARIES
from loaders.text.lexis.distances import FAR, NEAR, PAIR, VERY_FAR
from loaders.text.lexis.triggers import is_only_noun
from loaders.text.lexis.words import word_class
from loaders.text.telling.held_at_office import held_at_office
from loaders.text.telling.noun_modifiers import is_share
from loaders.text.telling.on_agenda import is_on_agenda
from loaders.text.telling.phrases_before import PhrasesBefore
from loaders.text.telling.said_by import said_by
from loaders.text.telling.set_between import begins_between, set_between
from loaders.text.who.actor import Actor
from loaders.text.who.sides import side_of, sides_of

TAKES_PLACE = re.compile(
    r"(?:that |which )?(?:(?:on|about) (?:\w+ ){1,3}?)?(?:(?:was|were|is|are|will be|would be|has been|have been|"
    r"are being|to be) (?:\w+ |(?:on|in|at|late|early) (?:\w+ ){1,4}?|(?:yesterday|today|this) \w+ )?"
    r"(?:held|conducted|scheduled|arranged|organi[sz]ed|convened|planned|set up)|"
    r"(?:took|takes?|taking|will take) place)\b"
)
"""Read "talks were held in Geneva between X and Y"."""
_BEGAN = re.compile(r"(?:have|has) (?:\w+ )?(?:begun|started|opened|resumed|ended|concluded)\b")
_TO_WHOM = frozenset({"told", "tells"})
_WITH_EACH = frozenset({"meetings", "talks", "consultations", "negotiations"})
"""Read "X said talks with A and B were useful": he was at them."""
_AMONG_THEMSELVES = re.compile(r"\bintra - \w+(?: \w+)?$|\b(?:peace|reconciliation|ceasefire)$")
GOES_ON = re.compile(
    r"(?:\S+ ){0,4}?(?:resum|open|start|beg[aiu]n|end|conclud|collaps|br(?:ea|o)k|t[ao]o?k(?:e|ing)? place|held)"
)
"""Read "talks will resume", "talks in Oslo ended": that they were, or will be, held."""
_CIVIL_WAR = re.compile(
    r"(?:aimed at|meant to|intended to|designed to|to|on) (?:end|halt|stop|resolv|settl|bring)\w* (?:[\w'-]+ ){1,9}?"
    r"(?:civil war|civil conflict|insurgency|rebellion|internal conflict)\b.* (?:resum|open|start|beg[aiu]n|ended"
    r"|conclud|collaps|br[eo]ke|took place|continu|will|are)"
)
_AND_OPPOSITION = re.compile(
    r"between (?:[\w.'-]+ ){0,4}?(?:government|army|military|junta|regime|authorities) and"
    r" (?:[\w-]+ ){0,3}?opposition\b"
)
_OF_ONE_LAND = "rival factions"
"""Those who talk at peace talks of one state."""
_ATTENDED_BY = re.compile(
    r"(?:, [^,]*, )?(?:was|were|is|are|will be|being|,) (?:jointly |also )?"
    r"(?:co-chaired|chaired|led|headed|(?:opened|closed|convened|inaugurated)(?: (?:in|on) \w+){0,2}) by\b"
)
_TAKING = frozenset(
    {"took", "take", "takes", "taking", "taken", "got", "get", "getting", "had", "has", "accepted"}
    | {"fielded", "field", "fields", "fielding", "returned", "returns", "return", "returning", "answered", "answers"}
)
_HOLDS = frozenset({"held", "hold", "holds", "holding", "had", "have"})
_OF_CLAUSE = frozenset({"", "after", "as", "before", "since"})
"""What stands before the subject of a clause: nothing, or the word that begins it."""
_STOPS = word_class("clause end")
_BEFORE_OR_AFTER = frozenset({"before", "after", "following", "ahead", "since", "until"})
_HELD = frozenset({"held", "conducted", "attended", "led", "paid", "made"})


ALSO = dict.fromkeys(["dinner", "lunch", "luncheon", "breakfast", "banquet", "reception", "receptions"], "for")
"""The preposition of whom it is held with, beside "with"."""
ALSO |= dict.fromkeys(["audience", "audiences"], "to")


class NounParties(PhrasesBefore):
    """Finds those who take part."""

    def _stated(self, at: int, light: int, definite: bool, also: str) -> list[Actor]:
        """Who takes part in what the noun at this item tells of."""
        if both := self._with_phrase(at) or self._partaking(at, light, also):
            return both
        joined = self._joined_for(at, light)
        stated = joined + self._beside(at, light, also) or self._given_to(at, light)
        if named := self._by_phrase(at, light, stated):
            return named
        if stated and all(a.determiner == "their" and not a.sides for a in stated):
            if not any(map(is_only_noun, self.lx.lows[at + 1 : stated[0].first])):
                return self._of_their(at, stated)  # "a date for a meeting of their ministers"
            stated = []  # "held talks to set a date for a meeting of their ministers": of that
        known = definite or self.lx.lows[self._preposition(at) + 1] == "the"
        own = not known and self.lx.codes[at - 1] != "h" and self.lx.codes[at + 1 : at + 2] != "o"
        if not stated and light < 0 and self._embedded(at) and own:
            stated = self._all_of_clause(at)
        if light >= 0 and self.lx.lows[light : light + 2] not in (["called", "for"], ["calls", "for"]):
            return self._with_subject(at, light, stated)
        if stated and (told := self._told_to(at)) >= 0:
            return self._left(told) + stated
        alone = len(_sides(stated)) == 1 or (bool(stated) and self.lx.lows[at] in _WITH_EACH and not self._embedded(at))
        if alone and self.lx.codes[at + 1 : at + 2] == "w" and not self._possessor(at):
            stated = (self._speaker(at) or self._closing_speaker(at)) + stated
        return self._who_talks(at, stated) + stated if stated and self._lacks_subject(at, stated) else stated

    def _with_subject(self, at: int, light: int, stated: list[Actor]) -> list[Actor]:
        """Those beside the noun, and the subject of its verb, unless he only arranges it for them."""
        if self._is_arranged(at, light, stated):
            return stated
        return (self._left(light) or ([] if stated else self._body_holds(light))) + stated

    def _partaking(self, at: int, light: int, also: str) -> list[Actor]:
        """Read "X's participation in the meeting of Y": X, and those whose meeting it is."""
        there = self._partakers(at) if light < 0 else []
        others = (self._beside(at, light, also) or self._gathering(at)) if there else []
        return there + others if others else []

    def _by_phrase(self, at: int, light: int, stated: list[Actor]) -> list[Actor]:
        """All of those whom the phrase before the noun tells together with those beside it, or nobody."""
        if stated and is_on_agenda(self.lx, at, self._governing(at)):
            return self._whose_agenda(at) + stated
        if stated and light < 0 and self._opens_with(at):
            return self._clause_subject(at) + stated
        return [] if stated or light >= 0 else self._whose_own(at) or self._after_opening(at)

    def _who_talks(self, at: int, stated: list[Actor]) -> list[Actor]:
        """The subject around "in talks with X": in "Y said Peru must pay in talks with X" it is Y, not Peru."""
        behind = said_by(self.lx, self.groups, self._preposition(at)) if self.lx.codes[at + 1 : at + 2] != "o" else []
        subject = behind or self._clause_subject(at)
        if any(a.kind != "side" for a in subject) or not all(a.kind in ("person", "role") for a in stated):
            return subject
        first = subject[0].first if subject else 0
        others = {side for a in stated for side in sides_of(a)}
        saying = (g for g in reversed(self.groups) if g.last < first and g.governor in _OF_CLAUSE and not g.possessive)
        told = (g for g in saying if all(a.kind in ("person", "role", "pronoun") for a in g.actors))
        said = next((g for g in told if self._is_verb(g.last) or self.lx.lows[g.last] in SAYS), None)
        own = {side for a in said.actors for side in sides_of(a)} if said is not None else others
        return said.actors if said is not None and not own & others else subject

    def _speaker(self, at: int) -> list[Actor]:
        """Read "the Swedish minister said talks with Kenya had made progress": he speaks for one side of them."""
        i = at - 1
        while i > 0 and self.lx.lows[i] not in SAYS and (self.lx.codes[i] in "xaBntD-" or is_share(self.lx, i)):
            i -= 1
        i -= i > 0 and self.lx.lows[i] == "that"
        while i > 0 and self.lx.codes[i] in "mp":
            i -= 1  # "said on Tuesday"
        if i <= 0 or self.lx.lows[i] not in SAYS:
            return []
        return next((g.actors for g in self.groups if g.last == i and g.governor == "" and not g.possessive), [])

    def _closing_speaker(self, at: int) -> list[Actor]:
        """Read "Talks with the Fund resumed, Peru's minister said": who says so last speaks for one side of them."""
        last = self.groups[-1] if self.groups else None
        if last is None or at > NEAR or last.first <= at or last.possessive:
            return []
        says = self.lx.codes[last.first - 1] == "," and self.lx.lows[last.last : last.last + 1] in (["said"], ["says"])
        return last.actors if says and last.last + PAIR >= len(self.lx) and last.actors[0].kind != "pronoun" else []

    def _body_holds(self, light: int) -> list[Actor]:
        """Read "the Peru-Chile Commission held its session": the body whose meeting it is."""
        begin = self._verb_group(light)
        while begin < light and self.lx.lows[begin] not in AUXILIARIES:
            begin += 1
        return self._body_before(begin) or self._two_before(begin)

    def _shared_light(self, at: int) -> int:
        """Read "held meetings with X, Y and a lunch with Z": the verb that takes this noun too, or -1."""
        lx, i = self.lx, self._preposition(at)
        if i < 1 or lx.codes[i] != "&" or lx.codes[i + 1] != "t" or lx.codes[at + 1 : at + 2] != "w":
            return -1
        held = next((j for j in range(i - 1, self._clause_begin(at), -1) if lx.lows[j] in _HOLDS), -1)
        others = any(is_only_noun(word) for word in lx.lows[held + 1 : i]) if held > 0 else False
        return held if others and not any(lx.lows[j] in _STOPS for j in range(held, i)) else -1

    def _told_to(self, at: int) -> int:
        """Read "X told a meeting of Kenyan and Ugandan officials", at which he was: the verb, or -1."""
        i = at - 1
        while i > 0 and self.lx.codes[i] in "taBDOGUF":
            i -= 1
        told = i >= 0 and self.lx.lows[i] in _TO_WHOM and TAKES_PLACE.match(self._after_brackets(at)) is None
        told = told and self.lx.lows[i - 1] not in ("been", "was", "were")
        return i if told else -1  # not "has informed the meeting will take place"

    def _beside(self, at: int, light: int, also: str) -> list[Actor]:
        """Those whom the words around the noun name: "with X", "between X and Y", "the Franco-German"."""
        ends = self.lx.codes[at + 1 : at + 2] == "," and self._embedded(at)  # "During the meeting, the ministers"
        offered = {"to"} if light >= 0 and self.lx.lows[light].startswith("offer") else set()
        offered |= {"to", "from"} if also == "on" else set()  # a courtesy call on, to, or from
        governors = {"with", "between", "of", "among", "involving", "by", also, *offered}
        told = [] if ends else self._right(at, governors, noun=True)
        stated = self._possessor(at) + told
        if also == "to" and ("phon" in self.lx.lower(max(0, at - 1), at + 1) or self._is_taken(light)):
            stated = self._right(at, {"from"}, noun=True) + stated  # "a telephone call from X to Y"
        if len(_sides(stated)) <= 1 and _ATTENDED_BY.match(self.lx.lower(at + 1, at + VERY_FAR + FAR)):
            stated += self._attended_by(at)
        if TAKES_PLACE.match(self._after_brackets(at)):
            stated += self._present(at) or ([] if stated else self._right(at, {"between", "with"}))
        elif not stated and _BEGAN.match(self._after_brackets(at)):
            stated = self._right(at, {"between"})
        stated = stated or self._there(at)
        if not stated and (two := set_between(self.lx, self.groups, at) or begins_between(self.lx, self.groups, at)):
            stated = two.actors
        stated += [] if stated else self._attending(at, light)
        if len(_sides(stated)) == 1 and light < 0:
            stated += self._held_by(at) or held_at_office(self.groups, at, _sides(stated))
        stated += [] if any(a.sides for a in stated) else self._adjective_sides(at)
        stated += [] if light >= 0 else self._in_chair(at, _sides(stated))
        if not stated and _CIVIL_WAR.match(self.lx.lower(at + 1, at + 26)):
            stated = self._land_at_war(at)
        if self._is_among_themselves(at, stated) or self._is_with_opposition(at, stated):
            return [msgspec.structs.replace(stated[0], kind="group", capacity=_OF_ONE_LAND)]
        stated = stated or self._many_before(at) or self._pair_before(at) or self._nations_after(at)
        stated = stated or self._many_there(at, light)
        return stated + ([] if any(a.sides or a.capacity for a in stated) else self._commission_sides(at))

    def _after_brackets(self, at: int) -> str:
        """The words after a noun and its short form: "Political Consultations (BPC) were held"."""
        at += 3 if self.lx.codes[at + 1 : at + 4] in ("(N)", "(B)") else 0
        return self.lx.lower(at + 1, at + FAR)

    def _attended_by(self, at: int) -> list[Actor]:
        """Read "the consultations were co-chaired by X of Peru and Y of Chile"."""
        by = next((g for g in self.groups if g.first > at and g.governor == "by"), None)
        return by.actors if by is not None and len(by.actors) > 1 else []

    def _is_taken(self, light: int) -> bool:
        """Read "took a call from Minister X"."""
        return light >= 0 and self.lx.lows[light] in _TAKING

    def _is_among_themselves(self, at: int, stated: list[Actor]) -> bool:
        """Read "intra-Libyan talks", "Yemeni peace talks": those at war inside one state, whoever mediates."""
        alone = len(stated) == 1 and stated[0].kind == "side"
        if self._is_of_civil_war(at, stated):
            return True
        if not alone or _AMONG_THEMSELVES.search(self.lx.lower(max(0, at - NEAR), at)) is None:
            return False
        return GOES_ON.match(self.lx.lower(at + 1, at + FAR)) is not None

    def _is_with_opposition(self, at: int, stated: list[Actor]) -> bool:
        """Read "peace talks between the Syrian government and the opposition": no debate at home."""
        if len(_sides(stated)) != 1 or _AND_OPPOSITION.match(self.lx.lower(at + 1, at + 26)) is None:
            return False
        places = (term.place for term in self.lx.terms if term is not None and term.place is not None)
        abroad = any(place.city and place.country not in _sides(stated) for place in places)
        return abroad or _AMONG_THEMSELVES.search(self.lx.lower(max(0, at - NEAR), at)) is not None

    def _land_at_war(self, at: int) -> list[Actor]:
        """The one state that the words after a noun name."""
        lx = self.lx
        named = [i for i in range(at + 1, min(at + VERY_FAR, len(lx))) if lx.codes[i] in "CD"]
        sides = {side for i in named for side in side_of(lx.terms[i])}
        return [Actor(named[0], named[0] + 1, kind="side", sides=tuple(sides))] if len(sides) == 1 else []

    def _is_of_civil_war(self, at: int, stated: list[Actor]) -> bool:
        """Read "peace talks aimed at ending Burundi's civil war resumed": between those at war in it."""
        return (
            len(stated) == 1
            and stated[0].first > at
            and stated[0].kind == "side"
            and _CIVIL_WAR.match(self.lx.lower(at + 1, at + 26)) is not None
        )

    def _lacks_subject(self, at: int, stated: list[Actor]) -> bool:
        """Read "at a meeting with X", "in talks with X and Y": the subject of the clause takes part too."""
        if self._included(at) >= 0:
            return len(_sides(stated)) <= 1 and not self._between_two(at)
        if self._possessor(at) or not self._embedded(at) or self._between_two(at) or self._only_says_when(at, stated):
            return False
        others = any(g.governor == "with" and at < g.first <= at + FAR for g in self.groups)
        return others or len(_sides(stated)) <= 1 or self.lx.lows[at - 1] in ("separate", "in")

    def _only_says_when(self, at: int, stated: list[Actor]) -> bool:
        """Read "signed before a meeting of the union, Minister X said": only the time, and he need not be there."""
        bodies = self.lx.codes[at + 1 : at + 2] == "o" and not any(is_country(side) for side in _sides(stated))
        return bodies and self.lx.lows[self._preposition(at)] in _BEFORE_OR_AFTER

    def _between_two(self, at: int) -> bool:
        """Read "in talks between X and Y": nobody else is at them."""
        return any(g.governor == "between" and at < g.first <= at + FAR and len(g.actors) > 1 for g in self.groups)

    def _held_by(self, at: int) -> list[Actor]:
        """Read "talks with the rebels were held in Oslo by envoy X"."""
        held = next((i for i in range(at, min(at + VERY_FAR, len(self.lx))) if self.lx.lows[i] in _HELD), -1)
        passive = held >= 0 and self._has_be(held - 2, held)
        return self._right(held, {"by"}, noun=True) if passive else []

    def _many_before(self, at: int) -> list[Actor]:
        """Read "an EU foreign ministers meeting", "Peru-Chile foreign minister talks": whose, without an apostrophe."""
        found = [a for a in self.actors if a.last == at and a.kind == "role" and a.sides]
        if found and self._light(at) < 0 and self.lx.codes[found[0].first - 1 : found[0].first] not in ("", "."):
            return []  # "in the run-up to the G20 leaders summit"
        return found if len(found) > 1 or any(a.plural for a in found) else []

    def _pair_before(self, at: int) -> list[Actor]:
        """Read "the Rao-Hale meeting", "a Rao-Hale phone call": whose it is, as an adjective."""
        before = at
        while before > 0 and self.lx.codes[before - 1] in "xa" and at - before < PAIR:
            before -= 1
        pairs = (g for g in self.groups if g.last == before and len(g.actors) > 1 and not g.possessive)
        return next((g.actors for g in pairs if all(a.name for a in g.actors)), [])


def _sides(actors: list[Actor]) -> set[str]:
    return {side for actor in actors for side in actor.sides}
