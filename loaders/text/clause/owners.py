"""Whose a thing is: "President X's first meeting", "his talks"."""

from __future__ import annotations

from loaders.text.clause.first_person import OWN, SAYS, speaker
from loaders.text.clause.group import Group
from loaders.text.clause.said_then import only_says_when
from loaders.text.clause.subjects import Subjects
from loaders.text.lexis.clause_words import OF_ONE
from loaders.text.lexis.distances import FAR, NEAR
from loaders.text.lexis.words import word_class
from loaders.text.who.actor import Actor
from loaders.text.who.person import Person

_STOP_WORDS = word_class("clause end")
_MEANWHILE = frozenset({"while", "whereas", "whilst"})
_TELLING = frozenset({"brief", "briefed", "briefs", "briefing", "informed", "informs", "updated", "apprised"})


class Owners(Subjects):
    """Finds whose a visit, a meeting or a call is."""

    def _possessor(self, at: int) -> list[Actor]:
        """Read "President X's first meeting": whose it is; also "his meeting"."""
        lx, i = self.lx, at - 1
        while i >= 0 and at - i < FAR and lx.lows[i] not in _STOP_WORDS:
            # "his White House meeting"; "his Davos meetings" are his agenda
            where = lx.codes[i] in "KM" and lx.codes[i - 1 : i] in ("h", "'") and lx.lows[at] != "meetings"
            listed = lx.codes[i] == "," and lx.codes[i - 1] == lx.codes[i + 1] == "a"
            if lx.codes[i] not in "xaBn-Dm" and not where and not listed:
                break
            i -= 1
        if i >= 0 and lx.codes[i] == "'":
            return next((g.actors for g in self.groups if g.last == i), [])
        if i >= 0 and lx.codes[i] == "h":
            if lx.lows[i] in OWN:
                return [speaker(i)]
            if (thanked := self._thanked(i)) is not None:
                return thanked.actors
            later = next((g.actors for g in self.groups if g.first > at and g.governor == "" and not g.possessive), [])
            ahead = i < NEAR and not any(g.last <= i and _is_somebody(g.actors[0]) for g in self.groups)
            if ahead and later:
                return later
            first = self.groups[:1] if self.groups and self.groups[0].possessive else []
            opening = [a for g in first for a in g.actors if g.first == 0 and a.name]  # "X's visit follows his trip to"
            whose = (
                self._agent(i),
                self._meanwhile(at),
                self._subject,
                self._clause_subject(at),
                self._who_says(at),
                opening,
            )
            found = next(filter(None, (_of_whom(lx.lows[i], actors) for actors in whose)), [])
            return found or self._spoken_of_before(i, at)
        return []

    def _spoken_of_before(self, whose: int, at: int) -> list[Actor]:
        """Read "Her talks with X took place", "This came during his talks with X": of the one spoken of before."""
        pronoun = OF_ONE.get(self.lx.lows[whose])
        if pronoun is None or self.lx.codes[at + 1 : at + 2] not in ("w", "o"):
            return []
        if not only_says_when(self.lx, whose) and any(g.first < whose for g in self.groups):
            return []
        begins = whose == 0 or self.lx.codes[whose - 1] in "&,;" or only_says_when(self.lx, whose)
        return [Actor(whose, whose + 1, kind="pronoun", determiner=pronoun)] if begins else []

    def _meanwhile(self, at: int) -> list[Actor]:
        """Read "X will visit Oslo, while Y will be on her first visit to Lima": Y, whose clause it is."""
        begin = self._clause_begin(at)
        if begin == 0 or self.lx.lows[begin - 1] not in _MEANWHILE:
            return []
        own = next((g for g in self.groups if begin <= g.first <= begin + 1 and not g.possessive), None)
        return own.actors if own is not None and own.governor == "" and _is_somebody(own.actors[0]) else []

    def _agent(self, whose: int) -> list[Actor]:
        """Read "a plan put forward by X after his talks with Y": X, right before the preposition."""
        agents = (g for g in self.groups if g.last == whose - 1 and g.governor == "by" and not g.possessive)
        return next((g.actors for g in agents if g.actors[0].name), [])

    def _who_says(self, at: int) -> list[Actor]:
        """Read "the Minister said on Monday that his talks with X": whose words a clause has."""
        begin = self._clause_begin(at)
        if begin < NEAR or self.lx.lows[begin - 1] != "that" or not SAYS & set(self.lx.lows[:begin]):
            return []
        return [a for a in self._clause_subject(begin - 1) if a.kind in ("person", "role")]

    def _thanked(self, whose: int) -> Group | None:
        """Read "commended the minister for his visit": the one who is named right before."""
        if self.lx.lows[whose - 1] not in ("for", "on") or not (self._subject_at or self._subject):
            return None
        if not _TELLING.isdisjoint(self.lx.lows[self._subject_at : whose]):
            return None  # "briefed the minister on his visit": he who tells of it
        fits = (g for g in self.groups if g.last == whose - 1 and g.governor == "" and g.first > self._subject_at)
        return next((g for g in fits if g.actors[0].kind in ("person", "role") and not g.actors[0].plural), None)


def _of_whom(word: str, actors: list[Actor]) -> list[Actor]:
    """Read "X and Y's officials discussed his trip": one of those who may be meant, not the officials."""
    if word not in ("his", "her") or len(actors) <= 1:
        return actors
    return [one for one in actors if not one.plural and one.kind in ("person", "role", "pronoun")][:1]


def _is_somebody(actor: Actor) -> bool:
    """Tell "Trump used his visit" from "Ahead of his visit", where a word begins with a capital for standing first."""
    side = actor.person.side if isinstance(actor.person, Person) else ""
    return bool(actor.sides or actor.capacity or side or actor.last - actor.first > 1)
