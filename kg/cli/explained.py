"""What there is to show of a reading: its events with their claims, and words seen and refused."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.model import Claim, Participant, Reading, Venue

_CONTEXT = 60

MEANING = {
    "no-parties": "nobody takes part that the sentence names",
    "nothing-happened": "the sentence says that nothing came about",
    "known-already": "told of as known, and told nowhere else",
    "one-side": "only one side takes part",
    "in-speech": "spoken of in someone's own words",
    "too-many": "more such words than a sentence can have",
}
"""The reasons for which a word that may tell of an event is refused, in words."""


@dataclass(frozen=True)
class Event:
    """The claims on one event, in the order of the text."""

    claims: tuple[Claim, ...]

    @property
    def title(self) -> str:
        """Kind, status, date and sides, in one line."""
        said = {claim.attribute: str(claim.value) for claim in reversed(self.claims)}
        sides = " + ".join(sorted({str(claim.value) for claim in self.claims if claim.attribute == "side"}))
        return ", ".join(part for part in (said.get("kind"), said.get("status"), said.get("date"), sides) if part)

    @property
    def confidence(self) -> float:
        """How sure the extractor is, from 0 to 1."""
        return max(claim.confidence for claim in self.claims)

    def sentence_around(self, span: tuple[int, int]) -> tuple[int, int]:
        """Return the offsets of the telling that a span stands in; the span itself where it stands in none."""
        tellings = [c.evidence for c in self.claims if c.attribute == "kind" and c.evidence is not None]
        around = (one for one in tellings if one.start <= span[0] and span[1] <= one.end)
        return next(((one.start, one.end) for one in around), span)

    @staticmethod
    def value(claim: Claim) -> str:
        """Return the value of a claim in a few words."""
        value = claim.value
        if isinstance(value, Participant):
            return f"{value.name or 'unnamed'} ({value.capacity or 'no capacity'}, {value.side or 'no side'})"
        if isinstance(value, Venue):
            return ", ".join(part for part in (value.city or value.name, value.country) if part)
        return str(value)


def events_of(reading: Reading) -> list[Event]:
    """Return the events of a reading in the order they are told."""
    found: dict[str, list[Claim]] = {}
    for claim in reading.claims:
        if claim.thing == "event":
            found.setdefault(claim.subject, []).append(claim)
    return [Event(tuple(claims)) for claims in found.values()]


def quoted(text: str, span: tuple[int, int], sentence: Sequence[int]) -> tuple[str, str, str]:
    """Return the words before a span, the span, and the words after it, within its sentence and on one line."""
    start, end = span
    first, last = max(sentence[0], start - _CONTEXT), min(sentence[1], end + _CONTEXT)
    before = ("…" if first > sentence[0] else "") + text[first:start]
    after = text[end:last] + ("…" if last < sentence[1] else "")
    return _one_line(before), _one_line(text[start:end]), _one_line(after)


def _one_line(words: str) -> str:
    return "".join(" " if c.isspace() else c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in words)
