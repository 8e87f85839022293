"""Programs from their published Java artifacts, kept in a cache folder outside the tree."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

from filelock import FileLock

_POM = """<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>kg.test</groupId><artifactId>{name}</artifactId><version>1</version><packaging>pom</packaging>
<dependencies>{dependencies}</dependencies></project>
"""
_DEPENDENCY = "<dependency><groupId>{}</groupId><artifactId>{}</artifactId><version>{}</version></dependency>"
_JAVA_FOLDERS = ("/usr/lib/jvm/*", "/Library/Java/JavaVirtualMachines/*/Contents/Home", "/opt/java/*")
_FETCHED_WITHIN = 900


class MissingProgramError(Exception):
    """Something that a real server needs is not on this machine; the message says how to get it."""


def jars(name: str, artifacts: Sequence[tuple[str, str, str]]) -> Path:
    """Return a folder with these artifacts (group, name, version) and all they need.

    Fetched once; of several processes one fetches and the others wait; what an interrupted one left is thrown away.
    """
    folder = cache_folder() / name
    done = folder / "complete"
    folder.mkdir(parents=True, exist_ok=True)
    with FileLock(folder / "lock"):
        if not done.exists():
            _fetch(name, folder, artifacts)
            done.touch()
    return folder / "lib"


def cache_folder() -> Path:
    """Return the folder outside the tree where programs for tests are kept."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "diplomatic-kg" / "test-servers"


def find_java(at_least: int) -> tuple[str, int]:
    """Return a java of that version or later, and its version: the oldest that will do."""
    found = sorted((version, path) for path in _javas() if (version := _java_version(path)) >= at_least)
    if not found:
        raise MissingProgramError(
            f"no Java {at_least} or later: install one and set JAVA_HOME, or set KG_TEST_NEO4J_URI to an empty server"
        )
    version, path = found[0]
    return path, version


def _fetch(name: str, folder: Path, artifacts: Sequence[tuple[str, str, str]]) -> None:
    maven = shutil.which("mvn")
    if maven is None:
        raise MissingProgramError(
            "no Maven to fetch the server with: install maven, or set KG_TEST_NEO4J_URI to an empty server"
        )
    shutil.rmtree(folder / "lib", ignore_errors=True)
    dependencies = "".join(_DEPENDENCY.format(*artifact) for artifact in artifacts)
    (folder / "pom.xml").write_text(_POM.format(name=name, dependencies=dependencies), encoding="utf-8")
    command = [
        maven,
        "-B",
        "-q",
        "dependency:copy-dependencies",
        "-DincludeScope=runtime",
        f"-DoutputDirectory={folder / 'lib'}",
    ]
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=_FETCHED_WITHIN, check=False)
    except subprocess.TimeoutExpired:
        raise MissingProgramError(f"Maven did not fetch {name} within {_FETCHED_WITHIN} s") from None
    if done.returncode:
        raise MissingProgramError(f"Maven could not fetch {name}: {(done.stdout + done.stderr).strip()[-300:]}")


def _javas() -> Iterator[str]:
    homes = [os.environ["JAVA_HOME"]] if os.environ.get("JAVA_HOME") else []
    homes += [str(path) for pattern in _JAVA_FOLDERS for path in Path("/").glob(pattern.lstrip("/"))]
    candidates = [*(f"{home}/bin/java" for home in homes), shutil.which("java") or ""]
    yield from sorted({os.path.realpath(path) for path in candidates if path and Path(path).is_file()})


def _java_version(path: str) -> int:
    done = subprocess.run([path, "-version"], capture_output=True, text=True, timeout=60, check=False)
    match = re.search(r'version "(\d+)', done.stderr + done.stdout)
    return int(match.group(1)) if match else 0
