"""kg review and kg judge, at a terminal and in a pipe: what is accepted is one, what is undone is as before."""

from __future__ import annotations

import csv
import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.command import kg

WIRE = (
    "RIYADH, Feb. 18 - Russian Foreign Minister {name} met U.S. Secretary of State Marco Rubio in Riyadh on {day}.\n"
    "The Saudi capital hosted the meeting, and nothing else was said about it by the {who} correspondent."
)


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a graph of two meetings whose ministers are written in two ways."""
    where = tmp_path_factory.mktemp("review")
    for who, name, day in (("first", "Sergey Lavrov", "Tuesday"), ("second", "Sergej Lawrow", "Monday")):
        (where / f"{who}.txt").write_text(WIRE.format(name=name, day=day, who=who), encoding="utf-8")
    assert kg("load", "first.txt", "second.txt", "--published", "2025-02-18", where=where).status == 0
    return where


def candidates(where: Path) -> list[str]:
    rows = json.loads(kg("query", "candidates", "--format", "json", where=where).out)
    return sorted(row["thing"] for row in rows)


def at_a_terminal(where: Path, answers: bytes) -> str:
    """Run ``kg review`` at a pseudo-terminal, type the answers, return what it showed."""
    ours, theirs = pty.openpty()
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("KG_", "NEO4J_"))}
    with subprocess.Popen(
        [sys.executable, "-c", "from kg.cli import main; main()", "review", "--by", "ann"],
        cwd=where, env=environment, stdin=theirs, stdout=theirs, stderr=theirs,
    ) as running:  # fmt: skip
        os.close(theirs)
        os.write(ours, answers)
        shown = b""
        while True:
            try:
                part = os.read(ours, 65_536)
            except OSError:  # the other end is closed
                break
            if not part:
                break
            shown += part
    os.close(ours)
    assert running.returncode == 0, shown.decode()
    return shown.decode()


def test_a_person_walks_through(graph: Path) -> None:
    before = candidates(graph)
    assert before == ["event", "official"]
    shown = at_a_terminal(graph, b"what\ns\na the German spelling\nu\nq\n")
    for piece in (
        "Sergej Lawrow (RUS)",
        "Sergey Lavrov (RUS)",
        "names alike",
        "met U.S. Secretary of State",
        "is no answer",
    ):
        assert piece in shown
    assert "taken back" in shown
    assert candidates(graph) == before


def test_answers_in_a_pipe_and_tables_for_a_team(graph: Path) -> None:
    done = kg("review", "--thing", "official", "--by", "ann", where=graph, stdin="a the German spelling\n")
    assert done.status == 0, done.err
    assert "1 judged" in done.out
    rows = kg("query", "judgements", "--thing", "official", "--format", "json", where=graph).rows()
    (row,) = [one for one in rows if not one["undone"]]
    assert (row["verdict"], row["reason"], row["by"]) == ("same", "the German spelling", "ann")
    undone = kg("judge", "--undo", row["judgement"], "--reason", "not he", where=graph)
    assert undone.status == 0, undone.err
    assert "official" in candidates(graph)

    assert kg("review", "--export", "doubts.csv", where=graph).status == 0
    with (graph / "doubts.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["verdict"] for row in rows] == ["", ""]
    assert all(row["one_says"] for row in rows)
    for one in rows:
        one["verdict"] = "same" if one["thing"] == "official" else "different"
    with (graph / "filled.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows([*rows, {**rows[0], "verdict": "perhaps"}])
    first = kg("review", "--import", "filled.csv", "--by", "bob", where=graph)
    assert (first.status, first.out) == (1, "2 judged, 1 not used\n"), first.err
    assert "no verdict" in first.err
    assert candidates(graph) == []
    again = kg("review", "--import", "filled.csv", "--by", "bob", where=graph)
    assert again.out == "2 judged so already, 1 not used\n"


def test_wrong_use_is_said(graph: Path) -> None:
    assert kg("judge", "nobody", "nothing", "same", "--reason", "x", where=graph).status != 0
    assert "name two" in kg("judge", "nobody", "--reason", "x", where=graph).err
    (graph / "other.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    assert "'kg review --export'" in kg("review", "--import", "other.csv", where=graph).err
