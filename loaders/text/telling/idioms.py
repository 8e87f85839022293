"""Contacts told by an idiom: "broke bread with", "had a word with", "came face to face with", "took leave of"."""

from __future__ import annotations

from loaders.text.clause.adverbials import are_adverbials
from loaders.text.clause.frame import Frame
from loaders.text.lexis.distances import FAR, NEAR
from loaders.text.lexis.idioms import Idiom, idioms
from loaders.text.lexis.triggers import Trigger
from loaders.text.telling.time_together import TimeTogether
from loaders.text.who.actor import Actor
from loaders.text.who.sides import sides_of

_WITH = frozenset({"with"})
_WITHIN = frozenset("tnhaxB-&Dm")
"""Codes of what may stand inside an idiom: "had a long, quiet word"."""


class Idioms(TimeTogether):
    """Reads the idioms of schema/text/idioms.tsv; one has its reading from the last of its words."""

    def _read_idiom(self, at: int, trigger: Trigger) -> Frame | None:
        """Read "had a quiet word with President X"; ``at`` is that of "word"."""
        lows, of_two = self.lx.lows, idioms().get(" ".join(self.lx.lows[max(0, at - 1) : at + 1]), ())
        first = at - bool(of_two)
        at += lows[at] == "to" and lows[at + 1 : at + 2] == ["face"]  # "face to face"
        for idiom in of_two or idioms()[lows[at]]:
            partner = self._partner_word(at, idiom.partners)
            if partner < 0 and "with" not in idiom.partners:
                continue
            verb = self._verb_of(first, idiom)
            if verb >= 0:
                told = Trigger("idiom", "verb", trigger.role, idiom.kind)
                if self.lx.lows[partner + 1 : partner + 3] in (["each", "other"], ["one", "another"]):
                    return self._both(verb, told)
                return self._are_together(verb, told, self._met_by(partner)) if partner > 0 else self._both(verb, told)
        return None

    def _both(self, verb: int, trigger: Trigger) -> Frame | None:
        """Read "Presidents X and Y broke bread together": two who are named side by side."""
        subject = self._left(verb)
        two = len(subject) > 1 and len({side for a in subject for side in sides_of(a)}) > 1
        mutual = two and any(a.name or a.office for a in subject) and all(a.kind != "side" for a in subject)
        return self._make(verb, trigger, subject, self._before(verb)) if mutual else None

    def _read_with_one(self, at: int, trigger: Trigger) -> Frame | None:
        """Read "caught up with President X", "rubbed shoulders with": of persons, for states do so otherwise."""
        partner = self._partner_word(at + 1, _WITH)
        return self._are_together(at, trigger, self._met_by(partner)) if partner > 0 else None

    def _partner_word(self, at: int, partners: frozenset[str]) -> int:
        """The preposition before the one who is met, behind where and when: "broke bread in Lima with"; or -1."""
        if self.lx.lows[at] in partners:
            return at
        near = range(at + 1, min(at + FAR, len(self.lx)))
        word = next((i for i in near if self.lx.lows[i] in partners), -1)
        apart = word > at + 1 and (self.lx.codes[at + 1] in "pm" or self.lx.lows[at + 1].endswith("ly"))
        return word if word == at + 1 or (apart and are_adverbials(self.lx, at + 1, word)) else -1

    def _verb_of(self, at: int, idiom: Idiom) -> int:
        """The verb that the idiom begins with, or -1."""
        at = self._what_described(at) if "what" in self.lx.lows else at  # "had what aides called a quiet word"
        for i in range(at - 1, max(-1, at - FAR), -1):
            if self.lx.lows[i] in idiom.verbs:
                return i if idiom.between.fullmatch("".join(f"{word} " for word in self.lx.lows[i + 1 : at])) else -1
            if self.lx.codes[i] not in _WITHIN and self.lx.codes[i] not in "pf":
                return -1
        return -1

    def _met_by(self, partner: int) -> list[Actor]:
        """Who stands behind that preposition."""
        governor = self.lx.lows[partner]
        group = next((g for g in self.groups if partner < g.first <= partner + NEAR and g.governor == governor), None)
        found = self._right(partner - 1, {governor}) if group is not None else []
        if group is not None and governor == "by":
            found = group.actors  # "was given a warm welcome by X"
        return [a for a in found if (a.sides and a.kind != "side") or a.person or (self._is_one(a) and not a.plural)]
