"""Tellings too vague to begin an event, which a later one makes plain: "envoys of four states", then who they are."""

from __future__ import annotations

from loaders.text.events.drafts import Draft, same
from loaders.text.events.joining import add_party
from loaders.text.lexis.distances import NEAR

_FAMILIES = frozenset({"contact", "call", "agreement", "other"})


class Vague:
    """Keeps such tellings until the event is told of."""

    def __init__(self) -> None:
        self._told: list[Draft] = []
        self._convened: Draft | None = None
        """The contact told of last of which only who chairs it has been told."""

    def remember(self, draft: Draft) -> None:
        """Keep a telling that could not begin an event."""
        others = any(not party.side and (party.office or party.count > 1) for party in draft.parties)
        chair = draft.convened and draft.family == "contact" and any(one.person for one in draft.parties)
        self._convened = draft if chair else None
        if others and draft.family in _FAMILIES and draft.sides and not draft.definite:
            self._told.append(draft)

    def last_contact(self, paragraph: int) -> Draft | None:
        """Return the contact with one side that was told of last, if it was told shortly before."""
        told = self._convened or (self._told[-1] if self._told and self._told[-1].family == "contact" else None)
        near = told is not None and paragraph - told.passages[-1].paragraph <= NEAR
        return told if near else None

    def fill(self, event: Draft) -> None:
        """Give a new event the day, the place and the words of a vaguer telling shortly before."""
        for told in reversed(self._told[-NEAR:]):
            near = event.passages[0].paragraph - told.passages[0].paragraph <= NEAR
            fits = told.sides < event.sides and same(event, told)
            ceremony = told.rule == event.rule and told.rule.startswith("credentials")
            if near and told.kind == event.kind and (fits or (ceremony and not told.sides & event.sides)):
                self._told.remove(told)
                event.passages = [*told.passages, *(p for p in event.passages if p not in told.passages)]
                event.date = event.date or told.date
                if event.place is None:
                    event.place, event.place_span = told.place, told.place_span
                for party in told.parties:
                    add_party(event, party)
                return
