"""Which tellings are one event: promise 6, as a table of cases and as properties."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.identity.events import resolve
from kg.identity.mentions import EventMention

LAVROV, RUBIO = ("RUS", "Sergey Lavrov"), ("USA", "Marco Rubio")
PUTIN, TRUMP = ("RUS", "Vladimir Putin"), ("USA", "Donald Trump")


def telling(
    text: str,
    *people: tuple[str, str],
    subject: str = "e1",
    date: str = "2025-02-18",
    sides: Sequence[str] = ("RUS", "USA"),
    family: str = "contact",
) -> EventMention:
    """Build one source's telling of one event."""
    return EventMention(
        id=f"mention-{text}-{subject}",
        digest=text,
        subject=subject,
        family=family,
        sides=frozenset(sides),
        date=date,
        people=tuple(sorted(people)),
    )


def events(*mentions: EventMention) -> int:
    """Count the events that these tellings are."""
    return len(set(resolve(mentions).values()))


HARD_CASES = [
    ("two readouts of one meeting", 1, [telling("a", LAVROV, RUBIO), telling("b", LAVROV, RUBIO)]),
    ("another spelling of one name", 1, [telling("a", LAVROV), telling("b", ("RUS", "Sergei Lavrov"), RUBIO)]),
    ("a bare surname", 1, [telling("a", LAVROV, RUBIO), telling("b", ("RUS", "Lavrov"))]),
    ("ministers and presidents on one day", 2, [telling("a", LAVROV, RUBIO), telling("b", PUTIN, TRUMP)]),
    ("two meetings told of in one text", 2, [telling("a", LAVROV), telling("a", LAVROV, subject="e2")]),
    ("two meetings in a week", 2, [telling("a", LAVROV), telling("b", LAVROV, date="2025-02-20")]),
    ("a telling without names joins the only event", 1, [telling("a", LAVROV), telling("b")]),
    ("two tellings without names", 1, [telling("a"), telling("b")]),
    (
        "a telling without names bridges no two events",
        3,
        [telling("a", LAVROV, RUBIO), telling("b", PUTIN, TRUMP), telling("c")],
    ),
    ("a vague date joins nothing", 2, [telling("a", LAVROV), telling("b", LAVROV, date="2025-02")]),
    ("no date joins nothing", 2, [telling("a", LAVROV), telling("b", LAVROV, date="")]),
    ("a date without a year joins nothing", 2, [telling("a", date="XXXX-02-18"), telling("b", date="XXXX-02-18")]),
    ("reprints of a vague telling are one", 1, [telling("a", date=""), telling("a", date="", subject="e1")]),
    ("a call is not a meeting", 2, [telling("a", PUTIN), telling("b", PUTIN, family="call")]),
    ("three sides are not two", 2, [telling("a", PUTIN), telling("b", PUTIN, sides=("RUS", "UKR", "USA"))]),
    ("one side only joins nothing", 2, [telling("a", sides=("RUS",)), telling("b", sides=("RUS",))]),
    (
        "one side agrees and the other contradicts",
        2,
        [telling("a", LAVROV, RUBIO), telling("b", LAVROV, ("USA", "Steve Witkoff"))],
    ),
]


@pytest.mark.parametrize(("expected", "mentions"), [c[1:] for c in HARD_CASES], ids=[c[0] for c in HARD_CASES])
def test_hard_case(expected: int, mentions: list[EventMention]) -> None:
    assert events(*mentions) == expected


people = st.lists(st.sampled_from([LAVROV, RUBIO, PUTIN, TRUMP, ("RUS", "Lavrov"), ("USA", "S. Witkoff")]), max_size=3)
mentions_in_any_order = st.lists(
    st.builds(
        lambda text, who, subject: telling(text, *set(who), subject=subject),
        st.sampled_from("abcdef"),
        people,
        st.sampled_from(["e1", "e2"]),
    ),
    max_size=9,
    unique_by=lambda mention: mention.id,
)


@given(mentions_in_any_order, st.randoms())
def test_order_never_matters(mentions: list[EventMention], random: Random) -> None:
    shuffled = list(mentions)
    random.shuffle(shuffled)
    assert resolve(mentions) == resolve(shuffled)


@given(mentions_in_any_order)
def test_two_tellings_of_one_text_are_never_one_event(mentions: list[EventMention]) -> None:
    event_of = resolve(mentions)
    for one in mentions:
        for other in mentions:
            if one.digest == other.digest and one.subject != other.subject:
                assert event_of[one.id] != event_of[other.id]


def test_the_only_event_of_a_block_keeps_its_id_when_a_second_source_comes() -> None:
    first = telling("b", LAVROV, RUBIO)
    alone = resolve([first])[first.id]
    assert resolve([first, telling("a", LAVROV)])[first.id] == alone
