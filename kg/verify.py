"""Is the whole graph what its sources say? Every quote again, and that nothing dangles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from kg.model import Evidence
from kg.store.engine import Engine
from kg.store.pages import End, between, page_bounds

_SOURCE, _EVENT = End("Source", "id"), End("Event", "id")
_SOURCES_A_PAGE, _EVENTS_A_PAGE = 500, 10_000
_TOLD = (
    f"{between(_SOURCE, 's')} RETURN s.id AS id, s.text AS text, "
    "[(s)<-[:STATED_IN]-(c:Claim) | [c.id, c.start, c.end, c.quote]] AS claims"
)
_DOUBLED = f"{between(_EVENT, 'e')} WITH e.id AS id, count(*) AS n WHERE n > 1 RETURN id"
# The node that is known stands first in each pattern: the embedded engine walks from the left.
_STRUCTURE = {
    "claim without a source": "MATCH (c:Claim) WHERE NOT (c)-[:STATED_IN]->(:Source) RETURN c.id AS id LIMIT 20",
    "claim that counts and is about nothing": (
        "MATCH (c:Claim)-[:STATED_IN]->(s:Source) WHERE c.withdrawn IS NULL AND s.withdrawn IS NULL "
        "AND NOT (c)-[:ABOUT]->() RETURN c.id AS id LIMIT 20"
    ),
    "event without a claim": "MATCH (e:Event) WHERE NOT (e)<-[:ABOUT]-(:Claim) RETURN e.id AS id LIMIT 20",
    "event without a source": "MATCH (e:Event) WHERE NOT (e)<-[:REPORTS]-(:Source) RETURN e.id AS id LIMIT 20",
    "participant of no event": (
        "MATCH (p:Participant) WHERE NOT (p)<-[:HAS_PARTICIPANT]-(:Event) RETURN p.id AS id LIMIT 20"
    ),
    "conflict between fewer than two claims": (
        "MATCH (c:Conflict) OPTIONAL MATCH (c)-[:BETWEEN]->(x:Claim) WITH c, count(x) AS n WHERE n < 2 "
        "RETURN c.id AS id LIMIT 20"
    ),
    "version that ended before it began": (
        "MATCH (v:PastEvent) WHERE v.replaced <= v.recorded RETURN v.version AS id LIMIT 20"
    ),
    "version that no source told of": (
        "MATCH (v:PastEvent) WHERE NOT (v)<-[:PAST_REPORTS]-(:Source) RETURN v.version AS id LIMIT 20"
    ),
    "version that ended after what stands began": (
        "MATCH (v:PastEvent) WITH v MATCH (e:Event {id: v.id}) WHERE e.recorded < v.replaced "
        "RETURN v.version AS id LIMIT 20"
    ),
}


class Fault(msgspec.Struct, frozen=True):
    """Something that does not hold: what, and the id of the node."""

    what: str
    id: str


class Verification(msgspec.Struct, frozen=True):
    """How much was checked, and what did not hold."""

    sources: int
    claims: int
    faults: tuple[Fault, ...]


def verify(engine: Engine) -> Verification:
    """Check every claim's quote at its offsets in its source, every text's digest, and that nothing dangles.

    Sources and events are read in pages: memory does not grow with the graph. The graph is only read.
    """
    faults: list[Fault] = []
    sources = claims = 0
    for page in page_bounds(engine, _SOURCE, _SOURCES_A_PAGE):
        for source in _rows(engine, _TOLD, page):
            sources += 1
            claims += len(source["claims"])
            faults += _wrong_quotes(source["text"] or "", source["claims"])
    for page in page_bounds(engine, _EVENT, _EVENTS_A_PAGE):
        faults += [Fault("two nodes with one id", row["id"]) for row in _rows(engine, _DOUBLED, page)]
    for what, text in _STRUCTURE.items():
        faults += [Fault(what, row["id"]) for row in _rows(engine, text, {})]
    return Verification(sources=sources, claims=claims, faults=tuple(faults))


def _wrong_quotes(text: str, claims: Iterable[tuple[str, int, int, str]]) -> Iterator[Fault]:
    for claim, start, end, quote in claims:
        if not Evidence(start, end, quote).stands_in(text):
            yield Fault("quote that is not in its source", claim)


def _rows(engine: Engine, text: str, parameters: dict[str, Any]) -> list[dict[str, Any]]:
    found = engine.read(text, parameters)
    return [dict(zip(found.columns, row, strict=True)) for row in found.rows]
