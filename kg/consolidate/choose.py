"""Which value is shown where sources give several, and when that is a conflict.

The order, first difference decides: a side's own readout before an article before a data-set record; more voices; the
more exact value; higher confidence; the later publication (a correction follows what it corrects); the value's text.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

import msgspec

from kg.consolidate.said import Said, voices
from kg.model import Value, encode_value

_SOURCE_RANK = {"readout": 2, "article": 1, "record": 0}


class Choice(msgspec.Struct, frozen=True):
    """The value shown, the claims that say it, and all values given with their claims."""

    value: Value
    claims: tuple[Said, ...]
    others: tuple[tuple[Value, tuple[Said, ...]], ...] = ()


def choose(claims: Sequence[Said], exactness: Callable[[Value], int]) -> Choice | None:
    """Choose among the values of one functional attribute; ``None`` where no claim asserts any."""
    groups: dict[str, list[Said]] = defaultdict(list)
    for one in claims:
        if one.stance != "denies":
            groups[encode_value(one.value)].append(one)
    if not groups:
        return None
    order = sorted(groups, key=lambda text: (*_weight(groups[text], exactness), text), reverse=True)
    first, *rest = ((groups[text][0].value, tuple(groups[text])) for text in order)
    return Choice(value=first[0], claims=first[1], others=tuple(rest))


def _weight(claims: Sequence[Said], exactness: Callable[[Value], int]) -> tuple[int, int, int, float, str]:
    return (
        max(_SOURCE_RANK.get(one.source_kind, 0) for one in claims),
        voices(claims),
        exactness(claims[0].value),
        max(one.confidence for one in claims),
        max(one.published for one in claims),
    )
