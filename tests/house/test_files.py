"""Every file of code has one purpose and a size to read in one sitting; nothing of a machine stands in the tree."""

from __future__ import annotations

import ast
import re
import subprocess
import warnings
from pathlib import Path

import pytest

from tests.house.imports import REPOSITORY, modules

LONGEST, LONG = 300, 150
VAGUE_NAMES = {"utils", "util", "helpers", "helper", "common", "misc", "tools", "base", "shared"}
MACHINE = re.compile(r"(^|[^A-Za-z0-9_.])/(work|root|farm|home/[a-z]+|Users/[a-z]+)/", re.MULTILINE)
HOSTS = re.compile(r"pypi\.org|pythonhosted\.org|registry\.npmjs|repo1?\.maven|deb\.debian\.org")
KINDS = {
    *(".cjs", ".css", ".cypher", ".html", ".ipynb", ".js", ".json", ".jsonld", ".md", ".mjs", ".nq", ".py"),
    *(".sh", ".toml", ".ts", ".tsv", ".ttl", ".txt", ".typed", ".yaml", ".yml"),
}
"""Endings of sources; what a program wrote, or somebody else, has another as a rule."""
WITHOUT_KIND = {
    ".ci/run",
    ".gitignore",
    "LICENSE",
    "Makefile",
    "kg/demo/articles.jsonl",
    "kg/views/explorer/web/.npmrc",
}
LARGEST = 600_000
"""Bytes of the largest source; a table that outgrows them is generated, or somebody's data."""
SUPPRESSION = re.compile(r"#\s*(noqa(?!: [A-Z]+\d+(, [A-Z]+\d+)* - \w)|type:\s*ignore(?!\[[\w-]+\]  # \w))")
"""A comment that silences a checker without a reason."""
CODE = [*modules("kg", "loaders", "queries", "tests", "tools")]


def tracked() -> list[Path]:
    """Return the files of the repository; outside a checkout, a skip that says so."""
    done = subprocess.run(["git", "ls-files", "-z"], cwd=REPOSITORY, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip("needs a git checkout")
    return [file for name in done.stdout.split("\0") if name and (file := REPOSITORY / name).is_file()]


def tracked_texts() -> list[tuple[Path, str]]:
    """Return the tracked text files and what they say; this file names what it looks for and is left out."""
    found = []
    for file in tracked():
        content = file.read_bytes()
        if b"\0" not in content[:8000] and file != Path(__file__).resolve():
            found.append((file.relative_to(REPOSITORY), content.decode("utf-8")))
    return found


def test_no_file_is_too_long() -> None:
    lengths = {file.relative_to(REPOSITORY): len(file.read_text("utf-8").splitlines()) for _, file in CODE}
    long = {str(file): lines for file, lines in lengths.items() if lines > LONG}
    print(f"over {LONG} lines:", *(f"  {lines} {file}" for file, lines in sorted(long.items())), sep="\n")
    assert {file: lines for file, lines in long.items() if lines > LONGEST} == {}


def test_every_tracked_file_is_a_source() -> None:
    files = {file.relative_to(REPOSITORY).as_posix(): file for file in tracked()}
    assert [name for name, file in files.items() if file.suffix not in KINDS and name not in WITHOUT_KIND] == []
    assert [name for name, file in files.items() if file.stat().st_size > LARGEST] == []


def test_no_module_has_a_name_that_says_nothing() -> None:
    assert [str(file) for _, file in CODE if file.stem in VAGUE_NAMES] == []


@pytest.mark.parametrize(
    ("line", "explained"),
    [
        ("import x  # noqa: PLC0415", False),
        ("import x  # noqa: PLC0415 - it is slow", True),
        ("import x  # noqa", False),
        ("x = y  # type: ignore[misc]", False),
        ("x = y  # type: ignore[misc]  # the library has no types", True),
        ("x = 1", True),
    ],
)
def test_what_counts_as_explained(line: str, explained: bool) -> None:
    assert (SUPPRESSION.search(line) is None) == explained


def test_every_suppressed_warning_says_why() -> None:
    silent = [
        f"{file.relative_to(REPOSITORY)}:{number}"
        for _, file in CODE
        if file != Path(__file__).resolve()
        for number, line in enumerate(file.read_text("utf-8").splitlines(), start=1)
        if SUPPRESSION.search(line)
    ]
    assert silent == [], "write why: `# noqa: CODE - reason`, `# type: ignore[code]  # reason`"


def test_no_path_of_a_machine_and_no_registry_is_named() -> None:
    texts = tracked_texts()
    assert [str(name) for name, text in texts if MACHINE.search(text)] == []
    assert [str(name) for name, text in texts if HOSTS.search(text)] == []


def test_text_files_are_plain() -> None:
    texts = tracked_texts()
    assert [str(name) for name, text in texts if "\r" in text] == []
    assert [str(name) for name, text in texts if text and not text.endswith("\n")] == []


def test_every_module_parses_without_a_warning() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for _, file in CODE:
            ast.parse(file.read_text("utf-8"), filename=str(file))
