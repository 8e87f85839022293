"""Which migrations a graph still needs, and which graphs are not to be touched."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.blueprint.migrations import ChangedMigrationError, Migration, migrations, plan, read_migration
from kg.errors import NewerGraphError, SchemaFileError

FIRST = read_migration("V0001__first.cypher", "MATCH (n:Old) DELETE n;\n")
SECOND = read_migration("V0002__second.cypher", "MATCH (n:Event) SET n.claims = 0;\n")
THIRD = read_migration("V0003__third.cypher", "MATCH (n:Event) REMOVE n.old;\n")
ALL = [FIRST, SECOND, THIRD]


def marks(*had: Migration) -> list[str]:
    return [one.mark for one in had]


def test_a_new_graph_needs_all_of_them_in_order() -> None:
    assert plan([], ALL, found_version=None, own_version=3) == ALL


@given(st.integers(0, len(ALL)))
def test_a_graph_needs_what_it_has_not_had(count: int) -> None:
    assert plan(marks(*ALL[:count]), ALL, found_version=count, own_version=3) == ALL[count:]


def test_a_graph_of_a_newer_schema_is_refused_and_told_what_to_do() -> None:
    with pytest.raises(NewerGraphError, match=r"schema version 4, this kg knows 3: update kg"):
        plan(marks(*ALL), ALL, found_version=4, own_version=3)


def test_a_graph_that_had_a_migration_we_do_not_know_is_refused() -> None:
    with pytest.raises(NewerGraphError, match=r"V0003__third\.cypher, which this kg does not have"):
        plan(marks(*ALL), ALL[:2], found_version=2, own_version=2)


def test_a_migration_that_was_edited_after_it_was_applied_is_refused() -> None:
    edited = [FIRST, read_migration(SECOND.name, "MATCH (n:Event) SET n.claims = 1;\n"), THIRD]
    with pytest.raises(ChangedMigrationError, match=r"V0002__second\.cypher is not what the graph has had"):
        plan(marks(FIRST, SECOND), edited, found_version=2, own_version=3)


@pytest.mark.parametrize("had", [(SECOND,), (SECOND, FIRST), (FIRST, FIRST), (FIRST, THIRD)])
def test_migrations_that_were_applied_in_another_order_are_refused(had: tuple[Migration, ...]) -> None:
    with pytest.raises(ChangedMigrationError):
        plan(marks(*had), ALL, found_version=2, own_version=3)


def test_a_statement_ends_with_a_semicolon_at_a_lines_end_only() -> None:
    text = "// Why; a comment;\nMATCH (n {title: 'a;b'})\nSET n.x = ';';  \nMATCH (m)\nDELETE m\n"
    assert read_migration("V0001__x.cypher", text).statements == (
        "MATCH (n {title: 'a;b'})\nSET n.x = ';'",
        "MATCH (m)\nDELETE m",
    )


def test_the_checksum_is_of_the_whole_text() -> None:
    assert read_migration("V0001__x.cypher", "// a\nRETURN 1;\n") != read_migration(
        "V0001__x.cypher", "// b\nRETURN 1;\n"
    )


def test_the_migrations_of_the_repository_are_well_named() -> None:
    assert [one.name[:5] for one in migrations()] == [f"V{n + 1:04}" for n in range(len(migrations()))]


@pytest.mark.parametrize("name", ["first.cypher", "V1__first.cypher", "V0001_first.cypher", "V0001__First.cypher"])
def test_a_misnamed_migration_is_refused(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text("RETURN 1;\n", encoding="utf-8")
    with pytest.raises(SchemaFileError, match="a migration is named V0001__what_it_does"):
        migrations(tmp_path)


def test_a_gap_in_the_numbers_is_refused(tmp_path: Path) -> None:
    for name in ("V0001__a.cypher", "V0003__c.cypher"):
        (tmp_path / name).write_text("RETURN 1;\n", encoding="utf-8")
    with pytest.raises(SchemaFileError, match=r"without gaps, found \[1, 3\]"):
        migrations(tmp_path)
