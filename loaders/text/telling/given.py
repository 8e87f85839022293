"""Whom a verb gives a contact to, before its noun: "had President X to dinner", "gave X an audience"."""

from __future__ import annotations

import re

from loaders.text.clause.group import Group
from loaders.text.lexis.distances import FAR, NEAR, PAIR, VERY_FAR
from loaders.text.telling.clause_parties import ClauseParties
from loaders.text.who.actor import Actor

_MEALS = ("dinner", "lunch", "luncheon", "breakfast", "banquet", "supper", "tea", "coffee", "drinks", "reception")
_GIVE = ("gave", "give", "gives", "giving", "given")
_HAVE = ("had", "has", "have", "having", "took", "take", "takes", "taking", "treated", "treat", "treats", "treating")
_GIVING = dict.fromkeys(_MEALS, frozenset((*_GIVE, *_HAVE)))
_GIVING |= dict.fromkeys(
    ["audience"], frozenset((*_GIVE, "granted", "grant", "grants", "granting", "accorded", "accord", "accords"))
)
_GIVING |= dict.fromkeys(["call"], frozenset(_GIVE))
_GIVING |= dict.fromkeys(["talks", "negotiations", "conversation", "dialogue"], frozenset({"engaged", "engage"}))
"""The verbs that have whom they are given to before the noun: "had him to dinner"."""
_TO_NOUN = re.compile("(?:pf|p|f)?[tahnxD-]{0,4}")
"""The codes of what may stand between: "to", "over for", "a farewell"."""
_IN_HONOUR = re.compile(r"in (?P<whose>his|her) hono[u]?r\b")
"""Read "gave a dinner in his honour": whom."""
_HOSTED = frozenset({"hosted", "offered", "given", "held", "thrown", "tendered", "organised", "organized", "laid"})
_HONOUR = frozenset({"honour", "honor"})
_OBJECT = {"his": "him", "her": "her"}


class Given(ClauseParties):
    """Finds those who stand between a verb and the noun of a contact."""

    def _given_to(self, at: int, light: int) -> list[Actor]:
        """Read "had President X to dinner", "gave X an audience", "engaged X in talks": whom, between verb and noun."""
        if light >= 0 and (honoured := _IN_HONOUR.match(self.lx.lower(at + 1, at + NEAR))) is not None:
            him = Actor(at + PAIR, at + PAIR + 1, kind="pronoun", determiner=_OBJECT[honoured["whose"]])
            return [*self._right(light, {"by"}), him] if self._is_passive(light) else [him]
        if light < 0 or self._is_passive(light) or self.lx.lows[light] not in _GIVING.get(self.lx.lows[at], ()):
            return []
        given = next((g for g in self.groups if g.first == light + 1 and g.last <= at and not g.possessive), None)
        ends = given is not None and _TO_NOUN.fullmatch(self.lx.codes, given.last, at) is not None
        return [a for a in given.actors if a.kind != "side"] if ends and given is not None else []

    def _meal_by(self, at: int) -> list[Actor]:
        """Read "a dinner was hosted by X in honour of Y", "a dinner for Y was given by X": both."""
        lows, reach = self.lx.lows, range(at + 1, min(at + VERY_FAR, len(self.lx)))
        given = next((i for i in reach if lows[i] in _HOSTED), -1) if lows[at] in _MEALS else -1
        if given < 0 or self.lx.codes.find(";", at, given) >= 0:
            return []
        host = next((g for g in self.groups if given < g.first <= given + VERY_FAR and g.governor == "by"), None)
        guest = next((g for g in self.groups if at < g.first and self._is_honoured(at, given, g)), None)
        return [*host.actors, *guest.actors] if host is not None and guest is not None else []

    def _is_honoured(self, at: int, given: int, group: Group) -> bool:
        """Whether a meal is for them: "in honour of Y", "a dinner for Y"."""
        before = self.lx.lows[max(at, group.first - 1 - PAIR) : group.first]
        if group.governor == "of" and not _HONOUR.isdisjoint(before):
            return True
        return group.governor == "for" and (group.last <= given or group.first <= given + FAR)
