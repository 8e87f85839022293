"""The table of hard cases as tellings, and how well rules and candidates do on them."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from kg.identity.candidates import EventFacts, score_events
from kg.identity.events import resolve
from kg.identity.mentions import EventMention, Told, describe
from kg.model import Participant, Value, Venue

TABLE = Path(__file__).parent / "hard_events.tsv"


class Telling(NamedTuple):
    """One source's telling in a case: the event it truly is of, and what it says."""

    event: str
    mention: EventMention
    facts: EventFacts


class Measure(NamedTuple):
    """Pairs of tellings: those that truly are one event, those that were joined, and those of them rightly."""

    same: int
    joined: int
    right: int

    @property
    def precision(self) -> float:
        """Return the share of joined pairs that are one event."""
        return self.right / self.joined if self.joined else 1.0

    @property
    def recall(self) -> float:
        """Return the share of pairs of one event that were joined."""
        return self.right / self.same if self.same else 1.0


def hard_cases(table: Path = TABLE) -> dict[str, list[Telling]]:
    """Return the tellings of each case of the table."""
    found: dict[str, list[Telling]] = defaultdict(list)
    with table.open(encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)):
            found[row["case"]].append(_telling(number, row))
    return dict(found)


def measure(cases: Iterable[list[Telling]], are_joined: Callable[[list[Telling]], set[tuple[int, int]]]) -> Measure:
    """Count the pairs of all cases; ``are_joined`` gives the places of the pairs that it takes for one."""
    same = joined = right = 0
    for tellings in cases:
        truth = {(i, j) for i, j in _pairs(tellings) if tellings[i].event == tellings[j].event}
        found = are_joined(tellings)
        same, joined, right = same + len(truth), joined + len(found), right + len(truth & found)
    return Measure(same, joined, right)


def by_rules(tellings: list[Telling]) -> set[tuple[int, int]]:
    """Return the pairs that rules alone join."""
    event_of = resolve([one.mention for one in tellings])
    return {(i, j) for i, j in _pairs(tellings) if event_of[tellings[i].mention.id] == event_of[tellings[j].mention.id]}


def by_rules_or_persons(tellings: list[Telling]) -> set[tuple[int, int]]:
    """Return the pairs that rules join, and those candidates that a person who knows the truth would."""
    listed = {(i, j) for i, j in _pairs(tellings) if score_events(tellings[i].facts, tellings[j].facts)}
    return by_rules(tellings) | {(i, j) for i, j in listed if tellings[i].event == tellings[j].event}


def _pairs(tellings: list[Telling]) -> Iterator[tuple[int, int]]:
    return combinations(range(len(tellings)), 2)


def _telling(number: int, row: dict[str, str]) -> Telling:
    said: list[tuple[str, Value]] = [("kind", row["kind"]), ("status", row["status"])]
    said += [("date", row["date"])] if row["date"] else []
    said += [("side", side) for side in row["sides"].split()]
    people = [_person(text) for text in row["people"].split("; ") if text]
    said += [("participant", person) for person in people]
    city, _, country = row["city"].rpartition(" ")
    said += [("venue", Venue(city, city, country))] if city else []
    quote = row["quote"] or f"so it is told in the words of row {number} and in no others"
    mention = describe(Told(f"mention-{number:03}", row["text"], row["place"], "2025-02-20", quote), said)
    facts = EventFacts(
        id=mention.id, kind=row["kind"], status=row["status"], sides=mention.sides, date=row["date"],
        people=mention.people, cities=mention.cities, texts=frozenset((row["text"],)),
        mentions=frozenset((mention.id,)),
    )  # fmt: skip
    return Telling(row["event"], mention, facts)


def _person(text: str) -> Participant:
    side, name, office = text.split(":")
    return Participant(name, office.replace("-", " ").title(), office, side)
