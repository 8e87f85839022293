"""``kg demo``: the whole way in one command, twice the same."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.command import Outcome, kg


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Outcome]:
    where = tmp_path_factory.mktemp("demo")
    return where, kg("demo", where=where)


def test_it_shows_contacts_with_quotes_and_a_conflict(demo: tuple[Path, Outcome]) -> None:
    _, done = demo
    assert done.status == 0, done.err
    assert "Riyadh" in done.out
    assert "“" in done.out
    assert "Sources disagree on the venue" in done.out
    assert "Yuri Ushakov is called" in done.out
    assert done.out.count("  kg ") >= 3


def test_the_example_with_no_diplomacy_gives_nothing(demo: tuple[Path, Outcome]) -> None:
    where, _ = demo
    text = "MATCH (s:Source {key: 'football'})-[:REPORTS]->(e) RETURN e.title AS t"
    rows = kg("cypher", text, "--uri", "kg-demo/graph", "--format", "json", where=where).rows()
    assert rows == []


def test_planned_and_held_are_told_apart(demo: tuple[Path, Outcome]) -> None:
    where, _ = demo
    text = "MATCH (e:Event) RETURN e.status AS status, count(e) AS n"
    rows = kg("cypher", text, "--uri", "kg-demo/graph", "--format", "json", where=where).rows()
    assert {"held", "planned", "cancelled"} <= {row["status"] for row in rows}


def test_what_it_tells_to_try_works(demo: tuple[Path, Outcome]) -> None:
    where, done = demo
    import shlex

    for line in (line.strip() for line in done.out.splitlines() if line.startswith("  kg ")):
        assert kg(*shlex.split(line)[1:], where=where).status == 0, line


def test_again_gives_the_same_bytes(demo: tuple[Path, Outcome], tmp_path: Path) -> None:
    where, first = demo
    again = kg("demo", where=tmp_path)
    assert again.out == first.out
    assert (tmp_path / "kg-demo/graph.nq").read_bytes() == (where / "kg-demo/graph.nq").read_bytes()
    assert (tmp_path / "kg-demo/contacts.html").read_bytes() == (where / "kg-demo/contacts.html").read_bytes()


def test_it_takes_away_nothing_that_is_not_its_own(tmp_path: Path) -> None:
    mine = tmp_path / "kg-demo" / "graph"
    mine.mkdir(parents=True)
    (mine / "thesis.txt").write_text("keep me", encoding="utf-8")
    done = kg("demo", where=tmp_path)
    assert done.status == 2
    assert (mine / "thesis.txt").exists()


def test_the_examples_say_that_they_were_written_for_this_project() -> None:
    file = Path(__file__).resolve().parent.parent.parent / "kg" / "demo" / "articles.jsonl"
    articles = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    assert len(articles) >= 12
    assert all("written for this project" in article["publisher"] for article in articles)
