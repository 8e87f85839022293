"""Columns as few bytes, for a page that holds all of its data; ``web/src/unpack.ts`` reads them.

A tree of columns becomes the length of its head, the head, and a body. The head is the tree as JSON, with a description
in place of each column whose values stand in the body: numbers as planes (all lowest bytes, then all next ones), lists
as two columns of numbers, ids of our own as their bytes, days as numbers, and texts that recur once each. Before its
planes a column of numbers is made small by whichever of three ways its first values compress best.
docs/explanation/explorer.md has the form.
"""

from __future__ import annotations

import re
import sys
import zlib
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from itertools import chain, pairwise
from typing import Any, TypeAlias

import msgspec

Tree: TypeAlias = Mapping[str, Any]

_MARK = "~"
"""No column of ours is named so: a mapping with this one key describes a column in the body."""
_TRIED = 20_000
"""So many values decide how a column is written."""
_ID = re.compile(r"([a-z]+-)([0-9a-f]{24})")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_EPOCH = date(1970, 1, 1).toordinal()
_RECUR = 1.5


def pack(tree: Tree) -> bytes:
    """Return the tree as bytes, the same for an equal tree. A list of equal kinds of values is a column."""
    body: list[bytes] = []
    head = msgspec.json.encode(_packed(tree, body))
    return len(head).to_bytes(4, "little") + head + b"".join(body)


def _packed(value: Any, body: list[bytes]) -> Any:
    if isinstance(value, Mapping):
        return {name: _packed(one, body) for name, one in value.items()}
    if not isinstance(value, list) or not value:
        return value
    if all(one is None or type(one) is int for one in value):
        return {_MARK: _numbers(value, body)}
    if all(type(one) is str for one in value):
        return _texts(value, body)
    if all(type(one) is list for one in value) and all(type(one) is int for one in chain.from_iterable(value)):
        lengths = _numbers([len(one) for one in value], body)
        return {_MARK: ["lists", lengths, _numbers(list(chain.from_iterable(value)), body)]}
    return value


def _texts(texts: list[str], body: list[bytes]) -> Any:
    ids = [_ID.fullmatch(text) for text in texts]
    if len(prefixes := {one[1] if one else "" for one in ids}) == 1 and (prefix := prefixes.pop()):
        body.append(bytes.fromhex("".join(one[2] for one in ids if one)))
        return {_MARK: ["ids", len(texts), prefix]}
    days = [_day(text) for text in texts]
    if sum(day is not None for day in days) * _RECUR > len(texts):
        others = [[at, text] for at, text in enumerate(texts) if days[at] is None and text]
        return {_MARK: ["days", _numbers(days, body), others]}
    counts = Counter(texts)
    return texts if len(counts) * _RECUR > len(texts) else {_MARK: _once(texts, counts, body)}


def _day(text: str) -> int | None:
    """The day that is written so and not otherwise."""
    if not _DAY.fullmatch(text):
        return None
    try:
        return date.fromisoformat(text).toordinal() - _EPOCH
    except ValueError:  # 2024-02-30
        return None


def _once(texts: Sequence[str], counts: Mapping[str, int], body: list[bytes]) -> list[Any]:
    """Those that recur, the most frequent first, then those that do not, in their order: 0 stands for the next of them.

    The numbers are of those that recur, from 1.
    """
    often = sorted((text for text in counts if counts[text] > 1), key=lambda text: (-counts[text], text))
    place = {text: at for at, text in enumerate(often, 1)}
    numbers = _numbers([place.get(text, 0) for text in texts], body)
    return ["texts", numbers, often, [text for text in texts if text not in place]]


def _numbers(values: Sequence[int | None], body: list[bytes]) -> list[Any]:
    """Count, way, bytes each, what was taken off each, and whether 0 stands for no number."""
    known = [value for value in values if value is not None]
    low = min(known, default=0) - (len(known) < len(values))
    small = [0 if value is None else value - low for value in values]
    way = min(_WAYS, key=lambda name: len(zlib.compress(_planes(_WAYS[name](small[:_TRIED]))[1])))
    wide, planes = _planes(_WAYS[way](small))
    body.append(planes)
    return [len(values), way, wide, low, int(len(known) < len(values))]


def _planes(values: Sequence[int]) -> tuple[int, bytes]:
    wide = max(1, (max(values, default=0).bit_length() + 7) // 8)
    whole = array("Q", values)
    if sys.byteorder == "big":
        whole.byteswap()
    text = whole.tobytes()
    return wide, b"".join(text[nth :: whole.itemsize] for nth in range(wide))


def _steps(values: Sequence[int]) -> list[int]:
    """From each to the next, steps down as odd numbers."""
    return [2 * (b - a) if b >= a else 2 * (a - b) - 1 for a, b in pairwise(chain((0,), values))]


def _back(values: Iterable[int]) -> list[int]:
    """How far below the next number that was not yet there: 0 for it itself, and steps beyond it as steps down."""
    top, found = 0, []
    for value in values:
        found.append(2 * (top - value) if value <= top else 2 * (value - top) - 1)
        top = max(top, value + 1)
    return found


_WAYS: Mapping[str, Callable[[Sequence[int]], list[int]]] = {"plain": list, "steps": _steps, "back": _back}
