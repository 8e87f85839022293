"""Data that say who held which office, who had an envoy where, and how states voted."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.load.run import Clock, Watcher, load
from kg.model import Reading, Reject, Tenure
from kg.store.engine import Engine
from kg.store.graph_store import GraphStore
from kg.store.schema import apply_schema
from kg.verify import verify
from loaders.datasets.wikidata_entity import edtf_time
from loaders.reference import tenure_reading
from tests.loaders.datasets.rows import gdelt, mention
from tests.loaders.datasets.tables import checked, read, read_file, reasons, values
from tests.loaders.datasets.wikidata_entities import DUMP, ENTITIES, RESULT
from tests.servers.real_engine import RealEngine

_COW = "ccode1,ccode2,year,DR_at_1,DR_at_2,DE,version"


def tenures(reading: Reading | Reject) -> list[Tenure]:
    assert isinstance(reading, Reading), reading
    return [claim.value for claim in reading.claims if isinstance(claim.value, Tenure)]


def test_an_envoy_each_way_is_two_representations(tmp_path: Path) -> None:
    (one,) = read(tmp_path, "cow.csv", _COW, "2,365,1985,3,1,1,2006.1")
    assert values(one, "title") == [
        "Ambassador of Soviet Union in United States",
        "Chargé d'affaires of United States in Soviet Union",
    ]
    assert values(one, "host") == ["USA", "RUS"]
    assert values(one, "date") == ["1985", "1985"]


@pytest.mark.parametrize(
    ("row", "title"),
    [
        ("2,265,1975,3,0,1,", "Ambassador of East Germany in United States"),
        ("2,255,1995,3,0,1,", "Ambassador of Germany in United States"),
        ("2,345,1980,9,0,1,", "Envoy of Yugoslavia in United States"),
    ],
)
def test_states_that_are_no_more_keep_their_names(row: str, title: str, tmp_path: Path) -> None:
    (one,) = read(tmp_path, "cow.csv", _COW, row)
    assert values(one, "title") == [title]


def test_nine_is_a_rank_and_nought_is_none(tmp_path: Path) -> None:
    found = read(
        tmp_path, "cow.csv", _COW, "2,20,1950,9,0,1,", "2,20,1955,0,0,0,", "2,20,1960,4,0,0,", "2,9999,1960,1,0,1,"
    )
    assert values(found[0], "kind") == ["representation"]
    assert reasons(found) == {"not-a-contact": 1, "bad-record": 1, "unknown-code": 1}


def test_votes_with_the_roll_calls_beside_them(shared: Path) -> None:
    samples = shared / "samples"
    beside = [samples / "un_roll_calls_head200.csv", samples / "un_roll_call_issues_head200.csv"]
    third, *_ = checked(read_file(samples / "un_votes_head200.csv", beside=beside))
    assert values(third, "date") == ["1946-01-01"]
    assert values(third, "title") == ["R/1/66: Amendments, rules of procedure"]
    assert len(values(third, "side")) == 51
    assert {"USA yes", "CAN no", "CZE yes", "TWN yes"} & set(values(third, "vote")) >= {"USA yes", "CAN no"}


def test_two_votes_of_the_same_states_on_one_day_are_two(embedded: RealEngine, tmp_path: Path) -> None:
    rows = [f"{call},2,1,1970-11-05\n{call},20,1,1970-11-05" for call in (1, 2)]
    (tmp_path / "votes.csv").write_text("\n".join(["rcid,ccode,vote,date", *rows]), encoding="utf-8")
    with embedded.open() as opened:
        put(opened, tmp_path / "votes.csv")
        assert opened.read("MATCH (e:Vote) RETURN count(e)").rows == [(2,)]


def test_votes_in_numbers(tmp_path: Path) -> None:
    header = "rcid,ccode,member,session,vote,Countryname,year,date,unres,short"
    rows = [
        f"9001,{number},1,25,{vote},,1970,1970-11-05,R/25/1,X"
        for number, vote in ((2, 1), (20, 2), (365, 3), (265, 8), (255, 9), (70, 4), (9999, 1))
    ]
    found = read(tmp_path, "votes.csv", header, *rows)
    (one,) = [one for one in found if isinstance(one, Reading)]
    assert values(one, "vote") == ["USA yes", "CAN abstain", "RUS no"]
    assert values(one, "date") == ["1970-11-05"]
    assert reasons(found) == {"not-a-contact": 2, "bad-record": 1, "unknown-code": 1}


def test_wikidata_persons_and_their_offices(tmp_path: Path) -> None:
    found = read(tmp_path, "dump.json", *DUMP)
    lavrov = next(one for one in found if isinstance(one, Reading))
    assert tenures(lavrov) == [
        Tenure("foreign-minister", "Minister of Foreign Affairs of Russia", "RUS", "2004-03-09", ""),
        Tenure("permanent-representative", "Permanent Representative to the United Nations", "RUS", "1994", "2004-03"),
    ]
    assert (values(lavrov, "name"), values(lavrov, "qid")) == (["Sergey Lavrov"], ["Q58217"])
    assert reasons(found) == {"not-an-official": 4, "unknown-code": 1}


def test_wikidata_in_its_other_forms(tmp_path: Path) -> None:
    answer = json.dumps({"entities": {str(one["id"]): one for one in ENTITIES}}, indent=1)
    lines = [json.dumps(one) for one in ENTITIES]
    (first,) = [one for one in read(tmp_path, "answer.json", answer) if isinstance(one, Reading)]
    (second,) = [one for one in read(tmp_path, "lines.jsonl", *lines) if isinstance(one, Reading)]
    assert first == second


@pytest.mark.parametrize(
    ("time", "precision", "edtf"),
    [
        ("+2017-00-00T00:00:00Z", 9, "2017"), ("+2017-01-01T00:00:00Z", 9, "2017"),
        ("+1998-11-00T00:00:00Z", 10, "1998-11"),
        ("+2017-05-14T00:00:00Z", 11, "2017-05-14"), ("+1970-01-01T00:00:00Z", 8, "197X"),
        ("-0044-03-15T00:00:00Z", 11, ""),
        ("+1900-01-01T00:00:00Z", 7, ""), ("soon", 11, ""),
    ],
)  # fmt: skip
def test_times_are_as_exact_as_their_precision(time: str, precision: int, edtf: str) -> None:
    assert edtf_time({"time": time, "precision": precision}) == edtf


def test_results_of_a_query(tmp_path: Path) -> None:
    lavrov, macron, refused = read(tmp_path, "query.json", RESULT)
    assert tenures(lavrov)[0].start == "2004-03-09"
    assert tenures(macron) == [Tenure("head-of-state", "President of the French Republic", "FRA", "2017-05-14", "")]
    assert isinstance(refused, Reject)
    assert (refused.reason, refused.code) == ("unknown-code", "Q3")


def test_followthemoney_persons_posts_and_occupancies(tmp_path: Path) -> None:
    def ftm(key: str, schema: str, **properties: str) -> str:
        return json.dumps(
            {"id": key, "schema": schema, "properties": {name: [text] for name, text in properties.items()}}
        )

    found = read(
        tmp_path, "peps.ftm.json",
        ftm("occ-1", "Occupancy", holder="p-1", post="post-1", startDate="2019-05-20", endDate="2024"),
        ftm("occ-2", "Occupancy", holder="p-1", post="post-lost"),
        ftm("occ-3", "Occupancy", holder="p-lost", post="post-1"),
        ftm("p-1", "Person", name="Volodymyr Zelenskyy", nationality="ua", wikidataId="Q3874799"),
        ftm("p-2", "Person", name="Somebody Else", nationality="ua"), ftm("o-1", "Company", name="X"),
        ftm("post-1", "Position", name="President of Ukraine", country="ua"), '{"id": 3}',
    )  # fmt: skip
    (person,) = [one for one in found if isinstance(one, Reading)]
    assert tenures(person) == [Tenure("head-of-state", "President of Ukraine", "UKR", "2019-05-20", "2024")]
    assert values(person, "qid") == ["Q3874799"]
    assert reasons(found) == {"not-an-official": 2, "bad-record": 3}


def test_a_mention_adds_a_source_to_an_event(tmp_path: Path) -> None:
    (tmp_path / "a.export.CSV").write_text(gdelt(1, "040", ("USAGOV", "RUSGOV")) + "\n", encoding="utf-8")
    rows = [
        mention(1),
        mention(1, "https://example.org/a"),
        mention(2),
        mention(1, kind="3"),
        mention(1, confidence="x"),
    ]
    (tmp_path / "a.mentions.CSV").write_text("\n".join(rows) + "\n", encoding="utf-8")
    found = checked(read_file(tmp_path / "a.mentions.CSV", beside=[tmp_path / "a.export.CSV"]))
    (one,) = [one for one in found if isinstance(one, Reading)]
    assert (one.source.url, one.source.published) == ("https://example.org/b", "2025-02-19")
    assert {claim.confidence for claim in one.claims} == {0.4}
    assert values(one, "side") == ["RUS", "USA"]
    assert reasons(found) == {"no-event": 3, "bad-record": 1}


def test_the_real_mentions_of_the_real_events(shared: Path) -> None:
    """The only diplomatic event of the quarter of an hour is told of by the article that it was coded from."""
    events = shared / "samples" / "gdelt2_events_gdeltpyr_62col.tsv"
    found = checked(read_file(shared / "samples" / "gdelt2_mentions_20170701234500.tsv", beside=[events]))
    told = [one.detail for one in found if isinstance(one, Reject) and "coded from this article" in one.detail]
    assert reasons(found) == {"no-event": 50}
    assert len(told) == 2


def put(opened: Engine, *files: Path, beside: tuple[Path, ...] = ()) -> None:
    """Load these files."""
    apply_schema(opened)
    for file in files:
        load(
            read_file(file, beside=beside), GraphStore(opened), tenure_reading, inputs=[file.name],
            clock=Clock("2025-03-01T00:00:00Z"), watcher=Watcher(),
        )  # fmt: skip


def test_all_of_it_in_the_graph(engine: RealEngine, shared: Path, tmp_path: Path) -> None:
    samples = shared / "samples"
    (tmp_path / "a.export.CSV").write_text(gdelt(1, "040", ("USAGOV", "RUSGOV")) + "\n", encoding="utf-8")
    (tmp_path / "a.mentions.CSV").write_text(mention(1) + "\n", encoding="utf-8")
    (tmp_path / "dump.json").write_text("\n".join(DUMP), encoding="utf-8")
    with engine.open() as opened:
        put(opened, samples / "cow_diplomatic_exchange_2006v1_head.csv", samples / "wikidata_world_leaders_2021.csv")
        put(opened, samples / "un_votes_head200.csv", beside=(samples / "un_roll_calls_head200.csv",))
        put(opened, tmp_path / "a.export.CSV", tmp_path / "dump.json")
        put(opened, tmp_path / "a.mentions.CSV", beside=(tmp_path / "a.export.CSV",))

        def rows(text: str) -> list[tuple[object, ...]]:
            return list(opened.read(text).rows)

        assert rows("MATCH (e:Representation) WHERE NOT e:Contact RETURN count(e)") == [(33,)]
        assert rows(
            "MATCH (:Country {iso3: 'CAN'})-[v:TOOK_PART]->(e:Vote) RETURN e.date, v.vote ORDER BY e.date, v.vote"
        ) == [("1946-01-01", "no"), ("1946-01-02", "no"), ("1946-01-04", "no"), ("1946-01-04", "no")]
        told = "MATCH (e:Talks)<-[:REPORTS]-(s:Record) RETURN e.sources, coalesce(s.url, '') AS url ORDER BY url"
        assert rows(told) == [(2, ""), (2, "https://example.org/b")]
        lavrov = "MATCH (o:Official {qid: 'Q58217'})-[h:HELD_OFFICE]->(f:Office {office: 'foreign-minister'}) "
        assert rows(f"{lavrov} RETURN DISTINCT o.name, h.start, f.side") == [("Sergey Lavrov", "2004-03-09", "RUS")]
        heads = "MATCH (o:Official)-[:HELD_OFFICE]->(:Office {side: 'ALB', office: 'head-of-state'}) "
        assert ("Bajram Begaj",) in rows(f"{heads} RETURN DISTINCT o.name")
        assert verify(opened).faults == ()
