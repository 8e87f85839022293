"""Every row of every table is well-formed."""

from __future__ import annotations

import re
from collections import Counter
from unicodedata import category

import pytest

from kg.vocabulary.data import schema_folder
from tests.vocabulary.raw_tables import LISTS, UNSORTED, cells, lines

KEYS = {
    "reference/countries.tsv": ("iso3",),
    "reference/former_states.tsv": ("name",),
    "reference/organizations.tsv": ("id",),
    "reference/cities.tsv": ("name", "iso3", "kind"),
    "reference/areas.tsv": ("name",),
    "reference/collisions.tsv": ("name",),
    "reference/titles.tsv": ("title", "countries"),
    "reference/broad_offices.tsv": ("office",),
    "reference/title_modifiers.tsv": ("modifier",),
    "reference/tenures.tsv": ("side", "office", "person", "qid", "start", "end"),
    "reference/person_names.tsv": ("qid",),
    "topics.tsv": ("id",),
}
QID = re.compile(r"(Q[1-9]\d*)?")


def test_no_table_stands_outside_these_tests() -> None:
    here = {f"reference/{file.name}" for file in (schema_folder() / "reference").glob("*.tsv")}
    assert {*here, "topics.tsv"} == set(LISTS) == set(KEYS)


@pytest.mark.parametrize("table", sorted(LISTS))
def test_rows_have_the_cells_of_the_header(table: str) -> None:
    header, *rows = lines(table)
    assert rows
    assert [row for row in rows if len(row) != len(header)] == []


@pytest.mark.parametrize("table", sorted(LISTS))
def test_no_cell_has_space_around_it_or_a_control_character(table: str) -> None:
    for row in lines(table):
        for cell in row:
            for item in cell.split("|"):
                assert item == item.strip(), row
            assert "Cc" not in map(category, cell), row


@pytest.mark.parametrize("table", sorted(LISTS))
def test_lists_have_no_empty_and_no_repeated_item(table: str) -> None:
    for column in LISTS[table]:
        for cell in cells(table, column):
            items = cell.split("|") if cell else []
            assert "" not in items, (column, cell)
            assert len(items) == len(set(items)), (column, cell)


@pytest.mark.parametrize("table", sorted(LISTS))
def test_rows_are_sorted_and_keys_unique(table: str) -> None:
    header, *rows = lines(table)
    at = [header.index(column) for column in KEYS[table]]
    keys = [tuple(row[i] for i in at) for row in rows]
    if table not in UNSORTED:
        first = [row[0] for row in rows]
        assert first == sorted(first)
    repeated = [key for key, count in Counter(keys).items() if count > 1]
    assert repeated == []


@pytest.mark.parametrize("table", [table for table in sorted(LISTS) if "qid" in lines(table)[0]])
def test_items_of_wikidata_look_like_items(table: str) -> None:
    assert [qid for qid in cells(table, "qid") if not QID.fullmatch(qid)] == []


@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("reference/countries.tsv", "iso2"), ("reference/countries.tsv", "qid"), ("reference/countries.tsv", "cow"),
        ("reference/countries.tsv", "name"), ("reference/countries.tsv", "fips"), ("reference/countries.tsv", "cameo"),
        ("reference/organizations.tsv", "qid"), ("reference/organizations.tsv", "name"),
        ("reference/former_states.tsv", "iso3"), ("reference/former_states.tsv", "qid"),
    ],
)  # fmt: skip
def test_no_code_stands_twice(table: str, column: str) -> None:
    given = [code for cell in cells(table, column) for code in cell.split("|") if code]
    assert [code for code, count in Counter(given).items() if count > 1] == []
