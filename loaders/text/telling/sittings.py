"""Those who sit: "The UN Human Rights Council opened in Geneva", "the meeting involves officials from A and B"."""

from __future__ import annotations

import re

from kg.vocabulary import is_country, organizations
from loaders.text.clause.frame import Frame
from loaders.text.lexis.clause_words import AUXILIARIES
from loaders.text.lexis.distances import FAR, NEAR, PAIR
from loaders.text.lexis.triggers import Trigger
from loaders.text.telling.opening_contacts import GATHERING, OpeningContacts
from loaders.text.who.actor import Actor
from loaders.text.who.sides import sides_of

_BODY = re.compile(r"(?P<head>[OF](?:\([ONBF]\))?'?[xaBGNUT]{0,5})(?:[opf]t?[BNUT][BNUTx&]{0,4})?(?:\([NBO]n?\))?$")
"""A body whose phrase ends right before a predicate, and how far it goes before what it is of."""
_CALLED = frozenset(
    {"assembly", "board", "commission", "committee", "conference", "congress", "council", "forum", "segment", "session"}
    | {"meeting", "plenary", "dialogue"}
)
_AND_IT = re.compile(
    r"(?:$|[.,;]|its (?:[\w-]+ ){0,3}(?:session|meeting|conference|deliberations)\b"
    r"|(?:in(?! on\b)|at|on|here|today|yesterday|tomorrow|next|last|this|late|early|earlier"
    r"|with|after|amid|under|without|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b)"
)
"""What may stand after the verb: it has no object but the session itself."""
_GOING_ON = frozenset({"that", "to"})
"""Read "concluded on Monday that", "began on Monday to doubt": of something else."""
_GOVERNED = frozenset({"AU", "EU", "EU-COMMISSION", "ECOWAS"})
_NEVER = frozenset({"EU", "UN"})
"""Bodies that do not sit themselves."""
_SAT = re.compile(
    r"\b(?:meeting|talks|summit|consultations|negotiations|session)(?: (?:in|at|on) [\w-]+)?"
    r"(?: (?:also|will|would|was|is|to|has|had|have))*$"
)
"""Before "included" and "involved" it is those who were there that follow."""


class Sittings(OpeningContacts):
    """Reads the verbs of a sitting."""

    def _read_sit(self, at: int, trigger: Trigger) -> Frame | None:
        """Read "The World Health Assembly opened in Geneva on Monday"."""
        body = self._sitting(at)
        return self._make(at, trigger, [body], self._before(at)) if body is not None else None

    def _sitting(self, at: int) -> Actor | None:
        """The body that is the subject of a verb without an object."""
        lx = self.lx
        after = at + 1 + (lx.lows[at + 1 : at + 2] == ["off"])
        if _AND_IT.match(lx.lower(after, after + FAR)) is None or self._is_passive(at):
            return None
        if not _GOING_ON.isdisjoint(lx.lows[after : after + NEAR + 1]):
            return None
        end = at
        while end > 0 and (
            lx.lows[end - 1] in AUXILIARIES
            or (lx.codes[end - 1] == "x" and lx.lows[end - 1].endswith("ly") and lx.lows[end - 1] not in _CALLED)
        ):
            end -= 1
        found = _BODY.search(lx.codes, max(0, end - PAIR * FAR), end)
        return self._body(found.start(), found.end("head"), end) if found is not None else None

    def _body(self, first: int, head: int, end: int) -> Actor | None:
        """The body between two items, if it is one that sits; what it is called ends at ``head``."""
        lx, term = self.lx, self.lx.terms[first]
        one = organizations().get(term.side) if term is not None else None
        if one is None or one.kind == "treaty" or is_country(one.id):
            return None
        side = one.id if one.can_be_side else one.parent
        of = first - 1
        while of >= 0 and lx.codes[of] in "tna":
            of -= 1
        owned = lx.lows[max(0, of - NEAR) : of] if lx.codes[of : of + 1] == "o" and of >= 0 else []
        if of >= 0 and lx.codes[of] in "powybf'" and _CALLED.isdisjoint(owned):
            return None  # "the debate in the Council ended", but "the Board of Governors of the Bank"
        called = [lx.lows[head - 1].split()[-1], *owned] if head > first + 1 else [*lx.lows[first].split(), *owned]
        if not side or _CALLED.isdisjoint(called) or (end == first + 1 and one.id in _NEVER and not owned):
            return None
        if side in _GOVERNED and "commission" in called:
            return None  # "the African Union Commission began": it works, and does not sit
        return Actor(
            first, end, kind="group", sides=(side,), capacity=lx.lows[end - 1].split()[-1], rank="official", plural=True
        )

    def _read_assemble(self, at: int, trigger: Trigger) -> Frame | None:
        """Read "the meeting brought together representatives from A, B and C"."""
        if GATHERING.search(self.lx.lower(max(0, at - FAR), at)) is None:
            return None
        stop = self._stop(at)
        for _ in range(PAIR):  # "officials of the five members - A, B and C - and D"
            stop = self._stop(stop) if self.lx.codes[stop : stop + 1] == ";" else stop
        objects = [a for g in self.groups if at < g.first <= stop for a in g.actors if a.sides or a.person]
        if objects and self.lx.lows[at].startswith("gather") and self.lx.codes[at + 1 : objects[0].first].strip("tan"):
            return None  # "gathered support from A and B"
        frame = self._make(at, trigger, objects, self._before(at)) if len({a.sides for a in objects}) > 1 else None
        if frame is not None:
            frame.definite = True
            self._take_main_clause(frame)
        return frame

    def _take_main_clause(self, frame: Frame) -> None:
        """Read "The talks, which brought together A and B, ended in Oslo on Sunday": where and when they were."""
        last = max(a.last for a in frame.actors)
        if self.lx.lows[frame.at - PAIR : frame.at] == [",", "which"] and self.lx.codes[last : last + 1] == ",":
            frame.span = frame.span[0], len(self.lx)
            frame.places = frame.places or [w for w in self.places if w.item > last and w.governor in ("in", "at")]

    def _read_involve(self, at: int, trigger: Trigger) -> Frame | None:
        """Read "the talks included Minister X and envoy Y", "the meeting involves officials from A, B and C"."""
        if _SAT.search(self.lx.lower(max(0, at - FAR), at)) is None:
            return None
        there = next((g for g in self.groups if at < g.first <= at + NEAR and g.governor == ""), None)
        who = [a for a in there.actors if a.kind != "side"] if there is not None else []
        sides = {side for actor in who for side in sides_of(actor)}
        frame = self._make(at, trigger, who, self._before(at)) if len(sides) > 1 else None
        if frame is not None:
            frame.companions = self.lx.lows[at - 1] == "also"
            frame.definite = not frame.companions
        return frame
