"""What made-up sources say of a made-up happening: readouts, agencies and reprints, not all of them right.

Voices leave out participants, give a month instead of a day, the day after, another city, or a person's initials; some
announce what is to come, and some are corrected by a later text at the same address.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta

from kg.model import Claim, Evidence, Participant, Reading, Source, Value, Venue, source_id
from kg.vocabulary import countries, topics
from tests.bench.synthetic_world import Happening

_AGENCIES = ("Northern Wire", "Harbour Press", "Meridian Agency", "Daily Compass", "The Courier", "Evening Ledger")
_VOICES = ((1, 52), (2, 28), (3, 14), (4, 6))
_ELSEWHERE = ("Geneva", "CHE")
_EXTRACTOR = "synthetic/2"


def tellings(chance: random.Random, event: Happening) -> Iterator[Reading]:
    """Yield what is said of it, in the order in which it is published."""
    steps = event.course.split(", then ")
    for step in steps[:-1]:
        yield _Told(chance, event, step, 0, event.day - timedelta(days=chance.randint(2, 40))).reading()
    (voices,) = chance.choices([count for count, _ in _VOICES], [weight for _, weight in _VOICES])
    first: Reading | None = None
    for voice in range(1, voices + 1):
        if first is not None and chance.random() < 0.15:
            yield _reprint(first, voice)
            continue
        told = _Told(chance, event, steps[-1], voice, event.day + timedelta(days=chance.choice((0, 0, 0, 1))))
        reading = told.reading()
        first = first or reading
        yield reading
        if chance.random() < 0.01:
            yield told.corrected()


class _Told:
    """One source's telling: what it says, and the text that says it."""

    def __init__(self, chance: random.Random, event: Happening, status: str, voice: int, published: date) -> None:
        self._event = event
        self._status = status
        self._published = min(published, event.day) if status in ("planned", "proposed") else published
        self._publisher = _publisher(chance, event, voice)
        self._url = f"https://example.org/{event.number}/{status}/{voice}"
        self._date = _date(chance, event)
        self._city, self._land = _ELSEWHERE if chance.random() < 0.04 else (event.city, event.host)
        everybody = event.people()
        self._people = [_spelt(chance, one) for one in everybody if len(everybody) < 3 or chance.random() < 0.85]
        self._kind = "talks" if event.kind == "meeting" and chance.random() < 0.1 else event.kind

    def reading(self) -> Reading:
        """Return the source with its claims."""
        names = [countries()[side].name for side in self._event.sides]
        lead = f"{self._kind.title()} {self._status}: {', '.join(names[:-1])} and {names[-1]}, {self._date}"
        if self._event.kind != "call":
            lead += f", in {self._city}"
        lead += f" ({self._publisher}, item {self._event.number})."
        words = [f"{one.capacity} {one.name}" for one in self._people]
        subjects = ", ".join(topics()[code].name for code in self._event.topics)
        text = f"{lead} Taking part: {'; '.join(words)}. On the agenda: {subjects}."
        return self._with_claims(lead, text, words, subjects)

    def corrected(self) -> Reading:
        """The same address some days later, with the day that is right."""
        self._date = str(self._event.day)
        self._published += timedelta(days=3)
        self._publisher += " (corrected)"
        return self.reading()

    def _with_claims(self, lead: str, text: str, words: list[str], subjects: str) -> Reading:
        event = self._event
        own = event.number % 3 == 0 and self._publisher.startswith("Foreign Ministry")
        source = Source(
            id=source_id(url=self._url, key="", text=text), kind="readout" if own else "article",
            key=f"{event.number}-{self._status}-{self._published}", text=text, loader=_EXTRACTOR, url=self._url,
            title=lead, publisher=self._publisher, licence="CC0-1.0", published=str(self._published), language="en",
        )  # fmt: skip
        whole = Evidence(0, len(lead), lead)
        said: list[tuple[str, Value, Evidence]] = [
            ("kind", self._kind, whole), ("status", self._status, whole), ("date", self._date, whole),
            *(("side", side, whole) for side in event.sides),
        ]  # fmt: skip
        if event.kind != "call":
            said += [("venue", Venue(self._city, self._city, self._land), whole), ("host", self._land, whole)]
        at = len(lead) + len(" Taking part: ")
        for one, quote in zip(self._people, words, strict=True):
            said.append(("participant", one, Evidence(at, at + len(quote), quote)))
            at += len(quote) + len("; ")
        at = len(text) - len(subjects) - 1
        said += [("topic", code, Evidence(at, at + len(subjects), subjects)) for code in event.topics]
        return Reading(source, tuple(_claim(source, *one) for one in said))


def _reprint(first: Reading, voice: int) -> Reading:
    """The same text at another address."""
    url = f"https://example.net/{first.source.key}/{voice}"
    source = _elsewhere(first.source, url)
    return Reading(source, tuple(_claim(source, c.attribute, c.value, c.evidence) for c in first.claims))


def _elsewhere(source: Source, url: str) -> Source:
    """Return a source with the same text elsewhere."""
    return Source(
        id=source_id(url=url, key="", text=source.text), kind="article", key=f"{source.key}-again", text=source.text,
        loader=source.loader, url=url, title=source.title, publisher="The Reprint", licence=source.licence,
        published=source.published, language=source.language,
    )  # fmt: skip


def _publisher(chance: random.Random, event: Happening, voice: int) -> str:
    if voice in (1, 2) and chance.random() < 0.5:
        return f"Foreign Ministry of {countries()[event.sides[voice - 1]].name}"
    return chance.choice(_AGENCIES)


def _date(chance: random.Random, event: Happening) -> str:
    roll = chance.random()
    if roll < 0.90:
        return str(event.day)
    if roll < 0.93:
        return str(event.day + timedelta(days=1))
    if event.kind in ("visit", "summit") and roll < 0.97:
        return f"{event.day}/{event.day + timedelta(days=2)}"
    return str(event.day)[:7] if roll < 0.995 else str(event.day)[:4]


def _spelt(chance: random.Random, one: Participant) -> Participant:
    """Now and then with the initial alone."""
    if chance.random() < 0.04:
        return Participant(f"{one.name[0]}. {one.name.split()[1]}", one.capacity, one.office, one.side)
    return one


def _claim(source: Source, attribute: str, value: Value, evidence: Evidence) -> Claim:
    return Claim(
        source=source.id, thing="event", subject="e1", attribute=attribute, value=value, evidence=evidence,
        confidence=0.9, extractor=_EXTRACTOR,
    )  # fmt: skip
