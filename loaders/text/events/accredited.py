"""Where an envoy is posted: he who is met by "the Swedish ambassador to Kenya" is of Kenya."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.vocabulary import is_country
from loaders.text.events.drafts import Draft
from loaders.text.lexis.gazetteer import gazetteer
from loaders.text.who.party import TOP

_POSTED = re.compile(
    r"\b(?:[Aa]mbassador|[Hh]igh [Cc]ommissioner|[Cc]harg[eé] d['’][Aa]ffaires)\b[^.;,]{0,40}? (?:to|in) (?=[A-Zt])"
)
_RECEIVING = frozenset({"head", "minister", "deputy", "parliament"})
_NAME = 40
"""Characters of a state's name."""


def settle_hosts_of_envoys(text: str, events: Sequence[Draft]) -> None:
    """Give the heads and ministers whom an envoy calls on the state that he is posted to."""
    for event in events:
        hosts = [p for p in event.parties if not p.side and (p.office in TOP or p.rank in _RECEIVING)]
        hosts = [p for p in hosts if p.person is not None] or hosts
        if event.family != "contact" or len(hosts) != 1 or not (len(event.sides) == 1 or _are_envoys(event)):
            continue
        first = event.passages[0]
        posted = _POSTED.search(text, first.start, first.end)
        state = _state_at(text, posted.end()) if posted is not None else ""
        if state and state not in event.sides:
            at_home = event.place is not None and event.place.country in event.sides
            own = next(iter(event.sides)) if at_home else state  # "received Peru's ambassador to Chile in Lima"
            hosts[0].give_side(own)


def _are_envoys(event: Draft) -> bool:
    """Read "the minister received Peru's ambassador to Chile and Kenya's ambassador to Chile": each of another side."""
    sided = [party for party in event.parties if party.side]
    return len(event.sides) > 1 and all(party.office == "ambassador" for party in sided)


def _state_at(text: str, at: int) -> str:
    """The state whose name, or the name of whose city, begins at an offset, or after an article there."""
    at += 4 if text.startswith("the ", at) else 0
    hits = gazetteer().find(text[at : at + _NAME])
    term = hits[0].term if hits and hits[0].start == 0 else None
    if term is None or term.code not in ("C", "K"):
        return ""
    state = term.side or (term.place.country if term.place is not None else "")
    return state if is_country(state) else ""
