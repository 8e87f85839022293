"""What two sorted dumps differ in, by kind of thing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import msgspec

from kg.rdf.reading import lines_in

_NODE = re.compile(rb"<[^>]*id/(([a-z]+)-[A-Za-z0-9-]+)")
_TYPE = b" <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> "


class Change(msgspec.Struct, frozen=True, order=True):
    """One node that differs: ``how`` is added, removed or changed."""

    kind: str
    how: str
    id: str


def difference(old: Path, new: Path) -> list[Change]:
    """Return the nodes that differ, sorted. Memory grows with the difference, not with the dumps.

    Raises:
        BrokenDumpError: a dump cannot be read to its end, or is not sorted.
    """
    how: dict[tuple[str, str], str] = {}
    for sign, line in _only_in_one(lines_in(old), lines_in(new)):
        found = _NODE.match(line)
        key = (found[2].decode(), found[1].decode()) if found else ("other", line.split(b" ", 1)[0].decode())
        whole = found is not None and _TYPE in line and line[found.end() : found.end() + 1] == b">"
        if whole and how.get(key) in {None, "changed"}:
            how[key] = sign
        elif whole and how[key] != sign:
            how[key] = "changed"
        how.setdefault(key, "changed")
    return sorted(Change(kind, change, node) for (kind, node), change in how.items())


def _only_in_one(old: Iterator[bytes], new: Iterator[bytes]) -> Iterator[tuple[str, bytes]]:
    one, other = next(old, None), next(new, None)
    while one is not None or other is not None:
        if one == other:
            one, other = next(old, None), next(new, None)
        elif other is None or (one is not None and one < other):
            yield "removed", one or b""
            one = next(old, None)
        else:
            yield "added", other
            other = next(new, None)
