"""The notebook of the documents runs from its first cell to its last, and keeps no output that could go stale."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from tests.house.imports import REPOSITORY

NOTEBOOK = REPOSITORY / "docs" / "tutorial" / "contacts.ipynb"
RUN = """
import json, sys
from IPython.core.interactiveshell import InteractiveShell

shell = InteractiveShell()
for cell in json.load(open(sys.argv[1], encoding="utf-8"))["cells"]:
    if cell["cell_type"] == "code":
        shell.run_cell("".join(cell["source"])).raise_error()
found = shell.user_ns
print(json.dumps({
    "contacts": len(found["contacts"]), "certain": int(found["months"]["certain"].sum()),
    "quotes": int(found["evidence"]["quote"].str.len().min()), "conflicts": len(found["conflicts"]),
    "events": all(about["weight"] == len(about["events"]) for _, _, about in found["heaviest"]),
    "before": len(found["before"]), "edges": len(found["heaviest"]),
}))
"""


def test_every_cell_runs(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", RUN, str(NOTEBOOK)],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    said = json.loads(done.stdout.splitlines()[-1])
    assert said.pop("events")
    assert said.pop("before") == 0
    assert all(number > 0 for number in said.values()), said


def test_no_output_is_kept() -> None:
    cells = json.loads(NOTEBOOK.read_text(encoding="utf-8"))["cells"]
    assert not [cell for cell in cells if cell.get("outputs") or cell.get("execution_count")]
