"""Heads of state and government now, as one JSON object: a country a key.

Source: *world-leaders-current* of open-data-archive (CC BY-SA 4.0). Each country has its head of government and its
head of state, with title and since when; one person in both is one record. They are as of the day of the file, which
stands nowhere in it: the end is open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import msgspec

from kg.model import Found, Reading, RowsRead
from loaders.contract import OpenedInput, ReadOptions
from loaders.datasets.fields import Fields
from loaders.datasets.holders import Held, Person, edtf_day, holder_record
from loaders.datasets.json_lines import texts, whole_json
from loaders.datasets.offices import side_of
from loaders.datasets.said import DataSet
from loaders.errors import RefusedError

NAME = "leaders-json"
_DATA_SET = DataSet(f"{NAME}/1", "world-leaders-current", "CC-BY-SA-4.0", 0.9, "row")
_MARK = re.compile(rb'"head_of_(?:government|state)"\s*:')
_OFFICES = (("head_of_government", "hog_title", "hog_since"), ("head_of_state", "hos_title", "hos_since"))


class LeadersJsonLoader:
    """Reads the object, and yields a record for each leader of each country."""

    name = NAME

    def recognises(self, head: bytes, _name: str, /) -> bool:
        """Tell by the fields that hold the leaders."""
        return head.lstrip().startswith(b"{") and bool(_MARK.search(head[:4_096]))

    def read(self, opened: OpenedInput, options: ReadOptions) -> Iterator[Found]:
        """Yield the records, and why an entry made none.

        Raises:
            RefusedError: it is no JSON object, or larger than a record may be.
        """
        entries = whole_json(opened, options)
        if not isinstance(entries, dict):
            raise RefusedError("bad-record", "it is no object with a country a key")
        for key, entry in entries.items():
            for found in _leaders(entry):
                if isinstance(found, Reading):
                    yield found
                else:
                    content = msgspec.json.encode({key: entry}).decode()
                    yield found.reject(opened.where, key, content, NAME)
        yield RowsRead(len(entries))


def _leaders(entry: Any) -> Iterator[Reading | RefusedError]:
    if not isinstance(entry, dict):
        yield RefusedError("bad-record", "a country has an object of fields")
        return
    try:
        row = {name: found[0] for name, value in entry.items() if (found := texts(value))}
    except RefusedError as error:
        yield error
        return
    side = side_of(row.get("iso_code", ""), row.get("name_en", ""))
    if not side:
        spelled = row.get("name_en", "") or row.get("iso_code", "")
        yield RefusedError("unknown-code", f"no country is called {spelled!r}", spelled)
        return
    offices = [one for one in _OFFICES if one[0] in row and one[1] in row]
    if not offices:
        yield RefusedError("bad-record", "it names no head of state or government with a title")
    if len(offices) > 1 and _same(row, *offices):
        del offices[0]
    for holder, title, since in offices:
        try:
            yield _leader(row, side, (holder, title, since))
        except RefusedError as error:
            yield error


def _same(row: dict[str, str], one: tuple[str, str, str], other: tuple[str, str, str]) -> bool:
    return all(row.get(a) == row.get(b) for a, b in zip(one, other, strict=True))


def _leader(row: dict[str, str], side: str, columns: tuple[str, str, str]) -> Reading:
    holder, title, since = columns
    kept = ("name_en", "iso_code", holder, title, since)
    lines = Fields({name: row[name] for name in kept if name in row})
    held = Held(row[title], side, edtf_day(row.get(since, "")), "", lines.said(title))
    person = Person((row[holder],), "", lines.said(holder), (held,))
    return holder_record(f"{side}-{holder}-{row[holder]}", lines.text, person, _DATA_SET)
