"""docker-compose.yml: checked against the published schema, and against a server that really runs with its settings."""

from __future__ import annotations

import json
import re
import subprocess
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest

from tests.servers.compose import COMPOSE_FILE, compose, neo4j_service, neo4j_settings, neo4j_version, setting_name
from tests.servers.real_engine import ONE_NEO4J, Servers

_UNITS = {"kib": 2**10, "mib": 2**20, "m": 2**20, "gib": 2**30, "g": 2**30}
_SIZE = re.compile(r"([\d.]+)(KiB|MiB|GiB|m|g)")
_TIME = re.compile(r"(?:(\d)m)?(?:(\d+)s)?")


def test_the_file_is_valid_by_the_published_schema() -> None:
    schema = files("check_jsonschema") / "builtin_schemas" / "vendor" / "compose-spec.json"
    jsonschema.validate(compose(), json.loads(schema.read_text(encoding="utf-8")))


def test_the_patch_release_is_pinned_and_is_the_one_that_is_tested() -> None:
    assert re.fullmatch(r"neo4j:5\.26\.\d+-community", neo4j_service()["image"])


@ONE_NEO4J
def test_a_real_server_runs_with_every_setting_of_the_file(servers: Servers, line: str) -> None:
    server = servers.started(line)
    wanted = neo4j_settings()
    with server.driver() as driver:
        records, _, _ = driver.execute_query("SHOW SETTINGS YIELD name, value, isExplicitlySet")
        (version,) = driver.execute_query("CALL dbms.components() YIELD versions RETURN versions[0]").records[0]
    running = {record["name"]: record["value"] for record in records if record["isExplicitlySet"]}
    assert {name: _plain(running.get(name, "not set")) for name in wanted} == {
        name: _plain(value) for name, value in wanted.items()
    }
    assert version == neo4j_version()


def test_what_the_file_must_say() -> None:
    settings = neo4j_settings()
    assert settings["dbms.security.allow_csv_import_from_file_urls"] == "false"
    assert re.fullmatch(r"[1-9]\d*s", settings["db.transaction.timeout"])
    assert {"server.memory.heap.initial_size", "server.memory.heap.max_size", "server.memory.pagecache.size"} <= set(
        settings
    )
    assert not any("PLUGINS" in variable for variable in neo4j_service()["environment"])


def test_the_memory_of_the_settings_fits_the_limit_of_the_container() -> None:
    settings = neo4j_settings()
    needed = int(_plain(settings["server.memory.heap.max_size"])) + int(
        _plain(settings["server.memory.pagecache.size"])
    )
    assert needed * 1.5 < int(_plain(neo4j_service()["mem_limit"]))


def test_ports_are_open_to_this_machine_alone() -> None:
    assert all(port.startswith("127.0.0.1:") for port in neo4j_service()["ports"])


def test_data_logs_and_imports_stand_in_named_volumes() -> None:
    mounted = dict(volume.split(":") for volume in neo4j_service()["volumes"])
    assert set(mounted) == set(compose()["volumes"])
    assert set(mounted.values()) == {"/data", "/logs", "/import"}


def test_the_password_is_in_a_secret_file_that_is_never_committed() -> None:
    service, (name,) = neo4j_service(), list(compose()["secrets"])
    assert service["secrets"] == [name]
    assert service["environment"]["NEO4J_AUTH_FILE"] == f"/run/secrets/{name}"
    ignored = (COMPOSE_FILE.parent / ".gitignore").read_text(encoding="utf-8").split()
    assert Path(compose()["secrets"][name]["file"]).name in ignored


def test_the_health_check_speaks_bolt_with_the_credentials_of_the_secret(tmp_path: Path) -> None:
    """Its text is run in a shell, with a cypher-shell in the path that says what it was given."""
    kind, text = neo4j_service()["healthcheck"]["test"]
    secret, shell = tmp_path / "secret", tmp_path / "cypher-shell"
    secret.write_text("neo4j/a word / with $signs", encoding="utf-8")
    shell.write_text('#!/bin/sh\nprintf "%s|%s|%s" "$NEO4J_USERNAME" "$NEO4J_PASSWORD" "$*"\n', encoding="utf-8")
    shell.chmod(0o700)
    command = text.replace("$$", "$").replace("/run/secrets/neo4j-auth", str(secret))
    done = subprocess.run(
        ["/bin/sh", "-c", command],
        env={"PATH": f"{tmp_path}:/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=True,
    )
    user, password, arguments = done.stdout.split("|")
    assert kind == "CMD-SHELL"
    assert (user, password) == ("neo4j", "a word / with $signs")
    assert "bolt://" in arguments
    assert password not in arguments


@pytest.mark.parametrize(
    ("variable", "name"),
    [
        ("NEO4J_db_transaction_timeout", "db.transaction.timeout"),
        ("NEO4J_server_memory_heap_max__size", "server.memory.heap.max_size"),
        ("NEO4J_dbms_security_allow__csv__import__from__file__urls", "dbms.security.allow_csv_import_from_file_urls"),
    ],
)
def test_names_of_settings(variable: str, name: str) -> None:
    assert setting_name(variable) == name


def _plain(value: str) -> str:
    """Return sizes in bytes and times in seconds: the server says ``1.00GiB`` where the file says ``1g``."""
    if match := _TIME.fullmatch(value):
        return str(int(match.group(1) or 0) * 60 + int(match.group(2) or 0))
    match = _SIZE.fullmatch(value)
    return str(int(float(match.group(1)) * _UNITS[match.group(2).lower()])) if match else value
