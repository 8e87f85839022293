"""Tellings too vague to begin an event, which a later one makes plain: "envoys of four states", then who they are."""

from __future__ import annotations

from loaders.text.events.drafts import Draft, same
from loaders.text.events.joining import add_party, take_place
from loaders.text.lexis.distances import NEAR

_ENVOYS = frozenset({"ambassador", "diplomat", "envoy", "high-commissioner"})
_FAMILIES = frozenset({"contact", "call", "agreement", "other"})


class Vague:
    """Keeps such tellings until the event is told of."""

    def __init__(self) -> None:
        self._told: list[Draft] = []
        self._convened: Draft | None = None
        """The contact told of last of which only who chairs it has been told."""

    def remember(self, draft: Draft) -> None:
        """Keep a telling that could not begin an event."""
        self._take_side_of_guests(draft)
        others = any(not party.side and (party.office or party.count > 1) for party in draft.parties)
        chair = draft.convened and draft.family == "contact" and any(one.person for one in draft.parties)
        self._convened = draft if chair else None
        if others and draft.family in _FAMILIES and draft.sides and not draft.definite:
            self._told.append(draft)

    def _take_side_of_guests(self, draft: Draft) -> None:
        """Diplomats whose credentials a state receives are of others than itself, whoever writes of them."""
        if not draft.rule.startswith("credentials") or len(draft.sides) != 1:
            return
        for party in draft.parties:
            if party.person is None and party.office in _ENVOYS and len(draft.parties) > 1:
                party.side = ""

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
            received = event.rule.startswith("credentials") and _is_reception(told, event)
            alike = told.kind == event.kind and (fits or (ceremony and not told.sides & event.sides))
            if near and (alike or received):
                self._told.remove(told)
                event.passages = [*told.passages, *(p for p in event.passages if p not in told.passages)]
                event.date = event.date or told.date
                if event.place is None:
                    take_place(event, told)
                for party in told.parties:
                    add_party(event, party)
                return


def _is_reception(told: Draft, event: Draft) -> bool:
    """Read "received new ambassadors yesterday. He accepted the credentials of": one ceremony."""
    envoys = any(party.office in _ENVOYS for party in told.parties if not party.side)
    held = event.status in ("held", "") and event.date is None
    return held and told.kind == "meeting" and envoys and told.sides < event.sides
