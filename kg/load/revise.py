"""What a person changes afterwards: a source is withdrawn or brought back, a claim is put first in its conflict.

Each is one transaction: what it touches is consolidated anew, as a load would, and the record of who did it, when and
why stays when it is undone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

import msgspec

from kg.consolidate.said import Said
from kg.errors import KgError
from kg.identity.judgements import Judgement, known_as
from kg.load.named import Renamed, official_of
from kg.load.prepare import ReferenceReading, prepare_anew
from kg.model import make_id
from kg.store.batch import Batch, EdgeShape
from kg.store.graph_store import GraphStore
from kg.store.rejoined import mentions_of_source


class UnknownSourceError(KgError):
    """No source, or more than one, is what was typed."""


class UnknownClaimError(KgError):
    """No claim has that id."""


class NothingToUndoError(KgError):
    """It was not done, so it cannot be undone."""


class By(msgspec.Struct, frozen=True):
    """Who did it, why, and when (UTC, ISO 8601 with Z)."""

    person: str
    reason: str
    at: str
    made: Literal["person", "rule"] = "person"
    """``rule`` where ``person`` is the name of one."""


class FoundSource(msgspec.Struct, frozen=True):
    """A source of the graph, as far as whoever revises it must know it."""

    id: str
    title: str
    withdrawn: bool
    published: str
    publisher: str


class Revision(msgspec.Struct, frozen=True):
    """What came of it. ``changed`` is false where the graph was so already."""

    id: str
    title: str
    changed: bool
    events_before: int = 0
    events_after: int = 0


_SOURCE = " UNION ".join(
    f"MATCH (s:Source {{{way}: $text}}) "
    "RETURN s.id AS id, coalesce(s.title, s.url, s.key, '') AS title, s.withdrawn IS NOT NULL AS withdrawn, "
    "coalesce(s.published, '') AS published, coalesce(s.publisher, '') AS publisher ORDER BY id LIMIT 20"
    for way in ("id", "url", "key")
)
"""Way by way: an engine that is asked for any of the three at once may go through all sources."""
_STANDING = "MATCH (w:Withdrawal) WHERE w.source = $id AND w.undone IS NULL RETURN w.id ORDER BY w.at DESC"
_CLAIM = "MATCH (c:Claim {id: $id}) RETURN c.mention, c.attribute, c.quote"
_BLOCK = "MATCH (m:Mention {id: $id}) RETURN coalesce(m.block, '')"
_CONFLICT = "MATCH (c:Claim {id: $id})<-[:BETWEEN]-(f:Conflict) RETURN f.id ORDER BY f.id"
_RANKINGS = "MATCH (r:Ranking) WHERE r.claim = $id AND r.undone IS NULL RETURN r.id ORDER BY r.at DESC"


def withdraw(store: GraphStore, typed: str, by: By, reference: ReferenceReading, replaced_by: str = "") -> Revision:
    """Take a source out: what others also say stays, what only it said is history. Done twice, it is done once.

    ``typed`` is the source's id, address or key; ``replaced_by`` the id of the source that corrects it.

    Raises:
        UnknownSourceError: there is none, or several are meant.
    """
    found = find_source(store, typed)
    source, title = found.id, found.title
    if found.withdrawn:
        return Revision(source, title, changed=False)
    blocks = _blocks(store, source)
    batch = prepare_anew(blocks, Revised(store, without=source), reference, by.at)
    batch.withdrawn_sources[source] = by.at
    withdrawal = make_id("withdrawal", source, by.at)
    properties = {"source": source, "reason": by.reason, "by": by.person, "at": by.at, "replaced_by": replaced_by}
    batch.node("Withdrawal", withdrawal, properties)
    batch.shared_edge(EdgeShape("WITHDRAWS", "Withdrawal", "Source"), withdrawal, source)
    return finish(store, batch, by, source, title)


def bring_back(store: GraphStore, typed: str, by: By, reference: ReferenceReading) -> Revision:
    """Undo a withdrawal: the graph is what it was before, and the record of both stays.

    Raises:
        UnknownSourceError: there is no such source, or several are meant.
    """
    found = find_source(store, typed)
    source, title = found.id, found.title
    if not found.withdrawn:
        return Revision(source, title, changed=False)
    blocks = _blocks(store, source)
    batch = prepare_anew(blocks, Revised(store, back=source), reference, by.at, _named_again(store, found))
    batch.withdrawn_sources[source] = ""
    for (key,) in store.engine.read(_STANDING, {"id": source}).rows:
        batch.undone["Withdrawal", key] = (by.at, by.person, by.reason)
    return finish(store, batch, by, source, title)


def rank(store: GraphStore, claim: str, by: By, reference: ReferenceReading) -> Revision:
    """Put the value of a claim first wherever sources disagree on it.

    Raises:
        UnknownClaimError: there is no such claim, or it is about no event.
    """
    attribute, block, quote = _claim(store, claim)
    if store.engine.read(_RANKINGS, {"id": claim}).rows:
        return Revision(claim, quote, changed=False)
    batch = prepare_anew([block], Revised(store, ranked={claim: by.at}), reference, by.at)
    conflicts = [row[0] for row in store.engine.read(_CONFLICT, {"id": claim}).rows]
    ranking = make_id("ranking", claim, by.at)
    properties = {
        "claim": claim, "conflict": conflicts[0] if conflicts else "", "attribute": attribute, "reason": by.reason,
        "by": by.person, "at": by.at,
    }  # fmt: skip
    batch.node("Ranking", ranking, properties)
    batch.shared_edge(EdgeShape("RANKS", "Ranking", "Claim"), ranking, claim)
    return finish(store, batch, by, claim, quote)


def undo_rank(store: GraphStore, claim: str, by: By, reference: ReferenceReading) -> Revision:
    """Undo the ranking of a claim: the rule decides again.

    Raises:
        UnknownClaimError: there is no such claim, or it is about no event.
        NothingToUndoError: nobody ranked it.
    """
    _, block, quote = _claim(store, claim)
    standing = [row[0] for row in store.engine.read(_RANKINGS, {"id": claim}).rows]
    if not standing:
        raise NothingToUndoError(f"nobody has ranked {claim}: 'kg query revisions' lists what was")
    batch = prepare_anew([block], Revised(store, ranked={claim: ""}), reference, by.at)
    for key in standing:
        batch.undone["Ranking", key] = (by.at, by.person, by.reason)
    return finish(store, batch, by, claim, quote)


def finish(store: GraphStore, batch: Batch, by: By, subject: str, title: str) -> Revision:
    """Write the rows of a revision and return what came of it."""
    store.write(batch, by.at)
    events = sum(len(rows) for labels, rows in batch.new_nodes.items() if labels[0] == "Event")
    return Revision(subject, title, changed=True, events_before=len(batch.dropped_events), events_after=events)


def find_source(store: GraphStore, typed: str) -> FoundSource:
    """Return the source of this id, address or key.

    Raises:
        UnknownSourceError: there is none, or several are meant.
    """
    rows = sorted(store.engine.read(_SOURCE, {"text": typed}).rows)
    if not rows:
        raise UnknownSourceError(f"no source has the id, address or key {typed!r}: 'kg query event-sources' gives ids")
    if len(rows) > 1:
        listed = "; ".join(f"{row[0]} ({row[1]})" for row in rows[:5])
        raise UnknownSourceError(f"{len(rows)} sources are {typed!r}: name one by its id: {listed}")
    return FoundSource(*rows[0])


def _claim(store: GraphStore, claim: str) -> tuple[str, str, str]:
    rows = store.engine.read(_CLAIM, {"id": claim}).rows
    found = store.engine.read(_BLOCK, {"id": rows[0][0]}).rows if rows else []
    if not found or not found[0][0]:
        raise UnknownClaimError(f"no claim on an event has the id {claim!r}: 'kg conflicts' shows those that disagree")
    return rows[0][1], found[0][0], rows[0][2]


def _named_again(store: GraphStore, source: FoundSource) -> list[Renamed]:
    """The officials that a source names, each as whom judgements show them."""
    known = known_as(store.judgements())
    found = []
    for one in mentions_of_source(store.engine, source.id):
        by_rules = official_of(one.claims, source.published)
        if by_rules is not None:
            found.append(Renamed(one, known.get(by_rules.id, by_rules)))
    return found


def _blocks(store: GraphStore, source: str) -> list[str]:
    return sorted(set(store.stored([source]).mentions.values()) - {""})


class Revised(GraphStore):
    """The graph as it will be: without a source, with one that was withdrawn, with other rankings or judgements."""

    def __init__(
        self,
        store: GraphStore,
        *,
        without: str = "",
        back: str = "",
        ranked: Mapping[str, str] | None = None,
        judgements: Sequence[Judgement] | None = None,
    ) -> None:
        super().__init__(store.engine)
        self._without = without
        self._back = back
        self._ranked = ranked or {}
        self._judgements = judgements

    def said_in_blocks(self, blocks: Sequence[str], back: str = "") -> list[Said]:
        """Return the claims that will count."""
        found = super().said_in_blocks(blocks, back=back or self._back)
        return [one for one in found if one.source != self._without]

    def ranked(self) -> dict[str, str]:
        """Return the rankings that will stand; an empty time takes one away."""
        return {key: at for key, at in {**super().ranked(), **self._ranked}.items() if at}

    def judgements(self) -> list[Judgement]:
        """Return the judgements that will stand."""
        return super().judgements() if self._judgements is None else list(self._judgements)
