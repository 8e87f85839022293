"""What a person must see of two that may be one: what they are called, when, who, and in which words."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from kg.store.graph_store import GraphStore

_PAGE = 200
_LIST = (
    "MATCH (c:Candidate) WHERE c.score >= $least AND ($thing = '' OR c.thing = $thing) "
    "RETURN c.id, c.thing, c.score, c.parts, c.names, c.one, c.other, coalesce(c.unsure, false), coalesce(c.keys, []) "
    "ORDER BY c.score DESC, c.id LIMIT $limit"
)
_ONE = (
    "MATCH (c:Candidate {id: $id}) "
    "RETURN c.id, c.thing, c.score, c.parts, c.names, c.one, c.other, coalesce(c.unsure, false), "
    "coalesce(c.keys, [])"
)
_EVENT = (
    "MATCH (e:Event {id: $id}) RETURN coalesce(e.date, 'no date') + ' ' + e.status + ': ' + e.title, "
    "[(e)-[:HAS_PARTICIPANT]->(p:Participant) | "
    "coalesce(p.name, p.capacity, p.rank, '?') + ' (' + coalesce(p.side, '?') + ')']"
)
_MENTION = "MATCH (e:Event {id: $id})<-[:TELLS_OF]-(m:Mention) RETURN min(m.id)"
_STANDING = (
    "MATCH (j:Judgement) WHERE j.undone IS NULL AND (($one IN j.one AND $other IN j.other) "
    "OR ($one IN j.other AND $other IN j.one)) RETURN j.verdict ORDER BY j.at DESC LIMIT 1"
)
_OFFICIAL = "MATCH (o:Official {id: $id}) RETURN o.name + ' (' + coalesce(o.side, 'side not said') + ')', o.names"
_AS_QUOTED = "RETURN DISTINCT coalesce(s.publisher, s.key, ''), coalesce(s.published, ''), c.quote, s.id ORDER BY s.id"
_QUOTES = {
    "event": (
        "MATCH (e:Event {id: $id})<-[:TELLS_OF]-(m:Mention)-[:MENTIONED_IN]->(s:Source) "
        "MATCH (c:Claim {mention: m.id}) WHERE c.attribute = 'kind' AND c.withdrawn IS NULL "
        f"{_AS_QUOTED} LIMIT 3"
    ),
    "official": (
        "MATCH (o:Official {id: $id})-[:ATTENDED]->(e:Event) WITH o, e LIMIT 20 "
        "MATCH (e)<-[:TELLS_OF]-(m:Mention)-[:MENTIONED_IN]->(s:Source) MATCH (c:Claim {mention: m.id}) "
        "WHERE c.attribute = 'participant' AND any(name IN o.names WHERE c.value CONTAINS name) "
        f"{_AS_QUOTED} LIMIT 3"
    ),
}


class Side(msgspec.Struct, frozen=True):
    """One of the two: its id, what it is called, more lines about it, and quotes with their sources."""

    id: str
    words: str
    lines: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()
    key: str = ""
    """What it can be named by when judgements have made other events: a mention, an official, or a holder's key."""


class Doubt(msgspec.Struct, frozen=True):
    """A candidate as a person sees it in a list."""

    id: str
    thing: str
    score: float
    parts: tuple[str, ...]
    names: tuple[str, ...]
    one: str
    other: str
    unsure: bool
    keys: tuple[str, ...] = ()


def list_doubts(store: GraphStore, thing: str = "", least: float = 0.0, limit: int = 1_000) -> list[Doubt]:
    """Return candidates, likeliest first: of one thing or all, from a score on."""
    rows = store.engine.read(_LIST, {"thing": thing, "least": least, "limit": limit}).rows
    return [_doubt(row) for row in rows]


def find_doubt(store: GraphStore, candidate: str) -> Doubt | None:
    """Return the candidate of this id, where it still is one."""
    return next((_doubt(row) for row in store.engine.read(_ONE, {"id": candidate}).rows), None)


def verdict_on(store: GraphStore, one: str, other: str) -> str:
    """Return what stands judged of two, by their keys, or nothing."""
    return next((str(row[0]) for row in store.engine.read(_STANDING, {"one": one, "other": other}).rows), "")


def look_at(store: GraphStore, doubt: Doubt) -> tuple[Side, Side]:
    """Return both of a candidate with what sources say of them."""
    first, second = doubt.names
    if doubt.thing == "holder":
        return Side(doubt.one, first, key=min(doubt.keys)), Side(doubt.other, second, key=doubt.other)
    return _side(store, doubt.thing, doubt.one, first), _side(store, doubt.thing, doubt.other, second)


def _doubt(row: tuple[object, ...]) -> Doubt:
    return msgspec.convert(dict(zip(Doubt.__struct_fields__, row, strict=True)), Doubt)


def _side(store: GraphStore, thing: str, key: str, words: str) -> Side:
    found = store.engine.read(_EVENT if thing == "event" else _OFFICIAL, {"id": key}).rows
    if not found:
        return Side(key, words)
    stable = store.engine.read(_MENTION, {"id": key}).rows[0][0] if thing == "event" else key
    return Side(key, str(found[0][0]), tuple(sorted(set(found[0][1]))), tuple(_quoted(store, thing, key)), stable)


def _quoted(store: GraphStore, thing: str, key: str) -> Iterator[str]:
    for publisher, published, quote, _ in store.engine.read(_QUOTES[thing], {"id": key}).rows:
        yield f"“{' '.join(quote.split())}” ({', '.join(part for part in (publisher, published) if part)})"
