"""What is generated is up to date: `make docs` writes all of it."""

from __future__ import annotations

import pytest

from kg.blueprint.generate import generated
from kg.blueprint.read import blueprint_of_yaml
from kg.vocabulary.data import schema_folder
from tests.house.imports import REPOSITORY
from tools.reference_pages import pages

SCHEMA_FILES = {f"schema/{name}": text for name, text in generated(blueprint_of_yaml(schema_folder())).items()}
PAGES = pages()


def read(name: str) -> str:
    file = REPOSITORY / name
    return file.read_text(encoding="utf-8") if file.is_file() else ""


@pytest.mark.parametrize("name", SCHEMA_FILES)
def test_a_generated_file_of_the_schema_is_up_to_date(name: str) -> None:
    assert read(name) == SCHEMA_FILES[name], f"{name} is stale: run 'make schema' and commit"


@pytest.mark.parametrize("name", PAGES)
def test_a_reference_page_is_up_to_date(name: str) -> None:
    assert read(name) == PAGES[name], f"{name} is stale: run 'make docs' and commit"


def test_generating_twice_gives_the_same_bytes() -> None:
    assert pages() == PAGES
    assert {
        f"schema/{name}": text for name, text in generated(blueprint_of_yaml(schema_folder())).items()
    } == SCHEMA_FILES
