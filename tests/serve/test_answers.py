"""What the server answers: the same as the library, as JSON, CSV and pages; reading only; hostile text is text."""

from __future__ import annotations

import csv
import json
from urllib.parse import quote, urlencode

import pytest

from queries import Table, families
from queries.rendering import render
from tests.queries.small_data import HOSTILE
from tests.serve.conftest import EXAMPLES, Live

_QUERIES = [query for several in families().values() for query in several]
_REFUSED = [
    "CREATE (n:Country {id: 'x'}) RETURN n",
    "MATCH (n) DETACH DELETE n",
    "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
    "CALL dbms.listConfig()",
]


def test_named_queries_answer_as_the_library_does(live: Live, expected: dict[str, Table]) -> None:
    for name, table in expected.items():
        found = live.get(f"/api/queries/{name}?{urlencode(EXAMPLES[name])}")
        rows = json.loads(render(table, "json"))
        assert found.status == 200, found.text
        assert found.json() == {"columns": list(table.names), "rows": rows[:50], "truncated": len(rows) > 50}


def test_a_query_as_csv(live: Live) -> None:
    found = live.get("/api/queries/contacts?a=Russia&b=USA&status=any&format=csv")
    assert found.headers["content-type"] == "text/csv; charset=utf-8"
    assert next(csv.reader(found.text.splitlines()))[0] == "event"


@pytest.mark.parametrize("text", _REFUSED)
def test_visitors_cannot_write_or_reach_files(live: Live, text: str) -> None:
    before = live.post("/api/cypher", json.dumps({"query": "MATCH (n) RETURN count(n) AS n"})).json()
    refused = live.post("/api/cypher", json.dumps({"query": text}))
    assert refused.status in (400, 403), refused.text
    assert list(refused.json()) == ["error"]
    assert "--write" not in refused.json()["error"]
    assert live.post("/cypher", urlencode({"query": text}), "application/x-www-form-urlencoded").status in (400, 403)
    assert live.post("/api/cypher", json.dumps({"query": "MATCH (n) RETURN count(n) AS n"})).json() == before


def test_cypher_takes_parameters_and_gives_so_many_rows(live: Live) -> None:
    asked = {"query": "UNWIND range(1, $n) AS i RETURN i, $what AS what", "parameters": {"n": 60, "what": HOSTILE}}
    found = live.post("/api/cypher", json.dumps(asked)).json()
    assert (len(found["rows"]), found["truncated"]) == (50, True)
    assert found["rows"][0] == {"i": 1, "what": HOSTILE}


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("/api/cypher", "{", 400),
        ("/api/cypher", '{"query": 5}', 400),
        ("/api/cypher", '{"query": "RETURN 1", "more": 1}', 400),
        ("/api/cypher", '{"query": "RETRUN 1"}', 400),
        ("/api/queries/contacts", "", 400),
        ("/api/queries/contacts?a=Atlantis&b=USA", "", 400),
        ("/api/queries/contacts?a=Russia&b=USA&format=xml", "", 400),
        ("/api/queries/contcats", "", 404),
        ("/nowhere", "", 404),
        ("/?since=yesterday", "", 400),
    ],
)
def test_a_wrong_question_gets_a_word(live: Live, path: str, body: str, status: int) -> None:
    found = live.post(path, body) if body else live.get(path)
    assert found.status == status
    assert "Traceback" not in found.text
    if path.startswith("/api"):
        assert "\n" not in found.json()["error"]


def test_hostile_text_is_text_on_every_page(live: Live) -> None:
    pages = [
        live.get("/queries/contacts?ask=1&a=Russia&b=China"),
        live.get(f"/queries/contacts?{urlencode({'ask': 1, 'a': HOSTILE, 'b': 'USA'})}"),
        live.get(f"/queries/{quote(HOSTILE.replace('/', ''))}"),
        live.post("/cypher", urlencode({"query": f"RETURN {HOSTILE!r}"}), "application/x-www-form-urlencoded"),
        live.get("/"),
    ]
    for page in pages:
        assert "<script>alert" not in page.text
        assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert "&lt;script&gt;alert" in pages[0].text
    for page in pages[:-1]:
        assert "script-src" not in page.headers["content-security-policy"]
        assert "default-src 'none'" in page.headers["content-security-policy"]


def test_an_event_leads_to_its_evidence_and_that_to_the_web(live: Live) -> None:
    page = live.get("/queries/contacts?ask=1&a=Russia&b=USA&status=any").text
    address = page.partition('<td><a href="')[2].partition('"')[0].replace("&amp;", "&")
    assert address.startswith("/queries/event-evidence?ask=1&event=")
    assert '<td><a href="https://' in live.get(address).text


def test_the_graph_is_rolled_up_by_month_and_a_window_by_pair(live: Live) -> None:
    whole, part = live.get("/api/rollup").json(), live.get("/api/rollup?since=2025&until=2025").json()
    count = live.post("/api/cypher", json.dumps({"query": "MATCH (e:Contact) RETURN count(e) AS n"})).json()
    assert whole["contacts"] == count["rows"][0]["n"] == whole["undated"] + sum(n for _, n in whole["months"])
    assert whole["months"] == part["months"]
    assert sum(n for _, _, n in part["pairs"]) < sum(n for _, _, n in whole["pairs"])
    assert live.get("/api/rollup?since=yesterday").status == 400


def test_the_api_is_described(live: Live) -> None:
    described = live.get("/openapi.json").json()
    assert described["openapi"].startswith("3.1")
    named = {f"/api/queries/{query.name}" for query in _QUERIES}
    assert set(described["paths"]) == {"/api/state", "/api/rollup", "/api/queries", "/api/cypher", *named}
    assert {one["name"] for one in live.get("/api/queries").json()} == {query.name for query in _QUERIES}
