"""The parts of a clause: its subject, its objects, the words that govern its verb, where it ends."""

from __future__ import annotations

import re

from loaders.text.clause.adverbials import stands_after_adverbials
from loaders.text.clause.apart import Apart
from loaders.text.clause.each_named import each_named
from loaders.text.clause.first_person import is_glad
from loaders.text.clause.frame import Frame
from loaders.text.clause.group import Group
from loaders.text.clause.in_person import kind_of
from loaders.text.clause.including import does_beside, is_including
from loaders.text.clause.openings import is_in_aside
from loaders.text.clause.places import Where
from loaders.text.clause.status import status_of
from loaders.text.clause.whom import antecedent
from loaders.text.lexis.clause_words import AUXILIARIES
from loaders.text.lexis.distances import FAR, NEAR, PAIR, VERY_FAR
from loaders.text.lexis.triggers import Trigger, is_only_noun
from loaders.text.lexis.words import word_class
from loaders.text.who.actor import Actor
from loaders.text.who.several import OF_TWO, are_of_both

_LIGHT = word_class("light verb")
_BIDDING = frozenset({"asked", "urged", "pressed", "encouraged"})
_ANAPHORS = word_class("party")
_PRESENT = word_class("present tense")
_WILL_BE_THERE = re.compile(
    r"\b(?:(?:will|(?:is|are) (?:due|expected|scheduled|set|slated) to) (?:\w+ly |also )?(?:be|go|fly|travel|leave"
    r"|arrive|come|return|head)|(?:is|are) (?:due|expected) (?:in|at))\b(?!.*\b(?:after|following|said|told)\b)"
)
_GOVERNING = AUXILIARIES | {"to", "saw"}
"""What stands before a verb that is no bare present: "ministers of the six states meet" is one."""
_PROGRESSIVE = re.compile(r"(?:is|are)(?: also| both| now| currently)? \w+ing")
_ANEW = frozenset({"follow-up", "another", "further", "follow-on"})
"""Before a noun they say that it is one more: "for follow-up talks with"."""
_WITH_OTHERS = frozenset({"meet", "receive", "receive-by", "call", "see"})
TEMPORAL = frozenset({"when", "before", "until", "once"})
"""In a clause of time the present means what is to come."""
_AND_WITH = re.compile(r"(?:in \S+ )?,? ?(?:and (?:\w+ )?|as well as )with\b")
_SOME_OF = re.compile("t?[ax]*xot?")
_STATES_OF_THINGS = frozenset(
    {"tension", "tensions", "relations", "ties", "war", "conflict", "dispute", "disputes", "border", "differences"}
    | {"fighting", "hostilities", "crisis", "rift", "row", "peace", "trade", "cooperation", "links", "friction"}
    | {"rivalry", "standoff", "clashes", "confrontation", "relationship", "friendship", "partnership", "ceasefire"}
)
"""They are between two states as talks are."""
_SET_OFF = frozenset({f", {words} ," for words in ("among others", "one after the other", "in turn", "in that order")})
_SAYING = (["said"], ["says"], ["added"], ["announced"])
_AT_A_PLACE = re.compile(r"[xm]?pt?[KM][th]*,?")
_ABOUT = frozenset({"regarding", "concerning", "about", "cabinet", "parliament", "government", "council", "assembly"})
_REGIONS = word_class("region")
_OF_MANY = ("world ", "regional ", "european ", "african ", "arab ", "asian ", "western ", "pacific ", "foreign ")
_HERE = frozenset({"honor", "honour", "here", "today", "yesterday", "tomorrow", "held", "together", "there"})
_OFFICES = frozenset({"foreign office", "ministry", "ministries", "cabinet"})  # "the Peru-Chile Cabinet meeting"
_ORGANS = frozenset({"council", "commission", "committee"})
_SITTINGS = _ORGANS | {"consultations", "dialogue", "talks", "session", "meeting", "forum", "mechanism", "cabinet"}
_CALLS = frozenset({"call", "calls", "conversation", "conversations", "talk", "talks"})
_RANG = frozenset({"initiated", "placed", "requested", "proposed"})
"""Who began a call is one of the two."""
_DONE = frozenset({"sent", "written", "made", "drawn", "built", "taken"})
_WAS_THERE = frozenset({"attended", "chaired", "co-chaired", "convened", "joined", "co-hosted"})
"""Of whom this is said, he takes part himself."""


class Clause(Apart):
    """The parts of the clause around a word. Readers of the classes of triggers are built on it."""

    previous: Clause | None = None
    """The sentence before."""

    def _right(self, at: int, governors: set[str], noun: bool = False) -> list[Actor]:
        """The actors after an item, up to the end of the clause, that one of these words governs."""
        stop = self._stop(at, noun)
        found: list[Actor] = []
        for group in self.groups:
            if not at < group.first < stop:
                continue
            if is_including(self.lx, at, group.first):
                found = list(group.actors)
                continue
            if group.governor not in governors or self._is_place(group):
                continue
            owns = group.possessive and group.actors[-1].kind in ("side", "group")
            if owns or (group.governor == "" and not self._is_near(at, group)):
                continue
            if group.governor == "of" and noun and not self._is_of(at, group, found):
                continue
            if group.governor in ("of", "by", "among") and noun and "&" in self.lx.codes[at + 1 : group.first]:
                continue  # "the meeting and the conference of the ministers"
            if noun and ((group.governor == "to" and found) or self._is_of_remark(at, group)):
                continue
            if found and group.governor == "" and not noun:
                continue
            if found and does_beside(self.lx, at, group.first):
                break
            if group.governor == "by" and not (self._done_by(at, group) if noun else self._is_passive(at)):
                continue
            found.extend(group.actors)
            if noun and group.governor in ("with", "between") and not self._goes_on(group):
                break
        return each_named(self.lx, self.actors, found or antecedent(self.lx, self.groups, at, governors))

    def _is_of_remark(self, at: int, group: Group) -> bool:
        """Read "the meeting of the Fund, marked by discord between A and B": what the remark is on."""
        if group.governor != "between":
            return group.governor == "with" and self._is_of_topic(at, group)
        between = self.lx.lows.index("between", at, group.first) if "between" in self.lx.lows[at : group.first] else at
        before = self.lx.lows[between - 1]
        if (between > at + 1 and before in _STATES_OF_THINGS) or (between > at + NEAR and is_only_noun(before)):
            return True  # "the talks could ease tensions between A and B", "to revive the talks between A and B"
        comma = self.lx.codes.find(",", at, group.first)
        return comma >= 0 and self.lx.lows[comma + 1].endswith("ed")

    def _is_of_topic(self, at: int, group: Group) -> bool:
        """Read "a meeting regarding relations with Peru": a state that the relations are with, and nobody there."""
        i = group.first - 1
        while i > at and self.lx.codes[i] != "w":
            i -= 1
        told = not _ABOUT.isdisjoint(self.lx.lows[at + 1 : i]) or self.lx.codes[i - 2 : i - 1] == "'"
        return told and self.lx.lows[i - 1] in _STATES_OF_THINGS and group.actors[0].kind == "side"

    def _is_of(self, at: int, group: Group, found: list[Actor]) -> bool:
        """Tell "the visit to Oslo of X" from "the visit on the invitation of X"."""
        if found and group.actors[0].kind == "side":
            return False
        of = self.lx.codes.rfind("o", at, group.first)
        return of - 1 <= at or self.lx.codes[of - 1] != "x" or self.lx.lows[of - 1] in _HERE

    def _goes_on(self, group: Group) -> bool:
        """Read "talks with X and with Y", "talks with leaders, including X"."""
        after = self.lx.lower(group.last, group.last + 6)
        return _AND_WITH.match(after) is not None or after.lstrip(", ").startswith(
            ("including ", "namely ", "such as ")
        )

    def _is_near(self, at: int, group: Group) -> bool:
        """Whether nothing but adverbs, or the place ("received at the Kremlin President X"), stands between."""
        between = self.lx.codes[at + 1 : group.first]
        if between[-1:] == "N" and self.lx.lows[group.first - 1] in _REGIONS:
            between = between[:-1]  # "met several African leaders"
        if _AT_A_PLACE.fullmatch(between) is not None:
            return True
        if between[:1] == "," and self.lx.lower(at + 1, group.first) in _SET_OFF:
            return True
        if "," in between and self._is_of_another(at, group):
            return False
        if _SOME_OF.fullmatch(between) is not None or (group.actors[0].kind == "group" and between in ("tG&", "G&")):
            return True  # "received a group of Swedish senators", "met the party and government delegation of"
        reach = NEAR + PAIR * (between[:2] == "tH")
        if group.first - at <= reach and between.strip("thHnxma,") == "":
            return True
        far = group.first - at <= VERY_FAR + FAR and group.actors[0].kind != "pronoun"
        return far and stands_after_adverbials(self.lx, at + 1, at + 1 + len(between.rstrip("H")))

    def _is_of_another(self, at: int, group: Group) -> bool:
        """Read "has met its targets, the Kenyan minister said": what is met is told, and who says so."""
        between = self.lx.codes[at + 1 : group.first]
        if between[:2] == "tH":
            return False  # "will host the Right Honourable, the Prime Minister"
        return between[:1] in ("h", "t") or self.lx.lows[group.last : group.last + 1] in _SAYING

    def _done_by(self, at: int, group: Group) -> bool:
        """Tell "talks by X", "a call initiated by X" from "talks mediated by X": who took part from who helped."""
        item = group.first - 1
        while item > 0 and self.lx.codes[item] != "y":
            item -= 1
        helped = self.lx.lows[item - 1]
        rang = helped in _RANG and self.lx.lows[at].split()[-1] in _CALLS
        rang = rang and not any(g.governor == "with" and g.first > at for g in self.groups)
        return rang or not (helped.endswith("ed") or helped in _DONE) or helped in _WAS_THERE

    def _adjective_sides(self, at: int) -> list[Actor]:
        """Read "Russian-Armenian talks", "the US-China summit", "NATO summit"."""
        lx, i = self.lx, at - 1
        found: list[Actor] = []
        named = lx.lows[at : at + 1] and lx.lows[at] in _SITTINGS and lx.words(at, at + 1).istitle()
        within = "xaBnDCO-FK&m)G;" + "N" * bool(named)  # "the Peru-Chile Bilateral Political Consultations"
        while i >= 0 and (lx.codes[i] in within or lx.lows[i] in _OFFICES) and at - i < FAR + PAIR:
            if lx.codes[i] == ";" and not (found and lx.codes[i - 1] in "CD"):
                break
            if "&" in lx.codes[i + 1 : at] and is_only_noun(lx.lows[i]):
                break  # "the EU-Japan summit and the NATO summit"
            if lx.codes[i] == ")":
                i = lx.codes.rfind("(", 0, i) - 1  # "the Asia-Pacific Economic Cooperation (APEC) summit"
                continue
            if lx.codes[i] == "G" and lx.lows[i] not in _ORGANS | _OFFICES:
                break
            if lx.codes[i] == "x" and self._is_hyphened(i):
                i -= 3
                continue
            term = lx.terms[i]
            if lx.codes[i] in "DCO" and term is not None and term.side:
                found.insert(0, Actor(i, i + 1, kind="side", sides=(term.side,)))
            elif lx.codes[i] == "x" and (found or lx.lows[i] in _LIGHT or lx.lows[i] in AUXILIARIES):
                break
            i -= 1
        pair = found[:2]
        if (
            len(found) > len(pair)
            and lx.codes[pair[0].last : pair[1].first] == "-" != lx.codes[pair[1].last : found[2].first]
        ):
            return pair  # "U.S.-Russia Syria talks": what they are about
        return found

    def _is_plural(self, actors: list[Actor]) -> bool:
        return len(actors) > 1 or any(
            a.plural or a.determiner in ("they", "we", "both") or self._anaphoric(a) for a in actors
        )

    def _anaphoric(self, actor: Actor) -> bool:
        """Read "the two leaders", "the sides", "they": parties told of before."""
        if actor.sides or actor.name:
            return False
        if actor.kind == "pronoun":
            return actor.determiner == "they"
        if OF_TWO.match(self.lx.lower(actor.last - PAIR, actor.last + PAIR)) is not None:
            return True
        if actor.kind == "role" and not actor.determiner and self._are_of_many(actor):
            return False
        words = self.lx.lows[actor.last - 1].split()
        return words[-1] in _ANAPHORS or words[0] in _ANAPHORS  # "the two heads of state"

    def _are_of_many(self, actor: Actor) -> bool:
        """Read "world leaders", "European leaders", "Gulf foreign ministers": none that were told of before."""
        before = self.lx.lows[actor.first - 1] if actor.first else ""
        owned = self.lx.codes[actor.last : actor.last + 1] == "'"
        if (before in _REGIONS and not owned) or actor.capacity.lower().startswith(_OF_MANY):
            return True
        code = self.lx.codes[actor.first - 1 : actor.first] if actor.first else ""
        of_land = code in ("", "N", "B", "D", "C", "O") or self.lx.codes[actor.first] == "N"
        return "-minister" in actor.office and (of_land or code == "o")  # "a meeting of finance ministers"

    def _ahead(self, before: str) -> str:
        """Read an infinitive of a headline, "Minister to visit Oslo", as what is planned."""
        return "planned" if self.passage.role == "headline" and before.startswith("to ") else ""

    def _of_journey(self, at: int) -> str:
        """Read "will be in Oslo on Friday to meet X": what one will be there for is to come too."""
        if self.lx.lows[at - 1 : at] != ["to"]:
            return ""
        said = self.lx.lower(self._clause_begin(at), at)
        return "planned" if _WILL_BE_THERE.search(said) is not None else ""

    def _told_of(self, subject: list[Actor]) -> str:
        """Read "is likely to embark on a trip, visiting Oslo": what is told of those of whom the clause is."""
        last = max((a.last for a in subject), default=0)
        words = self.lx.lower(last, last + PAIR + NEAR)
        if not _BIDDING.isdisjoint(words.split()[:PAIR]) and "will" not in words:
            return ""  # "urged them to open their market during a visit"
        told = "planned" if "accepted" in words else status_of("before", words)
        return told if told in ("planned", "proposed", "cancelled", "postponed") else ""

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
        begin = self._clause_begin(at)
        status = (status_of("before", before) or self._ahead(before) or self._of_journey(at)) if before else "held"
        if is_glad(self.lx, at) and status in ("planned", "proposed") and "will" not in before:
            status = "held"  # "Great to meet X today"
        seen = [actor for i, actor in enumerate(actors) if actor not in actors[:i]]
        frame = Frame(
            kind_of(self.lx, trigger, begin, at),
            status or "held",
            seen,
            self.lx,
            self.passage,
            at,
            f"{trigger.lemma}-{trigger.role}",
            self._places_of(at, trigger, begin) if places is None else places,
            hosts or [],
            span=(begin, self._stop(at)),
        )
        told = any(a.sides or a.person for a in seen) and not are_of_both(self.lx, seen)
        frame.anaphor = any(self._anaphoric(a) for a in seen) and not told
        frame.awaited = "look" in before and trigger.role != "drop-in"
        one_more = trigger.role in _WITH_OTHERS and before.startswith(("also ", "then ", "later "))
        frame.also = one_more or not _ANEW.isdisjoint(self.lx.lows[max(0, at - NEAR + 1) : at])
        self._note_present(frame, before)
        frame.separate = self._are_separate(frame)
        return frame

    def _note_present(self, frame: Frame, before: str) -> None:
        """Note the present tense, but in "X, who is visiting Peru, said"; "when he visits Israel" is to come."""
        bare = self.lx.lows[frame.at] in _PRESENT and _GOVERNING.isdisjoint(before.split()[:-1])
        going_on = _PROGRESSIVE.fullmatch(before) and not is_in_aside(self.lx, self._verb_group(frame.at))
        frame.present = bare or bool(going_on)
        if bare and self.lx.lows[frame.at + 1 : frame.at + 2] == ["next"]:
            frame.status = "planned"  # "travels next to Peru"
        if frame.present and self._subject_at and self.lx.lows[self._subject_at - 1] in TEMPORAL:
            frame.status = "planned"
