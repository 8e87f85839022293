"""The states that the sentences of a text name: "the two countries" may be those of a sentence before."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property

from kg.vocabulary import is_country
from loaders.text.layout.structure import Passage
from loaders.text.lexis.gazetteer import Hit

_REMEMBERED = 4
"""Sentences back that are looked at."""


class NamedStates:
    """Where a text names states."""

    def __init__(self, text: str, passages: Sequence[Passage], hits: Sequence[Hit]) -> None:
        self._text, self._passages, self._hits = text, passages, hits

    @cached_property
    def _begins(self) -> list[int]:
        return [passage.start for passage in self._passages]

    @cached_property
    def _ends(self) -> list[int]:
        return [passage.end for passage in self._passages]

    @cached_property
    def _named(self) -> list[tuple[int, str]]:
        """Where states are named, which few texts are asked for."""
        return [(hit.start, hit.term.side) for hit in self._hits if _is_state(hit, self._text)]

    @cached_property
    def all(self) -> frozenset[str]:
        """The states that the sentences name, without what the line before them tells of where they were written."""
        spans = zip(self._begins, self._ends, strict=True)
        cuts = ((bisect_left(self._named, (one, "")), bisect_left(self._named, (other, ""))) for one, other in spans)
        return frozenset(side for first, last in cuts for _, side in self._named[first:last])

    @cached_property
    def only(self) -> str:
        """The one state that the text names, by itself or by a place in it; empty if there are more."""
        return next(iter(self.told_of)) if len(self.told_of) == 1 else ""

    @cached_property
    def told_of(self) -> frozenset[str]:
        """The states that the text names, by themselves or by a place in them."""
        return frozenset(side for hit in self._hits for side in _states_of(hit))

    def names_others(self, passage: Passage, side: str) -> bool:
        """Whether a sentence names another state than this."""
        first = bisect_left(self._starts, passage.start)
        last = bisect_left(self._starts, passage.end)
        return any(one != side for hit in self._hits[first:last] for one in _states_of(hit))

    @cached_property
    def _starts(self) -> list[int]:
        return [hit.start for hit in self._hits]

    def before(self, start: int) -> Iterator[list[str]]:
        """Yield the states that each of the last sentences before an offset names, the nearest first."""
        at = bisect_left(self._begins, start)
        for begin, end in list(zip(self._begins[:at], self._ends[:at], strict=True))[: -_REMEMBERED - 1 : -1]:
            first, last = bisect_left(self._named, (begin, "")), bisect_left(self._named, (end, ""))
            yield sorted({side for _, side in self._named[first:last]})

    def first(self, begin: int, end: int) -> str:
        """Return the state named first between two offsets, or empty."""
        at = bisect_left(self._named, (begin, ""))
        return self._named[at][1] if at < len(self._named) and self._named[at][0] < end else ""


def _states_of(hit: Hit) -> Iterator[str]:
    """The states that a name tells of."""
    place = hit.term.place
    named = (*hit.term.sides, hit.term.side, place.country if place is not None else "")
    return filter(is_country, named)


def _is_state(hit: Hit, text: str) -> bool:
    """Whether a name is a state's: no city, where another may speak, and no "Franco" without a hyphen."""
    if hit.term.code not in ("C", "D") or not is_country(hit.term.side):
        return False
    return hit.term.code == "C" or not hit.low.endswith("o") or text.startswith("-", hit.end)
