"""Writes the small graph of small_data.py."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any, TypeAlias

from neo4j import ManagedTransaction

from kg.blueprint import graph_schema
from kg.blueprint.constraints import schema_statements
from kg.dates import parse
from kg.store.engine import Engine
from tests.queries.small_data import (
    COUNTRIES,
    EVENTS,
    HOSTILE,
    LATER,
    NOW,
    ORGANIZATIONS,
    PEOPLE,
    PLACES,
    SOURCES,
    TOPICS,
    WORDS,
    Happening,
)

Shape: TypeAlias = tuple[str, str, str]
"""A relationship type and the labels of its ends."""


class Batch:
    """Nodes by labels and id, and of relationships by type and labels of their ends; empty properties are absent."""

    def __init__(self) -> None:
        self.nodes: dict[tuple[str, ...], dict[str, dict[str, Any]]] = defaultdict(dict)
        self.edges: dict[Shape, dict[tuple[str, str], dict[str, Any]]] = defaultdict(dict)

    def node(self, labels: tuple[str, ...], node_id: str, properties: Mapping[str, Any]) -> None:
        """Add a node."""
        self.nodes[labels][node_id] = {"id": node_id, **_present(properties)}

    def write(self, transaction: ManagedTransaction) -> None:
        """Create everything."""
        for labels, rows in self.nodes.items():
            transaction.run(
                f"UNWIND $rows AS r CREATE (n:{':'.join(labels)}) SET n = r",
                {"rows": list(rows.values())},
            ).consume()
        for (kind, start, end), rows in self.edges.items():
            text = f"MATCH (a:{start} {{id: r.a}}) MATCH (b:{end} {{id: r.b}}) CREATE (a)-[e:{kind}]->(b) SET e += r.p"
            transaction.run(f"UNWIND $rows AS r {text}", {"rows": list(rows.values())}).consume()


def write_small_graph(engine: Engine) -> None:
    """Write it into an empty graph."""
    engine.ddl(list(schema_statements(graph_schema())))
    engine.write(small_batch().write)


def small_batch() -> Batch:
    """Return its rows."""
    batch = Batch()
    _add_reference(batch)
    for key in SOURCES:
        _add_source(batch, key)
    _edge(batch, ("REPRINT_OF", "Source", "Source"), "source-reprint", "source-wire")
    for event in EVENTS:
        _add_event(batch, event)
    _add_riyadh_details(batch)
    _add_official_claim(batch)
    return batch


def _add_reference(batch: Batch) -> None:
    for iso3, name in COUNTRIES.items():
        batch.node(
            ("Country",),
            _side(iso3),
            {"iso3": iso3, "iso2": iso3[:2], "name": name, "qid": f"Q{ord(iso3[0])}"},
        )
    for code, name in ORGANIZATIONS.items():
        batch.node(("Organization",), _side(code), {"code": code, "name": name})
    for code, name in TOPICS.items():
        batch.node(("Topic",), f"topic-{code}", {"code": code, "name": name})
    for key, (name, country, latitude, longitude) in PLACES.items():
        batch.node(
            ("Place",),
            f"place-{key}",
            {"name": name, "country": country, "latitude": latitude, "longitude": longitude},
        )
        _edge(batch, ("IN_COUNTRY", "Place", "Country"), f"place-{key}", _side(country))
    for key, (name, side, office, title) in PEOPLE.items():
        names = ["Wang Yi", name] if key == "wang" else [name]
        batch.node(("Official",), f"official-{key}", {"name": name, "names": names, "side": side})
        batch.node(("Office",), _office(key), {"title": title, "office": office, "side": side})
        _edge(batch, ("OFFICE_OF", "Office", "Country"), _office(key), _side(side))
    tenure = {"start": "2004-03-09", "end": "", "earliest": parse("2004-03-09").earliest}
    _edge(batch, ("HELD_OFFICE", "Official", "Office"), "official-lavrov", _office("lavrov"), tenure)


def _add_source(batch: Batch, key: str) -> None:
    kind, publisher, published, text = SOURCES[key]
    batch.node(
        ("Source", kind.capitalize()),
        f"source-{key}",
        {
            "kind": kind, "key": key, "url": f"https://example.org/{key}", "title": text[:20], "publisher": publisher,
            "licence": "MIT", "published": published, "language": "en", "text": text, "digest": f"digest-{len(text)}",
            "published_earliest": parse(published).earliest if published else None, "loader": "text",
            "reading": f"reading-{key}", "recorded": LATER if key == "late" else NOW,
        },
    )  # fmt: skip


def _add_event(batch: Batch, event: Happening) -> None:
    edtf = parse(event.date) if event.date else None
    event_id = f"event-{event.key}"
    claims = len(event.sources) * 2
    second = (event.label, "Contact") if event.contact else (event.label,)
    batch.node(
        ("Event", *second),
        event_id,
        {
            "kind": event.kind, "status": event.status, "date": event.date, "title": event.title,
            "earliest": edtf.earliest if edtf else None, "latest": edtf.latest if edtf else None,
            "sides": sorted(event.sides), "sources": len(event.sources), "claims": claims, "confidence": 0.9,
            "known": event.known, "recorded": event.known,
        },
    )  # fmt: skip
    for side in event.sides:
        _edge(
            batch,
            ("TOOK_PART", _label(side), "Event"),
            _side(side),
            event_id,
            {"claims": len(event.sources)},
        )
    for host in event.hosts:
        _edge(batch, ("HOSTED", _label(host), "Event"), _side(host), event_id)
    for topic in event.topics:
        _edge(batch, ("ON_TOPIC", "Event", "Topic"), event_id, f"topic-{topic}")
    if event.place:
        _edge(batch, ("HELD_AT", "Event", "Place"), event_id, f"place-{event.place}")
    if event.inside:
        _edge(batch, ("PART_OF", "Event", "Event"), event_id, f"event-{event.inside}")
    for person in event.people:
        _add_person(batch, event, person)
    for source in event.sources:
        _add_account(batch, event, source)


def _add_person(batch: Batch, event: Happening, key: str) -> None:
    name, side, office, title = PEOPLE[key]
    part = f"participant-{event.key}-{key}"
    body = "Russian Direct Investment Fund" if key == "dmitriev" else ""
    disputed = key == "ushakov"
    batch.node(
        ("Participant",),
        part,
        {
            "name": name, "capacity": title, "office": office, "side": side, "body": body, "count": 1,
            "tenure": "differs" if disputed else "holds",
            "tenure_note": "reference data: presidential aide" if disputed else "",
        },
    )  # fmt: skip
    _edge(batch, ("HAS_PARTICIPANT", "Event", "Participant"), f"event-{event.key}", part)
    _edge(batch, ("IDENTIFIED_AS", "Participant", "Official"), part, f"official-{key}")
    _edge(batch, ("REPRESENTED", "Participant", "Country"), part, _side(side))
    _edge(batch, ("SERVED_AS", "Participant", "Office"), part, _office(key))
    attended = {"capacity": title, "side": side}
    _edge(batch, ("ATTENDED", "Official", "Event"), f"official-{key}", f"event-{event.key}", attended)


def _add_account(batch: Batch, event: Happening, source: str) -> None:
    """What one source tells of one event: a mention with a claim on its date and one on its status."""
    mention = f"mention-{event.key}-{source}"
    parent = f"mention-{event.inside}-{source}" if event.inside else ""
    properties = {
        "thing": "event", "subject": event.key, "source": f"source-{source}", "block": event.date, "parent": parent,
    }  # fmt: skip
    batch.node(("Mention",), mention, properties)
    _edge(batch, ("MENTIONED_IN", "Mention", "Source"), mention, f"source-{source}")
    _edge(batch, ("TELLS_OF", "Mention", "Event"), mention, f"event-{event.key}")
    _edge(batch, ("REPORTS", "Source", "Event"), f"source-{source}", f"event-{event.key}")
    for attribute, value in (("date", event.date), ("status", event.status)):
        _add_claim(batch, (event.key, source, attribute), value, {"recorded": event.known})


def _add_claim(batch: Batch, key: tuple[str, str, str], value: str, more: Mapping[str, Any]) -> str:
    """Add a claim of (event, source, attribute), quoting the words of its source; return its id."""
    event, source, attribute = key
    claim = f"claim-{event}-{source}-{attribute}"
    properties = _said(source, attribute, value) | {"mention": f"mention-{event}-{source}"}
    batch.node(("Claim",), claim, {**properties, **more})
    _edge(batch, ("ABOUT", "Claim", "Event"), claim, f"event-{event}")
    _edge(batch, ("STATED_IN", "Claim", "Source"), claim, f"source-{source}")
    return claim


def _said(source: str, attribute: str, value: str) -> dict[str, Any]:
    """What a claim has that quotes the words of this source."""
    quote = WORDS[source]
    start = SOURCES[source][3].index(quote)
    return {
        "attribute": attribute, "value": value, "start": start, "end": start + len(quote), "quote": quote,
        "stance": "asserts", "confidence": 0.9, "extractor": "rules/1", "rule": "by-hand", "recorded": NOW,
    }  # fmt: skip


def _add_riyadh_details(batch: Batch) -> None:
    """An unnamed official, two venues in conflict, a claim and a source that were withdrawn, a disputed capacity."""
    unnamed = "participant-riyadh-unnamed"
    properties = {"capacity": "senior American official", "side": "USA", "rank": "senior", "count": 1}
    batch.node(("Participant",), unnamed, properties)
    _edge(batch, ("HAS_PARTICIPANT", "Event", "Participant"), "event-riyadh", unnamed)
    _edge(batch, ("REPRESENTED", "Participant", "Country"), unnamed, _side("USA"))
    _add_withdrawn(batch)
    _add_dispute(batch)
    _add_doubts(batch)
    batch.node(
        ("Ranking",), "ranking-1", {"claim": "claim-riyadh-wire-venue", "reason": "protocol", "by": "bob", "at": LATER}
    )
    _add_claim(batch, ("riyadh", "readout", "title"), HOSTILE, {"withdrawn": LATER})
    values = {"wire": '{"name":"Riyadh"}', "daily": '{"name":"Jeddah"}'}
    shown = {"values": sorted(values.values()), "shown": values["wire"], "note": "Riyadh or Jeddah"}
    batch.node(("Conflict",), "conflict-venue", {"attribute": "venue", "kind": "values", **shown})
    _edge(batch, ("CONCERNS", "Conflict", "Event"), "conflict-venue", "event-riyadh")
    for source, value in values.items():
        claim = _add_claim(batch, ("riyadh", source, "venue"), value, {})
        _edge(batch, ("BETWEEN", "Conflict", "Claim"), "conflict-venue", claim)


def _add_doubts(batch: Batch) -> None:
    """A pair that may be one, and a judgement that two are not."""
    judgement = {
        "thing": "official", "verdict": "different", "one": ["official-wang"], "other": ["official-lavrov"],
        "made": "person", "names": ["王毅 (CHN)", "Sergey Lavrov (RUS)"], "by": "eve",
        "reason": "two persons", "at": LATER,
    }  # fmt: skip
    batch.node(("Judgement",), "judgement-1", judgement)
    candidate = {
        "thing": "event", "one": "event-riyadh", "other": "event-call", "score": 0.65, "parts": ["same sides +0.30"],
        "names": ["2025-02-18 Riyadh", "2025-02 Call"],
    }  # fmt: skip
    batch.node(("Candidate",), "candidate-1", candidate)


def _add_withdrawn(batch: Batch) -> None:
    """A source that said something on an event and no longer counts."""
    batch.nodes["Source", "Article"]["source-gone"]["withdrawn"] = LATER
    mention, claim = "mention-riyadh-gone", "claim-riyadh-gone-date"
    batch.node(("Mention",), mention, {"thing": "event", "subject": "riyadh", "source": "source-gone"})
    _edge(batch, ("MENTIONED_IN", "Mention", "Source"), mention, "source-gone")
    batch.node(("Claim",), claim, _said("gone", "date", "2025-03-03") | {"mention": mention})
    _edge(batch, ("STATED_IN", "Claim", "Source"), claim, "source-gone")
    record = {"source": "source-gone", "reason": "retracted", "by": "ann", "at": LATER}
    batch.node(("Withdrawal",), "withdrawal-1", record)
    _edge(batch, ("WITHDRAWS", "Withdrawal", "Source"), "withdrawal-1", "source-gone")


def _add_dispute(batch: Batch) -> None:
    """What one source calls Ushakov, and what reference data say of him."""
    said = _add_claim(batch, ("riyadh", "wire", "participant"), '{"name":"Yuri Ushakov"}', {})
    mention, tenure = "mention-ushakov-tenures", "claim-ushakov-tenures"
    batch.node(("Mention",), mention, {"thing": "official", "subject": "o1", "source": "source-tenures"})
    _edge(batch, ("MENTIONED_IN", "Mention", "Source"), mention, "source-tenures")
    _edge(batch, ("TELLS_OF", "Mention", "Official"), mention, "official-ushakov")
    batch.node(("Claim",), tenure, _said("tenures", "tenure", '{"title":"presidential aide"}') | {"mention": mention})
    _edge(batch, ("ABOUT", "Claim", "Official"), tenure, "official-ushakov")
    _edge(batch, ("STATED_IN", "Claim", "Source"), tenure, "source-tenures")
    about = {"attribute": "capacity", "kind": "tenure", "values": ["Deputy Foreign Minister"], "because": "none"}
    about |= {"shown": "Deputy Foreign Minister", "participant": "participant-riyadh-ushakov"}
    batch.node(("Conflict",), "conflict-ushakov", {**about, "note": "reference data say: presidential aide"})
    _edge(batch, ("CONCERNS", "Conflict", "Event"), "conflict-ushakov", "event-riyadh")
    for claim in (said, tenure):
        _edge(batch, ("BETWEEN", "Conflict", "Claim"), "conflict-ushakov", claim)


def _add_official_claim(batch: Batch) -> None:
    """What a source says about a person, beside any event."""
    mention, claim, quote = "mention-lavrov-wire", "claim-lavrov-wire-name", "Lavrov"
    properties = {"thing": "official", "subject": "o1", "source": "source-wire"}
    batch.node(("Mention",), mention, properties)
    _edge(batch, ("MENTIONED_IN", "Mention", "Source"), mention, "source-wire")
    _edge(batch, ("TELLS_OF", "Mention", "Official"), mention, "official-lavrov")
    start = SOURCES["wire"][3].index(quote)
    said = {"attribute": "name", "value": "Lavrov", "start": start, "end": start + len(quote), "quote": quote}
    how = {"stance": "asserts", "confidence": 0.95, "extractor": "rules/1", "mention": mention, "recorded": NOW}
    batch.node(("Claim",), claim, {**said, **how})
    _edge(batch, ("ABOUT", "Claim", "Official"), claim, "official-lavrov")
    _edge(batch, ("STATED_IN", "Claim", "Source"), claim, "source-wire")


def _edge(batch: Batch, shape: Shape, a: str, b: str, properties: Mapping[str, Any] | None = None) -> None:
    batch.edges[shape][a, b] = {"a": a, "b": b, "p": _present(properties or {})}


def _present(properties: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in properties.items() if value not in (None, "")}


def _side(code: str) -> str:
    return f"{_label(code).lower()}-{code.lower()}"


def _label(code: str) -> str:
    return "Organization" if code in ORGANIZATIONS else "Country"


def _office(person: str) -> str:
    _, side, office, _ = PEOPLE[person]
    return f"office-{side.lower()}-{office or person}"
