"""Names and texts that were written to do harm are data, or are refused with a reason; the load goes on either way."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.graph import Graph
from kg.load.run import Clock, Watcher
from kg.model import Claim, Participant, Reading, Reject, Source, Venue, make_id
from kg.rdf import dump
from tests.consolidate.build import claim, meeting, source
from tests.servers.real_engine import ENGINES, Servers, make_engine

DATA = {
    "cypher": "x'}) DETACH DELETE n //",
    "backticks": "`) MATCH (n) DETACH DELETE n //",
    "escape": "\\u0027 OR 1=1",
    "markup": "<script>alert(1)</script>",
    "right-to-left": "\u202eevil\u2066",
    "controls": "a\x1b[2Jb\x07\r\n\tc",
    "nul": "a\x00b",
    "noncharacter": "a\ufffeb",
    "astral": "\U0001f469\u200d\U0001f467 王毅",
    "marks": "a" + "\u0301" * 500,
    "format": "{0} %s ${x} $value",
}
REFUSED = {"large": "A" * 1_000_000, "surrogate": "a\ud800b"}


@pytest.fixture(scope="module", params=ENGINES[:2])
def loaded(
    request: pytest.FixtureRequest, servers: Servers, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Graph, list[Reject]]]:
    """A graph with all of them as names, places, titles, publishers and words of texts, and what was refused."""
    rejects: list[Reject] = []
    with make_engine(request.param, servers, tmp_path_factory.mktemp("hostile")).open() as engine:
        graph = Graph(engine, remote=False)
        watcher = Watcher(reject=rejects.append)
        found = [*map(_named, DATA, DATA.values()), *map(_published, DATA.values()), *_hostile_readings()]
        graph.load_readings(found, inputs=["hostile"], clock=Clock("2025-03-01T00:00:00Z"), watcher=watcher)
        yield graph, rejects


def test_what_an_engine_can_hold_is_data(loaded: tuple[Graph, list[Reject]]) -> None:
    graph, _ = loaded
    names = {row[0] for row in graph.cypher("MATCH (p:Participant) RETURN p.name").rows}
    assert set(DATA.values()) <= names
    for text in DATA.values():
        assert graph.cypher("MATCH (o:Official) WHERE $n IN o.names RETURN count(o)", {"n": text}).rows == [(1,)], text
        assert graph.cypher("MATCH (s:Source {publisher: $p}) RETURN count(s)", {"p": text}).rows == [(1,)], text


def test_what_none_can_hold_is_refused_with_a_reason_and_the_rest_is_loaded(loaded: tuple[Graph, list[Reject]]) -> None:
    graph, rejects = loaded
    told = sorted((one.reason, one.detail) for one in rejects)
    assert told == [
        ("bad-characters", "publisher has an unpaired surrogate"),
        ("bad-claim", "participant has 1,000,000 characters, and 1,000 at most"),
        ("bad-claim", "participant has an unpaired surrogate"),
        ("bad-claim", "side has 1,000,000 characters, and 1,000 at most"),
        ("too-large", "publisher has 1,000,000 characters, and 2,000 at most"),
    ]
    assert graph.cypher("MATCH (s:Source) WHERE s.key IN ['large', 'surrogate'] RETURN count(s)").rows == [(2,)]


def test_the_graph_is_whole_and_can_be_exported(loaded: tuple[Graph, list[Reject]]) -> None:
    graph, _ = loaded
    assert graph.verify().faults == ()
    assert len(graph.query("contacts", a="Russia", b="USA", status="any").rows) > 0
    b"".join(dump(graph.engine)).decode("utf-8")


def _named(key: str, text: str) -> Reading:
    origin = source(key, text=f"They met on Tuesday with {text if len(text) < 1_000 else '...'} ({key})")
    person, other = Participant(text, "minister", "", "RUS"), Participant("Ann Other", "", "", "USA")
    day = f"2025-01-{list(DATA).index(key) + 1:02}"
    return Reading(origin, tuple(meeting(origin, person, other, date=day, venue=Venue(text, text, "CHE"), title=text)))


def _published(publisher: str) -> Reading:
    origin = source(make_id("source", publisher), publisher=publisher)
    return Reading(origin, tuple(meeting(origin)))


def _hostile_readings() -> Iterator[Reading]:
    for key, text in REFUSED.items():
        origin = source(key)
        yield Reading(origin, (*meeting(origin), claim(origin, "participant", Participant(text, side="RUS"))))
        yield _from(text, origin)
    origin = source("large side")
    claims: list[Claim] = meeting(origin)
    yield Reading(origin, (*claims, claim(origin, "side", REFUSED["large"])))


def _from(publisher: str, origin: Source) -> Reading:
    other = source(f"by {origin.key}", publisher=publisher)
    return Reading(other, tuple(meeting(other)))


@pytest.mark.parametrize("name", ENGINES[:2])
def test_long_texts_go_in_batches_that_an_engine_takes_and_what_none_takes_is_refused(
    name: str, servers: Servers, tmp_path: Path
) -> None:
    """The embedded engine takes messages of 16 MB, and a batch may have hundreds of texts."""
    rejects: list[Reject] = []
    with make_engine(name, servers, tmp_path).open() as engine:
        graph = Graph(engine, remote=False)
        texts = [
            *(f"{number} " + "\U0001f469" * 900_000 for number in range(6)),
            "long " * 2_300_000,
            "long " * 2_500_000,
        ]
        found = [Reading(source=source(f"text-{at}", text=text), claims=()) for at, text in enumerate(texts)]
        watcher = Watcher(reject=rejects.append)
        graph.load_readings(found, inputs=["long"], clock=Clock("2025-03-01T00:00:00Z"), watcher=watcher)
        assert graph.cypher("MATCH (s:Source) RETURN count(s)").rows == [(7,)]
    assert [one.detail for one in rejects] == ["the text has 12,500,000 bytes, and 12,000,000 at most: split it"]
