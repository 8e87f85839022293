"""What the command imports before it knows what to do: little, so that it starts quickly."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.house.imports import imported_elsewhere

HEAVY = (
    "arcadedb", "neo4j", "rdflib", "pyoxigraph", "networkx", "pyvis", "trafilatura", "lxml", "rich", "pandas",
    "polars", "pyarrow", "matplotlib", "numpy", "yaml", "urllib3", "ahocorasick_rs", "charset_normalizer", "dateparser",
)  # fmt: skip
"""Packages that take longer to import than `kg --help` may take in all."""

USERS = {
    "rdflib": ("kg.rdf",),
    "pyvis": ("kg.views",),
    "matplotlib": ("kg.views.stills",),
    "networkx": ("kg.analysis",),
    "trafilatura": ("loaders",),
    "rich": ("kg.cli", "queries.rendering"),
    "pandas": ("queries.table",),
    "polars": ("queries.table",),
    "yaml": ("kg.blueprint.read", "kg.rdf", "loaders.datasets.csv_mapping", "loaders.datasets.csv_proposal"),
}
"""Package -> the parts that may import it when the program runs, so that no other can make a command slow."""


def imported_by(statement: str) -> set[str]:
    """Return the names of the modules that a fresh interpreter has after this statement."""
    command = [sys.executable, "-X", "importtime", "-c", statement]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    return {line.rpartition("|")[2].strip() for line in done.stderr.splitlines() if line.startswith("import time:")}


def heavy_ones(names: set[str]) -> set[str]:
    """Return the packages of HEAVY that are among these modules."""
    return {name.partition(".")[0] for name in names} & set(HEAVY)


@pytest.mark.parametrize(
    "statement",
    [
        "import kg",
        "import kg.cli",
        "from kg.cli.main import cli; cli(['--help'], standalone_mode=False)",
        "import kg.model, kg.dates, kg.blueprint; kg.blueprint.graph_schema()",
        "from kg.vocabulary import topics; topics()",
    ],
)
def test_nothing_heavy_is_imported(statement: str) -> None:
    names = imported_by(statement)
    assert "kg" in names, "the list of imports was not read rightly"
    assert heavy_ones(names) == set()


def test_this_check_finds_a_heavy_import() -> None:
    assert heavy_ones(imported_by("import yaml")) == {"yaml"}


@pytest.mark.parametrize("package", USERS)
def test_a_heavy_package_is_imported_where_it_is_used_alone(package: str) -> None:
    assert "\n".join(imported_elsewhere(package, USERS[package])) == "", f"{package} belongs to {USERS[package]}"
