"""Nouns that tell of a contact: "held talks with", "the meeting between", "X's call with"."""

from __future__ import annotations

import re

from loaders.text.actor import Actor
from loaders.text.clause import Clause
from loaders.text.distances import FAR
from loaders.text.frame import Frame
from loaders.text.groups import Where
from loaders.text.status import status_of
from loaders.text.triggers import Trigger

_TALKED_OF = re.compile(
    r"\b(?:discuss\w*|exchang\w+|situation|concerning|regarding|importance|issues?|prospects|progress|touched|questions?|support\w*|efforts|need|outcome|results|resumption|resume\w*|facilitat\w+|process)\b"
)


_REVOKED = ("cancelled", "postponed", "denied")


class NounPhrases(Clause):
    """Readers of nouns."""

    def _read_noun_call(self, at: int, trigger: Trigger) -> Frame | None:
        if (self.lx.lows[at] in ("call", "calls") and self.lx.codes[at + 1 : at + 2] in ("f", "o")) or (
            self.lx.lows[at] in ("call", "calls")
            and self.lx.lows[at + 1 : at + 2] in (["to"], ["on"], ["that"], ["upon"])
        ):
            return None
        return self._noun(at, trigger, None, also="to")

    def _read_noun(self, at: int, trigger: Trigger) -> Frame | None:
        if (
            self.lx.lows[at] in ("dialogue", "contacts", "session", "discussion", "consultation")
            and self._light(at) < 0
        ):
            return None
        return self._noun(at, trigger, None)

    def _noun(
        self,
        at: int,
        trigger: Trigger,
        subject: list[Actor] | None,
        places: list[Where] | None = None,
        also: str = "with",
    ) -> Frame | None:
        light = self._light(at)
        stated: list[Actor] = list(subject or [])
        if subject is None:
            stated = self._possessor(at) + self._right(at, {"with", "between", "of", "among", "by", also}, noun=True)
            adjectives = self._adjective_sides(at)
            stated += [] if any(a.sides for a in stated) else adjectives
            if light >= 0:
                stated = self._left(light) + stated
            elif (
                stated
                and not self._possessor(at)
                and self._embedded(at)
                and len({s for a in stated for s in a.sides}) <= 1
            ):
                stated = self._clause_subject(at) + stated
        passive_by: list[Actor] = []
        if (
            light < 0
            and not self._possessor(at)
            and self.passage.role != "headline"
            and _TALKED_OF.search(self._governing(at))
        ):
            return None
        definite = (
            self.lx.codes[at - 1 : at] == "t" and self.lx.lows[at - 1] in ("the", "this", "these", "that")
            if at
            else False
        )
        headline = self.passage.role == "headline"
        if not stated and not (places or headline):
            return None
        if (
            trigger.kind == "summit"
            and light < 0
            and re.search(r"\b(?:sidelines?|margins?|fringes|ahead|eve) of\b", self.lx.lower(max(0, at - 8), at))
        ):
            return None
        status = self._noun_status(at, light)
        frame = self._make(at, trigger, stated + passive_by, "", places=places)
        frame.status = status
        frame.definite = definite and light < 0
        frame.home_takes_part = light < 0 and not self._possessor(at) and self.lx.codes[at + 1 : at + 2] == "w"
        return frame

    def _noun_status(self, at: int, light: int) -> str:
        window = self.lx.lower(max(0, at - 6), at)
        own = status_of("noun", " ".join(window.split()[-4:]))
        after = status_of("after", self.lx.lower(at + 1, at + 26))
        if after in _REVOKED and (light < 0 or own == "planned"):
            return after  # "a planned meeting has been cancelled"
        if own in _REVOKED or (own and light < 0):
            return own
        if light >= 0:
            before = self._before(light) + " " + self.lx.lower(light + 1, at)
            said = status_of("before", before)
            if said:
                return said
        else:
            said = status_of("before", self._governing(at))
            if said in ("denied", "cancelled", "postponed", "proposed"):
                return said
        if light < 0 and after:
            return after
        return own or ("held" if light >= 0 else "")

    def _embedded(self, at: int) -> bool:
        """Read "at a meeting with", "during talks with", "in a conversation with"."""
        i = at - 1
        while i >= 0 and self.lx.codes[i] in "xaBntmD-" and at - i < FAR:
            i -= 1
        return (
            i >= 0
            and self.lx.codes[i] in "pf"
            and self.lx.lows[i] in ("at", "in", "for", "during", "after", "following", "before")
        )

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

    def _read_attend(self, at: int, trigger: Trigger) -> Frame | None:
        """Read "the delegation included X and Y", "attended by X": who took part in the event told of before."""
        lx = self.lx
        word = lx.lows[at]
        if (
            word in ("joined", "accompanied")
            and lx.lows[at - 1 : at] not in (["was"], ["were"], ["been"], ["is"])
            and at
        ):
            return None
        if word in ("attended", "joined", "accompanied") and lx.lows[at + 1 : at + 2] != ["by"]:
            return None
        if word in ("included", "includes", "featured", "comprised", "comprises", "headed", "led") and not re.search(
            r"\b(?:delegation|team|side|participants|group)\b", lx.lower(max(0, at - 5), at)
        ):
            return None
        people = [a for g in self.groups if g.first > at for a in g.actors if a.kind in ("person", "role")]
        if not people:
            return None
        frame = self._make(at, trigger, people, "")
        frame.companions = True
        return frame
