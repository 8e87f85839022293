"""Sanctions told by the noun: "imposed sanctions on Mali", "the embargo was lifted", "hit Mali with sanctions"."""

from __future__ import annotations

import re

from loaders.text.clause.frame import Frame
from loaders.text.clause.status import status_of
from loaders.text.lexis.distances import FAR, NEAR, PAIR, VERY_FAR
from loaders.text.lexis.triggers import Trigger, triggers
from loaders.text.lexis.words import word_class
from loaders.text.telling.targets import Targets
from loaders.text.who.actor import Actor

_TAKING = word_class("measure verb")
_HITTING = word_class("measure verb of person")
"""Verbs that tell of a sanction only with its noun: "hit X with sanctions", "added X to its sanctions list"."""
_GIVING = frozenset({"gave", "give", "gives", "given", "giving"})
_ASSENT = frozenset({"light", "nod", "approval", "backing", "go-ahead"})
"""Read "gave the green light to a new package of sanctions"."""
_LISTS = frozenset({"blacklist", "list"})
"""What one is only put on."""
_KINDS = re.compile(r"\b(?:visa|travel|entry|arms|oil|import|export)s?\b")
"""What makes a ban or a restriction one."""
_MEASURES = frozenset({"financial", "punitive", "restrictive", "retaliatory", "coercive"})
_ON_SOMEONE = re.compile(
    r"(?:on|against)(?: [\w.-]+){0,5}? "
    r"(?:officials?|individuals?|persons?|entit\w+|compan\w+|firms?|banks?|lawmakers|leaders|citizens|nationals)\b"
)
_QUANTITY = frozenset(
    {"batch", "expansion", "extension", "imposition", "kind", "list", "lot", "number", "package", "packages", "raft"}
    | {"range", "regime", "renewal", "round", "rounds", "series", "set", "slew", "sort", "system", "tranche", "wave"}
)
"""Nouns before "of sanctions" that stand for sanctions."""
_BETWEEN = re.compile(r'(?:[tnhxaDCOBKm\'",()&-]|pt?[mK]|f[tn]*[xm]+|(?<=x)o)*')
"""What may stand between a verb and its object: no other preposition than that of a day or a place."""
WISHED = re.compile(
    r"\b(?:should|must|ought|need(?:s|ed)? to|urg\w+|call\w* (?:on|upon|for)|ask\w*|demand\w*|want\w*|press\w*"
    r"|would like|request\w*|encourag\w+|appeal\w*|support\w*|oppos\w+|repeated\w*)\b"
)
"""Another is to do it, or ought to: a wish is no act."""
_THOUGHT = {
    form: status
    for status, forms in (
        ("planned", "prepare prepares prepared preparing plan plans planned planning draft drafting readies readying"),
        (
            "proposed",
            "consider considers considered considering weigh weighs weighed weighing mull mulls mulled mulling",
        ),
        ("proposed", "eyes eyeing propose proposes proposed proposing threaten threatens threatened threatening"),
    )
    for form in forms.split()
}
"""Verbs of what is not done yet, with the status that they tell."""
_DECIDED = re.compile(r"\bagree[ds]? to\b")
"""Where a body agrees to impose them, they are decided."""
_HOPES = re.compile(r"\b(?:hopes|fears|speculation|expectations|worries|rumou?rs|reports)(?: that)?(?: the)?$")
_MORE = frozenset({"additional", "autonomous", "financial", "further", "more", "new", "targeted", "tighter", "tougher"})
_TARGETING = frozenset({"target", "targets", "targeted", "targeting", "hitting", "hit"})
_IN_FORCE = re.compile(
    r"(?:(?:took|takes?|taken) effect|(?:came|comes?|go|goes|went|enters?|entered) into (?:force|effect)|kicked in"
    r"|expired?)\b"
)


class Measures(Targets):
    """Readers of the nouns for sanctions."""

    def _read_measure(self, at: int, trigger: Trigger) -> Frame | None:
        """Read "imposed sanctions on Mali", "the sanctions, announced by Canada, target officials of Haiti"."""
        lx = self.lx
        if self.passage.role == "headline" and lx.codes[at - 1 : at] in ("D", "C", "O") and lx.lows[at] == "sanctions":
            frame = self._headline_verb(at, trigger)
            if frame is not None:
                return frame
        if not self._is_measure(at):
            return None
        if (thought := self._thought_of_before(at)) is not None:
            return self._not_yet(*thought, at, trigger)
        if (verb := self._taking(at)) >= 0:
            return self._imposed(verb, at, trigger)
        if (verb := self._done(at)) >= 0:
            return self._was_imposed(verb, at, trigger)
        return self._aimed(at, trigger) or self._headline_noun(at, trigger)

    def _thought_of_before(self, what: int) -> tuple[int, str] | None:
        """Read "is preparing sanctions against", "weighs sanctions on": the verb, and the status that it tells."""
        lx = self.lx
        for i in range(what - 1, max(-1, what - FAR), -1):
            if lx.codes[i] == "x" and (status := _THOUGHT.get(lx.lows[i])):
                return (i, status) if lx.lows[i].startswith("threat") or self._leads_to(i, what) else None
        return None

    def _not_yet(self, verb: int, status: str, what: int, trigger: Trigger) -> Frame | None:
        """Read "Chad threatened Mali with sanctions", which is told only where a text begins with it."""
        subject = self._left(verb) if self.passage.paragraph <= 1 else []
        targets = self._targets(verb, what, subject) if subject else []
        if not targets or self._is_passive(verb):
            return None
        frame = self._make(verb, trigger, subject + targets, "")
        frame.status = status
        return frame

    def _taking(self, what: int) -> int:
        """The item of the verb whose object the noun is, or -1."""
        lx = self.lx
        for i in range(what - 1, max(-1, what - VERY_FAR - 1), -1):
            if lx.codes[i] in ";.":
                return -1
            takes = lx.lows[i] in _HITTING or (lx.lows[i] in _TAKING and lx.lows[what] not in _LISTS)
            if lx.codes[i] == "x" and takes and not self._is_hyphened(i):
                return i if self._leads_to(i, what) else -1
        return -1

    def _leads_to(self, verb: int, what: int) -> bool:
        """Tell "extended the sanctions" from "extended talks on sanctions"."""
        if self.lx.lows[verb] in _HITTING:
            return True
        if self.lx.lows[verb] in _GIVING:
            return not _ASSENT.isdisjoint(self.lx.lows[verb:what])
        after = verb + 1 + (self.lx.lows[verb + 1 : verb + 2] in (["on"], ["up"], ["out"], ["over"], ["back"], ["to"]))
        between = self.lx.codes[after:what]
        of = between.rfind("o")
        counted = of < 0 or self.lx.lows[after + of - 1] in _QUANTITY
        return counted and _BETWEEN.fullmatch(between) is not None

    def _imposed(self, verb: int, what: int, trigger: Trigger) -> Frame | None:
        """Read "imposed sanctions on Mali", "hit Mali with sanctions", "Mali was hit with sanctions by"."""
        decided, passive = self._decided_by(verb), self._is_passive(verb)
        own = self._right(verb, {"by"}) or self._adjective_sides(what) if passive else self._left(verb)
        if not own and self.lx.lows[verb].endswith("ing") and self.lx.codes[verb - 1] != ",":
            own = self._clause_subject(verb)  # "signed a decree imposing sanctions"
        own = own or self._council(verb)
        subject, before = decided or own, self._before(verb).removesuffix(self.lx.lows[verb])
        before = _DECIDED.sub("", before)
        if self._is_thought_of(verb) or WISHED.search(before) or self._is_hoped(subject):
            return None
        targets = self._left(verb) if passive else self._targets(verb, what, subject)
        if not targets and self.lx.lows[verb] in _HITTING:
            targets = self._loose_sides(verb + 1, what)  # "put six Malian firms on its blacklist"
        if not targets:
            return None
        return self._by_somebody(self._make(verb, trigger, subject + targets, "" if decided else before), subject)

    def _council(self, verb: int) -> list[Actor]:
        """Read "The Security Council voted to lift an embargo": that of the United Nations."""
        lows = self.lx.lows
        near = range(max(0, verb - FAR), verb)
        at = next((i for i in near if lows[i] == "council" and lows[i - 1] == "security"), -1)
        return [Actor(at - 1, at + 1, kind="side", sides=("UN",))] if at > 0 else []

    def _is_hoped(self, subject: list[Actor]) -> bool:
        """Read "on hopes that the United States would lift sanctions"."""
        first = subject[0].first if subject else 0
        return _HOPES.search(self.lx.lower(max(0, first - NEAR), first)) is not None

    def _by_somebody(self, frame: Frame, subject: list[Actor]) -> Frame | None:
        """Take one who is not named to be the side that the text is of; "if Chad imposes" is not done."""
        sides = {side for a in frame.actors for side in a.sides}
        if not subject and (self.passage.spoken or (len(sides) > 1 and self.passage.role == "body")):
            return None
        frame.home_takes_part = not subject
        first = subject[0].first if subject else frame.at
        if frame.status == "held" and "if" in self.lx.lows[max(0, first - PAIR) : first]:
            frame.status = "proposed"
        return frame

    def _done(self, what: int) -> int:
        """The item of what is said of sanctions: "were lifted on Monday", "took effect"."""
        lx = self.lx
        for i in range(what + 1, min(len(lx), what + VERY_FAR)):
            if lx.codes[i] in ";.":
                return -1
            if lx.codes[i] != "x":
                continue
            if _IN_FORCE.match(lx.lower(i, i + NEAR)) or (lx.lows[i] in _TAKING and self._is_finite(what, i)):
                return i
        return -1

    def _is_finite(self, what: int, verb: int) -> bool:
        """Tell "sanctions were imposed" from "the sanctions imposed in May"."""
        if self._is_passive(verb) and self._has_be(max(what, verb - NEAR), verb):
            return True
        near = [g.governor for g in self.groups if verb < g.first <= verb + FAR]
        return near[:1] == ["by"] and near[1:2] in (
            ["on"],
            ["against"],
        )  # "over sanctions imposed by Chad against Mali"

    def _was_imposed(self, verb: int, what: int, trigger: Trigger) -> Frame | None:
        """Read "sanctions on Mali were lifted by Chad", "Chadian sanctions against Mali took effect"."""
        words = self.lx.lower(max(what + 1, verb - FAR), verb)
        if WISHED.search(words) or self._is_thought_of(what):
            return None
        by = [a for g in self.groups if g.first > what and g.governor == "by" for a in g.actors if a.sides or a.person]
        targets = self._targets(verb, what, by)
        by = by or [a for a in self._possessor(what) + self._adjective_sides(what) if a not in targets]
        if not targets or not (by or self.passage.role != "body" or not self.passage.spoken):
            return None
        frame = self._make(verb, trigger, by + targets, "")
        frame.status = status_of("before", words) or "held"
        frame.home_takes_part = not by
        return frame

    def _aimed(self, at: int, trigger: Trigger) -> Frame | None:
        """Read "the sanctions, announced by Canada, target officials of Haiti"."""
        lx = self.lx
        stop = min(len(lx), at + VERY_FAR)
        goal = next((i for i in range(at + 1, stop) if lx.lows[i] in _TARGETING and lx.codes[i] == "x"), -1)
        by = self._right(at, {"by"}, noun=True) or self._adjective_sides(at)
        if not by and lx.lows[at + 1 : at + 3] in ([",", "which"], [",", "that"]):
            by = next((g.actors for g in self.groups if at + 3 <= g.first <= at + NEAR and g.governor == ""), [])
        targets = self._targets(goal, goal, by) if goal >= 0 and by else []
        return self._make(at, trigger, by + targets, "") if targets else None

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

    def _headline_verb(self, at: int, trigger: Trigger) -> Frame | None:
        """Read the headline "US sanctions Chinese firms": the verb, where what follows is whom it is done to."""
        after = self.lx.codes[at + 1 : at + 2]
        verbs = (one for word in self.lx.lows[at + 1 :] for one in triggers().get(word, ()) if one.part == "verb")
        if after not in ("D", "T", "C") or next(verbs, None) is not None:
            return None
        targets = self._right(at, {""}) or self._loose_sides(at + 1, at + NEAR)
        subject = self._left(at) or self._loose_sides(at - 1, at)
        return self._make(at, trigger, subject + targets, "") if targets and subject else None

    def _is_measure(self, what: int) -> bool:
        """Tell "travel bans", "restrictions on Russian officials" from tariffs, bans and restrictions on goods."""
        word = self.lx.lows[what]
        if word in ("ban", "bans", "restrictions") and _ON_SOMEONE.match(self.lx.lower(what + 1, what + FAR)):
            return True
        if word == "measures":
            return self.lx.lows[what - 1] in _MEASURES
        if word in ("tariffs", "restrictions", "ban", "bans", "curbs"):
            return _KINDS.search(self.lx.lower(max(0, what - PAIR), what)) is not None and word != "tariffs"
        return True
