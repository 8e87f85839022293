"""The page of each data set: its example gives what it says, on the real sample."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import kg
from kg.cli.output import table_of
from kg.load.run import Clock, Watcher
from loaders.registry import loaders
from queries.rendering import render
from tests.loaders.datasets.tables import read_file

_DOCS = Path(__file__).resolve().parents[3] / "docs" / "reference"
_PAGES = ("gdelt-events", "gdelt-gkg", "icews", "cow-exchange", "un-votes", "leaders", "followthemoney")
_OTHERS = ("gdelt-mentions", "polecat", "colt")
"""Pages whose example is tested beside the made-up rows that it is about."""


@pytest.mark.parametrize("page", _PAGES)
def test_the_example_gives_what_the_page_says(page: str, shared: Path, tmp_path: Path) -> None:
    text = (_DOCS / f"{page}.md").read_text(encoding="utf-8").partition("## An example")[2]
    command, query = _found(r"^    kg load (.*)$", text), _found(r'^    kg cypher "(.*)" --format csv$', text)
    files = [str(shared / "samples" / word) for word in command.split() if not word.startswith("--")]
    with kg.open(str(tmp_path / "graph")) as graph:
        found = read_file(Path(files[0]), beside=[Path(file) for file in files[1:]])
        graph.load_readings(found, inputs=files[:1], clock=Clock("2025-01-01T00:00:00Z"), watcher=Watcher())
        rows = graph.cypher(query)
    answer = render(table_of(rows.columns, rows.rows), "csv").decode().replace("\r\n", "\n")
    said = text.rpartition("\n\n")[2].rstrip("\n").split("\n")
    assert answer.rstrip("\n").split("\n") == [line.removeprefix("    ") for line in said]


def _found(pattern: str, text: str) -> str:
    found = re.search(pattern, text, re.MULTILINE)
    assert found is not None
    return found[1]


def test_every_loader_of_data_sets_has_a_page() -> None:
    own = [name for name, loader in loaders().items() if type(loader).__module__.startswith("loaders.datasets")]
    pages = "".join((_DOCS / f"{page}.md").read_text(encoding="utf-8") for page in (*_PAGES, *_OTHERS))
    assert [name for name in own if name not in pages and name != "csv"] == []
