"""Drafts of events and the cast of a text as claims with evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Claim, Evidence, Participant, Source, Thing, Value, Venue
from loaders.text.about.attribution import Said, Voices
from loaders.text.events.article import Article
from loaders.text.events.confidence import confidence
from loaders.text.events.drafts import Draft
from loaders.text.layout.structure import Passage
from loaders.text.who.party import Party
from loaders.text.who.person import Person
from loaders.text.who.private import is_in_title, is_private

EXTRACTOR = "rules/1"
_REACH = 40
"""Characters before a name in which the word for a spokesperson begins."""
_SIGNED = re.compile(r"[^\n]*\b(?:by|from)\b[^\n]*\b(?:spokes\w+|press secretary) $", re.IGNORECASE)


def make_claims(article: Article, source: Source) -> tuple[Claim, ...]:
    """Return all claims of the article: events by their position, then officials.

    Evidence is quoted from ``source``, which has the article's offsets and its own line ends.
    """
    claims: list[Claim] = []
    events = sorted(article.events, key=lambda event: (event.at, event.kind, sorted(event.sides)))
    for number, event in enumerate(events, start=1):
        claims.extend(_event(article, source, event, f"e{number}"))
    claims.extend(_officials(article, source))
    return tuple(dict.fromkeys(claims))


class _Writer:
    def __init__(self, source: Source, thing: Thing, subject: str, sure: float, said: Voices | None = None) -> None:
        self._source, self._thing, self._subject, self._sure = source, thing, subject, sure
        self._said = said

    def __call__(self, attribute: str, value: Value, start: int, end: int, rule: str = "") -> Claim:
        evidence = Evidence(start, end, self._source.text[start:end])
        stance, by = self._said.at(start) if self._said is not None else Said()
        return Claim(
            source=self._source.id, thing=self._thing, subject=self._subject, attribute=attribute, value=value,
            evidence=evidence, confidence=self._sure, extractor=EXTRACTOR, rule=rule,
            stance=stance, attributed_to=by,
        )  # fmt: skip


def _event(article: Article, source: Source, event: Draft, subject: str) -> Iterator[Claim]:
    write = _Writer(source, "event", subject, confidence(event), Voices(article, event))
    for passage in event.passages:
        yield write("kind", event.kind, passage.start, passage.end, event.rule)
    first = event.passages[0]
    told, rule = _tells_status(event)
    yield write("status", event.status, told.start, told.end, rule)
    if event.date is not None:
        yield write("date", event.date.edtf, event.date.start, event.date.end, event.date.rule)
    if event.place is not None:
        start, end = event.place_span if event.place_span[1] else (first.start, first.end)
        yield write(
            "venue", Venue(article.source.text[start:end], event.place.city, event.place.country), start, end, "place"
        )
    seen: set[str] = set()
    for party in event.parties:
        if party.side and party.side not in seen:
            seen.add(party.side)
            yield write("side", party.side, party.start, party.end)
        if party.person is not None or party.capacity:
            yield write("participant", _participant(party), party.start, party.end)
    for host in event.hosts:
        if host.side:
            yield write("host", host.side, host.start, host.end)
    for topic in event.topics:
        yield write("topic", topic.value, topic.start, topic.end, topic.rule)
    if event.document is not None:
        yield write("document", event.document.value, event.document.start, event.document.end)


def _tells_status(event: Draft) -> tuple[Passage, str]:
    """The first sentence that tells the status as it is at the end, and the rule that read it there."""
    for told in event.statuses:
        if told.value == event.status:
            found = next((one for one in event.passages if one.start <= told.start < one.end), None)
            if found is not None:
                return found, told.rule or event.rule
    return event.passages[0], event.rule


def _participant(party: Party) -> Participant:
    person = party.person
    if person is None:
        return Participant("", party.capacity, party.office, party.side, "", party.rank, max(1, party.count))
    return Participant(person.name, party.capacity, party.office, party.side, person.body, party.rank)


def _only_signs(text: str, person: Person) -> bool:
    """Tell whether it is the spokesperson whom the headline names as its author: "Statement by NSC Spokesperson X"."""
    before = text[max(0, person.start - _REACH) : person.start].lower()
    if text.find("\n", 0, person.start - 1) >= 0 or not ("spokes" in before or "secretary" in before):
        return False  # not in the headline, or no spokesperson
    return _SIGNED.match(text[: person.start]) is not None and text.count(person.name.split()[-1]) == 1


def _officials(article: Article, source: Source) -> Iterator[Claim]:
    people = sorted(article.cast.people, key=lambda person: (person.start, person.end))
    number = 0
    for person in people:
        if not (person.side or person.capacity) or _only_signs(article.source.text, person):
            continue
        if is_private(person) or is_in_title(article.source.text, person):
            continue
        number += 1
        write = _Writer(source, "official", f"o{number}", 0.8)
        yield write("name", person.name, person.start, person.end)
        if person.capacity or person.side:
            start, end = person.capacity_span if person.capacity_span[1] else (person.start, person.end)
            value = Participant(person.name, person.capacity, person.office, person.side, person.body, person.rank)
            yield write("capacity", value, start, end)
