"""How much memory the engine of a graph in a folder may take, and what is said where that was too little."""

from __future__ import annotations

from pathlib import Path

import pytest
from neo4j.exceptions import ClientError

from kg.store.bolt_errors import translate
from kg.store.heap import LEAST, fitting_heap


def _on_disk(folder: Path, megabytes: int) -> Path:
    """A folder whose files look as large as that, and take no room."""
    database = folder / "kg"
    database.mkdir()
    for part in range(2):
        with (database / f"{part}.bucket").open("wb") as file:
            file.truncate(megabytes * 2**19)
    return folder


def test_an_empty_or_small_graph_has_the_least(tmp_path: Path) -> None:
    assert fitting_heap(tmp_path / "none") == LEAST
    assert fitting_heap(_on_disk(tmp_path, 900)) == LEAST


@pytest.mark.parametrize(("megabytes", "heap"), [(2_000, 500), (4_000, 1_000), (1_000_000, 2_048)])
def test_a_large_graph_has_more(megabytes: int, heap: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.store.heap._machine", lambda: 64 * 1024)
    assert fitting_heap(_on_disk(tmp_path, megabytes)) == heap


def test_a_graph_that_will_be_large_has_more_from_the_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.store.heap._machine", lambda: 64 * 1024)
    assert fitting_heap(tmp_path / "none", to_come=4_000) == 1_000
    assert fitting_heap(_on_disk(tmp_path, 1_000), to_come=3_000) == 1_000


def test_a_small_machine_keeps_most_for_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    graph = _on_disk(tmp_path, 1_000_000)
    for machine, heap in ((4_096, 1_024), (512, LEAST)):
        monkeypatch.setattr("kg.store.heap._machine", lambda machine=machine: machine)
        assert fitting_heap(graph) == heap


def test_an_engine_that_gave_out_says_how_to_go_on() -> None:
    said = str(translate(ClientError("Error during read lock"), "ArcadeDB"))
    assert "run the same command again to go on, with KG_ENGINE_MEMORY=2g" in said
