"""What `make` runs before anything else: it says in one line what is missing, and does nothing twice."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.house.imports import REPOSITORY

pytestmark = pytest.mark.skipif(shutil.which("bash") is None, reason="the scripts of tools/ need bash")


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A tree with what the script reads, and no environment."""
    shutil.copytree(REPOSITORY / "tools", tmp_path / "tools", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "constraints.txt"):
        shutil.copy(REPOSITORY / name, tmp_path)
    return tmp_path


def program(folder: Path, name: str, text: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    (folder / name).chmod(0o755)


def make_environment(tree: Path, level: str, python: str = "no-such-python") -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHON": python, "PATH": f"{tree / 'bin'}:{os.environ['PATH']}"}
    command = [str(tree / "tools" / "environment.sh"), level]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=60)


def test_without_a_python_it_says_which_ones_will_do(tree: Path) -> None:
    done = make_environment(tree, "dev")
    assert done.returncode == 1
    assert done.stderr == (
        "set-up: no Python 3.11, 3.12 or 3.13 found: install one, or name it: PYTHON=/path/to/python make\n"
    )


def test_a_python_without_venv_is_named_with_what_to_install(tree: Path) -> None:
    program(tree / "bin", "bare-python", 'case "$2" in *ensurepip*) exit 1 ;; esac')
    done = make_environment(tree, "demo", "bare-python")
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        "set-up: bare-python has no venv module: install it (on Debian: apt install python3-venv)"
    ]


def test_a_python_that_is_too_old_is_passed_over(tree: Path) -> None:
    program(tree / "bin", "old-python", "exit 1")
    assert "no Python 3.11" in make_environment(tree, "demo", "old-python").stderr


@pytest.mark.parametrize(("made", "asked", "done"), [
    ("dev", "dev", True), ("dev", "demo", True), ("demo", "demo", True), ("demo", "dev", False),
])  # fmt: skip
def test_what_is_made_is_not_made_again(tree: Path, made: str, asked: str, done: bool) -> None:
    pip = tree / "pip-was-run"
    program(tree / ".venv" / "bin", "python", f'case "$*" in *install*) touch "{pip}" ;; esac')
    make_environment(tree, made)
    assert pip.exists()
    pip.unlink()
    again = make_environment(tree, asked)
    assert again.returncode == 0
    assert pip.exists() is not done
    assert ("nothing to do" in again.stdout) is done


@pytest.mark.parametrize("name", ["pyproject.toml", "constraints.txt"])
def test_a_changed_list_of_packages_is_installed(tree: Path, name: str) -> None:
    program(tree / ".venv" / "bin", "python", "exit 0")
    make_environment(tree, "dev")
    with (tree / name).open("a", encoding="utf-8") as file:
        file.write("# changed\n")
    assert "nothing to do" not in make_environment(tree, "dev").stdout


def test_a_set_up_that_failed_is_done_again(tree: Path) -> None:
    program(tree / ".venv" / "bin", "python", 'case "$*" in *install*) exit 1 ;; esac')
    for _ in range(2):
        done = make_environment(tree, "dev")
        assert done.returncode == 1
        assert "pip could not install what dev needs" in done.stderr


def test_a_timed_command_keeps_its_status_and_its_output() -> None:
    command = [str(REPOSITORY / "tools" / "timed.sh"), "name", "sh", "-c", "echo out; exit 3"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 3
    assert re.fullmatch(r"out\nname: \d+ s\n", done.stdout)


def test_continuous_integration_runs_the_command_of_the_readme() -> None:
    script = REPOSITORY / ".ci" / "run"
    assert os.access(script, os.X_OK)
    assert "make test\n" in script.read_text(encoding="utf-8")
    assert "make test " in (REPOSITORY / "README.md").read_text(encoding="utf-8")
