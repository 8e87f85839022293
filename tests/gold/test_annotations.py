"""The annotations are sound: they fit their texts, keep to the closed lists, and score.py reads them."""

from __future__ import annotations

import importlib.util
import json
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from kg.blueprint import event_kinds
from kg.dates import parse
from kg.vocabulary import countries, topics
from tests.gold import draw, results
from tests.gold.assemble import (
    DifferentTextError,
    aside_ids,
    assemble,
    corpus_annotations,
    own_articles,
    write,
)

EVENT = {"kind", "status", "date", "place", "participants", "countries", "topics", "salience"}
PARTICIPANT = {"name", "description", "role", "country_or_org"}
OFFICIAL = {"name", "title_in_text", "country_or_org"}
STATUSES = {"proposed", "planned", "held", "cancelled", "denied"}
SALIENCES = {"main", "minor", "background"}
ALL = [*corpus_annotations(), *own_articles()]


@pytest.fixture(scope="module")
def documents(shared: Path) -> list[dict[str, Any]]:
    return list(assemble(shared / "corpora", "all"))


@pytest.mark.parametrize("document", ALL, ids=[document["id"] for document in ALL])
def test_closed_lists(document: dict[str, Any]) -> None:
    for event in document["events"]:
        assert set(event) - {"note"} in (EVENT | {"evidence"}, EVENT | {"evidence_spans"})
        assert event["kind"] in event_kinds()
        assert event["status"] in STATUSES
        assert event["salience"] in SALIENCES
        assert set(event["topics"]) <= set(topics())
        assert set(event["countries"]) <= set(countries())
        assert event["countries"] == sorted(set(event["countries"]))
        assert not event["date"] or parse(event["date"])
        assert event["place"] is None or event["place"]["country_iso3"] in countries()
        assert all(set(participant) == PARTICIPANT for participant in event["participants"])
    assert all(set(official) == OFFICIAL for official in document["officials"])


def test_events_are_not_told_twice() -> None:
    for document in ALL:
        told = Counter(json.dumps(event, sort_keys=True) for event in document["events"])
        assert not [event for event, times in told.items() if times > 1], document["id"]


def test_evidence_and_names_stand_in_the_text(documents: list[dict[str, Any]]) -> None:
    for document in documents:
        text = document["text"]
        for event in document["events"]:
            assert event["evidence"], document["id"]
            for quote in event["evidence"]:
                assert quote in text
                assert quote == quote.strip() != ""
            for participant in event["participants"]:
                assert participant["name"] is None or participant["name"] in text
        for official in document["officials"]:
            assert official["name"] in text


def test_spans_lie_inside_their_text(documents: list[dict[str, Any]]) -> None:
    lengths = {document["id"]: len(document["text"]) for document in documents}
    for note in corpus_annotations():
        for event in note["events"]:
            for start, end in event["evidence_spans"]:
                assert 0 <= start < end <= lengths[note["id"]]


def test_parts() -> None:
    ids = {document["id"] for document in ALL}
    assert len(ids) == len(ALL)
    assert aside_ids("opened_later") <= ids
    assert aside_ids("opened_later") == draw.later_aside()
    assert aside_ids("opened") & set(draw.OWN) == draw.own_aside()
    assert len(aside_ids("opened") - set(draw.OWN)) == draw.ASIDE


def test_the_draw_gives_these_texts(shared: Path) -> None:
    dev = (shared / "gold" / "dev").glob("*.json")
    used = {json.loads(file.read_text(encoding="utf-8"))["url"] for file in dev}
    drawn = draw.draw(shared / "corpora", used)
    assert sorted(record["id"] for _, record in drawn) == [note["id"] for note in corpus_annotations()]
    assert draw.aside(drawn) == aside_ids("opened") - set(draw.OWN)


def test_another_text_under_the_id_is_refused(shared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    changed = [{**note, "text_digest": "0" * 30} for note in corpus_annotations()[:1]]
    monkeypatch.setattr("tests.gold.assemble.corpus_annotations", lambda: changed)
    with pytest.raises(DifferentTextError, match=changed[0]["id"]):
        list(assemble(shared / "corpora", "all"))


def test_the_gold_scores_full_against_itself(shared: Path, documents: list[dict[str, Any]], tmp_path: Path) -> None:
    write(documents, tmp_path)
    gold = {file.stem: json.loads(file.read_bytes()) for file in tmp_path.glob("*.json")}
    assert len((tmp_path / "texts.jsonl").read_bytes().splitlines()) == len(gold) == len(ALL)
    result, _ = _score_module(shared / "gold" / "score.py").score(gold, gold)
    measures = {name: row["f1"] for name, row in result.items() if isinstance(row, dict)}
    assert measures == dict.fromkeys(measures, 1.0)


def _score_module(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_table_of_results_is_that_of_the_rules(shared: Path) -> None:
    assert results.table(shared) == results.TABLE.read_text(encoding="utf-8"), "run python -m tests.gold.results"
