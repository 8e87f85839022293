"""Each real sample: what it was taken for, how many rows make how many records, and why the others make none."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from kg.model import RowsRead
from loaders.contract import ReadOptions
from loaders.reading import read_all
from tests.loaders.datasets.tables import checked, read_file, reasons, records

GOLDEN: dict[str, tuple[str, int, int, Mapping[str, int]]] = {
    "cow_diplomatic_exchange_2006v1_head.csv": ("cow-exchange", 21, 18, {"not-a-contact": 3}),
    "everypolitician_tuvalu_term11.csv": ("everypolitician", 3, 2, {"not-an-official": 1}),
    "gdelt1_events_gdeltpyr_59col.tsv": ("gdelt-events", 50, 2, {"not-a-contact": 21, "one-side": 23}),
    "gdelt1_gkg_sample.tsv": ("gdelt-gkg", 50, 10, {"not-an-official": 40}),
    "gdelt2_events_20191024143000.export.CSV": (
        "gdelt-events", 2111, 58, {"not-a-contact": 1491, "one-side": 436},
    ),
    "gdelt2_events_20250820163000_5rows.export.CSV": ("gdelt-events", 5, 2, {"one-side": 1}),
    "gdelt2_events_gdeltpyr_62col.tsv": ("gdelt-events", 50, 1, {"one-side": 13, "not-a-contact": 35}),
    "gdelt2_gkg_20170701234500.tsv": ("gdelt-gkg", 50, 11, {"not-an-official": 39}),
    "gdelt2_gkg_translingual_sample.tsv": ("gdelt-gkg", 50, 12, {"not-an-official": 38}),
    "gdelt2_mentions_20170701234500.tsv": ("gdelt-mentions", 50, 0, {"no-event": 50}),
    "gdelt2_mentions_20170701_bigquery_style.csv": ("gdelt-mentions", 299, 0, {"no-event": 299}),
    "icews_2018_sample.tab": ("icews", 200, 27, {"not-a-contact": 139, "one-side": 10}),
    "polecat_header_only.tsv": ("polecat", 0, 0, {"empty": 1}),
    "opensanctions_ftm_sample.jsonl": ("ftm", 7, 4, {"not-an-official": 3}),
    "un_roll_call_issues_head200.csv": ("un-votes", 200, 0, {"no-event": 200}),
    "un_roll_calls_head200.csv": ("un-votes", 200, 0, {"no-event": 200}),
    "un_votes_head200.csv": ("un-votes", 200, 4, {}),
    "wikidata_json_entities_poliloom.json": ("wikidata", 31, 0, {"not-an-official": 31}),
    "wikidata_world_leaders_2021.csv": ("leaders", 40, 40, {}),
    "world_leaders_current_g20.json": ("leaders-json", 21, 34, {}),
}  # fmt: skip
"""File -> what it is taken for, its rows, its records, and the rows that made none by reason."""


@pytest.mark.parametrize("name", GOLDEN)
def test_a_real_sample(name: str, shared: Path) -> None:
    told: list[str] = []
    file = shared / "samples" / name
    list(read_all([str(file)], ReadOptions(), tell=lambda _where, line: told.append(line)))
    found = read_file(file)
    flat = checked(found)
    rows = sum(one.rows for one in found if isinstance(one, RowsRead))
    assert (told, rows, len(records(found)), reasons(flat)) == (
        [f"taken for {GOLDEN[name][0]}"], GOLDEN[name][1], GOLDEN[name][2], GOLDEN[name][3],
    )  # fmt: skip


def test_every_row_that_made_no_record_says_why_in_a_line(shared: Path) -> None:
    for name in GOLDEN:
        for one in checked(read_file(shared / "samples" / name)):
            detail = getattr(one, "detail", "a record")
            assert detail
            assert "\n" not in detail


def test_no_sample_has_a_code_that_no_table_knows(shared: Path) -> None:
    unknown = {
        code
        for name in GOLDEN
        for one in checked(read_file(shared / "samples" / name))
        if (code := getattr(one, "code", ""))
    }
    assert unknown == set()
