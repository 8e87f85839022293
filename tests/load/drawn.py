"""Histories that Hypothesis draws, of four sources and what persons decide about them; the same ones in every run."""

from __future__ import annotations

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st

from tests.load.histories import KNOWN_PEOPLE, PEOPLE, Change, Load, Step, Telling

FEW, MANY = 6, 100
"""How many are drawn in ``make test``, and in ``make test-long``."""


def histories() -> st.SearchStrategy[list[Step]]:
    """Return what draws them: two to seven steps each."""
    people = st.sampled_from((*PEOPLE, *KNOWN_PEOPLE))
    several = st.lists(people, max_size=3, unique=True).map(tuple)
    telling = st.builds(
        Telling,
        source=st.integers(0, 3),
        people=several,
        named=st.lists(people.filter(lambda one: bool(one.name)), max_size=2, unique=True).map(tuple),
        date=st.sampled_from(("2025-02-18", "2025-02-18", "2025-02-20", "2025-02")),
        city=st.sampled_from(("Paris", "Lyon")),
        status=st.sampled_from(("held", "held", "planned", "cancelled")),
        has_part=st.booleans(),
        confidence=st.sampled_from((0.8, 0.8, 0.6)),
    )
    tellings = st.lists(telling, min_size=1, max_size=4, unique_by=lambda one: one.source).map(tuple)
    loads = st.builds(Load, tellings=tellings, batch=st.integers(1, 3))
    changes = st.builds(
        Change,
        what=st.sampled_from(
            ("withdraw", "bring back", "judge event", "judge official", "undo judgement", "rank", "undo rank")
        ),
        at=st.integers(0, 5),
        after=st.integers(1, 5),
        verdict=st.sampled_from(("same", "different", "unsure")),
    )
    return st.lists(st.one_of(loads, loads, changes), min_size=2, max_size=7)


def drawn(examples: int) -> settings:
    """Return settings that draw so many."""
    phases = (Phase.explicit, Phase.generate, Phase.shrink)
    allowed = (HealthCheck.function_scoped_fixture, HealthCheck.too_slow)
    return settings(
        max_examples=examples, deadline=None, derandomize=True, database=None, phases=phases,
        suppress_health_check=allowed,
    )  # fmt: skip
