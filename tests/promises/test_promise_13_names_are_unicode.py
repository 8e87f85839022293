"""Promise 13. Names in any script are names: one person in two scripts is one, and no name becomes nothing."""

from __future__ import annotations

from kg.graph import Graph
from kg.load.revise import By
from kg.model import Participant, Reading
from tests.consolidate.build import meeting, source
from tests.promises.conftest import NOW, Load


def test_two_scripts_of_a_known_person_are_one_official(graph: Graph, load: Load) -> None:
    for name, spelling in (("a", "Сергей Лавров"), ("b", "Sergey Lavrov")):
        one = source(name)
        person = Participant(spelling, "Foreign Minister", "foreign-minister", "RUS")
        load(Reading(one, tuple(meeting(one, person))))
    ((names,),) = graph.cypher("MATCH (o:Official) RETURN o.names").rows
    assert {"Сергей Лавров", "Sergey Lavrov"} <= set(names)


def test_a_name_is_never_nothing(graph: Graph, load: Load) -> None:
    one = source("a")
    load(Reading(one, tuple(meeting(one, Participant("王毅", side="CHN"), sides=("CHN", "RUS")))))
    assert graph.cypher("MATCH (p:Participant) RETURN p.name").rows == [("王毅",)]
    assert graph.cypher("MATCH (o:Official) WHERE '王毅' IN o.names RETURN count(o)").rows == [(1,)]


def test_spellings_nobody_listed_are_a_pair_to_judge(graph: Graph, load: Load) -> None:
    for name, spelling in (("a", "Сергей Неведомский"), ("b", "Sergej Newedomski"), ("c", "Sergey Nevedov")):
        one = source(name)
        load(Reading(one, tuple(meeting(one, Participant(spelling, side="RUS"), date=f"2025-0{ord(name) - 96}-01"))))
    (doubt,) = graph.candidates("official")
    assert sorted(doubt.names) == ["Sergej Newedomski (RUS)", "Сергей Неведомский (RUS)"]
    graph.judge_candidate(doubt.id, "same", By("ann", "two scripts", NOW))
    rows = graph.cypher("MATCH (o:Official)-[:ATTENDED]->(e:Event) RETURN o.names, count(e) ORDER BY count(e)").rows
    assert [(sorted(names), events) for names, events in rows] == [
        (["Sergey Nevedov"], 1), (["Sergej Newedomski", "Сергей Неведомский"], 2),
    ]  # fmt: skip
