"""A real quarter of an hour of GDELT: every diplomatic event that remains, looked at beside its rows.

gdelt_by_hand.tsv has them all: the codes, actors and day as the rows have them, what became of them, and a remark. Each
line was compared by eye with its rows, and the address with what is coded: for half of them the address is of something
else, which is why one coding is worth 0.5. The articles themselves are not at hand.
"""

from __future__ import annotations

import csv
from pathlib import Path

from kg.vocabulary import is_country
from tests.loaders.datasets.tables import read_file, records, values

_FILE = "gdelt2_events_20191024143000.export.CSV"
_TABLE = Path(__file__).with_name("gdelt_by_hand.tsv")
_KINDS = {"036": "planned", "040": "talks", "042": "visit", "043": "visit", "044": "meeting", "045": "talks",
          "046": "negotiation", "057": "agreement"}  # fmt: skip
"""By the code book, for the codes that this file has; 036 is a meeting that is only intended."""


def by_hand() -> list[dict[str, str]]:
    with _TABLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def test_what_remains_is_what_was_looked_at(shared: Path) -> None:
    found = [
        (
            one.source.key, str(len(one.source.text.splitlines())), values(one, "kind"), values(one, "status"),
            ",".join(values(one, "side")), values(one, "date"),
        )
        for one in records(read_file(shared / "samples" / _FILE))
    ]  # fmt: skip
    seen = [
        (row["number"], row["rows"], [row["kind"]], [row["status"]], row["sides"], [row["day"]]) for row in by_hand()
    ]
    assert found == seen
    assert len(found) == 58
    assert all(is_country(side) for row in by_hand() for side in row["sides"].split(","))


def test_the_table_says_what_the_rows_say(shared: Path) -> None:
    """Counted another way: over the raw rows, by address, kind, day and pair, each row in one event of the table."""
    lines = (shared / "samples" / _FILE).read_text(encoding="utf-8").splitlines()
    raw = {cells[0]: cells for cells in (line.split("\t") for line in lines)}
    for row in by_hand():
        first = raw[row["number"]]
        same = [
            cells
            for cells in raw.values()
            if cells[60] == first[60]
            and _KINDS.get(cells[26][:3]) == _KINDS[first[26][:3]]
            and {cells[5][:3], cells[15][:3]} == {first[5][:3], first[15][:3]}
            and cells[1] == first[1]
        ]
        assert (row["rows"], row["day"].replace("-", "")) == (str(len(same)), first[1])
        assert row["codes"] == ",".join(sorted({cells[26][:3] for cells in same}))
        assert row["actors"] == ",".join(sorted({f"{cells[5]}>{cells[15]}" for cells in same}))


def test_mirrors_are_one_event_each() -> None:
    mirrored = [row for row in by_hand() if "mirrored" in row["remark"]]
    assert len(mirrored) == 46
    for row in mirrored:
        pairs = row["actors"].split(",")
        assert any(">".join(reversed(pair.split(">"))) in pairs for pair in pairs)
