"""Sanctions: measures of one side against another, and their lifting."""

from __future__ import annotations

import re

from kg.vocabulary import is_country
from loaders.text.clause.clause import Clause
from loaders.text.clause.frame import Frame
from loaders.text.clause.groups import Group
from loaders.text.lexis.distances import FAR, NEAR, PAIR, VERY_FAR
from loaders.text.lexis.triggers import Trigger, triggers
from loaders.text.who.actor import Actor

_AGAINST = ("on", "against", "from", "including")
_OF_ITSELF = frozenset(
    {"sanctioned", "sanctioning", "designating", "designated", "blacklisted", "blacklists", "sanctions", "sanction"}
)
"""Verbs that need no noun to tell of a sanction."""
_MEASURES = frozenset(
    {"measures", "sanctions", "sanction", "embargo", "embargoes", "tariffs", "restrictions", "bans", "ban"}
)
_KINDS = re.compile(r"\b(?:visa|travel|entry|arms|oil|import|export)s?\b")
"""What makes a ban or a restriction one."""
_BARRING = frozenset({"bans", "banned", "banning", "bars", "barred", "barring"})
_ENTRY = re.compile(r"\bfrom (?:entering|entry|visiting|travel+ing)\b")
"""Read "barred ten officials from entering": what makes a verb of barring a sanction."""
_ON_SOMEONE = re.compile(
    r"(?:on|against)(?: [\w.-]+){0,5}? "
    r"(?:officials?|individuals?|persons?|entit\w+|compan\w+|firms?|banks?|lawmakers|leaders|citizens|nationals)\b"
)
_TAKING = frozenset(
    {"hit", "hits", "hitting", "placed", "places", "placing", "put", "puts", "added", "adds", "adding", "unveil",
     "unveils", "unveiled", "levied", "levies", "slaps", "ordered", "orders", "backed", "joined", "agreed", "agree",
     "adopted", "adopts", "adopt", "bring", "brings", "brought"}
)  # fmt: skip
"""Verbs that tell of a sanction only with its noun: "hit X with sanctions", "added X to its sanctions list"."""
_EFFORTS = frozenset(
    {"attempt", "attempts", "authority", "bid", "bids", "effort", "efforts", "motion", "move", "moves", "powers",
     "pressure", "proposal", "proposals", "push", "step", "steps", "way", "ways"}
)  # fmt: skip
_MORE = frozenset({"additional", "autonomous", "financial", "further", "more", "new", "targeted", "tighter", "tougher"})
_DECISIONS = frozenset({"decision", "move", "order"})
"""What is decided by such a word is done by it."""
_TARGETING = frozenset({"target", "targets", "targeted", "targeting", "hitting", "hit"})


def _frozen(verb: str) -> frozenset[str]:
    """Read "froze the assets of": what a sanction is done to."""
    return frozenset({"assets", "accounts"}) if verb.startswith(("freez", "froz")) else frozenset()


class Sanctions(Clause):
    """Readers of sanctions."""

    def _read_sanction(self, at: int, trigger: Trigger) -> Frame | None:
        if self._is_thought_of(at) or (self.lx.lows[at] == "frozen" and not self._is_passive(at)):
            return None  # "the frozen Russian assets"
        if self.lx.lows[at] in _BARRING:
            return self._read_barring(at, trigger)
        what = at if self.lx.lows[at] in _OF_ITSELF else self._object_noun(at, _MEASURES | _frozen(self.lx.lows[at]))
        if what < 0 or (what != at and not self._is_measure(what)):
            return None
        passive = self._is_passive(at)
        decided = self._decided_by(at)
        subject = decided or (self._right(at, {"by"}) if passive else self._left(at))
        targets = self._targets(at, what, subject)
        if not targets or (what == at and not any(a.sides or a.person for a in targets)):
            return None
        before = "" if decided else self._before(at).removesuffix(self.lx.lows[at])
        frame = self._make(at, trigger, subject + targets, before)
        if not subject and self.passage.spoken:
            return None
        frame.home_takes_part = not subject
        first = subject[0].first if subject else at
        if frame.status == "held" and "if" in self.lx.lows[max(0, first - PAIR) : first]:
            frame.status = "proposed"
        return frame

    def _decided_by(self, at: int) -> list[Actor] | None:
        """Read "Peru's decision to expel", "a decision by Minister X to slap": who has decided, or None."""
        lx = self.lx
        if lx.lows[at - 1 : at] != ["to"]:
            return None
        noun = next((i for i in range(at - 2, max(-1, at - VERY_FAR), -1) if lx.lows[i] in _DECISIONS), -1)
        if noun < 0 or lx.codes.find(",", noun, at) >= 0:
            return None
        by = [a for g in self.groups if noun < g.first < at and g.governor in ("by", "of") for a in g.actors]
        found = by or self._possessor(noun) or self._left_of_noun(noun)
        return found if found or lx.codes[noun - 1] == "'" else None

    def _left_of_noun(self, noun: int) -> list[Actor]:
        """Read "the ministry announced its decision": whose it is."""
        light = self._light(noun)
        return self._left(light) if light >= 0 else []

    def _read_barring(self, at: int, trigger: Trigger) -> Frame | None:
        """Read "Chad barred ten Kenyan officials from entering", "ten lawmakers were barred from entering Chad"."""
        stop = self._stop(at)
        if not _ENTRY.search(self.lx.lower(at + 1, min(stop, at + FAR))):
            return None
        sides = self._left(at)
        others = self._loose_sides(at + 1, stop) if self._is_passive(at) else self._targets(at, at, sides)
        before = self._before(at).removesuffix(self.lx.lows[at])
        return self._make(at, trigger, sides + others, before) if sides and others else None

    def _read_suspension(self, at: int, trigger: Trigger) -> Frame | None:
        """Read "the African Union suspended Mali", "ECOWAS suspended Mali's membership", "Mali was suspended by"."""
        passive = self._is_passive(at)
        bodies = self._right(at, {"by", "from"}) if passive else self._left(at)
        member = self.lx.codes[at - 1 : at] if passive else self.lx.codes[at + 1 : at + 2]
        whole = passive or self.lx.codes[at + 2 : at + 3] != "'" or self.lx.lows[at + 3 : at + 4] == ["membership"]
        if not any(not is_country(side) for a in bodies for side in a.sides) or member != "C" or not whole:
            return None
        states = self._left(at) if passive else self._loose_sides(at + 1, at + 2)
        return self._make(at, trigger, bodies + states, self._before(at).removesuffix(self.lx.lows[at]))

    def _is_thought_of(self, at: int) -> bool:
        """Read "efforts to impose sanctions", "talks over sanctioning X": not what is done."""
        lx = self.lx
        if lx.lows[at].endswith("ing") and lx.codes[at - 1 : at] in ("p", "f", "o"):
            return True
        if lx.lows[at] == "designated" and self._is_passive(at) and not self._has_be(max(0, at - 3), at):
            return True  # "the area designated by the Council for operations in Sudan"
        return lx.lows[at - 1 : at] == ["to"] and lx.lows[at - 2] in _EFFORTS

    def _is_measure(self, what: int) -> bool:
        """Tell "travel bans", "restrictions on Russian officials" from tariffs, bans and restrictions on goods."""
        word = self.lx.lows[what]
        if word in ("ban", "bans", "restrictions") and _ON_SOMEONE.match(self.lx.lower(what + 1, what + FAR)):
            return True
        if word == "measures":
            return self.lx.lows[what - 1] in ("financial", "punitive", "restrictive", "retaliatory", "coercive")
        if word in ("tariffs", "restrictions", "ban", "bans"):
            return _KINDS.search(self.lx.lower(max(0, what - PAIR), what)) is not None and word != "tariffs"
        return True

    def _targets(self, at: int, what: int, subject: list[Actor]) -> list[Actor]:
        """Those whom a measure is taken against."""
        found = [
            a
            for g in self.groups
            if g.first > what and (self._is_against(g, at, what) or self._is_targeted(g.first))
            for a in g.actors
            if a not in subject
        ]
        found += [a for g in self.groups if at < g.first < what for a in g.actors]
        if not found and what != at:
            found = self._loose_sides(what - 1, what)  # "extend Russia sanctions"
        return found or self._loose_sides(what + 1, self._stop(at))  # "sanctions on eight Syrian banks"

    def _is_against(self, group: Group, at: int, what: int) -> bool:
        """Tell those against whom from another subject: "sanctions on banks, the minister says"."""
        if group.governor == "for":
            return group.first - what <= PAIR + 1  # "a sanctions regime for Mali", not "on Mali for its part in"
        if group.governor:
            return group.governor in _AGAINST
        return what == at or self.lx.codes[group.first - 1] != ","

    def _is_targeted(self, first: int) -> bool:
        return bool(_TARGETING & set(self.lx.lows[max(0, first - PAIR) : first]))

    def _read_measure(self, at: int, trigger: Trigger) -> Frame | None:
        """Read "hit Mali with sanctions", "the sanctions, announced by Canada, target officials of Haiti"."""
        lx = self.lx
        if self.passage.role == "headline" and lx.codes[at - 1 : at] in ("D", "C", "O") and lx.lows[at] == "sanctions":
            return self._headline_verb(at, trigger)
        verb = next((i for i in range(at - 1, max(-1, at - VERY_FAR), -1) if self._takes(i)), -1)
        if verb >= 0:
            subject = self._left(verb)
            targets = self._targets(verb, at, subject) if subject else []
            before = self._before(verb).removesuffix(lx.lows[verb])
            return self._make(at, trigger, subject + targets, before) if targets else None
        stop = min(len(lx), at + VERY_FAR)
        goal = next((i for i in range(at + 1, stop) if lx.lows[i] in _TARGETING and lx.codes[i] == "x"), -1)
        by = self._right(at, {"by"}, noun=True) or self._adjective_sides(at)
        targets = self._targets(goal, goal, by) if goal >= 0 and by else []
        if targets:
            return self._make(at, trigger, by + targets, "")
        return self._headline_noun(at, trigger)

    def _headline_noun(self, at: int, trigger: Trigger) -> Frame | None:
        """Read the headline "Tighter sanctions against Mali" of an office: by its own side."""
        adjectives = self.lx.lows[:at]
        if self.passage.role != "headline" or not _MORE.issuperset(adjectives) or not adjectives:
            return None
        targets = self._targets(at, at, [])
        frame = self._make(at, trigger, targets, "") if targets else None
        if frame is not None:
            frame.home_takes_part = True
        return frame

    def _takes(self, item: int) -> bool:
        lx = self.lx
        return lx.codes[item] == "x" and lx.lows[item] in _TAKING and ";" not in lx.codes[item:]

    def _headline_verb(self, at: int, trigger: Trigger) -> Frame | None:
        """Read the headline "US sanctions Chinese firms": the verb, where what follows is whom it is done to."""
        after = self.lx.codes[at + 1 : at + 2]
        verbs = (one for word in self.lx.lows[at + 1 :] for one in triggers().get(word, ()) if one.part == "verb")
        if after not in ("D", "T", "C") or next(verbs, None) is not None:
            return None
        targets = self._right(at, {""}) or self._loose_sides(at + 1, at + NEAR)
        subject = self._left(at) or self._loose_sides(at - 1, at)
        return self._make(at, trigger, subject + targets, "") if targets and subject else None

    def _loose_sides(self, first: int, last: int) -> list[Actor]:
        """Demonyms that stand for a side though no phrase was read: "ten Polish attachés"."""
        found = []
        for i in range(first, min(last, len(self.lx))):
            term = self.lx.terms[i]
            if self.lx.codes[i] in "DC" and term is not None and term.side:
                found.append(Actor(i, i + 1, kind="side", sides=(term.side,)))
        return found
