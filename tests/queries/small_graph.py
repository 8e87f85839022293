"""Writes the small graph of small_data.py."""

from __future__ import annotations

from kg.blueprint import graph_schema
from kg.blueprint.constraints import schema_statements
from kg.dates import parse
from kg.store.engine import Engine
from tests.queries.small_data import (
    COUNTRIES,
    EVENTS,
    LATER,
    NOW,
    ORGANIZATIONS,
    PEOPLE,
    PLACES,
    SOURCES,
    TOPICS,
    Happening,
)
from tests.queries.small_findings import add_official_claim, add_riyadh_details
from tests.queries.small_rows import Batch, add_claim, edge, side_id, side_label


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
    edge(batch, ("REPRINT_OF", "Source", "Source"), "source-reprint", "source-wire")
    for event in EVENTS:
        _add_event(batch, event)
    add_riyadh_details(batch)
    add_official_claim(batch)
    return batch


def _add_reference(batch: Batch) -> None:
    for iso3, name in COUNTRIES.items():
        batch.node(
            ("Country",),
            side_id(iso3),
            {"iso3": iso3, "iso2": iso3[:2], "name": name, "qid": f"Q{ord(iso3[0])}"},
        )
    for code, name in ORGANIZATIONS.items():
        batch.node(("Organization",), side_id(code), {"code": code, "name": name})
    for code, name in TOPICS.items():
        batch.node(("Topic",), f"topic-{code}", {"code": code, "name": name})
    for key, (name, country, latitude, longitude) in PLACES.items():
        batch.node(
            ("Place",),
            f"place-{key}",
            {"name": name, "country": country, "latitude": latitude, "longitude": longitude},
        )
        edge(batch, ("IN_COUNTRY", "Place", "Country"), f"place-{key}", side_id(country))
    for key, (name, side, office, title) in PEOPLE.items():
        names = ["Wang Yi", name] if key == "wang" else [name]
        batch.node(("Official",), f"official-{key}", {"name": name, "names": names, "side": side})
        batch.node(("Office",), _office(key), {"title": title, "office": office, "side": side})
        edge(batch, ("OFFICE_OF", "Office", "Country"), _office(key), side_id(side))
    tenure = {"start": "2004-03-09", "end": "", "earliest": parse("2004-03-09").earliest}
    edge(batch, ("HELD_OFFICE", "Official", "Office"), "official-lavrov", _office("lavrov"), tenure)


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
        edge(
            batch,
            ("TOOK_PART", side_label(side), "Event"),
            side_id(side),
            event_id,
            {"claims": len(event.sources)},
        )
    for host in event.hosts:
        edge(batch, ("HOSTED", side_label(host), "Event"), side_id(host), event_id)
    for topic in event.topics:
        edge(batch, ("ON_TOPIC", "Event", "Topic"), event_id, f"topic-{topic}")
    if event.place:
        edge(batch, ("HELD_AT", "Event", "Place"), event_id, f"place-{event.place}")
    if event.inside:
        edge(batch, ("PART_OF", "Event", "Event"), event_id, f"event-{event.inside}")
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
    edge(batch, ("HAS_PARTICIPANT", "Event", "Participant"), f"event-{event.key}", part)
    edge(batch, ("IDENTIFIED_AS", "Participant", "Official"), part, f"official-{key}")
    edge(batch, ("REPRESENTED", "Participant", "Country"), part, side_id(side))
    edge(batch, ("SERVED_AS", "Participant", "Office"), part, _office(key))
    attended = {"capacity": title, "side": side}
    edge(batch, ("ATTENDED", "Official", "Event"), f"official-{key}", f"event-{event.key}", attended)


def _add_account(batch: Batch, event: Happening, source: str) -> None:
    """What one source tells of one event: a mention with a claim on its date and one on its status."""
    mention = f"mention-{event.key}-{source}"
    parent = f"mention-{event.inside}-{source}" if event.inside else ""
    properties = {
        "thing": "event", "subject": event.key, "source": f"source-{source}", "block": event.date, "parent": parent,
    }  # fmt: skip
    batch.node(("Mention",), mention, properties)
    edge(batch, ("MENTIONED_IN", "Mention", "Source"), mention, f"source-{source}")
    edge(batch, ("TELLS_OF", "Mention", "Event"), mention, f"event-{event.key}")
    edge(batch, ("REPORTS", "Source", "Event"), f"source-{source}", f"event-{event.key}")
    for attribute, value in (("date", event.date), ("status", event.status)):
        add_claim(batch, (event.key, source, attribute), value, {"recorded": event.known})


def _office(person: str) -> str:
    _, side, office, _ = PEOPLE[person]
    return f"office-{side.lower()}-{office or person}"
