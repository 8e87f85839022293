"""Below the lane of an office: who held it from when to when."""

from __future__ import annotations

import json
import subprocess
from datetime import date
from pathlib import Path

from tests.views.explorer.packages import NODE, bundled

_HOLDERS = """
import { rowsOf } from "WEB/src/rows.ts";
import { Lists } from "WEB/src/unpack.ts";
const { days, who, tenures } = JSON.parse(process.argv[2]), many = days.length, ones = days.map(() => 1);
const lists = (flat) => new Lists(ones, Int32Array.from(flat));
const column = (nth) => tenures.map((each) => each[nth] ?? NaN);
const data = {
  contacts: { earliest: Int32Array.from(days), latest: Int32Array.from(days), officials: lists(who) },
  offices: {
    name: ["head of state"], seats: { office: lists(days.map(() => 0)), who: lists(days.map(() => 0)) },
    tenures: { office: column(0), official: column(1), first: column(2), last: column(3) },
  },
};
const shown = Int32Array.from({ length: many }, (_, at) => at);
console.log(JSON.stringify(rowsOf(data, { shown }, { lanes: "offices", only: "" }).rows[0].holders));
"""
_ONE, _OTHER, _NEVER = 0, 1, 2


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal() - date(1970, 1, 1).toordinal()


def test_whoever_held_an_office_twice_stands_there_twice(tmp_path: Path) -> None:
    """The second time goes on: until the last contact that is known."""
    told = [(_ONE, "2001-06-01"), (_OTHER, "2009-02-03"), (_NEVER, "2010-07-07"), (_ONE, "2014-05-05")]
    tenures = [
        (_ONE, "1999-12-31", "2008-05-07"),
        (_OTHER, "2008-05-07", "2012-05-07"),
        (_ONE, "2012-05-07", None),
    ]
    asked = {
        "days": [day(when) for _, when in told],
        "who": [who for who, _ in told],
        "tenures": [[0, who, day(first), last and day(last)] for who, first, last in tenures],
    }
    command: list[str | Path] = [NODE, bundled(_HOLDERS, tmp_path), json.dumps(asked)]
    found = json.loads(subprocess.run(command, check=True, capture_output=True, timeout=60).stdout)
    assert found == [
        [_ONE, day("1999-12-31"), day("2008-05-07"), True],
        [_OTHER, day("2008-05-07"), day("2012-05-07"), True],
        [_NEVER, day("2010-07-07"), day("2010-07-07"), False],
        [_ONE, day("2012-05-07"), day("2014-05-05"), True],
    ]
