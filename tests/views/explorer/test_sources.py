"""The sources of the page's script: no type error, and every package that is bundled is named with its licence."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

from tests.views.explorer.packages import NODE, WEB, packages


def test_they_have_no_type_error(tmp_path: Path) -> None:
    shutil.copytree(WEB / "src", tmp_path / "src")
    shutil.copyfile(WEB / "tsconfig.json", tmp_path / "tsconfig.json")
    (tmp_path / "node_modules").symlink_to(packages())
    command = [str(NODE), str(packages() / "typescript/bin/tsc"), "-p", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_what_is_bundled_is_named_with_its_version() -> None:
    """What others only build with, or what a package's own command needs, is not in the bundle."""
    locked = json.loads((WEB / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    bundled = {
        (name.rpartition("node_modules/")[2], one["version"])
        for name, one in locked.items()
        if name and not one.get("dev") and "esbuild" not in name and not name.endswith("/commander")
    }
    named = re.findall(r'^  \["([^"]+)", "([^"]+)", "ISC"', (WEB / "src/licences.ts").read_text("utf-8"), re.MULTILINE)
    assert set(named) == bundled
    assert {one["license"] for name, one in locked.items() if name.rpartition("node_modules/")[2] in dict(bundled)} == {
        "ISC"
    }


def test_texts_are_never_markup() -> None:
    found = {
        file.name: word
        for file in (WEB / "src").glob("*.ts")
        for word in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "DOMParser")
        if word in file.read_text("utf-8")
    }
    assert found == {}
