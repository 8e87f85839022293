"""Every named query's example gives the same rows on every engine: those that a person read and put in golden/."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kg.store.engine import Engine
from queries import find_query, query_names, run
from queries.rendering import render

GOLDEN = Path(__file__).parent / "golden"
WIDTH = 240


@pytest.mark.parametrize("name", query_names())
def test_the_example_gives_the_rows_that_were_read(name: str, small: Engine) -> None:
    """Set KG_WRITE_GOLDEN=1 to write the files anew, then read the difference."""
    query = find_query(name)
    asked = " ".join(f"{key}={value!r}" for key, value in query.example.items())
    shown = (
        f"{query.title}\n{asked}\n\n"
        + render(run(small, name, timeout=None, **query.example), "table", width=WIDTH).decode()
    )
    shown = "\n".join(line.rstrip() for line in shown.splitlines()) + "\n"
    file = GOLDEN / f"{name}.txt"
    if os.environ.get("KG_WRITE_GOLDEN"):
        file.write_text(shown, encoding="utf-8")
    assert shown == file.read_text(encoding="utf-8")


def test_every_golden_file_is_of_a_query() -> None:
    assert {file.stem for file in GOLDEN.iterdir()} == set(query_names())


@pytest.mark.parametrize("name", query_names())
def test_an_example_shows_something(name: str) -> None:
    assert "\n0 rows" not in (GOLDEN / f"{name}.txt").read_text(encoding="utf-8")
