"""Meetings of many states that are named by whom or what they bring together, and who is said to have been there.

Read "the Commonwealth Foreign Ministers Meeting", "a donors' conference", "the International Conference on Sudan", "a
meeting of the Contact Group", and "Minister X's participation in" one. One side that is told of is enough: the others
are many by the nature of what is held.
"""

from __future__ import annotations

import re

from loaders.text.clause.once import once
from loaders.text.lexis.clause_words import OF_ONE
from loaders.text.lexis.distances import FAR, PAIR, VERY_FAR
from loaders.text.lexis.parts_of_world import parts_of_world
from loaders.text.lexis.words import word_class
from loaders.text.telling.bodies import Bodies, body
from loaders.text.who.actor import Actor
from loaders.text.who.several import STATES
from loaders.text.who.sides import land_of, side_of, sides_of

ATTENDING = word_class("attending")
_OF_MANY = word_class("gathering of states")
_LOOSE = "ministerial"
"""In small letters it may be said of a cabinet."""
_GROUPS = word_class("group of states")
_AT_HOME = frozenset({"national", "domestic", "party", "parliamentary", "cabinet", "press", "video", "blood"})
"""What is so called brings together those of one state, or is no gathering at all."""
_BRINGING_TOGETHER = frozenset({"group", "groups", "quartet", "quad", "troika", "friends", "platform"})
_HELD_BY_SCHOLARS = re.compile(r"\b(?:university|institute|college|academy|faculty|school|think - tank|think tank)\b")
_NAMED = "xaBNntDCOKUGF&'-"
"""Codes of what may stand before the noun in the name of a meeting."""
_PARTAKING = frozenset({"attendance", "participation", "presence", "involvement"})
_AT = frozenset({"at", "in"})
_OWN = frozenset({"his", "her", "their", "the"})
_LANDS = frozenset({"country", "nation", "government", "state"})
_ON = frozenset({"on", "for"})
_ABOUT = re.compile("[pf]t?[aBN]{0,2}[CK](?![NB])")
_COMPRISING = re.compile(
    r"(?:\b(?:which|that) (?:now )?(?:includes|comprises|groups|unites|brings together|consists of|is made up of)"
    r"|\b(?:comprising|grouping|consisting of|composed of|made up of))(?: the)?$"
)
_ON_A_PART = re.compile("[pf]t?(?:B{1,3}|BoB)(?![NBTU])")
_ATTENDED = re.compile(
    r"(?:[\w.,'-]+ ){0,13}?(?:was|were|will be|is being|is to be) (?:also |jointly )?(?:attended|joined) by "
)


class Gatherings(Bodies):
    """Finds the many whom such a meeting brings together, and those who came to it."""

    def _many_there(self, at: int, light: int) -> list[Actor]:
        """Read "attended the donors' conference": the many whom it brings together, where somebody comes to it."""
        attends = light >= 0 and self.lx.lows[light] in ATTENDING
        there = self._left(light) if attends else []
        own = {side for actor in there for side in sides_of(actor)}
        comes = own or any(actor.person or actor.kind == "pronoun" for actor in there)
        at_home = self._land_of(at) in own  # Chile's minister at "the conference on Chile"
        return self._gathering(at) if comes and not at_home else self._nations_after(at)

    @once
    def _gathering(self, at: int) -> list[Actor]:
        """The states that the meeting at this item is of, as one phrase without a side, or nobody."""
        if _HELD_BY_SCHOLARS.search(self.lx.lower(at, at + VERY_FAR)) is not None:
            return []
        named = self._ministers_before(at) or self._named_members(at) or self._ministers_of(at)
        return named or self._of_many_states(at) or self._nations_after(at)

    def _ministers_before(self, at: int) -> list[Actor]:
        """Read "the Commonwealth Foreign Ministers Meeting", "the ASEAN Defence Ministers' Meeting": they are many."""
        end = at - (self.lx.codes[at - 1 : at] == "'")
        of_each = (a for a in self.actors if a.last == end and a.plural and a.kind in ("role", "group") and not a.name)
        return [a for a in of_each if a.office.endswith("-minister") or a.rank == "minister"][:1]

    def _ministers_of(self, at: int) -> list[Actor]:
        """Read "a conference of foreign ministers of A, B and C": those of several states whom it is said to be of."""
        beside = (g.actors for g in self.groups if at < g.first <= at + PAIR + 1 and g.governor == "of")
        whose = next(beside, [])
        return whose if len({side for one in whose for side in sides_of(one)}) > 1 else []

    def _of_many_states(self, at: int) -> list[Actor]:
        """Read "the Sahel Donors Meeting", "the Conference on Sudan", "a meeting of the Friends of Libya Group"."""
        named = range(self._name_begin(at), at)
        before = {self.lx.lows[i] for i in named if self.lx.lows[i] != _LOOSE or self.lx.words(i, i + 1).istitle()}
        if before & _AT_HOME:
            return []
        forum = self.lx.codes[at] == "F" and self.lx.codes[at + 1 : at + 2] != "U"
        many = forum or bool(before & _OF_MANY) or self._is_on_a_land(at) or self._is_of_group(at)
        return [body(at, at + 1, (), "participants", STATES)] if many else []

    def _named_members(self, at: int) -> list[Actor]:
        """Read "a meeting of the Quadrilateral Group, which includes A, B and C": those whom it is said to be of."""
        if self.lx.codes[at + 1 : at + 2] != "o":
            return []
        near = (g for g in self.groups if at + PAIR < g.first <= at + VERY_FAR and len(g.actors) > PAIR)
        states = (g for g in near if all(a.kind == "side" for a in g.actors))
        listed = (g for g in states if _COMPRISING.search(self.lx.lower(at, g.first)) is not None)
        return next((g.actors for g in listed), [])

    def _is_on_a_land(self, at: int) -> bool:
        """Read "the Conference on Sudan", "an international meeting on Haiti": named for the state that it is about."""
        named = self.lx.lows[at].startswith("conference") or "international" in self.lx.lows[self._name_begin(at) : at]
        return named and (self._land_of(at) != "" or self._is_on_part_of_world(at))

    def _is_on_part_of_world(self, at: int) -> bool:
        """Read "the Conference on the Western Balkans": several states at once."""
        about = _ON_A_PART.match(self.lx.codes, at + 1)
        return about is not None and self.lx.lows[at + 1] in _ON and self.lx.lows[about.end() - 1] in parts_of_world()

    def _land_of(self, at: int) -> str:
        """The state that a meeting is on or for, or ""."""
        about = _ABOUT.match(self.lx.codes, at + 1)
        if about is None or self.lx.lows[at + 1] not in _ON:
            return ""
        term = self.lx.terms[about.end() - 1]
        return next(iter(side_of(term) or land_of(term)), "")

    def _is_of_group(self, at: int) -> bool:
        """Read "a meeting of the Quadrilateral Group", "of the Contact Group on Yemen"."""
        lx = self.lx
        if lx.codes[at + 1 : at + 2] != "o":
            return False
        named = range(at + 2, min(at + FAR, len(lx)))
        end = next((i for i in named if lx.codes[i] not in "txaBNnCKGo"), named.stop)
        words = set(lx.lows[at + 2 : end])
        return bool(words & _GROUPS) and bool(words & _BRINGING_TOGETHER)

    def _name_begin(self, at: int) -> int:
        """Where the name of the meeting begins, at its article or behind a preposition or a verb."""
        begin = at
        while begin > 0 and self._is_in_name(begin - 1) and at - begin < VERY_FAR:
            begin -= 1
            if self.lx.codes[begin] == "t":
                break
        return begin

    def _is_in_name(self, item: int) -> bool:
        """Whether an item may stand in the name of a meeting; so may "of" in "the Horn of Africa Meeting"."""
        return self.lx.codes[item] in _NAMED or self.lx.codes[item - 1 : item + 2] == "BoB"

    @once
    def _partakers(self, at: int) -> list[Actor]:
        """Those whose part in the meeting at this item another noun tells, or who attended it in the passive."""
        part = self._whose_part(at) or self._representing(at)
        return part or (self._those_attending(at) if self._gathering(at) else [])

    def _representing(self, at: int) -> list[Actor]:
        """Read "will represent Ghana at the summit", "represented the President at the meeting": who is there."""
        preposition = self._name_begin(at) - 1
        if preposition < PAIR or self.lx.lows[preposition] not in _AT:
            return []
        whom = next((g for g in self.groups if g.last == preposition and not (g.governor or g.possessive)), None)
        own = self.lx.lows[preposition - PAIR] in _OWN and self.lx.lows[preposition - 1] in _LANDS
        verb = preposition - PAIR - 1 if own else whom.first - 1 if whom is not None else 0
        if verb < 1 or not self.lx.lows[verb].startswith("represent"):
            return []
        return [a for a in self._left(verb) if a.kind in ("person", "role", "pronoun")]

    def _whose_part(self, at: int) -> list[Actor]:
        """Read "X's participation in", "the attendance of X at", "her presence at": whose."""
        lx, begin = self.lx, self._name_begin(at)
        preposition = begin - 1
        if preposition < PAIR or lx.lows[preposition] not in _AT:
            return []
        of_them = next((g for g in self.groups if g.last == preposition and g.governor == "of"), None)
        noun = preposition - 1 if of_them is None else of_them.first - 1
        while of_them is not None and noun > 0 and lx.codes[noun] in "oth":
            noun -= 1
        if lx.lows[noun] not in _PARTAKING:
            return []
        return of_them.actors if of_them is not None else self._possessor(noun) or self._his(noun)

    def _his(self, noun: int) -> list[Actor]:
        """Read "Her participation in": of the one spoken of before."""
        one = OF_ONE.get(self.lx.lows[noun - 1])
        return [Actor(noun - 1, noun, kind="pronoun", determiner=one)] if one is not None else []

    def _those_attending(self, at: int) -> list[Actor]:
        """Read "the conference in Nairobi on Tuesday was attended by X"."""
        attended = _ATTENDED.match(self.lx.lower(at + 1, at + VERY_FAR + FAR))
        if attended is None:
            return []
        by = self.lx.item_at(at + 1, attended.end() - 2)
        return next((g.actors for g in self.groups if by < g.first <= by + PAIR and g.governor == "by"), [])
