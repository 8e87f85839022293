"""Made-up but realistic histories: readings of made-up articles about made-up meetings, the same for the same seed.

Countries meet by weight (a few meet often, most seldom), officials hold an office for some years, an event has one to
three sources, now and then one disagrees on the place.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta

from kg.model import Claim, Evidence, Participant, Reading, Source, Venue, source_id
from kg.vocabulary import countries, topics

_KINDS = (("meeting", 55), ("call", 18), ("visit", 10), ("talks", 8), ("agreement", 5), ("summit", 4))
_STATUSES = (("held", 88), ("planned", 9), ("cancelled", 3))
_SYLLABLES = ("ba", "ke", "lo", "mi", "nu", "ra", "se", "to", "va", "zi", "dar", "gor", "lin", "mar", "sen", "tov")
_FIRST_DAY = date(2000, 1, 1)
_DAYS = 9_000
_TENURE_DAYS = 1_500


def history(events: int, seed: int = 1) -> Iterator[Reading]:
    """Yield the readings of that many events, in the order of the events, in constant memory."""
    chance = random.Random(seed)
    codes = sorted(countries())
    weights = [1.0 / (rank + 1) ** 0.8 for rank in range(len(codes))]
    for number in range(events):
        sides = _sides(chance, codes, weights)
        told = _event(chance, sides)
        for voice in range(chance.choices((1, 2, 3), (60, 30, 10))[0]):
            yield _reading(chance, number, voice, sides, told)


def _sides(chance: random.Random, codes: list[str], weights: list[float]) -> list[str]:
    found: list[str] = []
    while len(found) < (2 if chance.random() < 0.9 else chance.randint(3, 20)):
        (code,) = chance.choices(codes, weights)
        if code not in found:
            found.append(code)
    return sorted(found)


def _event(chance: random.Random, sides: list[str]) -> dict[str, str]:
    (kind,) = chance.choices([k for k, _ in _KINDS], [w for _, w in _KINDS])
    (status,) = chance.choices([s for s, _ in _STATUSES], [w for _, w in _STATUSES])
    day = _FIRST_DAY + timedelta(days=chance.randrange(_DAYS))
    shown = str(day) if chance.random() < 0.9 else str(day)[:7]
    return {
        "kind": kind,
        "status": status,
        "date": shown,
        "day": str(day),
        "topic": chance.choice(sorted(topics())),
        "host": sides[0],
    }


def _reading(chance: random.Random, number: int, voice: int, sides: list[str], told: dict[str, str]) -> Reading:
    """Each source says the same in its own words; one in twenty gives another place."""
    people = [
        _official(side, told["day"], office)
        for side in sides
        for office in ("head-of-state", "foreign-minister")[: 1 + number % 2]
    ]
    city = "Geneva" if chance.random() < 0.05 else countries()[told["host"]].capital or "Vienna"
    what = f"{told['kind'].title()} no. {number}"
    lead = f"{what}: {' and '.join(sides)} on {told['date']} in {city}, as source {voice} has it."
    names = "; ".join(f"{person.capacity} {person.name}" for person in people)
    text = f"{lead} Present were {names}. They spoke of {told['topic']}."
    url = f"https://example.org/history/{number}/{voice}"
    source = Source(
        id=source_id(url=url, key="", text=text), kind="article", key=f"{number}-{voice}", text=text,
        loader="synthetic/1",
        url=url, title=lead, publisher=f"Agency {voice}", licence="CC0-1.0", published=told["day"], language="en",
    )  # fmt: skip
    values = [("kind", told["kind"]), ("status", told["status"]), ("date", told["date"]), ("topic", told["topic"])]
    values += [("side", side) for side in sides]
    whole = Evidence(0, len(lead), lead)
    claims = [_claim(source, attribute, value, whole) for attribute, value in values]
    if told["kind"] != "call":
        claims.append(_claim(source, "venue", Venue(city, city, told["host"]), whole))
    start = text.index("Present were ") + len("Present were ")
    for person in people:
        words = f"{person.capacity} {person.name}"
        claims.append(_claim(source, "participant", person, Evidence(start, start + len(words), words)))
        start += len(words) + 2
    return Reading(source, tuple(claims))


def _official(side: str, day: str, office: str) -> Participant:
    """Who holds the office then: the same person for some years, with a name made of the side and the term."""
    term = (date.fromisoformat(day) - _FIRST_DAY).days // _TENURE_DAYS
    chance = random.Random(f"{side}{office}{term}")
    given, family = ("".join(chance.choices(_SYLLABLES, k=k)).title() for k in (2, 3))
    title = "President" if office == "head-of-state" else "Foreign Minister"
    return Participant(f"{given} {family}", title, office, side)


def _claim(source: Source, attribute: str, value: str | Venue | Participant, evidence: Evidence) -> Claim:
    return Claim(
        source=source.id, thing="event", subject="e1", attribute=attribute, value=value, evidence=evidence,
        confidence=0.9, extractor="synthetic/1",
    )  # fmt: skip
