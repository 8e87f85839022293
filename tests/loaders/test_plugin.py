"""The example of docs/how-to/write-a-loader.md, installed as a package of its own would be."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.model import Reading, Reject
from loaders.conformance_of_loaders import broken_promises, main
from loaders.errors import LoaderPluginError
from loaders.reading import read_all
from loaders.registry import loader_named, loaders
from tests.loaders.datasets.tables import checked, read_file, values

_PAGE = Path(__file__).resolve().parents[2] / "docs" / "how-to" / "write-a-loader.md"
_CALLS = "2025-02-12; Donald Trump (USA); Vladimir Putin (RUS)\n2025-03-18; Donald Trump (USA); Somebody (Atlantis)\n"


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of installed packages with the example in it."""
    (code,) = re.findall(r"```python\n(.*?)```", _PAGE.read_text(encoding="utf-8"), re.DOTALL)
    (tmp_path / "my_package.py").write_text(code, encoding="utf-8")
    _install(tmp_path, "calls = my_package:CallsLoader")
    monkeypatch.syspath_prepend(str(tmp_path))
    loaders.cache_clear()
    yield tmp_path
    loaders.cache_clear()
    sys.modules.pop("my_package", None)


def _install(folder: Path, entry: str) -> None:
    about = folder / "my_package-1.dist-info"
    about.mkdir(exist_ok=True)
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: my-package\nVersion: 1\n", encoding="utf-8")
    (about / "entry_points.txt").write_text(f"[kg.loaders]\n{entry}\n", encoding="utf-8")


def test_its_files_are_recognised_and_read(package: Path) -> None:
    file = package / "calls.txt"
    file.write_text(_CALLS, encoding="utf-8")
    told: list[str] = []
    list(read_all([str(file)], tell=lambda _where, line: told.append(line)))
    call, refused = checked(read_file(file))
    assert told == ["taken for calls"]
    assert isinstance(call, Reading)
    assert values(call, "side") == ["USA", "RUS"]
    assert isinstance(refused, Reject)
    assert refused.content == _CALLS.splitlines()[1]


def test_it_keeps_every_promise(package: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = package / "calls.txt"
    file.write_text(_CALLS, encoding="utf-8")
    assert broken_promises(lambda: loader_named("calls"), _CALLS.encode(), "calls.txt") == []
    assert main(["calls", str(file)]) == 0
    assert "keeps every promise" in capsys.readouterr().out


def test_a_plug_in_that_gives_no_loader_is_named(package: Path) -> None:
    _install(package, "calls = my_package:CALL")
    loaders.cache_clear()
    with pytest.raises(LoaderPluginError, match="'calls' of my-package is no loader"):
        loaders()
