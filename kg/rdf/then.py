"""What was shown at a moment and is not kept as it was, made from what is: rows of nodes, a page at a time.

Versions of events, of their participants and conflicts stand in the graph with what they were joined to. The rest
follows from them and from the claims: which events a claim was about, what was inside a larger event, in which office
somebody took part, and how an official was spelt.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Mapping
from functools import cached_property
from typing import Any

from kg.blueprint import event_kinds, past_label, past_type
from kg.rdf.columns import WAS_THERE, Columns, Row
from kg.store.engine import Engine
from kg.store.reference_rows import office_id, office_title, side_id
from kg.store.spellings import fullest_first
from queries.as_of import counted, shown, widen

NOT_WITHDRAWN = (
    "NOT EXISTS { MATCH (w:Withdrawal)-[:WITHDRAWS]->(s) "
    "WHERE w.at < $known_by AND coalesce(w.undone >= $known_by, true) }"
)
"""The condition that the source ``s`` was not withdrawn then."""
_TOLD = f"UNWIND $ids AS id MATCH (:Mention {{id: id}})-[:TELLS_OF]->(m) WHERE {shown('m')} RETURN id, m.id"
_INSIDE = (
    f"UNWIND $ids AS id MATCH (e:Event {{id: id}})<-[:TELLS_OF]-(m:Mention) WHERE {shown('e')} AND m.parent <> '' "
    f"MATCH (:Mention {{id: m.parent}})-[:TELLS_OF]->(w:Event) WHERE {shown('w')} RETURN DISTINCT id, w.id"
)
_SPELT = (
    "UNWIND $ids AS id MATCH (:Official {id: id})<-[:IDENTIFIED_AS]-(p:Participant)<-[:HAS_PARTICIPANT]-(e:Event) "
    f"WHERE {shown('e')} UNWIND coalesce(p.names, [p.name]) AS name RETURN DISTINCT id, name",
    "UNWIND $ids AS id MATCH (:Official {id: id})<-[:TELLS_OF]-(m:Mention)-[:MENTIONED_IN]->(s:Source) "
    f"WHERE {NOT_WITHDRAWN} MATCH (c:Claim {{mention: m.id}}) WHERE c.attribute = 'name' AND {counted('c')} "
    "RETURN DISTINCT id, c.value",
)
_SERVED = (
    f"MATCH (e:{past_label('Event')})-[:{past_type('HAS_PARTICIPANT')}]->(p) "
    f"WHERE {shown('e')} AND coalesce(p.capacity, '') <> '' AND coalesce(p.side, '') <> '' "
    "RETURN DISTINCT e.id, coalesce(p.office, ''), p.capacity, p.side"
)


class WithIds:
    """Holds all ids but those of things that are there only while something speaks of them: of these, some."""

    def __init__(self, ids: Container[str]) -> None:
        self._ids = ids

    def __contains__(self, one: object) -> bool:
        return isinstance(one, str) and (one.partition("-")[0] in _TELL_THEMSELVES or one in self._ids)


_TELL_THEMSELVES = frozenset(label.lower() for label in WAS_THERE)


class Then:
    """The graph as it was at a moment, a text as :func:`queries.parameters.moment` gives it."""

    def __init__(self, engine: Engine, known_by: str) -> None:
        self._engine = engine
        self._known_by = known_by

    def pairs(self, text: str, **parameters: object) -> list[tuple[Any, ...]]:
        """Return the rows of a text on the present, asked of that moment."""
        return list(self._engine.read(widen(text), {**parameters, "known_by": self._known_by}).rows)

    @cached_property
    def offices(self) -> dict[str, tuple[str, str, str]]:
        """The same offices of all events: title, code and side by id."""
        return {
            office_id(*one): (office_title(one[0], one[1]), one[0], one[2]) for _, *one in sorted(self.pairs(_SERVED))
        }

    def offices_of(self, events: Container[str]) -> list[str]:
        """Return the offices in which somebody took part in these events, by versions that are past."""
        return [office_id(*one) for event, *one in self.pairs(_SERVED) if event in events]

    def added(self, columns: Columns, there: Mapping[str, Row], after: str, until: str) -> dict[str, Row]:
        """Return the rows behind an id, up to another if there is one, of what left when nothing spoke of it more."""
        if columns.label != "Office":
            return {}
        missing = {key: one for key, one in self.offices.items() if key not in there and after < key}
        at, title, code = (columns.edge_at("OFFICE_OF"), *map(columns.property_at, ("title", "office")))
        rows: dict[str, Row] = {}
        for key, one in missing.items():
            if not until or key <= until:
                rows[key] = [key, *(None for _ in columns.properties), *([] for _ in columns.edges)]
                rows[key][title], rows[key][code], rows[key][at] = one[0], one[1], [side_id(one[2])]
        return rows

    def correct(self, columns: Columns, rows: list[Row]) -> None:
        """Put into the rows what was so then."""
        if rows and columns.label in _CORRECT:
            _CORRECT[columns.label](self, columns, rows)

    def several(self, texts: Iterable[str], ids: Iterable[str]) -> dict[str, list[str]]:
        """Return what the texts give for each id, sorted."""
        asked = sorted(set(ids))
        found: dict[str, set[str]] = defaultdict(set)
        for text in texts:
            for key, one in self.pairs(text, ids=asked):
                found[key].add(one)
        return {key: sorted(several) for key, several in found.items()}


def _about(then: Then, columns: Columns, rows: list[Row]) -> None:
    """A claim is about what its mention tells of; about an event only while it counts."""
    at, mention, withdrawn = columns.edge_at("ABOUT"), *map(columns.property_at, ("mention", "withdrawn"))
    told = then.several([_TOLD], (row[mention] for row in rows if row[mention]))
    for row in rows:
        things = told.get(row[mention], [])
        row[at] = [one for one in things if row[withdrawn] is None or not one.startswith("event-")]


def _event(then: Then, columns: Columns, rows: list[Row]) -> None:
    """An event is inside what the larger one's mention tells of; a version has the labels that its event had."""
    at, kind = columns.edge_at("PART_OF"), columns.property_at("kind")
    larger = then.several([_INSIDE], (row[0] for row in rows))
    for row in rows:
        row[at] = larger.get(row[0], [])
        standing = [label.removeprefix(past_label("")) for label in row[-1]]
        row[-1] = row[-1] if standing == row[-1] else sorted({*standing, event_kinds()[row[kind]].label})


def _served(_: Then, columns: Columns, rows: list[Row]) -> None:
    at, where = columns.edge_at("SERVED_AS"), [columns.property_at(name) for name in ("office", "capacity", "side")]
    for row in rows:
        office, capacity, side = (row[one] or "" for one in where)
        if not row[at] and capacity and side:  # what is past has lost it
            row[at] = [office_id(office, capacity, side)]


def _spelt(then: Then, columns: Columns, rows: list[Row]) -> None:
    name, names = map(columns.property_at, ("name", "names"))
    found = then.several(_SPELT, (row[0] for row in rows))
    for row in rows:
        spellings = [one for one in found.get(row[0], ()) if one]
        if spellings:
            row[name], row[names] = min(spellings, key=fullest_first), spellings


_CORRECT: dict[str, Callable[[Then, Columns, list[Row]], None]] = {
    "Claim": _about,
    "Event": _event,
    "Participant": _served,
    "Official": _spelt,
}
