"""Results of a SPARQL query as JSON: the same columns as the CSV of tables of leaders.

Source: *SPARQL 1.1 Query Results JSON Format* (W3C, 2013).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import msgspec

from kg.model import Found, Reading, Reject, RowsRead
from loaders.contract import OpenedInput, ReadOptions
from loaders.datasets.json_lines import texts, whole_json
from loaders.datasets.leaders_table import read_holder
from loaders.errors import RefusedError

NAME = "sparql-json"
_MARK = re.compile(rb'\s*\{\s*"head"\s*:\s*\{\s*"(?:vars|link)"\s*:')


class SparqlJsonLoader:
    """Reads query results, and yields a record for each person and office."""

    name = NAME

    def recognises(self, head: bytes, _name: str, /) -> bool:
        """Tell by its head."""
        return bool(_MARK.match(head))

    def read(self, opened: OpenedInput, options: ReadOptions) -> Iterator[Found]:
        """Yield the records, and why a solution made none.

        Raises:
            RefusedError: it is no result, or larger than a record may be; the CSV of the same query has no such limit.
        """
        bindings = _bindings(whole_json(opened, options))
        for number, binding in enumerate(bindings, start=1):
            yield _read(binding, opened.where, str(number))
        yield RowsRead(len(bindings))


def _bindings(value: Any) -> list[Any]:
    results = value.get("results") if isinstance(value, dict) else None
    found = results.get("bindings") if isinstance(results, dict) else None
    if not isinstance(found, list):
        raise RefusedError("bad-record", "it has no list of bindings")
    return found


def _read(binding: Any, where: str, number: str) -> Reading | Reject:
    whole = {"head": {"vars": []}, "results": {"bindings": [binding]}}
    content = msgspec.json.encode(whole).decode()
    try:
        return read_holder(_fields(binding)) or Reject(
            where, number, "bad-record", "the solution has no person, or no position", content, NAME
        )
    except RefusedError as error:
        return error.reject(where, number, content, NAME)


def _fields(binding: Any) -> dict[str, str]:
    cells = binding.items() if isinstance(binding, dict) else ()
    values = {name: texts(cell.get("value")) for name, cell in cells if name and isinstance(cell, dict)}
    return {name: value[0] for name, value in values.items() if value}
