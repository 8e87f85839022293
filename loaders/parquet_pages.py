"""How much the pages of a Parquet file unpack to, read before anything is unpacked.

Source: *Apache Parquet format*, ``parquet.thrift`` and the compact protocol of Thrift. What the file's last part says
of sizes need not be so; a page is unpacked to what its own header says, so these headers are what is read.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, Any, TypeAlias

import msgspec

from loaders.errors import RefusedError

_UNPACKED, _PACKED = 2, 3
_ENCODING = {5: 2, 8: 4}
"""Fields on a page of data, of the first and the second version, and where the encoding stands in them."""
_VALUES = 1
_LARGEST_NUMBER = 2**31
_FRONT_CODED = 7
"""Each value begins as the one before it: a few bytes may stand for a long value."""
_TRUE, _FALSE, _BYTE, _DOUBLE, _BYTES, _LIST, _SET, _STRUCT = 1, 2, 3, 7, 8, 9, 10, 12
_WHOLE = (4, 5, 6)
_LONGEST_HEADER = 2**20
_DEEPEST = 8
_MOST_BITS = 70
_Fields: TypeAlias = dict[int, Any]


class Column(msgspec.Struct):
    """What the pages of one column of a row group unpack to, in bytes."""

    name: str
    is_repeated: bool
    """A row may have many values."""
    values: int = 0
    largest: int = 0
    """Of one page. A value is no larger, whether it stands in the page or in the dictionary of the column."""
    is_front_coded: bool = False


def columns_of(file: IO[bytes], metadata: Any, group: int, names: set[str]) -> Iterator[Column]:
    """Yield the columns of a row group that stand under these names; ``metadata`` is what pyarrow reads at the end.

    Raises:
        RefusedError: ``unreadable``, where a page begins with no header.
    """
    found = metadata.row_group(group)
    for at in range(found.num_columns):
        chunk = found.column(at)
        if chunk.path_in_schema.partition(".")[0] in names:
            column = Column(chunk.path_in_schema, bool(metadata.schema.column(at).max_repetition_level))
            for header in _headers(file, _start(chunk), chunk.total_compressed_size):
                _count(header, column)
            yield column


def _start(chunk: Any) -> int:
    first = chunk.dictionary_page_offset if chunk.has_dictionary_page else 0
    return int(first if first and 0 < first < chunk.data_page_offset else chunk.data_page_offset)


def _count(header: _Fields, column: Column) -> None:
    size = _number(header, _UNPACKED)
    for kind, encoding in _ENCODING.items():
        about = header.get(kind)
        if isinstance(about, dict):
            column.values += _number(about, _VALUES)
            column.is_front_coded |= about.get(encoding) == _FRONT_CODED
    column.largest = max(column.largest, size)


def _number(fields: _Fields, field: int) -> int:
    found = fields.get(field)
    if not isinstance(found, int) or not 0 <= found < _LARGEST_NUMBER:
        raise _damaged()
    return found


def _headers(file: IO[bytes], start: int, size: int) -> Iterator[_Fields]:
    end = start + size
    while start < end:
        file.seek(start)
        header = _Compact(file).struct()
        behind = file.tell() + _number(header, _PACKED)
        yield header
        start = behind


def _damaged() -> RefusedError:
    return RefusedError("unreadable", "the Parquet file is damaged: a page begins with no header")


class _Compact:
    """Reads one struct of Thrift's compact protocol; of its bytes and lists only how long they are."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._left = _LONGEST_HEADER

    def struct(self, depth: int = 0) -> _Fields:
        """Return the fields by number."""
        fields: _Fields = {}
        number = 0
        while head := self._byte():
            number = number + (head >> 4) if head >> 4 else self._whole()
            fields[number] = self._value(head & 15, depth)
        return fields

    def _value(self, kind: int, depth: int) -> Any:
        if depth > _DEEPEST:
            raise _damaged()
        if kind in (_TRUE, _FALSE):
            return kind == _TRUE
        if kind == _BYTE:
            return self._byte()
        if kind in _WHOLE:
            return self._whole()
        if kind in (_DOUBLE, _BYTES):
            return self._pass_over(8 if kind == _DOUBLE else self._varint())
        if kind in (_LIST, _SET):
            return self._elements(depth)
        if kind == _STRUCT:
            return self.struct(depth + 1)
        raise _damaged()

    def _elements(self, depth: int) -> None:
        head = self._byte()
        count = head >> 4 if head >> 4 < 15 else self._varint()
        kind = head & 15
        for _ in range(count):
            self._value(_BYTE if kind in (_TRUE, _FALSE) else kind, depth + 1)

    def _pass_over(self, size: int) -> None:
        self._take(size)
        self._file.seek(size, 1)

    def _byte(self) -> int:
        self._take(1)
        found = self._file.read(1)
        if not found:
            raise _damaged()
        return found[0]

    def _varint(self) -> int:
        number = 0
        for shift in range(0, _MOST_BITS, 7):
            byte = self._byte()
            number |= (byte & 127) << shift
            if not byte & 128:
                return number
        raise _damaged()

    def _whole(self) -> int:
        number = self._varint()
        return number >> 1 ^ -(number & 1)

    def _take(self, size: int) -> None:
        self._left -= size
        if self._left < 0:
            raise _damaged()
