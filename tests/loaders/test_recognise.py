"""Which loader reads an input, and loaders that other packages add."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kg.model import Source
from loaders.errors import LoaderPluginError, UnknownLoaderError
from loaders.reading import read_all
from loaders.registry import loader_named, loaders
from tests.loaders.reading_files import TEXT, line, one_reject, one_source, read, read_bytes

PAGE = b"<h1>Talks in Oslo</h1><p>The foreign minister of Norway met her colleague from Iceland in Oslo.</p>"
MARK = b"\xef\xbb\xbf"

KINDS = [
    ("a.txt", TEXT.encode(), "text"),
    ("a", TEXT.encode(), "text"),
    ("a.jsonl", line(), "jsonl"),
    ("a.txt", line(), "jsonl"),
    ("a.txt", MARK + b"  \n" + line(), "jsonl"),
    ("a.jsonl", b"no json\n" + line(), "jsonl"),
    ("a.json", b'{\n  "text": "a"\n}', "json"),
    ("a.json", b'{"id": "1",\n  "text": "a"}', "json"),
    ("a.json", b'[{"text": "a"}]', "json"),
    ("a.txt", b"{a set phrase} in braces", "text"),
    ("a.txt", b"[Riyadh] The ministers met.", "text"),
    ("a.html", PAGE, "html"),
    ("a.txt", b"<!DOCTYPE html>" + PAGE, "html"),
    ("a.txt", MARK + b"\n<!-- saved -->\n<HTML lang=en><body>" + PAGE, "html"),
    ("a.txt", b"<?xml version='1.0'?>\n<!DOCTYPE html><html><body>" + PAGE, "html"),
    ("a.txt", ("<html><body>" + PAGE.decode()).encode("utf-16"), "html"),
    ("a.htm", b"Talks <b>in Oslo</b>" + PAGE, "html"),
    ("a.txt", b"<3 is how they sign their letters to the minister of Norway", "text"),
    ("a.txt", b"<people> is the word that the minister used in Oslo on Monday", "text"),
]


@pytest.mark.parametrize(("name", "data", "loader"), KINDS)
def test_inputs_are_known_by_their_content(tmp_path: Path, name: str, data: bytes, loader: str) -> None:
    (tmp_path / name).write_bytes(data)
    said: list[str] = []
    list(read_all([str(tmp_path / name)], tell=lambda _where, remark: said.append(remark)))
    assert said[0] == f"taken for {loader}"


def test_a_named_loader_decides(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(line())
    assert one_source(read(tmp_path / "a.jsonl", loader="text")).text == line().decode()


def test_a_name_that_is_none_gets_a_suggestion_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(UnknownLoaderError, match="did you mean 'jsonl'"):
        next(read_all([str(tmp_path / "missing")], loader="jsnl"))
    with pytest.raises(UnknownLoaderError, match="there are"):
        loader_named("zzz")


def test_an_input_without_records_is_rejected_as_empty(tmp_path: Path) -> None:
    assert one_reject(read_bytes(tmp_path, "a.jsonl", b"\n\n")).reason == "empty"
    assert one_reject(read_bytes(tmp_path, "a.json", b"[\n]")).reason == "empty"


PLUGIN = """
from kg.model import Source, source_id
from loaders.errors import RefusedError

class TelexLoader:
    name = "telex"

    def recognises(self, head, name):
        return head.startswith(b"ZCZC")

    def read(self, opened, options):
        for number, line in enumerate(opened.stream, start=1):
            if line.startswith(b"!"):
                raise RefusedError("unreadable", "the paper is torn")
            text = line.decode()
            yield Source(id=source_id(url="", key=str(number), text=text), kind="article", key=str(number),
                         text=text, loader=self.name, published=options.published)

not_a_loader = 5
"""


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Install a package with a loader, as pip would, and take it away again."""

    def installed(value: str) -> None:
        package = tmp_path / "site"
        about = package / "telex_loader-1.0.dist-info"
        about.mkdir(parents=True)
        (package / "telex_loader.py").write_text(PLUGIN, encoding="utf-8")
        (about / "METADATA").write_text("Metadata-Version: 2.1\nName: telex-loader\nVersion: 1.0\n", encoding="utf-8")
        (about / "entry_points.txt").write_text(f"[kg.loaders]\ntelex = {value}\n", encoding="utf-8")
        monkeypatch.syspath_prepend(package)
        importlib.invalidate_caches()
        loaders.cache_clear()

    yield installed
    sys.modules.pop("telex_loader", None)
    monkeypatch.undo()
    loaders.cache_clear()


def test_another_package_adds_a_loader(tmp_path: Path, install: Callable[[str], None]) -> None:
    install("telex_loader:TelexLoader")
    items = read_bytes(tmp_path, "a.txt", b"ZCZC one\ntwo\n!torn\nthree\n")
    found = [item.loader if isinstance(item, Source) else item.reason for item in items]
    assert found == ["telex", "telex", "unreadable"]
    assert loader_named("telex").name == "telex"


@pytest.mark.parametrize("value", ["telex_loader:not_a_loader", "telex_loader:missing", "no_such_module:Loader"])
def test_a_plugin_that_gives_no_loader_is_named(tmp_path: Path, install: Callable[[str], None], value: str) -> None:
    install(value)
    with pytest.raises(LoaderPluginError, match="'telex' of telex-loader"):
        read_bytes(tmp_path, "a.txt", b"text")
