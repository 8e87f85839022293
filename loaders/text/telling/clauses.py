"""One sentence to frames: what happened, who took part in which role, when and where."""

from __future__ import annotations

import re
from functools import cache

from loaders.text.clause.frame import Frame
from loaders.text.clause.groups import read_groups
from loaders.text.clause.one_among import without_those_among
from loaders.text.clause.questions import asked
from loaders.text.clause.refused import Refused, Why
from loaders.text.clause.status import NONE, status_of
from loaders.text.lexis.clause_words import AUXILIARIES
from loaders.text.lexis.distances import FAR, NEAR, PAIR, VERY_FAR
from loaders.text.lexis.triggers import SIT, Trigger, beginnings_of_two, trigger_beginnings, triggers
from loaders.text.lexis.words import word_class
from loaders.text.telling.acts import Acts
from loaders.text.telling.agreements import Agreements
from loaders.text.telling.around import Around
from loaders.text.telling.bare_verbs import goes_on_being, is_bare_verb
from loaders.text.telling.came_to_attend import come_after_arrival
from loaders.text.telling.companions import Companions
from loaders.text.telling.exchanges import Exchanges
from loaders.text.telling.false_reports import deny_false_reports
from loaders.text.telling.first_time import is_of_its_kind
from loaders.text.telling.gapping import Gapping
from loaders.text.telling.gerunds import Gerunds
from loaders.text.telling.greetings import Greetings
from loaders.text.telling.invitations import Invitations
from loaders.text.telling.met_before import met_before
from loaders.text.telling.on_the_line import leave_undated
from loaders.text.telling.other_travellers import OtherTravellers
from loaders.text.telling.press_together import PressTogether
from loaders.text.telling.shared_parties import share_parties
from loaders.text.telling.travel import Travel
from loaders.text.who.actor import Actor

_BASES = word_class("base form")
"""Forms that are no past."""
_GOVERN = frozenset({"must", "will", "would", "to", "may", "might", "could", "shall", "should"})
_MOST = 40
"""Words that may tell of an event in one sentence: what has more of them is none, and reading it would take an age."""
_MEETING_AS_VERB = Trigger("meet", "verb", "meet", "meeting")


_NOUNS_TOO = frozenset({"lunch", "commission"})
_ADVERBS = frozenset({"also", "both", "now", "currently", "still", "later"})
_BEFORE_NOUNS = frozenset("th'Danowy-B")
_BEFORE_BASE = frozenset(
    {"longer", "first", "next", "even", "instead", "then", "afterwards", "subsequently", "thereafter"}
)
"""Adverbs between an auxiliary and its verb: "will first visit"."""
_NOT_SINCE = re.compile(
    r"\b(?:has|have|had) not\b.*\bsince\b|\bnot\b.*\b(?:as of )?yet\b"
    r"|\b(?:has|have|had) not (?:previously|yet|hitherto)\b"
    r"|\b(?:has|have|had) not\b[^,;]* (?:before|until (?:now|then))(?: [.;,]|$)"
)
_ACTS = frozenset({"expulsion", "other", "sanction", "summons"})
_WITH_THAT = ("decision to", "decided to")
_WISHED = re.compile(
    r"\b(?:urg(?:ed|es|ing)|call(?:ed|s|ing)? (?:on|upon|for)|demand(?:ed|s|ing)|should|must|ought to|recommend(?:ed|s)"
    r"|appeal(?:ed|s)|wants?|wanted|needs?|needed|plead\w*|lobb\w+)\b(?:(?! (?:and|but) )[^,;])*$"
)
_AMONG_WISHES = re.compile(r"\b(?:urg|press|push|demand|call|appeal|lobb)\w* .*, (?:including|such as) (?:by )?\w+$")
"""Read "has pressed Chad to do more, including imposing sanctions"."""
_COMING = frozenset({"will", "would", "is", "are", "plans", "plan", "hopes", "intends", "expects"})
_PARTICIPLE = re.compile(r"\bbefore (?:\w+ing (?:\S+ ){0,3}?)?\S+$")
"""Read "will meet X before attending a summit"."""
_ON_IT = re.compile(r"\bon (?:an?|his|her|their|its)\b")
"""Read "will leave on Monday on a visit to Oslo"."""
_TO_ATTEND = re.compile(r"\bto (?:attend|hold|join|take part in|participate in)(?: [\w'-]+){0,9}$")


class ClauseReader(
    Exchanges,
    Around,
    Companions,
    Greetings,
    Travel,
    Invitations,
    Agreements,
    Acts,
    Gapping,
    OtherTravellers,
    PressTogether,
    Gerunds,
):
    """Reads the frames of one sentence. Its actors are resolved before the frames are asked for."""

    def frames(self) -> list[Frame]:
        """Return what the sentence tells, in the order of its words."""
        if not (told := self._triggers()):
            return []
        self.groups = without_those_among(self.lx, read_groups(self.lx, self.actors))
        found: list[Frame] = []
        for at, _ in told[_MOST:]:
            self._refuse(at, "too-many")
        for at, options in told[:_MOST]:
            frame = self.read_before_next(at, options, self._first_frame)
            if frame is not None and frame.kind in _ACTS:
                frame = self._as_done(frame)
            if frame is not None and frame.status in ("held", ""):
                frame.status = asked(self.lx, self.groups, at) or frame.status
            if frame is None or frame.status == NONE or self._not_since(frame) or is_of_its_kind(self.lx, frame):
                self._refuse(at, "no-parties" if frame is None else "nothing-happened")
            elif not (found and _says_for_what(frame, found[-1])):
                if found and self._is_purpose(at, frame):
                    frame.status, frame.present = found[-1].status, found[-1].present
                else:
                    self._go_on_bare(at, frame, found)
                    self._go_on_as_told(at, frame, found)
                come_after_arrival(self.lx, at, frame)
                frame.earlier = frame.earlier or met_before(self.lx, frame)
                leave_undated(self.lx, at, frame)
                share_parties(self.lx, self.groups, frame, found)
                found.append(frame)
                found.extend(self._without_verb(frame))
                found.extend(self._others_going(frame))
        deny_false_reports(self.lx, found)
        return found

    def _as_done(self, frame: Frame) -> Frame | None:
        """Leave out an act that another wishes for: "urged Chad to expel", "demanded that Chad break ties"."""
        first = min((a.first for a in frame.actors), default=frame.at)
        if _WISHED.search(self.lx.lower(max(0, frame.at - VERY_FAR), frame.at)) is not None:
            return None
        if self.lx.lows[frame.at].endswith("ing") and _AMONG_WISHES.search(self.lx.lower(0, frame.at + 1)) is not None:
            return None
        if frame.status == "planned" and self.lx.lower(frame.at - 2, frame.at) in _WITH_THAT:
            frame.status = "held"  # "announced his decision to recall": with that it is done
        if frame.status == "held" and "if" in self.lx.lows[max(0, first - 1) : first]:
            frame.status = "proposed"
        return frame

    def _refuse(self, at: int, why: Why) -> None:
        sentence = self.passage.start, self.passage.end
        self.refused.append(Refused(self.lx.starts[at], self.lx.ends[at], sentence, why))

    def _is_purpose(self, at: int, frame: Frame) -> bool:
        """Tell whether it is what a journey is for ("will travel to meet Y"): it has the status of that."""
        if frame.status == "held" and _PARTICIPLE.search(self.lx.lower(max(0, at - NEAR), at + 1)):
            return True
        light = self._light(at) if frame.rule.endswith("-noun") else -1
        reach = NEAR + 1 if frame.kind == "visit" else NEAR - 1  # "will come in April for his first official visit"
        end = at if light < 0 else light
        before = self.lx.lower(max(0, min(at - reach, end - PAIR)), end)
        if frame.status == "held" and (before.endswith(" to") or self._is_attended(at, frame)):
            return True
        if frame.status == "" and (" for" in f" {before}" or (frame.kind == "visit" and _ON_IT.search(before))):
            return True
        named = self.lx.codes[:at].rstrip("tNUTBCDO'xa-")
        return frame.status in ("", "held") and frame.kind == "summit" and named[-1:] == "f"

    def _is_attended(self, at: int, frame: Frame) -> bool:
        """Read "will travel to Minsk to take part in a meeting": the noun that a journey is for."""
        if not frame.rule.endswith("-noun"):
            return False
        return _TO_ATTEND.search(self.lx.lower(max(0, at - FAR), at)) is not None

    def _not_since(self, frame: Frame) -> bool:
        """Read "have not met since December", "did not discuss trade with X": that they met is not denied."""
        if frame.status == "denied" and frame.rule.startswith("discuss"):
            return True
        return frame.status == "denied" and _NOT_SINCE.search(self.lx.lower(0, len(self.lx))) is not None

    def _go_on_bare(self, at: int, frame: Frame, found: list[Frame]) -> None:
        """Read "is to tour a port; meet X, and hold talks with Y": infinitives share what governs the first."""
        verb = self._light(at) if frame.rule.endswith("-noun") else frame.at
        before = verb - 1
        while before > 0 and self.lx.lows[before] in _ADVERBS | {"then"}:
            before -= 1
        if frame.status == "held" and before > 0 and goes_on_being(self.lx, before, verb):
            frame.status, frame.present = "planned", False
        if frame.status != "held" or before <= 0 or self.lx.lows[verb] not in _BASES:
            return
        if self.lx.lows[before] not in ("and", ",", ";"):
            return
        governing = (i for i in range(before - 1, 0, -1) if self.lx.lows[i] in _GOVERN)
        first = next((i for i in governing if self.lx.codes[i + 1] == "x"), 0)  # but no "to Berlin"
        shared = status_of("before", self._before(first + 1)) if first else ""
        if shared or (found and self.lx.lows[before] == "and"):
            frame.status = shared or found[-1].status
            frame.present = found[-1].present if found else frame.present

    def _go_on_as_told(self, at: int, frame: Frame, found: list[Frame]) -> None:
        """Read "they plan to discuss fish, exchanging views", "will meet X, followed by talks": to come as that is."""
        if found and frame.status == "" and self.lx.lower(max(0, at - NEAR), at).find("followed by") >= 0:
            frame.status, frame.also = found[-1].status, True
        if found and frame.kind == found[-1].kind == "visit" and self.lx.lows[at - 1] == "with":
            frame.status, frame.actors = found[-1].status, found[-1].actors  # "to Oslo, with stops in Riga"
        ahead = found[-1].status in ("planned", "proposed") if found else False
        if ahead and frame.kind == "summit" and frame.status == "":
            frame.status = "planned"  # "looks forward to meeting X during the summit"
        verb = self._light(at) if frame.rule.endswith("-noun") else frame.at
        before = [actor for actor in frame.actors if actor.last < verb]
        aside = verb > 1 and (self.lx.codes[verb - 1] == "," or self._is_before_it(verb, before))
        if frame.status == "held" and aside and before and self.lx.lows[verb].endswith("ing"):
            frame.status = self._told_of(before) or frame.status

    def _is_before_it(self, verb: int, subject: list[Actor]) -> bool:
        """Read "X will open a school before meeting Y": to come as what the subject does first is."""
        if self.lx.lows[verb - 1] != "before" or not subject:
            return False
        return self.lx.lows[max(actor.last for actor in subject)] in _COMING

    def _triggers(self) -> list[tuple[int, tuple[Trigger, ...]]]:
        lx, table, begin = self.lx, triggers(), trigger_beginnings()
        codes, lows, pairs = lx.codes, lx.lows, beginnings_of_two()
        places = _places(lows, begin.intersection(lows))
        if "F" in codes:
            places = sorted({*places, *(at for at, code in enumerate(codes) if code == "F")})
        found: list[tuple[int, tuple[Trigger, ...]]] = []
        beyond = 0
        for at in places:
            if at < beyond:
                continue
            if codes[at] == "F" and (named := table.get(lows[at].split()[-1])):
                found.append((at, tuple(one for one in named if one.part == "noun")))  # "the six-party talks"
            elif codes[at] in "xBNpnaGj":
                options, step = table.get(" ".join(lows[at : at + 2])) if lows[at] in pairs else None, 2
                if options is None or at + 1 == len(lows) or (lows[at + 1] == "on" and codes[at + 2 : at + 3] == "m"):
                    options, step = table.get(lows[at]), 1
                if options is not None and not self._is_in_actor(at):
                    chosen = self._choose(at, options)
                    if chosen and (chosen[0].role != SIT or "O" in codes or "F" in codes):
                        found.append((at + step - 1 if chosen[0].part == "noun" else at, chosen))
                    beyond = at + step
        return found

    def _is_in_actor(self, at: int) -> bool:
        return any(actor.first <= at < actor.last for actor in self.actors)

    def _choose(self, at: int, options: tuple[Trigger, ...]) -> tuple[Trigger, ...]:
        """The readings of a word that may be a noun or a verb, by the words around it."""
        nouns, verbs = _parts(options)
        if not nouns:
            return verbs
        if verbs and self.lx.lows[at] == "exchange":
            return nouns if self._is_exchange(at) else verbs  # "had an exchange of views"
        if not verbs:
            return (_MEETING_AS_VERB,) if self._is_gerund(at) else nouns
        before, lower = self.lx.codes[at - 1 : at], self.lx.lows[at - 1] if at else ""
        governed = lower in _BEFORE_BASE and at > 1 and self.lx.lows[at - 2] in _GOVERN  # "will first travel to"
        governed = governed or is_bare_verb(self.lx, at)
        governed_noun = before == "p" and (lower != "to" or self.lx.lows[at].endswith("s"))  # "importance to visits"
        of_noun = before in _BEFORE_NOUNS or governed_noun or self._is_of_place(at)
        if of_noun and not governed:
            return nouns
        modal = lower.endswith("ly") and self.lx.lows[at - 2 : at - 1] != [] and self.lx.lows[at - 2] in AUXILIARIES
        behind = not self.lx.lows[at].startswith("tour") and any(actor.last == at for actor in self.actors)
        if governed or lower in AUXILIARIES or modal or behind:
            return (*verbs, *nouns) if self.lx.lows[at] in _NOUNS_TOO else verbs  # "took X to lunch", "gave X lunch"
        return nouns

    def _is_of_place(self, at: int) -> bool:
        """Read "X's two-day Seoul visit", "wraps up Norway visit", but not "leaders of Norway visit Oslo"."""
        if not self.lx.lows[at].startswith("visit") or self.lx.codes[at - 1 : at] not in ("K", "C"):
            return False
        return self.lx.codes[at - 1] == "K" or self.lx.codes[at + 1 : at + 2] not in ("K", "C", "t")

    def _first_frame(self, at: int, options: tuple[Trigger, ...]) -> Frame | None:
        for trigger in options:
            if (frame := self._frame(at, trigger)) is not None:
                return frame
        return None

    def _frame(self, at: int, trigger: Trigger) -> Frame | None:
        reader = getattr(self, _reader_name(trigger.role), None)
        return reader(at, trigger) if reader is not None else None


def _says_for_what(frame: Frame, before: Frame) -> bool:
    """Read "met X, Y and Z for bilateral talks": the talks are what was told of as a meeting with each."""
    talks = before.separate and frame.rule.endswith("-noun") and frame.kind in ("meeting", "talks")
    return talks and {one.first for one in frame.actors} == {one.first for one in before.actors}


def _places(lows: list[str], words: frozenset[str]) -> list[int]:
    """The items with one of these words, in order: there are few, so they are looked for word by word."""
    found: list[int] = []
    for word in words:
        at = -1
        for _ in range(lows.count(word)):
            at = lows.index(word, at + 1)
            found.append(at)
    found.sort()
    return found


@cache
def _parts(options: tuple[Trigger, ...]) -> tuple[tuple[Trigger, ...], tuple[Trigger, ...]]:
    """The nouns and the verbs among the readings of a word."""
    nouns = tuple(one for one in options if one.part == "noun")
    return nouns, tuple(one for one in options if one.part == "verb")


@cache
def _reader_name(role: str) -> str:
    return "_read_" + role.replace("-", "_")
