"""What a load says of a table: by row, by reason, by code; the same in a dry run, which writes nothing."""

from __future__ import annotations

import json
from pathlib import Path

import kg as library
from tests.cli.command import kg
from tests.loaders.datasets.rows import gdelt

ROWS = [
    gdelt(1, "046", ("USA", "RUSGOV")), gdelt(2, "046", ("RUSGOV", "USA")), gdelt(3, "190", ("USA", "RUS")),
    gdelt(4, "040", ("USA", "ZZZ")), gdelt(5, "040", ("USA", "")), gdelt(6, "040", ("FRA", "DEU"), day="20240219"),
    "7\t20250218\t202502\t2025\t2025.1\tcut",
]  # fmt: skip


def test_the_report_of_a_table(tmp_path: Path) -> None:
    (tmp_path / "a.export.CSV").write_text("\n".join(ROWS) + "\n", encoding="utf-8")
    dry = json.loads(kg("load", "a.export.CSV", "--dry-run", "--format", "json", where=tmp_path).out)
    assert not (tmp_path / "kg-data").exists()
    assert dry["rows"] == {"read": 7, "merged": 1, "dates_moved": 1}
    assert (dry["sources"]["read"], dry["told"], dry["events"], dry["written"]) == (2, 2, 0, {})
    assert dry["left"] == {"not-a-contact": 1, "one-side": 1}
    assert dry["rejected"] == {"bad-record": 1, "unknown-code": 1}
    assert dry["unknown_codes"] == {"ZZZ": 1}
    told = kg("load", "a.export.CSV", where=tmp_path)
    assert "7 read: 1 merged" in told.out
    assert "'ZZZ' (1)" in told.out
    assert "taken for gdelt-events" in told.err
    with library.open(str(tmp_path / "kg-data")) as graph:
        ((kept,),) = graph.cypher("MATCH (r:Run) RETURN r.report").rows
    report = json.loads(str(kept))
    assert {name: report[name] for name in ("rows", "told", "left", "rejected", "unknown_codes")} == {
        name: dry[name] for name in ("rows", "told", "left", "rejected", "unknown_codes")
    }
    assert report["events"] == 2
    assert len((tmp_path / "kg.rejects.jsonl").read_text(encoding="utf-8").splitlines()) == 2


def test_a_mended_row_of_a_table_is_loaded_from_the_rejects(tmp_path: Path) -> None:
    (tmp_path / "cow.csv").write_text(
        "ccode1,ccode2,year,DR_at_1,DR_at_2\n2,9999,1950,3,0\n2,20,1950,3,3\n", encoding="utf-8"
    )
    kg("load", "cow.csv", where=tmp_path)
    rejects = tmp_path / "kg.rejects.jsonl"
    rejects.write_text(rejects.read_text(encoding="utf-8").replace("2,9999,1950", "2,365,1950"), encoding="utf-8")
    done = kg("load", "kg.rejects.jsonl", where=tmp_path)
    assert done.status == 0, done.err
    with library.open(str(tmp_path / "kg-data")) as graph:
        rows = graph.cypher("MATCH (e:Representation) RETURN e.title ORDER BY e.title").rows
    assert [row[0] for row in rows] == [
        "Ambassador of Canada in United States", "Ambassador of Soviet Union in United States",
        "Ambassador of United States in Canada",
    ]  # fmt: skip
