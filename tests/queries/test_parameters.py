"""What a person may write for a parameter, and what is said when it cannot be understood."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from kg.graph import Graph
from kg.store.engine import Engine
from queries import BadParameterError, UnknownQueryError, find_query, run
from queries.named_things import find_official, find_place
from queries.parameters import bind
from tests.bench.synthetic import load_history
from tests.queries.small_graph import write_small_graph
from tests.servers.real_engine import Servers, make_engine


@pytest.fixture(scope="module")
def graph(servers: Servers, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    with make_engine("embedded", servers, tmp_path_factory.mktemp("parameters")).open() as opened:
        write_small_graph(opened)
        yield opened


@pytest.mark.parametrize(
    "text", ["RUS", "Russia", "russian federation", "Moscow", "the Kremlin", "country-rus", "USSR"]
)
def test_a_side_may_be_given_by_any_of_its_names(text: str, graph: Engine) -> None:
    assert bind(find_query("contacts"), {"a": text, "b": "USA"}, graph)["a"] == "country-rus"


def test_an_organisation_is_a_side(graph: Engine) -> None:
    assert [row["event"] for row in run(graph, "contacts", a="OSCE", b="Germany")] == ["event-minsk"]


@pytest.mark.parametrize("text", ["official-wang", "王毅", "Wang Yi", "wang yi"])
def test_an_official_may_be_given_by_any_spelling(text: str, graph: Engine) -> None:
    assert bind(find_query("official-contacts"), {"official": text}, graph)["official"] == "official-wang"


@pytest.mark.parametrize(
    ("name", "text", "day"),
    [
        ("since", "2025", date(2025, 1, 1)),
        ("until", "2025", date(2025, 12, 31)),
        ("since", "2025-02", date(2025, 2, 1)),
        ("until", "2025-02", date(2025, 2, 28)),
        ("happened_by", "2024-02~", date(2024, 2, 29)),
        ("since", "2025-02-18/2025-03-01", date(2025, 2, 18)),
        ("until", "2025-02-18/2025-03-01", date(2025, 3, 1)),
        ("since", date(2025, 2, 18), date(2025, 2, 18)),
    ],
)
def test_dates_become_first_or_last_days(name: str, text: object, day: date, graph: Engine) -> None:
    assert bind(find_query("contacts"), {"a": "RUS", "b": "USA", name: text}, graph)[name] == day


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"a": "Rusia"}, r"did you mean Russia"),
        ({"a": "Atlantis"}, "no country or organisation 'Atlantis'"),
        ({}, "contacts needs a: One side"),
        ({"since": "18 February"}, "since: '18 February' is no date: write 2025"),
        ({"since": "XXXX-02-18"}, "since: XXXX-02-18 has no first day"),
        ({"until": "2025/.."}, "until: 2025/.. has no last day"),
        ({"status": "hold"}, "status: 'hold' is not known: did you mean held"),
        ({"kind": "metting"}, "kind: 'metting' is not known: did you mean meeting"),
        ({"fuzzy": "maybe"}, "fuzzy: 'maybe' is not known: one of certain, possible"),
        ({"sinse": "2025"}, "contacts has no parameter 'sinse': did you mean since"),
    ],
)
def test_a_bad_value_is_told_in_one_line(given: dict[str, str], message: str, graph: Engine) -> None:
    everything = {"a": "RUS", "b": "USA", **given} if given else {"b": "USA"}
    with pytest.raises(BadParameterError, match=message.replace("..", r"\.\.")) as error:
        run(graph, "contacts", timeout=None, **everything)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("query", "given", "message"),
    [
        ("official-contacts", {"official": "Lavrof"}, "did you mean"),
        ("official-contacts", {"official": "official-nobody"}, "the graph has no official 'official-nobody'"),
        ("represented", {"event": "event-nothing"}, "the graph has no event 'event-nothing'"),
        ("claim-sources", {"claim": "') MATCH (n) RETURN n //"}, "the graph has no claim"),
        ("topic-meetings", {"topic": "ukrane"}, "did you mean ukraine"),
        ("co-attendance", {"official": "Lavrov", "limit": "-1"}, "no whole number"),
    ],
)
def test_names_that_nothing_has_are_told(query: str, given: dict[str, str], message: str, graph: Engine) -> None:
    with pytest.raises(BadParameterError, match=message):
        run(graph, query, timeout=None, **given)


def test_an_unknown_query_is_answered_with_its_neighbours() -> None:
    with pytest.raises(UnknownQueryError, match=r"no query 'contact': did you mean contacts"):
        find_query("contact")


def test_a_query_name_is_no_path() -> None:
    with pytest.raises(UnknownQueryError):
        find_query("../queries/contacts")


def test_words_that_fit_several_people_are_answered_with_their_ids(graph: Engine) -> None:
    graph.write(
        lambda tx: tx.run(
            "CREATE (:Official {id: 'official-other', name: 'Ivan Lavrov', names: ['Ivan Lavrov']})"
        ).consume()
    )
    with pytest.raises(BadParameterError, match=r"2 officials are called 'Lavrov': give an id \(official-lavrov, "):
        run(graph, "official-contacts", official="Lavrov")


@pytest.fixture(scope="module")
def loaded(servers: Servers, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    with make_engine("embedded", servers, tmp_path_factory.mktemp("loaded")).open() as opened:
        load_history(Graph(opened, remote=False), 10)
        yield opened


@pytest.mark.parametrize("past", [False, True])
def test_a_whole_name_is_found_without_reading_all_names(
    past: bool, loaded: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    officials = loaded.read("MATCH (o:Official) WHERE o.name CONTAINS ' ' RETURN o.name, o.id").rows
    places = loaded.read("MATCH (p:Place) RETURN p.name, p.id").rows
    monkeypatch.delattr("kg.store.bolt.BoltEngine.stream")
    assert [find_place(loaded, name, past=past) for name, _ in places] == [key for _, key in places]
    assert [find_official(loaded, name, past=past) for name, _ in officials] == [key for _, key in officials]
    if not past:
        assert [find_official(loaded, name.upper()) for name, _ in officials] == [key for _, key in officials]
