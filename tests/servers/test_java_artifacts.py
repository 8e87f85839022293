"""What the test servers are made of: fetched once, by one process, and whole; and what is said when it cannot be."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.servers import java_artifacts, real_engine
from tests.servers.java_artifacts import MissingProgramError, find_java, jars

ARTIFACTS = [("org.example", "thing", "1.0")]
MAVEN = """#!/bin/sh
echo run >> "$KG_TEST_RUNS"
for word in "$@"; do case "$word" in -DoutputDirectory=*) folder="${word#*=}";; esac; done
mkdir -p "$folder" && echo half > "$folder/half.jar"
sleep "$KG_TEST_SLOWNESS"
rm "$folder/half.jar" && echo whole > "$folder/whole.jar"
"""
FETCH = "from tests.servers.java_artifacts import jars; jars('thing', [('org.example', 'thing', '1.0')])"


@pytest.fixture
def runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of its own, and a Maven that only says that it ran; the file that it says so in."""
    maven = tmp_path / "bin" / "mvn"
    maven.parent.mkdir()
    maven.write_text(MAVEN, encoding="utf-8")
    maven.chmod(0o700)
    monkeypatch.setenv("PATH", f"{maven.parent}:{os.environ['PATH']}")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("KG_TEST_RUNS", str(tmp_path / "runs"))
    monkeypatch.setenv("KG_TEST_SLOWNESS", "0")
    return tmp_path / "runs"


def content(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_what_is_there_is_not_fetched_again(runs: Path) -> None:
    assert content(jars("thing", ARTIFACTS)) == ["whole.jar"]
    assert content(jars("thing", ARTIFACTS)) == ["whole.jar"]
    assert runs.read_text(encoding="utf-8").count("run") == 1


def test_of_two_processes_at_once_one_fetches(runs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_TEST_SLOWNESS", "1")
    both = [subprocess.Popen([sys.executable, "-c", FETCH]) for _ in range(2)]
    assert [one.wait(60) for one in both] == [0, 0]
    assert runs.read_text(encoding="utf-8").count("run") == 1


def test_what_an_interrupted_process_left_is_thrown_away(runs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_TEST_SLOWNESS", "30")
    with subprocess.Popen([sys.executable, "-c", FETCH], start_new_session=True) as first:
        while not list(java_artifacts.cache_folder().rglob("half.jar")):
            time.sleep(0.05)
        os.killpg(first.pid, 9)
    monkeypatch.setenv("KG_TEST_SLOWNESS", "0")
    assert content(jars("thing", ARTIFACTS)) == ["whole.jar"]
    assert runs.read_text(encoding="utf-8").count("run") == 2


def test_without_maven_it_is_said_how_to_get_a_server(runs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(runs))
    with pytest.raises(MissingProgramError, match="install maven, or set KG_TEST_NEO4J_URI"):
        jars("thing", ARTIFACTS)


def test_a_java_that_is_too_old_will_not_do() -> None:
    with pytest.raises(
        MissingProgramError, match="no Java 999 or later: install one and set JAVA_HOME, or set KG_TEST"
    ):
        find_java(999)


@pytest.mark.parametrize(("ci", "outcome"), [("", pytest.skip.Exception), ("true", pytest.fail.Exception)])
def test_a_missing_server_is_skipped_but_on_ci_it_is_a_failure(
    ci: str, outcome: type[BaseException], monkeypatch: pytest.MonkeyPatch
) -> None:
    def none_found(_line: str, **_how: bool) -> None:
        raise MissingProgramError("no Java 17 or later")

    monkeypatch.setattr(real_engine, "Neo4jServer", none_found)
    monkeypatch.setenv("CI", ci)
    servers = real_engine.Servers()
    with pytest.raises(outcome, match=r"no Neo4j 5\.26: no Java 17 or later"):
        servers.started("5.26")
