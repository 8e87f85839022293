"""The wheel has what an installed kg needs, and works where there is no repository."""

from __future__ import annotations

import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from tests.house.imports import PACKAGES, REPOSITORY

SUFFIXES = {".py", ".cypher", ".jsonl", ".typed", ".js", ".css", ".html"}
"""What a file of a package may be; the schema's own are under kg/_schema."""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built as a release would be; nothing is fetched and nothing is written into the tree."""
    target = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(target)]
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    (built,) = target.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def members(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def committed(*folders: str) -> set[str]:
    """Return the files of these folders that git knows, and those that it is not told to ignore."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "--", *folders]
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip("needs a git checkout")
    return {name for name in done.stdout.splitlines() if (REPOSITORY / name).is_file()}


def test_it_has_every_file_of_the_packages_and_of_the_schema(members: set[str]) -> None:
    wanted = {name for name in committed(*PACKAGES) if not is_source_of_the_explorer(name)}
    wanted |= {f"kg/_{name}" for name in committed("schema")}
    assert wanted - members == set()


def test_it_has_the_explorer_s_script_and_not_its_sources(members: set[str]) -> None:
    assert "kg/views/explorer/built/explorer.js" in members
    assert not [name for name in members if is_source_of_the_explorer(name)]


def is_source_of_the_explorer(name: str) -> bool:
    """Whether a file is bundled into the script, or says how to."""
    folder = "kg/views/explorer/web/"
    return name.startswith(folder) and Path(name).suffix not in {".html", ".css"}


def test_it_has_nothing_else(members: set[str]) -> None:
    strange = {
        name
        for name in members
        if not name.startswith(("kg/_schema/", "diplomatic_kg-", "kg/views/explorer/built/"))
        and (name.split("/")[0] not in PACKAGES or Path(name).suffix not in SUFFIXES)
    }
    assert strange == set()


def test_it_says_its_licence_and_its_command(wheel: Path, members: set[str]) -> None:
    with zipfile.ZipFile(wheel) as archive:
        told = {Path(name).name: archive.read(name).decode() for name in members if ".dist-info/" in name}
    assert "MIT License" in told["LICENSE"]
    assert "License-Expression: MIT" in told["METADATA"]
    assert "kg = kg.cli:main" in told["entry_points.txt"]


@pytest.mark.long
def test_it_works_in_an_environment_of_its_own(wheel: Path, tmp_path: Path) -> None:
    venv.create(tmp_path / "env", with_pip=True)
    bin_folder = tmp_path / "env" / ("Scripts" if sys.platform == "win32" else "bin")
    constraints = REPOSITORY / "constraints.txt"
    install = ["-m", "pip", "install", "--quiet", "--no-input", "--constraint", str(constraints), str(wheel)]
    subprocess.run([bin_folder / "python", *install], check=True, timeout=600)

    def kg(*words: str) -> str:
        done = subprocess.run(
            [bin_folder / "kg", *words], cwd=tmp_path, capture_output=True, text=True, check=False, timeout=120
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    assert "Who met whom" in kg("--help")
    assert "contacts" in kg("query")
    assert "Riyadh" in kg("demo", "--folder", "examples")
    assert "Country" in kg("status", "--uri", "examples/graph")
