"""Rows of candidates, and what was judged of pairs that are not one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, TypeAlias

import msgspec

from kg.identity.candidates import Scored
from kg.model import make_id

if TYPE_CHECKING:
    from kg.store.steady import Transaction

Pair: TypeAlias = tuple[str, str]
Verdict: TypeAlias = Callable[[Iterable[str], Iterable[str]], str]
"""What persons said of two, by their keys: different, unsure, or nothing."""

_JUDGED = "MATCH (j:Judgement) WHERE j.undone IS NULL AND j.verdict <> 'same' RETURN j.verdict, j.one, j.other"
_CREATE = "UNWIND $rows AS r CREATE (c:Candidate) SET c = r"
_LINK = "UNWIND $rows AS r MATCH (c:Candidate {{id: r.id}}) MATCH (x:{label} {{id: r.of}}) CREATE (c)-[:PAIRS]->(x)"


class CandidateRow(msgspec.Struct, frozen=True):
    """One candidate to write."""

    thing: str
    pair: Pair
    words: Pair
    scored: Scored
    unsure: bool = False
    keys: tuple[str, ...] = ()
    officials: str = ""
    labels: Pair = ("Event", "Event")

    @property
    def id(self) -> str:
        """Return its id, the same whichever of the two is named first."""
        return make_id("candidate", self.thing, *self.pair)

    def properties(self) -> dict[str, object]:
        """Return what the node has; what is empty is absent."""
        found = {
            "id": self.id, "thing": self.thing, "one": self.pair[0], "other": self.pair[1],
            "score": self.scored.score, "parts": self.scored.in_words(), "names": list(self.words),
            "unsure": self.unsure, "keys": list(self.keys), "officials": self.officials,
        }  # fmt: skip
        return {name: value for name, value in found.items() if value}


class Judged:
    """What persons said of pairs that are not one."""

    def __init__(self, transaction: Transaction) -> None:
        self._of: dict[str, set[int]] = defaultdict(set)
        self._verdicts: list[tuple[str, set[str], set[str]]] = []
        for number, (verdict, one, other) in enumerate(transaction.run(_JUDGED)):
            self._verdicts.append((verdict, set(one), set(other)))
            for key in (*one, *other):
                self._of[key].add(number)

    def verdict(self, some: Iterable[str], others: Iterable[str]) -> str:
        """Return different, unsure, or nothing; ``different`` counts more."""
        one, other = set(some), set(others)
        near = {number for key in one for number in self._of.get(key, ())}
        found = {
            verdict
            for verdict, ours, theirs in (self._verdicts[number] for number in near)
            if (ours & one and theirs & other) or (ours & other and theirs & one)
        }
        return min(found, default="")


def create(transaction: Transaction, rows: Sequence[CandidateRow]) -> None:
    """Write candidates with their links; a holder that is inferred is not linked, for the graph may not have them."""
    if not rows:
        return
    transaction.run(_CREATE, {"rows": [row.properties() for row in rows]}).consume()
    for label, ends in sorted(linked(rows).items()):
        transaction.run(_LINK.format(label=label), {"rows": ends}).consume()


def linked(rows: Iterable[CandidateRow]) -> dict[str, list[dict[str, str]]]:
    """Return what the candidates are linked to, by the label of that: ``{id, of}`` for each link."""
    links: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in rows:
        for label, of in zip(row.labels, row.pair, strict=True):
            if label:
                links[label].append({"id": row.id, "of": of})
    return links
