"""Promise 9. An office is checked against tenures on the event's date; a mismatch is a finding, never a correction."""

from __future__ import annotations

import pytest

from kg.graph import Graph
from kg.model import Participant, Reading, Tenure
from kg.rdf import dump
from tests.consolidate.build import claim, meeting, source
from tests.promises.conftest import Load


@pytest.mark.parametrize(
    ("name", "date", "verdict"),
    [
        ("Sergey Lavrov", "2025-02-18", "holds"),
        ("Sergey Lavrov", "1999-02-18", "differs"),
        ("Nobody Whoever", "2025-02-18", "unknown"),
    ],
)
def test_the_verdict_stands_beside_what_is_said(name: str, date: str, verdict: str, graph: Graph, load: Load) -> None:
    one = source("a")
    person = Participant(name, "Foreign Minister", "foreign-minister", "RUS")
    load(Reading(one, tuple(meeting(one, person, date=date))))
    assert graph.cypher("MATCH (p:Participant) RETURN p.capacity, p.tenure").rows == [("Foreign Minister", verdict)]
    conflicts = graph.cypher("MATCH (c:Conflict {kind: 'tenure'}) RETURN count(c)").rows
    assert conflicts == [(int(verdict == "differs"),)]


def test_a_finding_names_both_sources_and_corrects_nothing(graph: Graph, load: Load) -> None:
    """The article that it all began with calls a presidential aide a deputy foreign minister."""
    one = source("a")
    aide = Participant("Yuri Ushakov", "Deputy Foreign Minister", "deputy-foreign-minister", "RUS")
    minister = Participant("Sergey Lavrov", "Foreign Minister", "foreign-minister", "RUS")
    load(Reading(one, tuple(meeting(one, aide, minister, date="2025-02-18"))))
    (found,) = graph.query("disputed-capacities", country="Russia")
    assert (found["name"], found["capacity"], found["sources"]) == ("Yuri Ushakov", aide.capacity, [one.id])
    assert "Aide to the President" in str(found["note"])
    (reference,) = graph.cypher("MATCH (s:Record) WHERE s.id IN $ids RETURN s.id", {"ids": found["reference"]}).rows
    (event,) = graph.query("contacts", a="Russia", b="USA")
    shown = {row["name"]: row for row in graph.query("represented", event=event["event"])}
    assert (shown["Yuri Ushakov"]["tenure"], shown["Yuri Ushakov"]["reference"]) == ("differs", list(reference))
    assert shown["Sergey Lavrov"]["tenure"] == "holds"
    assert shown["Sergey Lavrov"]["reference"], "what agrees is named too"
    assert len(graph.query("conflicts", kind="tenure")) == 1


def test_an_office_that_was_held_twice_is_two_tenures_and_told_twice_no_more(graph: Graph, load: Load) -> None:
    one, other = source("a"), source("b")
    person = Participant("Vladimir Putin", "President", "head-of-state", "RUS")
    load(Reading(one, tuple(meeting(one, person, date="2023-03-21"))))
    again = Tenure("head-of-state", "President", "RUS", "2012-05-07", "")
    named = claim(other, "name", "Vladimir Putin", subject="o1")
    load(Reading(other, (named, claim(other, "tenure", again, subject="o1"))))
    held = graph.query("official-offices", official="Vladimir Putin")
    assert [row["start"] for row in held if row["source"] == "tenure"] == [
        "1999-08-09", "1999-12-31", "2008-05-08", "2012-05-07",
    ]  # fmt: skip
    lines = b"".join(dump(graph.engine)).splitlines()
    assert len(set(lines)) == len(lines), "no line stands twice in a dump"
