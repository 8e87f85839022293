"""Who is let in: this machine by its name, others by a token; what is too large is refused."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest

from tests.cli.command import kg
from tests.serve.conftest import TOKEN, Live, running
from tests.servers.real_engine import RealEngine

_FORM = "application/x-www-form-urlencoded"


@pytest.fixture(scope="module")
def guarded(small_embedded: RealEngine) -> Iterator[Live]:
    with running(small_embedded, KG_TOKEN=TOKEN) as server:
        yield server


@pytest.mark.parametrize("path", ["/api/state", "/openapi.json", "/api/queries/pairs"])
def test_the_api_asks_for_the_token(guarded: Live, path: str) -> None:
    for headers in ({}, {"authorization": "Bearer wrong"}, {"authorization": TOKEN}, {"cookie": "kg_token=\u00e9"}):
        refused = guarded.get(path, **headers)
        assert (refused.status, refused.headers["www-authenticate"]) == (401, "Bearer")
    assert guarded.get(path, authorization=f"Bearer {TOKEN}").status == 200


def test_a_browser_is_led_to_the_door(guarded: Live) -> None:
    led = guarded.get("/")
    assert (led.status, led.headers["location"]) == (303, "/login")
    assert guarded.get("/login").status == 200
    wrong = guarded.post("/login", urlencode({"token": "wrong"}), _FORM)
    assert (wrong.status, "set-cookie" in wrong.headers) == (401, False)
    right = guarded.post("/login", urlencode({"token": TOKEN}), _FORM)
    cookie = right.headers["set-cookie"]
    assert (right.status, "HttpOnly" in cookie, "samesite=strict" in cookie.lower()) == (303, True, True)
    assert guarded.get("/queries", cookie=cookie.partition(";")[0]).status == 200


def test_another_name_of_this_machine_is_refused(guarded: Live) -> None:
    """A page of another site whose name is made to lead here must not read the graph."""
    assert guarded.get("/api/state", host="evil.example", authorization=f"Bearer {TOKEN}").status == 421


def test_a_large_request_is_refused(guarded: Live) -> None:
    body = json.dumps({"query": "RETURN 1", "parameters": {"x": "x" * 70_000}})
    assert guarded.post("/api/cypher", body, authorization=f"Bearer {TOKEN}").status == 413
    assert guarded.get("/api/state", authorization=f"Bearer {TOKEN}").status == 200


@pytest.mark.parametrize(
    ("arguments", "environment", "said"),
    [
        (["--host", "0.0.0.0"], {}, "give a token in KG_TOKEN"),
        (["--host", "0.0.0.0"], {"KG_TOKEN": "short"}, "at least 16"),
        (["--token-file", "nowhere"], {}, "cannot read the token"),
        (["--host", "192.0.2.1", "--port", "0"], {"KG_TOKEN": TOKEN}, "cannot listen on 192.0.2.1"),
    ],
)
def test_an_open_door_is_not_opened(
    small_embedded: RealEngine, tmp_path: Path, arguments: list[str], environment: dict[str, str], said: str
) -> None:
    done = kg("serve", *arguments, where=tmp_path, environment={**small_embedded.environment, **environment})
    assert (done.status, said in done.err, TOKEN in done.err) == (2, True, False), done.err


def test_a_token_can_stand_in_a_file(small_embedded: RealEngine, tmp_path: Path) -> None:
    (tmp_path / "token").write_text("short\n", encoding="utf-8")
    done = kg("serve", "--token-file", "token", where=tmp_path, environment=small_embedded.environment)
    assert "at least 16" in done.err
