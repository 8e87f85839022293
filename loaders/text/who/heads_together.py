"""Surnames beside that of a head of state or government: "Rao, Li meet", "the Rao-Li talks", "Rao, Li and Petrov".

A short surname, or one that is a given name too, is not enough to tell who is meant. Beside another's it is, where one
alone of those in high office bore it then.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from loaders.text.lexis.lexed import Lexed
from loaders.text.who.actor import Actor
from loaders.text.who.holders import in_high_office, name_words, surname_side

_LINKS = frozenset({"&", ",", ",&"})


def give_heads(sentences: Iterable[tuple[Lexed, Sequence[Actor]]], published: str) -> None:
    """Give those who are named by a surname alone, beside a known head, the state whose head bore it."""
    told = [(lx, actors) for lx, actors in sentences if any(map(_is_bare, actors))]
    others: frozenset[str] = frozenset()
    for _, actors in told:
        others = others.union(*(name_words(one.name) for one in actors if one.name and not _is_bare(one)))
    for lx, actors in told:
        for row in _rows(lx, actors):
            _settle(row, others, published)


def _is_bare(actor: Actor) -> bool:
    """Whether nothing but one word of a name stands for somebody."""
    bare = actor.kind == "person" and not (actor.capacity or actor.honorific or actor.sides or actor.owner)
    return bare and actor.name != "" and actor.last - actor.first == 1


def _rows(lx: Lexed, actors: Sequence[Actor]) -> list[list[Actor]]:
    """Return the bare names that stand side by side."""
    rows: list[list[Actor]] = []
    last: Actor | None = None
    for one in actors:
        beside = last is not None and lx.codes[last.last : one.first] in _LINKS and _is_bare(one)
        if beside and last is not None and _is_bare(last):
            if not (rows and rows[-1][-1] is last):
                rows.append([last])
            rows[-1].append(one)
        last = one
    return rows


def _settle(row: Sequence[Actor], others: frozenset[str], published: str) -> None:
    """Give a side to those of a row who are no certain heads by themselves, if one of it is."""
    known = {side for one in row if (side := in_high_office(one.name, published))}
    if not known:
        return
    for one in row:
        side = "" if in_high_office(one.name, published) else surname_side(one.name, published)
        if side and side not in known and name_words(one.name).isdisjoint(others):
            one.sides = (side,)
