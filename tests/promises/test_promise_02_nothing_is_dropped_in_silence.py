"""Promise 2. What is not used is counted with a reason, and what was rejected can be mended and loaded."""

from __future__ import annotations

import json
from pathlib import Path

from kg.blueprint import reject_reasons
from tests.cli.command import kg


def test_what_is_cut_is_kept_and_can_be_loaded_once_mended(tmp_path: Path) -> None:
    good = {"id": "a", "text": "Presidents Anna Berg of Sweden and Otto Lind of Finland met in Oslo on 3 May 2024."}
    (tmp_path / "in.jsonl").write_text(json.dumps(good) + '\n{"id": "b", "text": "Presid', encoding="utf-8")
    report = json.loads(kg("load", "in.jsonl", "--format", "json", where=tmp_path).out)
    assert report["sources"]["new"] == 1
    assert report["rejected"] == {"bad-json": 1}
    rejects = tmp_path / "kg.rejects.jsonl"
    mended = rejects.read_text(encoding="utf-8").replace('"text\\": \\"Presid', '"text\\": \\"Presidents met.\\"}')
    rejects.write_text(mended, encoding="utf-8")
    again = json.loads(
        kg("load", "kg.rejects.jsonl", "--rejects", "more.jsonl", "--format", "json", where=tmp_path).out
    )
    assert (again["sources"]["new"], again["rejected"]) == (1, {})
    assert "bad-json" in reject_reasons()
