"""The documents hold together: links lead somewhere, and commands they name are there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kg.cli.main import cli
from queries import query_names
from tests.house.imports import REPOSITORY

PAGES = sorted([*REPOSITORY.glob("*.md"), *(REPOSITORY / "docs").rglob("*.md")])
LINK = re.compile(r"\]\(([^)#\s]*)(?:#([^)\s]+))?\)")
COMMAND = re.compile(r"(?:^|[`$|;&]\s*|^    )kg ([a-z]+)(?: ([a-z][a-z-]+))?", re.MULTILINE)
TARGET = re.compile(r"\bmake ([a-z-]+)\b(?=`|$|  )", re.MULTILINE)
FOLDERS = {"tutorial", "how-to", "reference", "explanation"}


def name(page: Path) -> str:
    return page.relative_to(REPOSITORY).as_posix()


def anchors(page: Path) -> set[str]:
    """Return the anchors of a page's headings, as code hosts make them."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_link_leads_somewhere(page: Path) -> None:
    lost = []
    for target, anchor in LINK.findall(page.read_text(encoding="utf-8")):
        if "://" in target:
            continue
        file = (page.parent / target).resolve() if target else page
        if not file.exists() or (anchor and anchor not in anchors(file)):
            lost.append(f"{target}#{anchor}")
    assert lost == []


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_command_that_is_named_is_there(page: Path) -> None:
    named = COMMAND.findall(page.read_text(encoding="utf-8"))
    known = set(cli.list_commands(None))  # type: ignore[arg-type]  # the list does not depend on the context
    assert {command for command, _ in named} - known == set()
    assert {query for command, query in named if command == "query" and query} - set(query_names()) == set()


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_make_target_that_is_named_is_there(page: Path) -> None:
    makefile = (REPOSITORY / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    assert set(TARGET.findall(page.read_text(encoding="utf-8"))) - targets == set()


def test_every_page_can_be_reached_from_the_index() -> None:
    index = REPOSITORY / "docs" / "README.md"
    linked = {(index.parent / target).resolve() for target, _ in LINK.findall(index.read_text(encoding="utf-8"))}
    assert [name(page) for page in (REPOSITORY / "docs").rglob("*.md") if page != index and page not in linked] == []


def test_the_folders_are_those_of_the_four_kinds_of_document() -> None:
    assert {folder.name for folder in (REPOSITORY / "docs").iterdir() if folder.is_dir()} == FOLDERS
