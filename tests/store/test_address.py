"""Where the graph is, from what was given and the environment."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.store.address import AddressError, Folder, Server, find_address

PASSWORD = "s3cret-p/w"
LOGIN = {"NEO4J_PASSWORD": PASSWORD}
FULL = {"NEO4J_URI": "neo4j://n", "NEO4J_USERNAME": "u", "NEO4J_PASSWORD": PASSWORD, "NEO4J_DATABASE": "d"}


@pytest.mark.parametrize(
    ("given", "environment", "found"),
    [
        (None, {}, Folder(Path("kg-data"))),
        (None, {"KG_URI": ""}, Folder(Path("kg-data"))),
        (None, {"KG_URI": "other"}, Folder(Path("other"))),
        ("given", {"KG_URI": "other"}, Folder(Path("given"))),
        ("given", FULL, Folder(Path("given"))),
        (None, {"KG_ENGINE_MEMORY": ""}, Folder(Path("kg-data"))),
        (None, {"KG_ENGINE_MEMORY": "512m"}, Folder(Path("kg-data"), heap=512)),
        (None, {"KG_ENGINE_MEMORY": "2G"}, Folder(Path("kg-data"), heap=2048)),
        (None, FULL, Server("neo4j://n", "u", PASSWORD, "d")),
        (None, {**FULL, "KG_URI": "bolt://k:1"}, Server("bolt://k:1", "u", PASSWORD, "d")),
        ("bolt://g", LOGIN, Server("bolt://g", "neo4j", PASSWORD, "neo4j")),
        ("neo4j+s://x.databases.neo4j.io", LOGIN, Server("neo4j+s://x.databases.neo4j.io", "neo4j", PASSWORD, "neo4j")),
    ],
)
def test_addresses(given: str | None, environment: dict[str, str], found: Folder | Server) -> None:
    assert find_address(given, environment) == found


@pytest.mark.parametrize(
    ("given", "environment", "said"),
    [
        ("http://x", LOGIN, "no store at http://"),
        ("bolt://u:p@x", LOGIN, "no user or password in the URI"),
        ("bolt://x", {}, "set NEO4J_PASSWORD"),
        ("bolt://x", {"NEO4J_PASSWORD_FILE": "/nowhere/at/all"}, "cannot read /nowhere/at/all"),
        (
            "folder",
            {"KG_ENGINE_MEMORY": "much"},
            "'much' is no amount from 256m to 31g, such as 512m or 4g",
        ),
        ("folder", {"KG_ENGINE_MEMORY": "64m"}, "'64m' is no amount"),
        ("folder", {"KG_ENGINE_MEMORY": "100g"}, "'100g' is no amount"),
        ("folder", {"KG_ENGINE_MEMORY": "-1g"}, "is no amount"),
    ],
)
def test_what_is_no_address(given: str, environment: dict[str, str], said: str) -> None:
    with pytest.raises(AddressError, match=said):
        find_address(given, environment)


@pytest.mark.parametrize("text", [PASSWORD, f"{PASSWORD}\n", f"neo4j/{PASSWORD}\n"])
def test_a_password_file_may_be_the_one_of_docker_compose(text: str, tmp_path: Path) -> None:
    (tmp_path / "auth").write_text(text, encoding="utf-8")
    server = find_address("bolt://x", {"NEO4J_PASSWORD_FILE": str(tmp_path / "auth")})
    assert isinstance(server, Server)
    assert server.password == PASSWORD


def test_the_password_is_in_no_text_made_of_an_address() -> None:
    server = find_address("bolt://x", LOGIN)
    assert PASSWORD not in repr(server) + str(server) + f"{server}"
