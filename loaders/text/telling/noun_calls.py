"""Nouns for calls: "X's call with Y", "placed a call to", "paid a courtesy call on"."""

from __future__ import annotations

from loaders.text.clause.frame import Frame
from loaders.text.lexis.distances import FAR, NEAR
from loaders.text.lexis.triggers import Trigger
from loaders.text.telling.nouns import NounPhrases
from loaders.text.who.belonging import is_counterpart

_COURTESY_CALL = Trigger("call-on", "noun", "noun", "meeting")
_PLACING = {
    "initiated", "initiates", "placed", "place", "places", "placing", "made", "make", "makes", "making", "gave", "give",
    "put",
}  # fmt: skip
_RECEIVING = frozenset({"receive", "received", "receives", "receiving"})
_HAVING = frozenset({"had", "have", "has", "having", "held", "hold", "holds", "holding", "conducted"})
_VIEWS = frozenset({"views", "opinions", "ideas", "assessments", "thoughts", "words"})
"""What one has an exchange of: not of fire, of prisoners, of letters."""
_APPEALS = frozenset({"peace", "ceasefire", "truce", "rallying", "wake-up", "roll", "close", "clarion"})


_GATHERING = ("host", "held", "hold", "conven", "chair", "co-chair", "co-host")


class NounCalls(NounPhrases):
    """Readers of such nouns."""

    def _is_exchange(self, at: int) -> bool:
        """Tell "had a frank exchange", "held an exchange of views with X" from the verb, and from one of fire."""
        light = self._light(at)
        between = self.lx.codes[light + 1 : at]
        if light < 0 or self.lx.lows[light] not in _HAVING or "t" not in between or "p" in between:
            return False
        if self.lx.codes[at + 1 : at + 2] == "o":
            return self.lx.lows[at + 2 : at + 3] != [] and self.lx.lows[at + 2] in _VIEWS
        return self.lx.codes[at + 1 : at + 2] in ("p", "w", "m", ",", ".", "")

    def _read_exchange_noun(self, at: int, trigger: Trigger) -> Frame | None:
        return self._noun(at, trigger, None)

    def _read_had_noun(self, at: int, trigger: Trigger) -> Frame | None:
        """Read "had a brief interaction with President X"; the interaction of two states is none."""
        light = self._light(at)
        partners = self._right(at, {"with"}, noun=True)
        had = light >= 0 and self.lx.lows[light] in _HAVING and "t" in self.lx.codes[light + 1 : at]
        several = self.lx.lows[at].endswith("s") and light >= 0
        if not (had or several) or not partners or any(a.kind not in ("person", "role") for a in partners):
            return None
        return self._noun(at, trigger, None)

    def _read_noun_call(self, at: int, trigger: Trigger) -> Frame | None:
        if self._is_no_call(at):
            return None
        if (
            self.lx.lows[at] in ("call", "calls")
            and not self._is_call_hosted(at)
            and (
                self.lx.codes[at + 1 : at + 2] in ("f", "o", "y")
                or self.lx.lows[at + 1 : at + 2] in (["to"], ["upon"])
                or (self.lx.lows[at + 1 : at + 2] == ["that"] and "phone" not in self.lx.lows[at - 1])
                or (self.lx.lows[at + 1 : at + 2] == ["on"] and self.lx.codes[at + 2 : at + 3] != "m")
            )
            and not (self.lx.lows[at + 1 : at + 2] == ["to"] and self._embedded(at))
        ):
            if self._is_placed(at):
                return self._noun(at, trigger, None, also="to")
            if self._is_call_to(at):
                frame = self._noun(at, trigger, None, also="to")
                if frame is not None and frame.status == "planned" and "will" not in self.lx.lows[:at]:
                    frame.status = "held"  # "Pursuant to X's call to Y, envoys will"
                return frame
            paid = self._light(at)
            if paid < 0 or not self.lx.lows[paid].startswith(("paid", "pay", "mak", "made")):
                return None
            return self._noun(at, _COURTESY_CALL, None, also="on")
        frame = self._noun(at, trigger, None, also="to")
        if (
            frame is not None
            and frame.places
            and self.lx.lows[at].startswith("conversation")
            and not self._is_by_wire()
        ):
            frame.kind = "meeting"  # "had a conversation with X in Vienna"
        return frame

    def _is_call_hosted(self, at: int) -> bool:
        """Read "hosted the ninth call of the group with his counterparts": those who speak on it, and no appeal."""
        light = self._light(at)
        hosted = light >= 0 and self.lx.lows[light].startswith(_GATHERING) and self.lx.codes[at + 1 : at + 2] == "o"
        return hosted and "w" in self.lx.codes[at : self._stop(at)]

    def _is_no_call(self, at: int) -> bool:
        """Read "a peace call", "received calls from X and Y": an appeal, and calls that the verb tells of."""
        if self.lx.lows[at - 1] in _APPEALS and self.lx.lows[at].startswith("call"):
            return True
        return self.lx.lows[at] == "calls" and not _RECEIVING.isdisjoint(self.lx.lows[max(0, at - NEAR) : at])

    def _is_placed(self, at: int) -> bool:
        """Read "placed a call to Minister X", "made a phone call to X": no call to or for anything."""
        light = self._light(at)
        if light < 0 or self.lx.lows[light] not in _PLACING or self.lx.lows[at + 1 : at + 2] != ["to"]:
            return False
        called = next((g for g in self.groups if g.governor == "to" and at < g.first <= at + NEAR), None)
        one = called.actors[0] if called is not None else None
        if called is None or one is None or not (one.kind in ("person", "role") or is_counterpart(self.lx, one)):
            return False
        return self.lx.lows[called.last : called.last + 1] not in (["to"], ["for"])

    def _is_by_wire(self) -> bool:
        return any("phon" in word or word in ("video", "call", "virtual", "line") for word in self.lx.lows)

    def _is_call_to(self, at: int) -> bool:
        """Read "Prime Minister X's call to President Y": of one who is named to another, and for nothing."""
        if self.lx.lows[at + 1 : at + 2] != ["to"] or not any(a.name for a in self._possessor(at)):
            return False
        called = next((g for g in self.groups if g.governor == "to" and at < g.first <= at + FAR), None)
        if called is None or not called.actors[0].name:
            return False
        return self.lx.lows[called.last : called.last + 1] not in (["to"], ["for"])
