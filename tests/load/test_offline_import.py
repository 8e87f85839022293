"""A first load by files: a real Neo4j that was made of them has the same graph as one that was loaded."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

import kg as library
from tests.cli.command import kg
from tests.servers.compose import neo4j_version
from tests.servers.java_artifacts import find_java, jars
from tests.servers.neo4j_server import Neo4jServer

ARTICLES = Path(library.__file__).resolve().parent / "demo" / "articles.jsonl"


def test_the_files_are_written_whole_or_not_at_all(tmp_path: Path) -> None:
    done = kg("load", str(ARTICLES), "--offline-import", "tables", where=tmp_path)
    assert done.status == 0, done.err
    assert (tmp_path / "tables" / "nodes-Event.csv").is_file()
    assert "database import full" in (tmp_path / "tables" / "import.sh").read_text(encoding="ascii")
    assert sorted(one.name for one in tmp_path.iterdir() if one.is_dir()) == ["tables"], "nothing else is left"
    again = kg("load", str(ARTICLES), "--offline-import", "tables", where=tmp_path)
    assert again.status != 0
    assert "is there already" in again.err


@pytest.mark.long
def test_neo4j_admin_makes_the_same_graph(tmp_path: Path) -> None:
    version = neo4j_version()
    library_folder = jars(f"neo4j-import-{version}", [("org.neo4j", "neo4j-import-tool", version)])
    assert kg("load", str(ARTICLES), "--offline-import", "tables", where=tmp_path).status == 0
    assert kg("load", str(ARTICLES), "--uri", "graph", where=tmp_path).status == 0
    server = Neo4jServer("5.26", brief=True)
    with server:
        server.stop()
        _import(tmp_path, server, f"{server.library}/*:{library_folder}/*")
        server.start()
        environment = {"KG_URI": server.uri, "NEO4J_USERNAME": server.user, "NEO4J_PASSWORD": server.password}
        again = kg("load", str(ARTICLES), "--format", "json", where=tmp_path, environment=environment)
        assert again.status == 0, again.err
        assert '"written": {}' in again.out, "the graph has all of it, and its constraints are made"
        for name, more in (("imported.nq", environment), ("loaded.nq", {"KG_URI": str(tmp_path / "graph")})):
            assert kg("export", "rdf", "-o", name, where=tmp_path, environment=more).status == 0
    assert (tmp_path / "imported.nq").read_bytes() == (tmp_path / "loaded.nq").read_bytes()


def _import(where: Path, server: Neo4jServer, classes: str) -> None:
    """Run import.sh as a person would, with a neo4j-admin on the path."""
    java, _ = find_java(17)
    programs = where / "bin"
    programs.mkdir()
    script = programs / "neo4j-admin"
    script.write_text(f'#!/bin/sh\nexec {java} -cp "{classes}" org.neo4j.cli.AdminTool "$@"\n', encoding="ascii")
    script.chmod(0o755)
    environment = {**os.environ, **server.environment, "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run(
        [shutil.which("sh") or "sh", str(where / "tables" / "import.sh")], env=environment, capture_output=True,
        text=True, timeout=300, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
