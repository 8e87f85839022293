"""Lines of FollowTheMoney: most are decoded only as far as they are read, and say the same as when decoded whole."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.model import Reading, Reject
from tests.loaders.datasets.tables import read

PLAIN = {"id": "p-1", "schema": "Person", "caption": "Ana Costa", "datasets": ["x"]}
PROPERTIES = {"name": ["Ana  Costa", "Ана Коста"], "position": ["Minister"], "nationality": ["fr"], "notes": ["y"]}
WHOLE = r'"datasets":["\u0078"]'
"""An escape, for which a line is decoded as a whole."""


def _line(**changed: object) -> str:
    return json.dumps(PLAIN | {"properties": PROPERTIES} | changed, ensure_ascii=False, separators=(",", ":"))


@pytest.mark.parametrize(
    "changed",
    [{}, {"caption": "Ａna"}, {"caption": None}, {"caption": ["A", "B"]}, {"schema": "Company"}, {"schema": 7},
     {"schema": ["Person"]}, {"id": 3}, {"id": ""}, {"properties": []}, {"properties": {"name": "Ana"}},
     {"properties": {**PROPERTIES, "position": 5}}, {"caption": "A\x7f"}, {"properties": {"notes": ["\x7f"]}},
     {"caption": "A\ufffe"}],
)  # fmt: skip
def test_an_entity_is_the_same_however_its_line_is_decoded(changed: dict[str, object], tmp_path: Path) -> None:
    line = _line(**changed)
    one, other = (
        read(tmp_path, "a.ftm.json", _line(), given) for given in (line, line.replace('"datasets":["x"]', WHOLE))
    )
    assert list(map(_without_content, one)) == list(map(_without_content, other))


def _without_content(found: Reading | Reject) -> object:
    return (found.record, found.reason, found.detail) if isinstance(found, Reject) else found


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b'{"id":"a","schema":"Company","properties":{},"referents":["\xff"]}', "encoding"),
        (rb'{"id":"a","schema":"Company","properties":{},"referents":["\ud800"]}', "bad-json"),
        (rb'{"id":"a","schema":"Company","properties":{"notes":["\u0001"]}}', "bad-characters"),
        (b'{"id":"a","schema":"Company","properties":{}} x', "bad-json"),
        (b'["id","schema","properties"]', "bad-record"),
        (b'{"id":"a","schema":"Company","properties":{}}', "not-an-official"),
    ],
)
def test_what_is_wrong_is_said_also_of_what_is_not_read(line: bytes, reason: str, tmp_path: Path) -> None:
    found = read(tmp_path, "a.ftm.json", _line().encode().decode("latin-1"), line.decode("latin-1"), encoding="latin-1")
    assert [(one.record, one.reason) for one in found if isinstance(one, Reject)] == [("2", reason)]
