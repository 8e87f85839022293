"""Nouns that tell again of those told of before: "the talks, held on Monday", "he said in a telephone conversation"."""

from __future__ import annotations

import re

from loaders.text.clause.frame import Frame
from loaders.text.lexis.distances import FAR, NEAR, PAIR, VERY_FAR
from loaders.text.lexis.triggers import Trigger
from loaders.text.telling.noun_doubts import NounDoubts

_TOOK_PLACE = re.compile(
    r"(?:, )?(?:which |that )?(?:took place|(?:was|were) (?:held|conducted|convened)|held|lasted|happened|began|started"
    r"|opened)\b"
)
_ANOTHER = re.compile(
    r"\b(?:another|one more|an? (?:second|third|further|earlier|previous))(?: (?:phone|telephone|such|bilateral))?$"
)
_TOOK_PLACE_THEN = re.compile(
    r"(?:(?:initiated|requested|proposed|hosted) by (?:the )?[\w.]+ )?"
    r"(?:took place|(?:was|were) (?:also )?(?:held|conducted))\b(?! by\b)"
)
_BEFORE_ITEM = frozenset("nm;:,-(.)xtaBDCNo")
"""Codes of what may stand before the noun of a point: its day, how many it is."""
_THEIRS = re.compile("h[mn,]*m[mn,]*$")
_THIS_WAS = re.compile(
    r"(?:this|that|the (?:exchange|discussions?)) (?:came|was|were|took place|happened|occurred)(?: \w+){0,2}"
    r" (?:during|at|in|over) (?:an?|their|his|her)(?: [\w-]+){0,3}$"
)
"""Read "This came during a meeting in Oslo on Monday": what has just been told of was then and there."""


_DISCUSSED = frozenset({"discussed", "reviewed", "exchanged", "examined", "tackled"})

_ROUND_BEFORE = re.compile(r"\b(?:previous|preceding|earlier) (?:\w+ )?(?:round|session|phase|meeting|talks) , held\b")
"""Read "the upcoming talks are watched, as the previous round, held in Oslo, failed": where that was."""


class ThoseBefore(NounDoubts):
    """Reads nouns without parties of their own."""

    def _of_those_before(self, at: int, trigger: Trigger, light: int) -> Frame | None:
        """Read "he said in a telephone conversation", "ahead of the upcoming meeting (Istanbul, October 10)"."""
        if light >= 0:
            return None
        lx = self.lx
        if self.passage.listed:
            return self._listed(at, trigger)
        if trigger.kind == "call" and self._embedded(at) and lx.lows[at - 1] not in ("the", "this"):
            speaker = self._clause_subject(at)
            frame = self._make(at, trigger, speaker, "") if len(speaker) == 1 else None
        elif self._is_dated(at) or self._says_when(at):
            frame = self._make(at, trigger, [], "", places=None)
            frame.definite = True
        elif self._is_another(at):
            frame = self._make(at, trigger, [], "")
            frame.also = True
        elif trigger.kind in ("meeting", "talks", "summit") and self._is_next(at):
            frame = self._make(at, trigger, [], "")
            frame = frame if any(where.item > at for where in frame.places) else None
        else:
            return None
        if frame is not None:
            frame.anaphor, frame.status = True, self._noun_status(at, light) or "held"
            before = _ROUND_BEFORE.search(lx.lower(at + 1, len(lx))) if frame.status == "planned" else None
            end = lx.item_at(at + 1, before.start()) if before is not None else len(lx)
            frame.places = [where for where in frame.places if where.item < end]
            goes_on = self._behind_aside(at) if frame.definite else 0
            frame.span = frame.span[0], max(frame.span[1], self._stop(goes_on) if goes_on else 0)
        return frame

    def _is_another(self, at: int) -> bool:
        """Read "spoke on Tuesday. Another call took place on Saturday": one more of the same, on a day of its own."""
        if _ANOTHER.search(self.lx.lower(max(0, at - FAR), at)) is None:
            return False
        after = self.lx.lower(at + 1, at + 2 * FAR)
        return _TOOK_PLACE_THEN.match(after) is not None and "m" in self.lx.codes[at:]

    def _read_next_round(self, at: int, trigger: Trigger) -> Frame | None:
        """Read "held talks on Monday. The next round will take place in Oslo in May"."""
        alone = self.lx.codes[at + 1 : at + 2] != "o" and self.passage.role != "headline"
        return self._of_those_before(at, trigger, -1) if alone and self._is_next(at) else None

    def _says_when(self, at: int) -> bool:
        """Read "discussed trade. This came during a meeting in Oslo": when and where they did so."""
        if at > FAR + NEAR or _THIS_WAS.match(self.lx.lower(0, at)) is None or self.previous is None:
            return False
        return not _DISCUSSED.isdisjoint(self.previous.lx.lows)

    def _listed(self, at: int, trigger: Trigger) -> Frame | None:
        """Read "5th Meeting of the Joint Committee, Oslo, 24 June", a point of a list: of those the list is of."""
        if at > VERY_FAR or not set(self.lx.codes[:at]) <= _BEFORE_ITEM:
            return None
        frame = self._make(at, trigger, [], "", places=[w for w in self.places if w.item > at and w.place.city][:1])
        frame.anaphor = True
        return frame

    def _is_dated(self, at: int) -> bool:
        """Read "the meeting took place on Monday", "the talks, held on Monday,", "Monday's talks", "their May call"."""
        lx = self.lx
        if lx.codes[max(0, at - PAIR) : at] == "m'" or _THEIRS.search(lx.codes, max(0, at - FAR), at):
            return True
        if (
            lx.codes[at + 1 : at + 3] == "pm"
            and at <= NEAR
            and not any(a.kind != "side" for a in self.actors if a.first < at)
        ):
            return True  # "U.N.-brokered talks on Tuesday ended"
        known = lx.lows[at - 1 : at] in (["the"], ["this"]) and (at <= PAIR or lx.lows[at - 2 : at - 1] == ["during"])
        return (
            known and _TOOK_PLACE.match(lx.lower(at + 1, at + FAR)) is not None and "m" in lx.codes[at : at + VERY_FAR]
        )
