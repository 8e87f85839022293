"""Nouns that tell of a contact: "held talks with", "the meeting between", "X's call with"."""

from __future__ import annotations

import re

from loaders.text.clause.clause import TEMPORAL
from loaders.text.clause.each_alone import are_met_alone
from loaders.text.clause.frame import Frame
from loaders.text.clause.places import Where
from loaders.text.clause.status import status_of
from loaders.text.clause.stretches import SEQUEL
from loaders.text.lexis.clause_words import AUXILIARIES, COURTESY
from loaders.text.lexis.distances import FAR, NEAR, PAIR, VERY_FAR
from loaders.text.lexis.triggers import Trigger
from loaders.text.lexis.words import word_class
from loaders.text.telling.attended_too import attended_too, leave_to_others
from loaders.text.telling.gatherings import ATTENDING
from loaders.text.telling.noun_parties import ALSO, GOES_ON, TAKES_PLACE
from loaders.text.telling.on_the_line import is_by_phone
from loaders.text.telling.sport import are_teams
from loaders.text.telling.standing_bodies import StandingBodies
from loaders.text.telling.unsaid_of import is_only_unsaid
from loaders.text.who.actor import Actor

_CALLED_HOME = re.compile(r"\b(?:recall|withdr|summon|call(?:ed|s|ing)? home)\w* (?:\S+ ){1,8}?(?:home )?for(?: \w+)?$")
_THE_NAMED = re.compile(r"\bthe(?: [\w.-]+){1,5}$")
_WERE_HELD = re.compile(
    r"^[^.]*?[—–;] (?:was|were|will be) (?:\w+ )?(?:held|convened)|^[^.]*?[—–;] (?:took|will take) place"
)
"""Read "the last talks between A and B - C and D - were held in Oslo in May"."""
_ALSO_AT = re.compile(r"\balso (?:participate[sd]? in|attend(?:ed|s)?|took part in|takes part in)\b")
"""Read "the minister also took part in the third meeting between A and B": another than that told of."""
_FOR_ANOTHER = re.compile(
    r"\bto (?:(?:discuss|review|finali[sz]e|set|agree|talk about) (?:[\w'-]+ ){0,3}?)?"
    r"(?:prepar\w+|agenda|dates?)\b[^,;]*$"
)
"""Read "will meet X to prepare for a summit", "to discuss the agenda for talks": not that at which they prepare it."""
_CAME_AFTER = re.compile(
    r"\b(?:visit|trip|tour|meeting|talks|summit|call|conversation)\b[^,;]*?\b(?:comes?|came|takes place|took place)\b"
    r"[^,;]*\bafter (?:the|their|his|her)(?: [\w-]+){0,3}$"
)
"""Read "the visit came two weeks after the meeting of A, B and C": that was another."""
_WAS_THERE = re.compile(r"(?:(?:took|takes|take) part in|participate[sd] in|attended|joined) the$")
"""Read "Ministers X and Y also took part in the talks"."""
_IS_THE = re.compile(
    r"\b(?P<be>(?:(?:will|would|could|may|is|was|has|had) )?(?:be|is|was|been|marks?|marked))"
    r" (?:the|their|his|her|its|only|(?:[\w.-]+ ){1,5}'s?)(?: [\w'-]+){0,2}?"
    r" (?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|latest|last|\d+(?:st|nd|rd|th))"
    r"(?: [\w-]+){0,3}$"
)
"""Read "this would be their first": what follows is what has been told of."""
_ADJECTIVES = frozenset(
    {"bilateral", "trilateral", "one-on-one", "face-to-face", "head-to-head", "tête-à-tête", "tete-a-tete"}
)
_HOLDING = {
    "hold", "holds", "held", "holding", "open", "opens", "opened", "begin", "begins", "began", "start", "started",
    "convene", "convened", "end", "ended", "conclude", "concluded", "resume", "resumed", "chair", "chaired", "hosted",
}  # fmt: skip
_ONE_BEFORE = re.compile(r"\b(?:previous|preceding|last) (?:round|session|series)?\b")
_WAS = re.compile(r"(?:[\w-]+ ){0,8}?(?:(?:was|were) (?:held|conducted)|took place|lasted)\b")
"""Read "the previous round of talks was held in May"."""
_FOR_LONG = re.compile(r"\b(?:suspended|dropped|shelved|abandoned|on (?:hold|ice))\b")
"""Said of what stands, and not of one sitting of it."""
_COMING = {"arrived", "arrives", "flew", "left", "leaves", "travelled", "traveled", "visit", "heads"}
_WHEN = frozenset({"after", "following", "during", "at"})
_BARE = frozenset({"not", "did", "would", "could"})
"""Before a verb they leave it without a tense of its own: "the trip did not go well"."""
_BARING = frozenset({"will", "would", "may", "might", "could", "can", "to", "did", "not"})
_PRESENT = word_class("present tense")
_HOSTING = frozenset({"hosts", "attends", "joins", "chairs"})
"""Read "India hosts the summit this weekend"."""


class NounPhrases(StandingBodies):
    """Readers of nouns."""

    def _read_press(self, at: int, trigger: Trigger) -> Frame | None:
        """Read "X and Y gave a joint news conference": they met."""
        joint = "joint" in self.lx.lows[max(0, at - 4) : at]
        beside = self.lx.codes[at + 1 : at + 2] == "w" and self._right(at, {"with"}, noun=True)
        return self._noun(at, trigger, None) if joint or beside else None

    def _read_noun(self, at: int, trigger: Trigger) -> Frame | None:
        if (
            self.lx.lows[at]
            in ("dialogue", "conversations", "contacts", "session", "sessions", "discussion", "consultation")
            and self._light(at) < 0
            and not self._is_had(at)
            and TAKES_PLACE.match(self._after_brackets(at)) is None
            and not self._of_two_takes_place(at)
            and not (self._is_next(at) or self._sits_under(at) or self.passage.listed)
            and not (status_of("after", self.lx.lower(at + 1, at + 26)) and self._commission_sides(at))
        ):
            return None
        given = not self.lx.lows[at].startswith("reception") or self._is_given(at)
        given = given and not self._tells_of_none(at)
        if not given or (self.lx.lows[at] in ("forum", "commission", "committee") and not self._sits(at)):
            return None
        if self.lx.lows[at] in _ADJECTIVES and self._is_adjective(at):
            return None  # "bilateral ties"
        a_talk = self.lx.codes[at - 2 : at + 2] == "txxw" and self._light(at) >= 0  # "held a bilateral talk with"
        if self.lx.lows[at] == "talk" and self.lx.codes[at - 1 : at] not in ("t", "h", "'", "a") and not a_talk:
            return None  # the verb, or "talk of"
        if "for" in self.lx.lows[max(0, at - 2) : at] and _CALLED_HOME.search(self.lx.lower(0, at)):
            return None  # "recalled its ambassador for consultations"
        also = "on" if self.lx.lows[at - 1] in COURTESY else ALSO.get(self.lx.lows[at], "with")
        frame = self._noun(at, trigger, None, also=also)
        if frame is not None and is_by_phone(self.lx, at):
            frame.kind = "call"
        return frame

    def _tells_of_none(self, at: int) -> bool:
        """Read "will encounter", "discussed preparations for intra-Syrian talks": not of those who will talk."""
        if self.lx.lows[at] == "encounter":
            return self.lx.lows[at - 1] in _BARING
        if self.lx.lows[at - 1 : at + 1] == ["national", "dialogue"]:
            return True  # of those of one state
        if self._is_way_to_talk(at):
            return True
        inside = self.lx.lows[max(0, at - NEAR) : at]
        return "intra" in inside and "preparations" in self.lx.lows[max(0, at - VERY_FAR) : at]

    def _read_gathering_noun(self, at: int, trigger: Trigger) -> Frame | None:
        """Read "attended the Conference on Sudan", "X's participation in the donors' conference": of many states."""
        light = self._light(at)
        there = self.lx.lows[light] in ATTENDING if light >= 0 else bool(self._partakers(at))
        there = there or (light < 0 and bool(self._ministers_of(at)) and GOES_ON.match(self._predicate(at)) is not None)
        return self._noun(at, trigger, None) if there and self._gathering(at) else None

    def _is_adjective(self, at: int) -> bool:
        """Tell "bilateral ties" from "a bilateral with X", "held a tête-à-tête in Lima"."""
        dated = self.lx.codes[at + 1 : at + 3] in ("pm", "pK")
        return not dated and self.lx.codes[at + 1 : at + 2] not in ("w", "b", "o", ".", ",", "", "m")

    def _is_given(self, at: int) -> bool:
        """Read "hosted a reception for President X", "during the King's reception of Mr X": not of a national day."""
        light = self._light(at)
        hosted = light >= 0 and self.lx.lows[light].startswith(("host", "g", "h"))
        owned = self.lx.codes[at + 1 : at + 2] == "o" and any(a.kind != "side" for a in self._possessor(at))
        within = light < 0 and (owned or self._embedded(at) or self.lx.codes[at - PAIR : at] == "ph")
        if not hosted and not within:
            return False
        guests = (g for g in self.groups if at < g.first <= at + VERY_FAR and g.governor in ("for", "of"))
        kinds = ("person", "role", "group") if hosted else ("person", "role")
        return any(g.actors[0].kind in kinds and self._right(at, {"for", "of"}) for g in guests)

    def _is_had(self, at: int) -> bool:
        """Read "after contacts with Minister X", "the session between A and B concluded": it took place."""
        before = self._preposition(at)
        after = before >= 0 and (
            self.lx.lows[before] in ("after", "following", "during", "at") or self._comes_for(before)
        )
        beside = next(
            (g for g in self.groups if at < g.first <= at + VERY_FAR and g.governor in ("with", "between")), None
        )
        if beside is None:
            return False
        between = beside.governor == "between" and len(beside.actors) > 1
        goes_on = GOES_ON.match(self.lx.lower(beside.last, beside.last + NEAR)) is not None
        return (after and beside.first <= at + NEAR) or (between and (goes_on or self._is_called_off(at)))

    def _is_called_off(self, at: int) -> bool:
        """Read "the dialogue between A and B due on Friday has been postponed", not "has been suspended for years"."""
        said = self._predicate(at)
        return status_of("after", said) in ("cancelled", "postponed") and _FOR_LONG.search(said) is None

    def _comes_for(self, preposition: int) -> bool:
        """Read "arrived in Oslo for consultations with Minister X"."""
        return self.lx.codes[preposition] == "f" and not _COMING.isdisjoint(self.lx.lows[:preposition])

    def _noun(
        self,
        at: int,
        trigger: Trigger,
        subject: list[Actor] | None,
        places: list[Where] | None = None,
        also: str = "with",
    ) -> Frame | None:
        light = -1 if is_only_unsaid(self.lx, at) else self._light(at)
        listed = attended_too(self.lx, at) if light < 0 else -1
        light = light if light >= 0 else max(self._shared_light(at), listed)
        definite = self._is_definite(at, trigger)
        stated = self._stated(at, light, definite, also) if subject is None else list(subject)
        if self._is_talked_of(at, light, stated) or (light < 0 and self._is_prepared(at, stated)):
            return None
        if trigger.kind in ("meeting", "talks"):
            at_it = light < 0 and self.lx.lows[self._preposition(at)] == "at"
            goes_on = at_it or (light < 0 and GOES_ON.match(self.lx.lower(at + 1, at + FAR)) is not None)
            stated = self._of_body(at, stated, held=goes_on or (light >= 0 and self.lx.lows[light] in _HOLDING))
        if not stated and not places and self.passage.role != "headline":
            return self._of_those_before(at, trigger, light)
        status = self._noun_status(at, light)
        if self._only_dates_another(at, trigger, light) or self._is_no_event(at, trigger, light, status):
            return None
        if trigger.kind == "meeting" and stated and are_teams(self.lx, stated):
            return None
        if self._is_with_anybody(at, stated, status):
            return None
        frame = self._make(at, trigger, stated, "", places=places)
        frame.status = status
        frame.separate = frame.separate or are_met_alone(frame)
        definite = definite and not self._partaking(at, light, also)
        frame.definite = definite and (light < 0 or self.lx.lows[light].startswith(("postpon", "cancel", "host")))
        frame.home_takes_part = light < 0 and not self._possessor(at) and self.lx.codes[at + 1 : at + 2] == "w"
        frame.convened = self._is_convened(light)
        if self._is_to_be_dated(at):
            frame.day_after, frame.places = True, [w for w in frame.places if w.item > at]
        if light < 0 and self.lx.lows[self._preposition(at)] == "from":
            frame.day_after = True  # "returned on Thursday from talks with X": the day of the return
        frame.also = frame.also or _ALSO_AT.search(self.lx.lower(max(0, at - FAR), at)) is not None
        self._note_rest(frame, light)
        if listed >= 0:
            leave_to_others(self.lx, frame)
        return frame

    def _is_prepared(self, at: int, stated: list[Actor]) -> bool:
        """Read "will meet X to prepare for a summit in May": it is not theirs, and nobody says whose it is."""
        before = self.lx.lower(max(0, at - FAR), at)
        owned = "h" in self.lx.codes[max(0, at - PAIR) : at] or any(a.last >= at - 1 for a in stated)
        return not owned and _FOR_ANOTHER.search(before) is not None

    def _is_definite(self, at: int, trigger: Trigger) -> bool:
        """Read "the talks", "at the NATO summit": one that is known."""
        if at > 0 and self.lx.lows[at - 1] in ("the", "this", "these", "that"):
            return not self._had_with(at)
        named = trigger.kind == "summit" and self._embedded(at) and not self._is_one_of_series(at)
        return named and _THE_NAMED.search(self._governing(at)) is not None

    def _note_rest(self, frame: Frame, light: int) -> None:
        """Note how far it reaches, who was there too, what it is known by, and whether it is told in the present."""
        self._stretch(frame, light)
        before = self.lx.lower(max(0, frame.at - FAR), frame.at)
        frame.earlier = (
            _ONE_BEFORE.search(before) is not None
            and _WAS.match(self.lx.lower(frame.at + 1, frame.at + 12)) is not None
        )
        if frame.definite and " after " in before:
            frame.earlier = _CAME_AFTER.search(self.lx.lower(max(0, frame.at - 2 * VERY_FAR), frame.at)) is not None
        sequel = SEQUEL.search(self.lx.lower(max(0, frame.at - FAR), frame.at + 1))
        frame.earlier = frame.earlier or (sequel is not None and sequel[0].endswith(self.lx.lows[frame.at]))
        self._note_companions(frame, light)
        if light < 0 and frame.status == "" and self._comes_before_plan(frame.at):
            frame.definite = True
        named = _IS_THE.search(self.lx.lower(max(0, frame.at - VERY_FAR), frame.at)) if light < 0 else None
        if named is not None:
            self._identify(frame, named["be"])
        elif all(where.item < frame.at for where in frame.places):
            frame.places = self._named_for(frame.at) or frame.places  # "in Oslo to prepare a Lima summit"
        aside = frame.definite and self._closes_aside(frame.at, light)  # "X, who is hosting the talks, met Y on Monday"
        frame.undated, frame.present = frame.undated or aside, not aside and self._told_in_present(frame.at, light)
        if frame.present and frame.status == "held" and self._is_when(light):
            frame.status = "planned"  # "when the two hold talks"

    def _is_when(self, light: int) -> bool:
        return light > 0 and self._subject_at > 0 and self.lx.lows[self._subject_at - 1] in TEMPORAL

    def _stretch(self, frame: Frame, light: int) -> None:
        """Let the clause of a noun reach its predicate behind a parenthesis or an aside."""
        apart = light < 0 and ";" in self.lx.codes[frame.at :]
        held = _WERE_HELD.search(self.lx.lower(frame.at + 1, len(self.lx))) if apart else None
        if held is not None:
            frame.span = frame.span[0], max(frame.span[1], self.lx.item_at(frame.at + 1, held.end()) + FAR)
        goes_on = self._behind_aside(frame.at) if light < 0 and not self._embedded(frame.at) else 0
        if goes_on:
            frame.span = frame.span[0], max(frame.span[1], self._stop(goes_on))

    def _note_companions(self, frame: Frame, light: int) -> None:
        """Read "X and Y also took part in the talks": more who were at what has been told of."""
        others = any(a.first >= frame.at for a in frame.actors)
        if light >= 0 and frame.kind in ("meeting", "talks") and not others:
            frame.companions = _WAS_THERE.match(self.lx.lower(light, frame.at)) is not None

    def _named_for(self, at: int) -> list[Where]:
        """Read "the Geneva talks", "U.N.-backed Doha negotiations": the city that a contact goes by."""
        before = at - 1
        if self.passage.role == "headline" and self.lx.codes[at - PAIR : at] == "K;":
            return [w for w in self.places if w.item == at - PAIR]  # "X in Oslo: talks with Y"
        while before > 0 and self.lx.codes[before] in "xa" and at - before < PAIR + 1:
            before -= 1
        term = self.lx.terms[before] if self.lx.codes[before] == "K" else None
        if term is None or term.place is None or self.lx.codes[before - 1 : before] in ("&", "-", ","):
            return []
        return [Where(before, "", term.place, self.lx.starts[before], self.lx.ends[before])]

    def _told_in_present(self, at: int, light: int) -> bool:
        """Read "hold talks on Monday", "talks resume next week"."""
        lx = self.lx
        if light >= 0:
            begin = self._verb_group(light)
            progressive = lx.lows[light].endswith("ing") and lx.lows[begin] in ("is", "are")
            bare = lx.lows[light] in _PRESENT and (AUXILIARIES | {"to"}).isdisjoint(lx.lows[begin:light])
            return bare or progressive
        if not _HOSTING.isdisjoint(lx.lows[max(0, at - FAR) : at]):
            return True
        beyond = range(at + 1, min(self._stop(at, noun=True) + 1, at + VERY_FAR, len(lx)))
        return any(lx.lows[i] in _PRESENT and lx.lows[i - 1] not in _BARE for i in beyond)
