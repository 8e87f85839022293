"""Whatever the bytes are, reading ends, and each refusal has a reason of the closed list."""

from __future__ import annotations

import gzip
import io
import json
import random
import zipfile
from collections.abc import Callable

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.blueprint import reject_reasons
from kg.dates import parse
from kg.model import Reject, Source
from loaders.bounded import BoundedStream, Budget, buffered
from loaders.compressed import unpacked, zip_members
from loaders.contract import OpenedInput, ReadOptions
from loaders.errors import RefusedError
from loaders.reading import read_input
from loaders.registry import loaders
from tests.loaders.reading_files import TEXT, sources_and_rejects
from tests.loaders.texts_to_damage import ARTICLES, LINES

OPTIONS = ReadOptions(record_limit=2**20)
FUZZ = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.fixture(scope="module")
def mapping(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The file that a table needs beside it."""
    file = tmp_path_factory.mktemp("mapping") / "m.yaml"
    file.write_text("kind: {is: meeting}\nsides: [a, b]\n", encoding="utf-8")
    return str(file)


def check(data: bytes, name: str, loader: str = "", options: ReadOptions = OPTIONS) -> list[Source | Reject]:
    """Read these bytes and check all that is promised of what comes out."""
    items: list[Source | Reject] = []
    try:
        stream = unpacked(buffered(BoundedStream(io.BytesIO(data).read)), Budget(data.__len__))
        opened = OpenedInput("where", name, stream)
        items = sources_and_rejects(read_input(opened, options, loader=loader))
    except RefusedError as error:
        assert error.reason in reject_reasons()
        return []
    assert items
    for item in items:
        check_item(item)
    return items


def check_item(item: Source | Reject) -> None:
    """Check one item."""
    if isinstance(item, Reject):
        assert item.reason in reject_reasons(), item
        assert item.detail
        assert item.content == "" or item.loader
        return
    assert item.text.strip()
    assert item.text.encode("utf-8")
    assert not any(char < " " and char not in "\t\n\r" for char in item.text + item.title)
    assert item.url == "" or item.url.startswith(("http://", "https://"))
    assert item.published == "" or parse(item.published)


@FUZZ
@given(data=st.binary(max_size=3_000), name=st.sampled_from(["a.txt", "a.html", "a.jsonl", "a.json", "a"]))
def test_any_bytes(data: bytes, name: str) -> None:
    check(data, name)


@pytest.mark.parametrize("loader", list(loaders()))
@settings(FUZZ, max_examples=40)
@given(data=st.binary(max_size=2_000))
def test_any_bytes_to_any_loader(loader: str, data: bytes, mapping: str) -> None:
    options = msgspec.structs.replace(OPTIONS, mapping=mapping) if loader == "csv" else OPTIONS
    check(b"a,b\n" + data if loader == "csv" else data, "a", loader, options)


@pytest.mark.parametrize("loader", ["csv", ""])
def test_a_table_without_a_mapping_says_what_to_do(loader: str) -> None:
    (refused,) = check(b"a,b\n1,2\n", "a.csv", loader)
    assert isinstance(refused, Reject)
    assert (refused.reason, "'kg mapping TABLE' proposes one" in refused.detail) == ("no-mapping", True)


@FUZZ
@given(text=st.text(max_size=2_000), encoding=st.sampled_from(["utf-8", "utf-16", "windows-1252", "gb18030", "koi8-r"]))
def test_any_text_in_any_encoding(text: str, encoding: str) -> None:
    check(text.encode(encoding, errors="ignore"), "a.txt")


@FUZZ
@given(
    record=st.dictionaries(
        st.sampled_from(["text", "id", "url", "title", "published", "language", "dateline", "other"]),
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=30),
            lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
            max_leaves=5,
        ),
    )
)
def test_any_record(record: dict[str, object]) -> None:
    items = check(json.dumps(record).encode(), "a.jsonl", "jsonl")
    assert len(items) == 1


MUTATIONS: list[Callable[[bytes, random.Random], bytes]] = [
    lambda data, luck: data[: luck.randrange(len(data))],
    lambda data, luck: data[luck.randrange(len(data)) :],
    lambda data, _: data + data,
    lambda data, luck: bytes(luck.sample(data, len(data))),
    lambda data, luck: data.replace(bytes([luck.choice(data)]), bytes([luck.randrange(256)])),
    lambda data, luck: data[:50] + luck.randbytes(20) + data[50:],
    lambda data, luck: data.replace(b">", b">" + b"<b>" * luck.randrange(500)),
    lambda data, luck: data.replace(b'"', b"", luck.randrange(5)),
    lambda data, luck: data.replace(b" ", b"\x00", luck.randrange(5)),
    lambda data, _: data.replace(b"e", "\u202e\u200b\ufeff".encode()),
    lambda data, _: data.decode("utf-8", "replace").encode("utf-16"),
    lambda data, _: data.replace(b"the", b"x" * 100_000, 2),
    lambda data, luck: gzip.compress(data)[: luck.randrange(1, 400)],
]


@pytest.mark.parametrize("seed", ARTICLES.values(), ids=ARTICLES)
def test_each_seed_is_read_before_it_is_mutated(seed: bytes) -> None:
    assert any(isinstance(item, Source) for item in check(seed, "a"))


@pytest.mark.parametrize("seed", ARTICLES.values(), ids=ARTICLES)
@pytest.mark.parametrize("mutation", range(len(MUTATIONS)))
def test_mutated_inputs(seed: bytes, mutation: int) -> None:
    luck = random.Random(mutation)
    for _ in range(8):
        check(MUTATIONS[mutation](seed, luck), "a")


def test_mutated_archives() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.jsonl", LINES)
        archive.writestr("b.txt", TEXT)
    luck = random.Random(1)
    for _ in range(400):
        data = bytearray(buffer.getvalue())
        for _ in range(luck.randrange(1, 6)):
            data[luck.randrange(len(data))] = luck.randrange(256)
        try:
            for _, opener in zip_members(io.BufferedReader(io.BytesIO(data))):
                try:
                    opener().read()
                except RefusedError as error:
                    assert error.reason in reject_reasons()
        except RefusedError as error:
            assert error.reason in reject_reasons()
