"""What later sentences call an event that was told of: "the talks", "the decision", and how far they may be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from loaders.text.events.drafts import Draft

_MEETING = (
    "meetings?|talks|discussions?|consultations|encounter|negotiations|summit|session|dialogue|conference|courtesy call"
)
_PAPER = (
    "agreement|accord|deal|pact|treaty|memorand(?:um|a)|MoUs?|signing ceremony|signing|ceremony|document|contract"
    "|arrangement|declaration"
)
_STEP = "decisions?|moves?|steps?|measures?|expulsions?|sanctions|orders?|announcement|action"
NOUNS = {
    "contact": _MEETING,
    "visit": "visit|trip|tour|stay|journey",
    "call": "calls?|conversations?",
    "agreement": _PAPER,
    "expulsion": _STEP,
    "sanction": _STEP,
    "summons": f"summons|{_STEP}",
    "letter": "letters?|messages?|notes?",
    "other": "ceremony",
}
"""What a later sentence may call an event of a family."""
_HEAD = (
    r"(?:\b(?:[Aa]n? [\w-]+[- ]day|[Tt]he|[Tt]his|[Tt]hese|[Tt]hose|[Hh]is|[Hh]er|[Tt]heir) "
    r"(?:(?!last|next|previous|first|second|third|earlier|latest|other|upcoming|forthcoming|recent|new|joint press|news"
    r"|press|peace|general|annual|regular|two previous|(?:the|an?|his|her|their) )[\w’'-]+ ){{0,3}}?(?:{nouns})\b"
    r"|(?:(?<=\. )|(?<=\n))It (?:(?:was|is to be|will be|had been) (?:signed|inked|concluded)"
    r"|(?:took|takes|will take|is to take|is due to take) place)\b|\b(?:signed|inked) (?:it|them)\b)"
)
CALLED = {family: re.compile(_HEAD.format(nouns=nouns)) for family, nouns in NOUNS.items()}
_REACH = 900
"""Characters after an event in which a later sentence may still be about it."""
_SENTENCE = re.compile(r"[^.\n]*(?:\.(?=\w)[^.\n]*)*")


class Later(NamedTuple):
    """A part of a text, by its offsets."""

    start: int
    stop: int


def text_after(events: Sequence[Draft], event: Draft) -> Later:
    """The text after an event, up to where another of its family is told of."""
    first = event.passages[0]
    last = next((one for one in event.passages if one.role == "body"), first)
    others = (one.passages[0].start for one in events if one is not event and one.family == event.family)
    return Later(last.end, min([last.end + _REACH, *(at for at in others if at > first.start)]))


def sentences_of(text: str, later: Later) -> Iterator[tuple[int, int]]:
    """Yield the offsets of each sentence, or of what is left of it, in a part of a text."""
    for found in _SENTENCE.finditer(text, later.start, later.stop):
        if found.end() > found.start():
            yield found.span()
