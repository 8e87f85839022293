"""Candidates among events: those whose sides and dates are close to one that is written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from kg.identity.candidates import EventFacts, score_events
from kg.identity.names import fold_name
from kg.identity.nearby import are_close
from kg.store.candidate_rows import CandidateRow, Judged, Pair, Verdict, create

if TYPE_CHECKING:
    from kg.store.steady import Transaction

_NEAR = (
    "UNWIND $keys AS key MATCH (m:Mention {near: key})-[:TELLS_OF]->(e:Event) "
    "RETURN DISTINCT key, e.id, coalesce(e.date, '')"
)
_SHARED = (
    "UNWIND $keys AS key MATCH (k:Key {key: key}) MATCH (m:Mention {id: k.of})-[:TELLS_OF]->(e:Event) "
    "RETURN DISTINCT key, e.id, coalesce(e.date, '')"
)
_EVENTS = (
    "UNWIND $ids AS id MATCH (e:Event {id: id}) "
    "RETURN e.id, e.kind, e.status, coalesce(e.sides, []), coalesce(e.date, ''), e.title"
)
_PEOPLE = (
    "UNWIND $ids AS id MATCH (e:Event {id: id})-[:HAS_PARTICIPANT]->(p:Participant) WHERE p.name IS NOT NULL "
    "RETURN id, coalesce(p.side, ''), p.name"
)
_PLACES = "UNWIND $ids AS id MATCH (e:Event {id: id})-[:HELD_AT]->(x:Place) RETURN id, x.name"
_TELLINGS = (
    "UNWIND $ids AS id MATCH (e:Event {id: id})<-[:TELLS_OF]-(m:Mention)-[:MENTIONED_IN]->(s:Source) "
    "RETURN id, m.id, s.digest"
)
# Short patterns, one after the other: a plan of all at once takes an engine longer than their rows.


def renew_events(transaction: Transaction, look_ups: Mapping[str, Sequence[str]], judged: Judged) -> None:
    """Make the candidates of these events, each with the keys to look under, that have none yet."""
    pairs = _near_pairs(transaction, look_ups)
    facts = _facts(transaction, sorted({event for pair in pairs for event in pair}))
    create(transaction, candidate_rows(pairs, facts, judged.verdict))


def candidate_rows(pairs: Iterable[Pair], facts: Mapping[str, EventFacts], verdict: Verdict) -> list[CandidateRow]:
    """Return the candidates among these pairs of events; ``verdict`` says what persons judged of two."""
    rows = []
    for one, other in sorted(pairs):
        scored = score_events(facts[one], facts[other])
        judged = verdict(facts[one].mentions, facts[other].mentions) if scored else "different"
        if scored and judged != "different":
            first, second = (f"{facts[key].date} {facts[key].title}" for key in (one, other))
            rows.append(CandidateRow("event", (one, other), (first, second), scored, judged == "unsure"))
    return rows


def close_pairs(asked: Mapping[str, Sequence[str]], standing: Mapping[str, Collection[tuple[str, str]]]) -> set[Pair]:
    """Return the pairs of an event and one that stands under a key it asks for, whose dates are close.

    ``standing`` has the ids and dates of events by key, also of those that ask.
    """
    dates = {event: date for several in standing.values() for event, date in several}
    return {
        (min(event, other), max(event, other))
        for event, several in asked.items()
        for key in several
        for other, date in standing.get(key, ())
        if other != event and date and dates.get(event) and are_close(dates[event], date)
    }


def _near_pairs(transaction: Transaction, look_ups: Mapping[str, Sequence[str]]) -> set[Pair]:
    """The pairs of an event that was written and one that is near, whose dates are close."""
    standing: dict[str, set[tuple[str, str]]] = defaultdict(set)
    keys = sorted({key for several in look_ups.values() for key in several})
    for text, kind in ((_NEAR, "near-"), (_SHARED, "key-")):
        asked = [key for key in keys if key.startswith(kind)]
        for key, event, date in transaction.run(text, {"keys": asked}) if asked else ():
            standing[key].add((event, date))
    return close_pairs(look_ups, standing)


def _facts(transaction: Transaction, ids: Sequence[str]) -> dict[str, EventFacts]:
    if not ids:
        return {}
    people, places, told = (_by_event(transaction, text, ids) for text in (_PEOPLE, _PLACES, _TELLINGS))
    return {
        key: EventFacts(
            id=key, kind=kind, status=status, sides=frozenset(sides), date=date, title=title,
            people=tuple(sorted((side, name) for side, name in people[key])),
            cities=frozenset(fold_name(name) for (name,) in places[key]),
            texts=frozenset(digest for _, digest in told[key]), mentions=frozenset(one for one, _ in told[key]),
        )
        for key, kind, status, sides, date, title in transaction.run(_EVENTS, {"ids": list(ids)})
    }  # fmt: skip


def _by_event(transaction: Transaction, text: str, ids: Sequence[str]) -> dict[str, list[list[str]]]:
    """The rows of a query by their first column."""
    found: dict[str, list[list[str]]] = defaultdict(list)
    for key, *rest in transaction.run(text, {"ids": list(ids)}):
        found[key].append(rest)
    return found
