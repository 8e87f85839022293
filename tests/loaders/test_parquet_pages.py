"""Headers of pages of Parquet: whatever the bytes are, reading them ends, and damage is told."""

from __future__ import annotations

import io
import random
from types import SimpleNamespace
from typing import Any

import pyarrow.parquet as pq
import pytest

from loaders.errors import RefusedError
from loaders.parquet_pages import Column, columns_of
from tests.loaders.texts_to_damage import table_of_texts


def columns(data: bytes) -> list[Column]:
    """Return what pages at the very beginning of these bytes unpack to."""
    chunk = SimpleNamespace(
        path_in_schema="a", dictionary_page_offset=0, has_dictionary_page=False, data_page_offset=0,
        total_compressed_size=len(data),
    )  # fmt: skip
    group = SimpleNamespace(num_columns=1, column=lambda _: chunk)
    schema = SimpleNamespace(column=lambda _: SimpleNamespace(max_repetition_level=0))
    metadata: Any = SimpleNamespace(row_group=lambda _: group, schema=schema)
    return list(columns_of(io.BytesIO(data), metadata, 0, {"a"}))


def test_the_pages_of_a_file() -> None:
    data = table_of_texts()
    metadata = pq.ParquetFile(io.BytesIO(data)).metadata
    found = list(columns_of(io.BytesIO(data), metadata, 0, {"id", "text"}))
    assert [(one.name, one.values, one.is_repeated, one.is_front_coded) for one in found] == [
        ("id", 10, False, False), ("text", 10, False, False)
    ]  # fmt: skip
    assert all(
        0 < one.largest <= metadata.row_group(0).column(at).total_uncompressed_size for at, one in enumerate(found)
    )


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x00",
        b"\x15\x00\x15\x00\x00",  # no size
        b"\x19" * 5_000,  # lists of lists of lists
        b"\x1c" * 5_000,  # structs of structs
        b"\x19\xf1" + b"\xff" * 8 + b"\x7f" + bytes(50),  # a list of more truths than there are bytes
        b"\x15" + b"\xff" * 3_000,  # a number without an end
        b"\x18\xff\xff\xff\x7f" + bytes(9),  # a text longer than a header may be
        b"\x25\x02\x15\x02\x1c\x00\x00",
    ],
)
def test_damage_is_told_soon(data: bytes) -> None:
    try:
        assert columns(data) is not None
    except RefusedError as error:
        assert error.reason == "unreadable"


def test_any_bytes() -> None:
    luck = random.Random(3)
    for _ in range(3_000):
        data = bytes(luck.choice((0x15, 0x19, 0x1C, 0x2C, 0, 2, 0xFF, luck.randrange(256))) for _ in range(60))
        try:
            assert all(one.largest >= 0 for one in columns(data))
        except RefusedError as error:
            assert error.reason == "unreadable"
