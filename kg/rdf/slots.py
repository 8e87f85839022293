"""Slots: the lines of the nodes of a label that begin in the same way, as columns of pieces. Pure.

Nodes are written many at a time and column by column. A slot gives pieces, each a column with a text for every node;
what all of the nodes share is one text said again. A template puts the pieces of a node together, once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import chain, groupby, repeat
from operator import itemgetter
from typing import Any, TypeAlias

import msgspec

from kg.rdf.mapping import Mapping
from kg.rdf.objects import ColumnEncoder
from kg.rdf.terms import check_ids

MARK, GRAPH = "\0", "\1"
"""In a text for several nodes: the beginning of the node's IRI, and the name of its graph. No term that is filled in
can have either, as control characters are escaped."""
Values: TypeAlias = Sequence[Sequence[Any]]
"""The columns of some nodes: of each column, a value for each node."""
Beginnings: TypeAlias = Sequence[str]
"""How all lines of each node begin: the beginning of its IRI."""
Pieces: TypeAlias = list[Iterable[str]]
"""Columns of texts, a text for each node; one after the other they are whole lines in their order, or nothing."""
Fill: TypeAlias = Callable[[Values, Beginnings], Pieces]
Slot: TypeAlias = tuple[str, Fill]
"""How lines go on from the beginning to the object, and what gives them. Lines that begin in the same way stand
together in a dump, so slots are sorted once, when the template is made, and not for each node."""


class SlotMaker(msgspec.Struct, frozen=True):
    """Makes slots. ``base`` ends with ``id/``; ``end`` is what every line ends with."""

    mapping: Mapping
    base: str
    end: str

    def way(self, predicate: str, part: str = "") -> str:
        """Return how lines about a node go on to the object, or about a part of it: ``#`` and its name."""
        return f"{part}> <{self.mapping.iri(predicate)}> "

    def fixed(self, way: str, *terms: str) -> Slot:
        """Return lines that every node has; a term may have ``MARK``."""
        text = "".join(sorted(f"{MARK}{way}{term}{self.end}" for term in terms))
        return way, lambda _, beginnings: shared(text, beginnings)

    def value(self, way: str, at: int, encode: ColumnEncoder) -> Slot:
        """Return the line of a property: nothing for what is missing or cannot be written."""
        return way, lambda columns, beginnings: self.lines(way, columns[at], encode, beginnings)

    def lines(self, way: str, column: Sequence[Any], encode: ColumnEncoder, beginnings: Beginnings) -> Pieces:
        """Return a line for each value."""
        if column.count(column[0]) == len(column):  # most columns, also those that no node has
            (term,) = encode(column[:1])
            return shared(f"{MARK}{way}{term}{self.end}", beginnings) if term else []
        terms, many = encode(column), len(beginnings)
        if all(terms):
            return [beginnings, repeat(way, many), terms, repeat(self.end, many)]
        each = zip(beginnings, terms, strict=True)
        return [[f"{beginning}{way}{term}{self.end}" if term else "" for beginning, term in each]]

    def values(self, way: str, at: int, encode: ColumnEncoder) -> Slot:
        """Return the lines of a property that is a list."""

        def pieces(columns: Values, beginnings: Beginnings) -> Pieces:
            each = zip(beginnings, map(encode, (values or () for values in columns[at])), strict=True)
            return [[_sorted(f"{beginning}{way}", filter(None, terms), self.end) for beginning, terms in each]]

        return way, pieces

    def nodes(self, way: str, at: int) -> Slot:
        """Return the lines that lead to other nodes; the column has their ids."""
        before, after = f"{way}<{self.base}", f">{self.end}"

        def pieces(columns: Values, beginnings: Beginnings) -> Pieces:
            ids, many = check_ids(list(chain.from_iterable(columns[at]))), len(beginnings)
            if len(ids) == many and all(columns[at]):  # each leads to one
                return [beginnings, repeat(before, many), ids, repeat(after, many)]
            each = zip(beginnings, columns[at], strict=True)
            return [[_sorted(f"{beginning}{before}", several, after) for beginning, several in each]] if ids else []

        return way, pieces


def shared(text: str, beginnings: Beginnings) -> Pieces:
    """Return a text that all nodes have, but for ``MARK``."""
    first, *others = text.split(MARK)
    pieces: Pieces = [repeat(first, len(beginnings))] if first else []
    for one in others:
        pieces += [beginnings, repeat(one, len(beginnings))]
    return pieces


class Template:
    """The lines of the nodes of a label, each at its place."""

    def __init__(self, slots: Iterable[Slot]) -> None:
        together = groupby(sorted(slots, key=itemgetter(0)), key=itemgetter(0))
        self._slots = [_together([fill for _, fill in several]) for _, several in together]

    def fill(self, columns: Values, beginnings: Beginnings) -> list[str]:
        """Return the lines of each node, sorted, each once."""
        return _joined([piece for fill in self._slots for piece in fill(columns, beginnings)], beginnings)


def _together(several: Sequence[Fill]) -> Fill:
    """What begins in the same way is sorted among itself."""
    if len(several) == 1:
        return several[0]

    def pieces(columns: Values, beginnings: Beginnings) -> Pieces:
        texts = _joined([piece for fill in several for piece in fill(columns, beginnings)], beginnings)
        return [["".join(sorted(set(whole_lines(text)))) for text in texts]]

    return pieces


def _joined(pieces: Pieces, beginnings: Beginnings) -> list[str]:
    return list(map("".join, zip(*pieces, strict=True))) if pieces else [""] * len(beginnings)


def _sorted(before: str, terms: Iterable[str], after: str) -> str:
    return "".join(sorted({f"{before}{term}{after}" for term in terms}))


def whole_lines(text: str) -> list[str]:
    """Return the lines with their ends; ``splitlines`` would also split at characters that literals may have."""
    return [f"{line}\n" for line in text.split("\n")[:-1]]
