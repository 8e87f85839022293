"""How much a value weighs beside the others that sources give: one ordered rule, and the word for each step of it.

The first difference decides:

1. ``person``: a person ranked a claim first, with a reason.
2. ``correction``: a text that was changed at the same address counts by its later version alone.
3. ``standing``: the official readout of a side, another's official text, an article, an article that an aggregator
   passes on, a record of a data set.
4. ``voices``: more different texts.
5. ``exactness``: the more exact value.
6. ``confidence``: the more certain reading.
7. ``publication``: the later publication.
8. ``text``: the value's text, so that no order of loading counts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeAlias

import msgspec

from kg.consolidate.decided import Decided
from kg.consolidate.said import Said, voices
from kg.model import Value
from kg.vocabulary.publishers import publisher_kind

RULE = ("person", "correction", "standing", "voices", "exactness", "confidence", "publication", "text")
"""The steps, in their order."""

Weight: TypeAlias = tuple[str, int, int, int, int, float, str, str]

SIDE_READOUT, READOUT, ARTICLE, AGGREGATOR, RECORD = 4, 3, 2, 1, 0


class Scales(msgspec.Struct, frozen=True):
    """What choosing must know of an event beside its claims."""

    sides: frozenset[str] = frozenset()
    decided: Decided = Decided()

    @property
    def ranked(self) -> Mapping[str, str]:
        """When a person ranked a claim first, by claim id; the latest ranking counts."""
        return self.decided.ranked

    def weigh(self, text: str, claims: Sequence[Said], later: frozenset[str], exactness: int) -> Weight:
        """Return the weight of a value that these claims give; ``later`` are the claims that were corrected since."""
        current = [one for one in claims if one.claim not in later]
        counting = current or claims
        return (
            max((self.ranked.get(one.claim, "") for one in claims), default=""),
            int(bool(current)),
            max(standing(one, self.sides) for one in counting),
            voices(counting),
            exactness,
            max(one.confidence for one in counting),
            max(one.published for one in counting),
            text,
        )


def because(first: Weight, second: Weight) -> str:
    """Return the step of the rule by which the first weighs more than the second."""
    return next((step for step, a, b in zip(RULE, first, second, strict=True) if a != b), RULE[-1])


def standing(one: Said, sides: frozenset[str]) -> int:
    """Return how near the source stands to what happened, from the readout of a side down to a data set's record."""
    if one.source_kind == "record":
        return RECORD
    publisher = publisher_kind(one.url, one.publisher)
    if one.source_kind == "readout":
        return SIDE_READOUT if publisher.side in sides else READOUT
    return AGGREGATOR if publisher.passes_on else ARTICLE


def corrected(claims: Iterable[Said]) -> frozenset[str]:
    """Return the claims of texts that a later one at the same address replaced: it gives the attribute too."""
    versions: dict[str, dict[str, tuple[str, str]]] = {}
    claims = list(claims)
    for one in claims:
        if one.url and one.source_kind != "record":
            versions.setdefault(one.url, {})[one.digest] = (one.published, one.recorded)
    last = {url: max(found.values()) for url, found in versions.items() if len(found) > 1}
    return frozenset(one.claim for one in claims if one.url in last and (one.published, one.recorded) < last[one.url])


Exactness: TypeAlias = Callable[[Value], int]
