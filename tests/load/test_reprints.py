"""Near-identical texts count once, and the graph says which is whose reprint; whatever is withdrawn or comes later."""

from __future__ import annotations

import random

import pytest

from kg.identity.passages import is_reprint, passage_key
from kg.load.revise import bring_back, withdraw
from kg.model import Claim, Evidence, Reading
from kg.store.graph_store import GraphStore
from loaders.reference import tenure_reading
from tests.consolidate.build import meeting, source
from tests.load.test_judge import FIRST, LAVROV, RUBIO, SECOND, whole
from tests.load.test_prepare import load, store

__all__ = ["store"]

LEAD = "Foreign ministers of the two countries met in Riyadh on Tuesday for talks of five hours."
BODY = [
    "They spoke of the embassies and of the flights between the two capitals.",
    "Both sides named negotiators who are to meet again before the spring.",
    "The host of the talks thanked the delegations and wished them success.",
    "A joint statement was not signed, and questions of the press were not taken.",
]


def printed(name: str, lines: list[str], published: str, date: str = "2025-02-18") -> Reading:
    """One printing of the article, with the lead as the evidence of the meeting."""
    text = "\n\n".join([f"Headline of {name}", *lines])
    origin = source(name, text=text, published=published)
    start = text.index(LEAD) if LEAD in text else 0
    quote = Evidence(start, start + len(LEAD), text[start : start + len(LEAD)])
    claims: list[Claim] = [
        Claim(one.source, one.thing, one.subject, one.attribute, one.value, quote, 0.8, "test/1")
        for one in meeting(origin, LAVROV, RUBIO, date=date)
    ]
    return Reading(origin, tuple(claims))


def shown(store: GraphStore) -> tuple[list[tuple[str, str]], list[int]]:
    """Who reprints whom, and how many voices each event has."""
    links = store.engine.read("MATCH (a:Source)-[:REPRINT_OF]->(b:Source) RETURN a.key, b.key ORDER BY a.key").rows
    voices = store.engine.read("MATCH (e:Event) RETURN e.sources ORDER BY e.id").rows
    return [(row[0], row[1]) for row in links], [row[0] for row in voices]


def test_two_readouts_and_three_reprints_are_one_event_with_two_voices(store: GraphStore) -> None:
    texts = [
        printed("agency", [LEAD, *BODY], "2025-02-18"),
        printed("daily", [LEAD, *BODY[:3]], "2025-02-19"),  # another headline, the last paragraph cut
        printed("weekly", [LEAD, *BODY], "2025-02-20"),
        printed("late", [LEAD, *BODY], "2025-02-21", date="2025-02"),  # the copy's day could not be read
        printed("ministry", ["The minister received his colleague.", *BODY[::-1]], "2025-02-18"),
        printed("quotes", [LEAD, *(f"Opinion number {n} of what it means for us." for n in range(30))], "2025-02-22"),
    ]  # fmt: skip
    load(store, *texts)
    links = [("daily", "agency"), ("late", "agency"), ("weekly", "agency")]
    assert shown(store) == (links, [2])
    once = whole(store)
    store.engine.write(lambda tx: tx.run("MATCH (n) WHERE NOT n:Graph DETACH DELETE n").consume())
    for text in random.Random(7).sample(texts, len(texts)):
        load(store, text)
    assert whole(store) == once
    withdraw(store, "agency", FIRST, tenure_reading)
    assert shown(store) == ([("late", "daily"), ("weekly", "daily")], [2])
    bring_back(store, "agency", SECOND, tenure_reading)
    assert shown(store) == (links, [2])


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ([LEAD, *BODY], True),
        ([LEAD, *BODY[:2]], True),
        (["New headline", LEAD, *BODY[:3]], True),
        ([LEAD, *(f"An opinion, number {n}, that the original does not have." for n in range(30))], False),
        (["Wholly other words about a wholly other day, and nothing of the first."], False),
        ([], False),
    ],
)
def test_what_is_a_reprint(changed: list[str], expected: bool) -> None:
    original = "\n".join([LEAD, *BODY])
    assert is_reprint(original, "\n".join(changed)) == expected
    assert is_reprint("\n".join(changed), original) == expected


def test_few_words_are_no_passage() -> None:
    assert passage_key("They met.") == ""
    assert passage_key(LEAD) == passage_key(LEAD.upper().replace(".", "!"))
