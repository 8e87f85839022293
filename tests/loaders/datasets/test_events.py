"""GDELT and ICEWS: rows are codings, every row is accounted for, and what they code is one event with other sources."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.load.run import Clock, Watcher, load
from kg.model import Reading
from kg.store.graph_store import GraphStore
from kg.store.schema import apply_schema
from kg.verify import verify
from loaders.datasets.cameo import code_of, coded, other_role
from loaders.reading import read_all
from loaders.reference import tenure_reading
from loaders.text import RulesExtractor
from loaders.texts import read_texts
from tests.loaders.datasets.rows import ICEWS_HEADER, gdelt, icews
from tests.loaders.datasets.tables import checked, read, read_file, reasons, records, values
from tests.servers.real_engine import RealEngine

RUBIO, LAVROV = ("Marco Rubio", "United States"), ("Foreign Affairs (Russia)", "Russian Federation")


def test_mirrors_and_repeats_are_one_record_with_all_rows_behind_it(tmp_path: Path) -> None:
    rows = [gdelt(1, "046", ("USA", "RUSGOV")), gdelt(2, "046", ("RUSGOV", "USA")), gdelt(3, "046", ("USAGOV", "RUS"))]
    (one,) = read(tmp_path, "day.export.CSV", *rows)
    assert values(one, "kind") == ["negotiation"]
    assert values(one, "side") == ["RUS", "USA"]
    assert values(one, "date") == ["2025-02-18"]
    assert isinstance(one, Reading)
    assert one.source.text.splitlines() == rows
    assert one.source.key == "1"


@pytest.mark.parametrize("columns", [57, 58, 61])
def test_versions_differ_in_their_columns(columns: int, tmp_path: Path) -> None:
    (one,) = read(tmp_path, "rows", gdelt(1, "040", ("FRAGOV", "DEU"), columns=columns))
    assert values(one, "kind") == ["talks"]
    assert "SAU" in values(one, "venue")[0]


def test_a_country_is_found_in_the_code_of_the_actor(tmp_path: Path) -> None:
    (one,) = read(tmp_path, "rows", gdelt(1, "040", ("ROUGOV", "USA"), countries=("", "USA")))
    assert values(one, "side") == ["ROU", "USA"]


def test_a_visit_may_be_one_that_is_planned(tmp_path: Path) -> None:
    coded_later = gdelt(1, "042", ("FRA", "DEU"))
    ahead = gdelt(2, "042", ("FRA", "ITA"), day="20250401", url="https://example.org/b")
    assert [values(one, "status") for one in read(tmp_path, "rows", coded_later, ahead)] == [["unknown"], ["planned"]]


def test_a_date_that_the_coder_made_up_is_left_out(tmp_path: Path) -> None:
    (one,) = read(tmp_path, "rows", gdelt(1, "046", ("FRA", "DEU"), day="20240219"))
    assert values(one, "date") == []


def test_what_makes_no_event_says_why(tmp_path: Path) -> None:
    rows = [
        gdelt(1, "190", ("USA", "RUS")), gdelt(2, "040", ("USAGOV", "USAMIL")), gdelt(3, "040", ("USA", "ZZZ")),
        gdelt(4, "040", ("USA", "AFR")), "5\t20250218\t202502\t2025\t2025.1\tcut", gdelt(6, "040", ("USA", "CHN")),
        gdelt(7, "040", ("USA", "CHN"), day="20259999"),
    ]  # fmt: skip
    found = read(tmp_path, "rows", *rows)
    assert reasons(found) == {"not-a-contact": 1, "one-side": 2, "unknown-code": 1, "bad-record": 2}


def test_a_symmetric_pair_of_icews_is_one_event_with_the_person(tmp_path: Path) -> None:
    rows = [icews(1, "046", RUBIO, LAVROV), icews(2, "046", LAVROV, RUBIO), icews(2, "046", LAVROV, RUBIO)]
    (one,) = read(tmp_path, "events.tab", ICEWS_HEADER, *rows)
    assert values(one, "side") == ["RUS", "USA"]
    assert "Marco Rubio" in values(one, "participant")[0]
    assert isinstance(one, Reading)
    assert len(one.source.text.splitlines()) == 2


def test_icews_without_the_code_column_and_with_american_days(tmp_path: Path) -> None:
    header = ICEWS_HEADER.replace("CAMEO Code\t", "")
    row = icews(1, "", RUBIO, LAVROV, day="2/18/2025", words="Make a visit").replace(
        "Make a visit\t\t", "Make a visit\t"
    )
    (one,) = read(tmp_path, "events.tab", header, row)
    assert (values(one, "kind"), values(one, "date")) == (["visit"], ["2025-02-18"])


def test_latin_1_is_read(tmp_path: Path) -> None:
    row = icews(
        1, "046", ("José Márquez", "Mexico"), ("Foreign Affairs (Peru)", "Peru"), city="Bogotá", country="Colombia"
    )
    (one,) = read(tmp_path, "events.tab", ICEWS_HEADER, row, encoding="latin-1")
    assert "Bogotá" in values(one, "venue")[0]


def test_codes_are_text() -> None:
    assert coded("010") is None
    assert coded("10") is None
    assert coded("0461") == coded("046")
    assert code_of("Meet at a 'third' location") == "044"


def test_a_text_and_two_data_sets_tell_of_one_meeting(engine: RealEngine, tmp_path: Path) -> None:
    article = (
        "RIYADH, Feb. 18 - Russian Foreign Minister Sergey Lavrov held talks with U.S. Secretary of State Marco Rubio "
        "in Riyadh on 18 February 2025."
    )
    (tmp_path / "article.txt").write_text(article, encoding="utf-8")
    (tmp_path / "g.CSV").write_text(gdelt(9, "040", ("USAGOV", "RUSGOV")) + "\n", encoding="utf-8")
    (tmp_path / "i.tab").write_text(f"{ICEWS_HEADER}\n{icews(1, '040', RUBIO, LAVROV)}\n", encoding="utf-8")
    inputs = [str(tmp_path / name) for name in ("article.txt", "g.CSV", "i.tab")]
    with engine.open() as opened:
        apply_schema(opened)
        found = read_texts(read_all(inputs), RulesExtractor())
        load(
            found, GraphStore(opened), tenure_reading, inputs=inputs, clock=Clock("2025-03-01T00:00:00Z"),
            watcher=Watcher(),
        )  # fmt: skip
        rows = opened.read("MATCH (e:Contact) RETURN e.kind, e.date, e.status, e.sources").rows
        assert rows == [("talks", "2025-02-18", "held", 3)]
        assert verify(opened).faults == ()


REAL = {
    "gdelt2_events_20191024143000.export.CSV": (2111, 58),
    "gdelt2_events_20250820163000_5rows.export.CSV": (5, 2),
    "gdelt1_events_gdeltpyr_59col.tsv": (50, 2),
    "gdelt2_events_gdeltpyr_62col.tsv": (50, 1),
    "icews_2018_sample.tab": (200, 27),
}
"""Rows of the real samples, and the events that they code: checked by hand where docs/data-sets says so."""


@pytest.mark.parametrize("name", REAL)
def test_every_row_of_a_real_file_is_accounted_for(name: str, shared: Path) -> None:
    found = checked(read_file(shared / "samples" / name))
    used = sum(len(one.source.text.splitlines()) for one in records(found))
    assert (used + reasons(found).total(), len(records(found))) == REAL[name]


@pytest.mark.parametrize(
    ("actor", "role"),
    [("USAMED", "Media"), ("MNCJPN", "Multinational corporation"), ("MNCUSAMED", "Multinational corporation"),
     ("SYRREB", "Rebels"), ("USAGOV", ""), ("USA", ""), ("IGOUNO", ""), ("JPNELIGOV", "")],
)  # fmt: skip
def test_an_actor_with_another_role_acts_for_no_state(actor: str, role: str, tmp_path: Path) -> None:
    assert other_role(actor) == role
    found = read(tmp_path, "rows", gdelt(1, "040", (actor, "FRAGOV"), countries=("USA", "FRA")))
    assert reasons(found) == ({"one-side": 1} if role else {})


def test_a_real_symmetric_pair_of_icews_is_one_event_each(shared: Path) -> None:
    """In the real file each pair of rows that mirror one another is in one record, which has both."""
    lines = (shared / "samples" / "icews_2018_sample.tab").read_text(encoding="utf-8").splitlines()[1:]
    rows = [line.split("\t") for line in lines]
    kept = records(read_file(shared / "samples" / "icews_2018_sample.tab"))
    where = {line: one.source.id for one in kept for line in one.source.text.splitlines()}
    pairs = 0
    for at, row in enumerate(rows):
        for other in rows[at + 1 :]:
            mirrored = (row[2], row[8], row[6], row[11]) == (other[8], other[2], other[6], other[11])
            if mirrored and row[2] != row[8] and "\t".join(row).strip() in where:
                assert where["\t".join(row).strip()] == where["\t".join(other).strip()]
                pairs += 1
    assert pairs == 19
