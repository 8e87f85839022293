"""A table that is not as it must be is refused in one line."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import SchemaFileError
from kg.vocabulary import data
from kg.vocabulary.records import Area
from kg.vocabulary.tables import _records


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(data, "schema_folder", lambda: tmp_path)
    return tmp_path


def test_a_row_of_another_length_is_refused(folder: Path) -> None:
    (folder / "areas.tsv").write_text("name\tnames\tadjectives\tcameo\nAsia\t\t\n", encoding="utf-8")
    with pytest.raises(SchemaFileError, match="3 cells instead of 4"):
        _records("areas.tsv", Area)


def test_a_missing_column_is_named(folder: Path) -> None:
    (folder / "areas.tsv").write_text("name\tnames\tcameo\nAsia\t\tASA\n", encoding="utf-8")
    with pytest.raises(SchemaFileError, match="adjectives"):
        _records("areas.tsv", Area)


def test_comments_are_no_rows(folder: Path) -> None:
    text = "# why\nname\tnames\tadjectives\tcameo\n# more\nAsia\t\tAsian|Asians\tASA\n"
    (folder / "areas.tsv").write_text(text, encoding="utf-8")
    assert _records("areas.tsv", Area) == [Area("Asia", (), ("Asian", "Asians"), ("ASA",))]
