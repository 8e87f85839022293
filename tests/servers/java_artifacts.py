"""Programs from their published Java artifacts, kept in a cache folder outside the tree."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

from filelock import FileLock

_POM = """<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>kg.test</groupId><artifactId>{name}</artifactId><version>1</version><packaging>pom</packaging>
<dependencies>{dependencies}</dependencies></project>
"""
_DEPENDENCY = "<dependency><groupId>{}</groupId><artifactId>{}</artifactId><version>{}</version></dependency>"


class MissingProgramError(Exception):
    """Something that a real server needs is not on this machine; the message says how to get it."""


def jars(name: str, artifacts: list[tuple[str, str, str]]) -> Path:
    """Return a folder with these artifacts and all they need; fetched once, safe for several processes at a time."""
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


def find_java(at_least: int) -> str:
    """Return a java of that version or later; the oldest that will do, as the servers are tested with it."""
    found = sorted({(version, path) for path in _javas() if (version := _version(path)) >= at_least})
    if not found:
        raise MissingProgramError(f"no Java {at_least} or later: install one (Debian: apt-get install default-jre-headless)")
    return found[0][1]


def _fetch(name: str, folder: Path, artifacts: list[tuple[str, str, str]]) -> None:
    if shutil.which("mvn") is None:
        raise MissingProgramError("no Maven to fetch the server with (Debian: apt-get install maven)")
    shutil.rmtree(folder / "lib", ignore_errors=True)
    dependencies = "".join(_DEPENDENCY.format(*artifact) for artifact in artifacts)
    (folder / "pom.xml").write_text(_POM.format(name=name, dependencies=dependencies), encoding="utf-8")
    command = ["mvn", "-B", "-q", "dependency:copy-dependencies", "-DincludeScope=runtime", f"-DoutputDirectory={folder / 'lib'}"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=600, check=False)
    if done.returncode:
        raise MissingProgramError(f"Maven could not fetch {name}: {(done.stdout + done.stderr).strip()[-300:]}")


def _javas() -> list[str]:
    homes = [os.environ.get("JAVA_HOME", ""), *(str(path) for path in Path("/usr/lib/jvm").glob("*"))]
    candidates = [str(Path(home) / "bin" / "java") for home in homes if home]
    if on_path := shutil.which("java"):
        candidates.append(on_path)
    return [path for path in candidates if Path(path).exists()]


def _version(path: str) -> int:
    done = subprocess.run([path, "-version"], capture_output=True, text=True, timeout=30, check=False)
    match = re.search(r'version "(\d+)', done.stderr + done.stdout)
    return int(match.group(1)) if match else 0
