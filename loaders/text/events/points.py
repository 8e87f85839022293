"""Whose the contacts are that are listed below a sentence: "The ministers agreed to hold the following meetings:"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.text.clause.frame import Frame
from loaders.text.clause.status import status_of
from loaders.text.events.drafts import Draft
from loaders.text.telling.clauses import ClauseReader
from loaders.text.who.parties import Resolver
from loaders.text.who.party import Party

_KINDS = frozenset({"meeting", "talks", "negotiation", "call", "summit"})
_TO_COME = re.compile(
    r"\b(?:will|agreed? (?:to|on)|plan\w*|schedul\w+|upcoming|includes|expect\w*|decided|intend\w*|to be|next"
    r"|forthcoming)\b"
)
_PROGRAMME = re.compile(r"\b(?:programme?|agenda|schedule|visit|trip)\b")
"""Read "The programme included:": of him whose journey was told of."""


class Points:
    """Keeps the sentence above a list, and what the list has told so far."""

    def __init__(self, resolver: Resolver) -> None:
        self._resolver = resolver
        self._above: ClauseReader | None = None
        self._before: Draft | None = None
        self._whose: list[Party] = []
        self._status = ""
        self._told: list[Draft] = []
        self._read = -1
        """Where the point begins that was read last."""

    def note(self, reader: ClauseReader, recent: Draft | None) -> None:
        """Take up a sentence that may introduce a list, and the event told of last before it."""
        if not reader.passage.listed and reader.lx.text[reader.passage.end - 1 : reader.passage.end] == ":":
            self._above, self._before, self._read, self._told = reader, recent, -1, []
            self._begin(reader)

    def told(self, frame: Frame) -> list[Draft]:
        """Return the events that the points above have told, which a further point does not tell again."""
        return self._told if frame.passage.listed else []

    def before(self, frame: Frame, events: Sequence[Draft]) -> list[Draft]:
        """Return the events without a day that were told before a list of meetings: its points are none of them."""
        above = self._above if frame.passage.listed else None
        if above is None or _PROGRAMME.search(above.lx.lower(0, len(above.lx))):
            return []
        return [one for one in events if one.date is None and one.passages[-1].start <= above.passage.start]

    def parties(self, frame: Frame) -> list[Party]:
        """Return those of what a point tells, and give it its status; nobody if it tells nothing more."""
        known = frame.passage.start == self._read
        self._read = frame.passage.start
        if known or frame.kind not in _KINDS:
            return []
        if frame.status in ("", "held"):
            frame.status = self._status
        own = self._resolver.parties(frame.lx, frame.actors)
        sides = {party.side for party in own if party.side}
        if len(sides) > 1:
            return own
        return [*(one for one in self._whose if one.side not in sides), *own] if own else self._states()

    def _begin(self, above: ClauseReader) -> None:
        words, span = above.lx.lower(0, len(above.lx)), (above.passage.start, above.passage.end)
        self._status = status_of("before", words) or ("planned" if _TO_COME.search(words) else "held")
        self._whose = self._resolver.parties(above.lx, above.actors)
        if not self._whose and (above.actors or _PROGRAMME.search(words)):
            self._whose = self._resolver.last_person(*span)

    def _states(self) -> list[Party]:
        """The sides of the sentence above, or of the contact told of before it: at what is planned others may be."""
        known = self._before is not None and self._above is not None and bool(self._above.actors)
        before = self._before.parties if known and self._before is not None else []
        for parties in (self._whose, before):
            states = {one.side: Party(one.side, one.start, one.end) for one in parties if one.side}
            if len(states) > 1:
                return list(states.values())
        return []
