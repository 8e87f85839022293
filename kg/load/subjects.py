"""What a judgement is about, found by what a person types."""

from __future__ import annotations

import msgspec

from kg.errors import KgError
from kg.identity.judgements import Judged
from kg.identity.officials import Official
from kg.store.graph_store import GraphStore


class UnknownSubjectError(KgError):
    """No event, mention, official or candidate, or more than one, is what was typed; or two cannot be compared."""


class Subject(msgspec.Struct, frozen=True):
    """One of two that are judged, by what does not move: an event's mentions, or the id that rules give an official."""

    thing: Judged
    ids: tuple[str, ...]
    words: str
    official: Official | None = None


_EVENT = (
    "MATCH (e:Event {id: $text})<-[:TELLS_OF]-(m:Mention) RETURN m.id, coalesce(e.date, '') + ' ' + e.title "
    "ORDER BY m.id LIMIT 50"
)
_MENTION = "MATCH (m:Mention {id: $text})-[:TELLS_OF]->(e:Event) RETURN m.id, coalesce(e.date, '') + ' ' + e.title"
_OFFICIAL = (
    "MATCH (o:Official) WHERE o.id = $text OR o.name = $text "
    "RETURN o.id, o.name, coalesce(o.side, ''), coalesce(o.qid, '') ORDER BY o.id LIMIT 20"
)
_CANDIDATE = (
    "MATCH (c:Candidate {id: $id}) RETURN c.thing, c.one, c.other, c.names, coalesce(c.keys, []), "
    "coalesce(c.officials, '[]')"
)


def find_subject(store: GraphStore, typed: str) -> Subject:
    """Return the event or official of this id, or the official of this name.

    Raises:
        UnknownSubjectError: there is none, or several have the name.
    """
    for text in (_EVENT, _MENTION):
        told = store.engine.read(text, {"text": typed}).rows
        if told:
            return Subject("event", tuple(row[0] for row in told), str(told[0][1]).strip())
    rows = store.engine.read(_OFFICIAL, {"text": typed}).rows
    if not rows:
        raise UnknownSubjectError(f"no event, mention or official is {typed!r}: 'kg query candidates' gives ids")
    if len(rows) > 1:
        listed = "; ".join(f"{row[0]} ({row[2] or 'side not said'})" for row in rows[:5])
        raise UnknownSubjectError(f"{len(rows)} officials are called {typed!r}: name one by its id: {listed}")
    key, name, side, qid = rows[0]
    return Subject("official", (key,), f"{name} ({side})" if side else name, Official(key, name, side, qid))


def subjects_of(store: GraphStore, candidate: str) -> tuple[Subject, Subject]:
    """Return the two of a candidate, by its id.

    Raises:
        UnknownSubjectError: there is no such candidate: it was judged, or a later source changed what it is about.
    """
    rows = store.engine.read(_CANDIDATE, {"id": candidate}).rows
    if not rows:
        raise UnknownSubjectError(f"no candidate has the id {candidate!r}: 'kg query candidates' lists them")
    thing, one, other, names, keys, officials = rows[0]
    if thing != "holder":
        return find_subject(store, one), find_subject(store, other)
    (holder,) = msgspec.json.decode(officials, type=tuple[Official, ...])
    return Subject("holder", tuple(keys), names[0]), Subject("holder", (holder.id,), names[1], holder)
