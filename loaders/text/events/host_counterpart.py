"""A bare counterpart on a journey: "will visit Namibia. He will meet his counterpart", who is of where one goes."""

from __future__ import annotations

import re

from kg.vocabulary import is_country
from loaders.text.clause.frame import Frame
from loaders.text.events.drafts import Draft
from loaders.text.lexis.distances import PAIR
from loaders.text.lexis.gazetteer import gazetteer
from loaders.text.who.actor import Actor
from loaders.text.who.party import Party

_KINDS = frozenset({"meeting", "talks"})
_GATHERING = re.compile(
    r"\b(?:summit|conference|forum|assembly|council|sidelines?|margins?|fringes|congress|g20|g7|brics|session|attend\w*"
    r"|tours?|multilateral|ministerial|retreat)\b",
    re.IGNORECASE,
)
"""Where those of many states meet, a counterpart may be of any."""
_NEVER = frozenset({"cancelled", "postponed", "denied"})


def with_counterpart(frame: Frame, parties: list[Party], journey: Draft | None) -> list[Party]:
    """Add the counterpart whom one of a state meets in the only other state that his journey told of last is to."""
    own = {party.side for party in parties if party.side}
    if journey is None or journey.place is None or frame.kind not in _KINDS or len(own) != 1:
        return parties
    like = next((actor for actor in frame.actors if _is_bare(frame, actor)), None)
    land, text = journey.place.country, frame.lx.text
    abroad = is_country(land) and land not in own and own <= journey.sides and journey.status not in _NEVER
    told = (frame.passage, *journey.passages[-1:])
    apart = any(_GATHERING.search(text, one.start, one.end) is not None for one in told)
    if like is None or not abroad or apart or not _is_near(frame, journey) or _goes_on(text, journey, {land, *own}):
        return parties
    start, end = frame.lx.starts[like.first], frame.lx.ends[like.last - 1]
    return [*parties, Party(land, start, end, None, "counterpart", "", "official", 1, True, like=True)]


def _is_near(frame: Frame, journey: Draft) -> bool:
    """Whether the journey is told of in this sentence, or right before it."""
    return 0 <= frame.passage.paragraph - journey.passages[-1].paragraph <= PAIR


def _goes_on(text: str, journey: Draft, told: set[str]) -> bool:
    """Whether the sentence of a journey names other states: "will visit Kenya and Uganda"."""
    start, end = journey.passages[-1].start, journey.passages[-1].end
    terms = [hit.term for hit in gazetteer().find(text[start:end])]
    named = {term.place.country if term.place is not None else term.side for term in terms if term.code in "CDK"}
    return any(is_country(one) and one not in told for one in named)


def _is_bare(frame: Frame, actor: Actor) -> bool:
    """Whether a phrase is "his counterpart", of whom no more is said."""
    alone = actor.kind == "group" and not (actor.sides or actor.name or actor.person or actor.plural)
    return alone and actor.determiner in ("his", "her") and frame.lx.lows[actor.last - 1] == "counterpart"
