"""Which value is shown where sources give several: the rule of :mod:`kg.consolidate.weight`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import msgspec

from kg.consolidate.said import Said
from kg.consolidate.weight import RULE, Exactness, Scales, because, corrected
from kg.model import Value, encode_value


class Choice(msgspec.Struct, frozen=True):
    """The value shown, the claims that say it, and all values given with their claims."""

    value: Value
    claims: tuple[Said, ...]
    others: tuple[tuple[Value, tuple[Said, ...]], ...] = ()
    because: str = RULE[-1]
    """The step of the rule that put it before the next."""


def choose(claims: Sequence[Said], exactness: Exactness, scales: Scales | None = None) -> Choice | None:
    """Choose among the values of one functional attribute; ``None`` where no claim asserts any."""
    groups: dict[str, list[Said]] = defaultdict(list)
    for one in claims:
        if one.stance != "denies":
            groups[encode_value(one.value)].append(one)
    if not groups:
        return None
    if len(groups) == 1:
        (only,) = groups.values()
        return Choice(value=only[0].value, claims=tuple(only))
    later, using = corrected(claims), scales or Scales()
    weights = {text: using.weigh(text, group, later, exactness(group[0].value)) for text, group in groups.items()}
    order = sorted(groups, key=weights.__getitem__, reverse=True)
    first, *rest = ((groups[text][0].value, tuple(groups[text])) for text in order)
    why = because(weights[order[0]], weights[order[1]])
    return Choice(value=first[0], claims=first[1], others=tuple(rest), because=why)
