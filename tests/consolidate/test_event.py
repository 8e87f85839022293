"""What the graph shows of an event, and which conflicts stay open (promises 3, 4, 8, 10)."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.consolidate.event import EventView, consolidate_event
from kg.consolidate.said import Said
from kg.model import Participant, Tenure, Value, Venue

from .build import claim, heard, meeting, source

LAVROV, RUBIO = ("Sergey Lavrov", "RUS"), ("Marco Rubio", "USA")
AIDE = Tenure(office="presidential-aide", title="Aide to the President", side="RUS", start="2012-05")


def view(*claims: list[Said], tenures: list[Said] | None = None) -> EventView:
    """Consolidate all that is given, with the same tenures for everybody."""
    return consolidate_event("event-x", [one for group in claims for one in group], lambda _qid: tenures or [])


def test_a_second_source_adds_a_voice_and_a_reprint_does_not() -> None:
    wire, daily = source("wire"), source("daily")
    reprint = source("reprint", text=wire.text)
    shown = view(*(heard(s, meeting(s, LAVROV, RUBIO)) for s in (wire, daily, reprint)))
    assert shown.sources == 2
    assert [part.value.name for part in shown.people] and len(shown.people) == 2


def test_planned_is_not_held_and_a_plan_that_came_true_is_no_conflict() -> None:
    before, after = source("before", published="2025-02-17"), source("after", published="2025-02-19")
    planned = heard(before, meeting(before, status="planned"))
    assert view(planned).status.shown == "planned"
    both = view(planned, heard(after, meeting(after)))
    assert both.status.shown == "held"
    assert [step.status for step in both.status.history] == ["planned", "held"]
    assert not both.conflicts


def test_held_and_cancelled_are_a_conflict_that_keeps_both() -> None:
    one, other = source("one"), source("other")
    shown = view(heard(one, meeting(one)), heard(other, meeting(other, status="cancelled")))
    assert shown.status.shown == "held"
    (conflict,) = shown.conflicts
    assert (conflict.attribute, conflict.values) == ("status", ("cancelled", "held"))
    assert len(conflict.claims) == 2


def test_two_cities_are_a_conflict_and_a_country_alone_is_not() -> None:
    one, other, third = source("one"), source("other"), source("third")
    riyadh = heard(one, meeting(one, venue=Venue("Riyadh", "Riyadh", "SAU")))
    jeddah = heard(other, meeting(other, venue=Venue("Jeddah", "Jeddah", "SAU")))
    kingdom = heard(third, meeting(third, venue=Venue("Saudi Arabia", "", "SAU")))
    assert [c.attribute for c in view(riyadh, jeddah).conflicts] == ["venue"]
    assert not view(riyadh, kingdom).conflicts
    assert view(kingdom, riyadh).venue == Venue("Riyadh", "Riyadh", "SAU")


def test_a_readout_goes_before_two_articles() -> None:
    official = source("official", kind="readout")
    one, other = source("one"), source("other")
    shown = view(
        heard(official, meeting(official, venue=Venue("Riyadh", "Riyadh", "SAU"))),
        heard(one, meeting(one, venue=Venue("Jeddah", "Jeddah", "SAU"))),
        heard(other, meeting(other, venue=Venue("Jeddah", "Jeddah", "SAU"))),
    )
    assert shown.venue is not None and shown.venue.city == "Riyadh"


def test_unnamed_participants_stay_apart() -> None:
    one, other = source("one"), source("other")
    senior = Participant(side="USA", rank="senior", capacity="senior official")
    shown = view(heard(one, meeting(one, LAVROV, senior)), heard(other, meeting(other, LAVROV, senior)))
    assert sorted(part.value.name for part in shown.people) == ["", "", "Sergey Lavrov"]


def test_a_surname_joins_the_full_name_of_its_side() -> None:
    one, other = source("one"), source("other")
    shown = view(heard(one, meeting(one, ("Lavrov", "RUS"))), heard(other, meeting(other, LAVROV)))
    (part,) = shown.people
    assert part.value.name == "Sergey Lavrov"
    assert part.names == ("Sergey Lavrov", "Lavrov")


@pytest.mark.parametrize(
    ("capacity", "office", "title", "verdict"),
    [
        ("secretary", "secretary", "Secretary of the Supreme National Security Council", "holds"),
        ("Secretary", "secretary", "Minister of Foreign Affairs", "unknown"),
        ("Minister", "minister", "Minister of Foreign Affairs", "holds"),
        ("Prince", "prince", "Minister of Foreign Affairs", "unknown"),
        ("General", "general", "Prime Minister", "unknown"),
    ],
)
def test_a_capacity_too_broad_to_be_one_office_disputes_nothing(
    capacity: str, office: str, title: str, verdict: str
) -> None:
    text, table = source("text"), source("table", kind="record")
    person = Participant("Yuri Ushakov", capacity, office, "RUS")
    tenure = Tenure("some-office", title, "RUS", "2010-01-01", "")
    shown = view(
        heard(text, meeting(text, person)), tenures=heard(table, [claim(table, "tenure", tenure, subject="o1")])
    )
    assert [(one.tenure.verdict, bool(one.tenure.claims)) for one in shown.people] == [(verdict, verdict == "holds")]
    assert shown.conflicts == ()


def test_a_capacity_that_tenures_dispute_is_kept_and_marked() -> None:
    text = source("text")
    ushakov = Participant("Yuri Ushakov", "Deputy Foreign Minister", "deputy-foreign-minister", "RUS")
    table = source("table", kind="record")
    tenures = heard(table, [claim(table, "tenure", AIDE, subject="o1")])
    shown = view(heard(text, meeting(text, ushakov)), tenures=tenures)
    (part,) = shown.people
    assert part.value.capacity == "Deputy Foreign Minister"
    assert part.tenure.verdict == "differs"
    (conflict,) = shown.conflicts
    assert conflict.kind == "tenure"
    assert tenures[0].claim in conflict.claims


values: st.SearchStrategy[tuple[str, Value]] = st.sampled_from(
    [
        ("status", "planned"), ("status", "held"), ("status", "cancelled"), ("date", "2025-02-18"), ("date", "2025-02"),
        ("date", "2025-02-19"), ("kind", "talks"), ("kind", "meeting"), ("side", "RUS"), ("side", "USA"),
        ("venue", Venue("Riyadh", "Riyadh", "SAU")), ("venue", Venue("Jeddah", "Jeddah", "SAU")),
        ("participant", Participant("Sergey Lavrov", side="RUS")), ("participant", Participant("Lavrov", side="RUS")),
        ("participant", Participant(side="USA", rank="senior")), ("topic", "energy"),
    ]
)  # fmt: skip
histories = st.lists(st.tuples(st.sampled_from("abcd"), values), min_size=1, max_size=16)


@given(histories, st.randoms())
def test_order_of_claims_never_matters(history: list[tuple[str, tuple[str, Value]]], random: Random) -> None:
    claims = [heard(source(n), [claim(source(n), a, v)])[0] for n, (a, v) in history]
    shuffled = list(claims)
    random.shuffle(shuffled)
    assert view(claims) == view(shuffled)
