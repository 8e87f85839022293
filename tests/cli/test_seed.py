"""The article it all began with, through the command, on every engine."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.command import Outcome, kg
from tests.servers.real_engine import RealEngine

TOPICS = {"energy", "infrastructure", "investment", "ukraine", "bilateral-relations", "economy"}


@pytest.fixture
def article(shared: Path) -> Path:
    (file,) = (shared / "seed").glob("*.txt")
    return file


def ask(engine: RealEngine, where: Path, cypher: str) -> list[dict[str, str]]:
    done = kg("cypher", cypher, "--format", "json", where=where, environment=engine.environment)
    assert done.status == 0, done.err
    return done.rows()


def load(engine: RealEngine, where: Path, article: Path, *more: str) -> Outcome:
    done = kg("load", str(article), *more, where=where, environment=engine.environment)
    assert done.status == 0, done.err
    return done


def test_the_first_article(engine: RealEngine, article: Path, tmp_path: Path) -> None:
    load(engine, tmp_path, article)
    held = ask(
        engine, tmp_path,
        "MATCH (a:Country {iso3: 'RUS'})-[:TOOK_PART]->(e:Contact {status: 'held'}) "
        "MATCH (e)<-[:TOOK_PART]-(b:Country {iso3: 'USA'}) "
        "OPTIONAL MATCH (e)-[:HELD_AT]->(p:Place) RETURN e.id AS id, e.date AS date, p.name AS place",
    )  # fmt: skip
    assert [(row["date"], row["place"]) for row in held] == [("XXXX-02-18", "Riyadh")]
    event = held[0]["id"]
    check_people(engine, tmp_path, event)
    topics = ask(engine, tmp_path, f"MATCH (e:Event {{id: '{event}'}})-[:ON_TOPIC]->(t:Topic) RETURN t.code AS code")
    assert {row["code"] for row in topics} & TOPICS
    check_later(engine, tmp_path)
    check_evidence(engine, tmp_path)
    load(engine, tmp_path, article, "--published", "2025-02-24")
    dates = ask(engine, tmp_path, "MATCH (e:Contact {status: 'held'}) RETURN e.date AS date")
    assert [row["date"] for row in dates] == ["2025-02-18"]


def check_people(engine: RealEngine, where: Path, event: str) -> None:
    rows = ask(
        engine, where,
        f"MATCH (e:Event {{id: '{event}'}})-[:HAS_PARTICIPANT]->(p:Participant) RETURN coalesce(p.name, '') AS name, "
        "coalesce(p.capacity, '') AS capacity, coalesce(p.body, '') AS body, coalesce(p.side, '') AS side, "
        "p.tenure AS tenure",
    )  # fmt: skip
    people = {row["name"]: row for row in rows}
    assert people["Sergei Lavrov"]["capacity"].casefold() == "foreign minister"
    assert people["Yuri Ushakov"]["capacity"].casefold() == "deputy foreign minister"
    assert people["Yuri Ushakov"]["tenure"] == "differs"
    assert "Russian Direct Investment Fund" in people["Kirill Dmitriev"]["body"] + people["Kirill Dmitriev"]["capacity"]
    assert any(not row["name"] and row["side"] == "USA" for row in rows)
    notes = ask(engine, where, "MATCH (c:Conflict {kind: 'tenure'}) RETURN c.note AS note")
    assert any("Ushakov" in row["note"] for row in notes)


def check_later(engine: RealEngine, where: Path) -> None:
    """A meeting of the presidents is to come, and contacts on Ukraine are proposed; neither was held."""
    rows = ask(
        engine, where,
        "MATCH (e:Event) WHERE e.status IN ['planned', 'proposed'] OPTIONAL MATCH (e)-[:ON_TOPIC]->(t:Topic) "
        "RETURN e.id AS id, e.kind AS kind, collect(t.code) AS topics",
    )  # fmt: skip
    assert {row["kind"] for row in rows} & {"meeting", "summit", "talks"}
    assert any("ukraine" in str(row["topics"]) for row in rows)


def check_evidence(engine: RealEngine, where: Path) -> None:
    rows = ask(
        engine, where,
        "MATCH (c:Claim)-[:STATED_IN]->(s:Article) "
        "RETURN c.start AS start, c.end AS end, c.quote AS quote, s.text AS text",
    )  # fmt: skip
    assert rows
    for row in rows:
        assert row["text"][int(row["start"]) : int(row["end"])] == row["quote"]
    furniture = ("No time to read", "Get a summary", "Previous Article", "Stephen King")
    assert not any(words in row["quote"] for row in rows for words in furniture)
    assert kg("verify", where=where, environment=engine.environment).status == 0


def test_extract_writes_the_form_of_the_gold(article: Path, tmp_path: Path) -> None:
    done = kg("extract", str(article), "--published", "2025-02-24", "--format", "jsonl", where=tmp_path)
    (summary,) = [json.loads(line) for line in done.out.splitlines()]
    assert summary["id"] == article.stem
    (held,) = [event for event in summary["events"] if event["status"] == "held"]
    assert (held["date"], held["place"], held["countries"]) == (
        "2025-02-18",
        {"city": "Riyadh", "country_iso3": "SAU"},
        ["RUS", "USA"],
    )
    assert set(held) == {
        "kind",
        "status",
        "date",
        "place",
        "participants",
        "countries",
        "topics",
        "evidence",
        "confidence",
    }
    assert {"Sergei Lavrov", "Yuri Ushakov", "Kirill Dmitriev"} <= {
        official["name"] for official in summary["officials"]
    }
