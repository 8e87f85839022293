"""Who was at what another chairs or hosts: "presided over a meeting attended by X", "with the participation of X"."""

from __future__ import annotations

import re

from loaders.text.clause.adverbials import are_adverbials
from loaders.text.clause.group import Group
from loaders.text.lexis.distances import NEAR, PAIR, VERY_FAR
from loaders.text.lexis.triggers import is_only_noun
from loaders.text.telling.given import Given
from loaders.text.who.actor import Actor

_WITH_THEM = re.compile(
    r"\b(?:(?:with|in) the (?:\w+ )?(?:participation|presence|attendance) of"
    r"|(?:attended|joined|addressed|co-chaired|co-hosted) (?:\w+ly |also )?by)(?: (?:the|his|her))?$"
)
_TAKING_PART = re.compile(r"(?:also )?(?:taking part|participating|attending|present|in attendance|joining)\b")
"""Read "with Minister X taking part"."""
_GOES_ON = re.compile(
    r"(?:[^\s,;]+ ){0,10}?(?:resum(?:e|es|ed|ing)|(?:re)?open(?:s|ed)?|start(?:s|ed)?|beg[aiu]ns?|ended|concluded|held"
    r"|convened?|t[ao]o?ke?(?:ing|n)? place)\b"
)
"""Read "negotiations to end the war will resume", "a meeting was held"."""
_ORGANS = frozenset({"commission", "committee", "forum", "dialogue", "consultations"})
"""They are in the name of what is held: "the third session of the Joint Commission"."""
_SOME = frozenset({"including", "among"})
_CHAIRING = ("chair", "co-chair", "presid")
_CONVENING = (*_CHAIRING, "host", "co-host", "open", "conven", "moderat")
"""How verbs begin of one who has others come to what he holds."""
_HOLDING = (*_CONVENING, "clos", "inaugurat", "held", "hold", "led", "lead", "conduct", "organi")
_BESIDE = frozenset({"with", "together with", "alongside", "along with"})


class Attending(Given):
    """Finds those who were at what the subject of a verb chairs, hosts or holds."""

    def _is_chaired(self, light: int) -> bool:
        return light >= 0 and self.lx.lows[light].startswith(_CHAIRING)

    def _is_convened(self, light: int) -> bool:
        return light >= 0 and self.lx.lows[light].startswith(_CONVENING)

    def _present(self, at: int) -> list[Actor]:
        """Read "the summit took place in Oslo with the participation of X and Y"."""
        after = (g for g in self.groups if g.first > at and g.governor == "of")
        there = next((g for g in after if self._are_with_them(g)), None)
        return there.actors if there is not None else []

    def _there(self, at: int) -> list[Actor]:
        """Read "talks will resume in Doha, with the envoys of X and Y attending along with a Z delegation"."""
        if _GOES_ON.match(self.lx.lower(at + 1, at + VERY_FAR)) is None:
            return []
        behind = [g for g in self.groups if g.first > at and not g.possessive]
        there = next((i for i, g in enumerate(behind) if self._are_there(g)), -1)
        beside = behind[there + 1 : there + PAIR]
        more = beside and beside[0].governor in _BESIDE and beside[0].first - behind[there].last <= NEAR
        return [one for g in behind[there : there + 1 + bool(more)] for one in g.actors] if there >= 0 else []

    def _are_there(self, group: Group) -> bool:
        """Whether a group is said to be at it: "with X and Y taking part", ", with delegations from X and Y"."""
        if self._are_with_them(group):
            return True
        if group.governor != "with":
            return False
        taking = _TAKING_PART.match(self.lx.lower(group.last, group.last + PAIR + 1)) is not None
        closes = self.lx.codes[group.last : group.last + 1] in ("", ".")
        aside = self.lx.codes[max(0, group.first - PAIR - 1) : group.first].rstrip("t")[-2:] == ",w"
        return taking or (aside and closes and len(group.actors) > 1)

    def _attending(self, at: int, light: int) -> list[Actor]:
        """Read "chaired a meeting attended by X", "with X taking part", "including X", "chaired with X a meeting"."""
        if light < 0 or not self.lx.lows[light].startswith(_HOLDING) or self._is_passive(light):
            return []
        beside = (g for g in self.groups if light < g.first <= light + NEAR and g.last <= at and g.governor in _BESIDE)
        there = next(beside, None) or next((g for g in self.groups if at < g.first and self._was_there(at, g)), None)
        return there.actors if there is not None else []

    def _was_there(self, at: int, group: Group) -> bool:
        """Whether a group behind the noun is said to have been at what it tells of, and at nothing else."""
        lx = self.lx
        others = (word for word in lx.lows[at + 1 : group.first] if word not in _ORGANS)
        if group.possessive or ";" in lx.codes[at : group.first] or any(map(is_only_noun, others)):
            return False
        if self._are_with_them(group):
            return True
        if group.governor == "with":
            return _TAKING_PART.match(lx.lower(group.last, group.last + PAIR + 1)) is not None
        word = group.first - 1 - (lx.codes[group.first - 1] == "t")
        if word <= at or lx.lows[word] not in _SOME:
            return False
        return word <= at + PAIR or are_adverbials(lx, at + 1, word - (lx.codes[word - 1] == ","))

    def _are_with_them(self, group: Group) -> bool:
        return _WITH_THEM.search(self.lx.lower(max(0, group.first - VERY_FAR), group.first)) is not None
