"""``graph.view()`` in a real notebook: its server, its page in the browser, a kernel that runs the cell.

The front end is 200 MB that nobody else here needs, so it is installed in a virtual environment of its own, once, and
the test is one of those that take minutes.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
import venv
from collections.abc import Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser

from tests.house.imports import REPOSITORY
from tests.missing import give_up
from tests.serve.conftest import small_graph
from tests.servers.real_engine import Servers

_PACKAGES = ("nbclassic==1.3.3", "ipykernel==7.4.0")
_WITHIN = 240_000
_CELLS = ("import kg\ngraph = kg.open({folder!r})\ngraph.view()", "graph.view('pyvis')", "graph.close()")


@pytest.fixture(scope="module")
def front() -> Path:
    """A virtual environment with the notebook."""
    root = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    folder = (
        root / "diplomatic-kg" / f"notebook-{'-'.join(_PACKAGES)}-{sys.version_info.major}.{sys.version_info.minor}"
    )
    python = folder / "bin" / "python"
    if not (folder / "complete").is_file():
        venv.create(folder, clear=True, with_pip=True)
        install = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *_PACKAGES]
        done = subprocess.run(install, capture_output=True, text=True, check=False, timeout=900)
        if done.returncode:
            give_up(f"the notebook could not be installed: {done.stderr.strip()[-300:]}")
        (folder / "complete").touch()
    return python


@pytest.fixture
def notebook(front: Path, servers: Servers, tmp_path: Path) -> Iterator[str]:
    """The address of a notebook with one view a cell, whose kernel finds this kg and its packages."""
    folder = small_graph("embedded", servers, tmp_path / "graph").uri
    cells: list[dict[str, object]] = [
        {
            "cell_type": "code",
            "metadata": {},
            "outputs": [],
            "execution_count": None,
            "source": text.format(folder=folder),
        }
        for text in _CELLS
    ]
    spec = {"name": "python3", "display_name": "Python 3", "language": "python"}
    content = {"nbformat": 4, "nbformat_minor": 5, "metadata": {"kernelspec": spec}, "cells": cells}
    (tmp_path / "views.ipynb").write_text(json.dumps(content), encoding="utf-8")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [
        str(front), "-m", "nbclassic", "--no-browser", f"--port={port}", "--IdentityProvider.token=", "--allow-root",
        "--ServerApp.disable_check_xsrf=True", f"--ServerApp.root_dir={tmp_path}",
    ]  # fmt: skip
    packages = next(path for path in sys.path if path.endswith("site-packages"))
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(REPOSITORY), packages)), "HOME": str(tmp_path)}
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        address = f"http://127.0.0.1:{port}"
        _wait_for(f"{address}/api", server)
        yield f"{address}/notebooks/views.ipynb"
        server.terminate()


def _wait_for(address: str, server: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + _WITHIN / 1000
    while time.monotonic() < until and server.poll() is None:
        try:
            with urlopen(address, timeout=5):
                return
        except (URLError, OSError):
            time.sleep(0.5)
    pytest.fail("the notebook's server does not answer")


@pytest.mark.long
def test_both_kinds_show_themselves_below_their_cells(notebook: str, browser: Browser) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(notebook)
        page.wait_for_function("window.Jupyter?.notebook?.kernel?.is_connected()", timeout=_WITHIN)
        page.evaluate("Jupyter.notebook.execute_all_cells()")
        page.wait_for_function("document.querySelectorAll('.output iframe').length === 2", timeout=_WITHIN)
        frames = [handle.content_frame() for handle in page.query_selector_all(".output iframe")]
        explorer, quick = frames
        assert explorer is not None
        assert quick is not None
        explorer.wait_for_function("window.kgView !== undefined")
        explorer.evaluate("kgView.ready")
        explorer.evaluate("kgView.setState({statuses: []})")
        quick.wait_for_function("window.kgQuick !== undefined")
        contacts = explorer.evaluate("kgView.counts().contacts")
        assert contacts == quick.evaluate("kgQuick.counts().contacts") > 5
        assert explorer.evaluate("document.getElementById('network').width") > 100
