"""Promise 13. Names in any script are names: one person in two scripts is one, and no name becomes nothing."""

from __future__ import annotations

from kg.graph import Graph
from kg.model import Participant, Reading
from tests.consolidate.build import meeting, source
from tests.promises.conftest import Load


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
