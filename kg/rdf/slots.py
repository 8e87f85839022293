"""Templates: what the lines of all nodes of a label have in common, made once; only the terms are filled in. Pure.

Nodes are written many at a time and column by column. In the text of a template ``MARK`` stands for the beginning of
the node's IRI and ``GRAPH`` for the name of the graph. No term that is filled in can have either, as control characters
are escaped.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any, TypeAlias

import msgspec

from kg.rdf.mapping import Mapping
from kg.rdf.objects import Encoder
from kg.rdf.remembered import Remembered
from kg.rdf.terms import check_id

MARK, GRAPH = "\0", "\1"
Values: TypeAlias = Sequence[Sequence[Any]]
"""The columns of some nodes: of each column, a value for each node."""
Lines: TypeAlias = Callable[[Values], list[str]]
"""From columns to whole lines in their order, a text for each node; empty where there is nothing to say."""
Slot: TypeAlias = tuple[str, Lines | str]
"""How lines begin, up to the object, and the lines: always the same ones, or those of a node. Lines that begin in the
same way stand together in a dump, so slots are sorted once, when the template is made, and not for each node."""


class SlotMaker(msgspec.Struct, frozen=True):
    """Makes slots. ``base`` ends with ``id/``; ``end`` is what every line ends with."""

    mapping: Mapping
    base: str
    end: str

    def way(self, predicate: str, part: str = "") -> str:
        """Return how lines about a node begin, or about a part of it: ``#`` and its name."""
        return f"{MARK}{part}> <{self.mapping.iri(predicate)}> "

    def fixed(self, way: str, *terms: str) -> Slot:
        """Return lines that every node has."""
        return way, "".join(sorted(f"{way}{term}{self.end}" for term in terms))

    def value(self, way: str, at: int, encode: Encoder) -> Slot:
        """Return the line of a property: nothing for what is missing or cannot be written."""
        end = self.end

        def line(value: Any) -> str:
            if value is None or value == "":
                return ""
            term = encode(value)
            return f"{way}{term}{end}" if term else ""

        known = Remembered(line)
        return way, lambda columns: known.all_of(columns[at])

    def values(self, way: str, at: int, encode: Encoder) -> Slot:
        """Return the lines of a property that is a list."""
        end = self.end

        def lines(values: Sequence[Any] | None) -> str:
            terms = {term for value in values or () if (term := encode(value))}
            return "".join(sorted([f"{way}{term}{end}" for term in terms]))

        return way, lambda columns: [lines(values) for values in columns[at]]

    def nodes(self, way: str, at: int) -> Slot:
        """Return the lines that lead to other nodes; the column has their ids."""
        begin, end = f"{way}<{self.base}", f">{self.end}"
        known = Remembered(lambda one: f"{begin}{check_id(one)}{end}")

        def lines(columns: Values) -> list[str]:
            return [
                known[ids[0]] if len(ids) == 1 else "".join(sorted({known[one] for one in ids})) for ids in columns[at]
            ]

        return way, lines


class Template:
    """The lines of the nodes of a label, each at its place."""

    def __init__(self, slots: Iterable[Slot]) -> None:
        text: list[str] = []
        self._filled: list[Lines] = []
        for _, several in groupby(sorted(slots, key=itemgetter(0)), key=itemgetter(0)):
            lines = _together([one for _, one in several])
            if isinstance(lines, str):
                text.append(lines.replace("%", "%%"))
            else:
                text.append("%s")
                self._filled.append(lines)
        self._text = "".join(text)

    def fill(self, columns: Values, beginnings: Sequence[str]) -> Iterator[str]:
        """Yield the lines of each node, sorted, each once."""
        texts = map(self._text.__mod__, zip(*[lines(columns) for lines in self._filled], strict=True))
        return (text.replace(MARK, beginning) for text, beginning in zip(texts, beginnings, strict=True))


def _together(several: Sequence[Lines | str]) -> Lines | str:
    """What begins in the same way is sorted among itself."""
    if len(several) == 1:
        return several[0]
    fixed = "".join(one for one in several if isinstance(one, str))
    filled = [one for one in several if not isinstance(one, str)]

    def lines(columns: Values) -> list[str]:
        each = zip(*[one(columns) for one in filled], strict=True)
        return ["".join(sorted(set(whole_lines("".join([fixed, *texts]))))) for texts in each]

    return lines


def whole_lines(text: str) -> list[str]:
    """Return the lines with their ends; ``splitlines`` would also split at characters that literals may have."""
    return [f"{line}\n" for line in text.split("\n")[:-1]]
