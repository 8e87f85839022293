"""An office told before those who hold it: "the two foreign ministers, X of Peru and Y of Chile, met"."""

from __future__ import annotations

from loaders.text.lexis.lexed import Lexed
from loaders.text.who.actor import Actor
from loaders.text.who.belonging import closes, is_counterpart

_LISTED = ("", "&", ",", ",&")
_CALLING = frozenset({"telephoned", "phoned", "rang", "called", "telephones", "phones", "rings", "calls"})


def give_office(lx: Lexed, actors: list[Actor]) -> list[Actor]:
    """Give the office of a plural phrase to those of several sides who are named right behind its comma."""
    for at, office in enumerate(actors):
        if office.kind != "role" or not office.plural or office.name or office.sides or office.determiner != "the":
            continue
        named = _named_behind(lx, actors, at)
        if len({one.sides for one in named}) > 1:
            for one in named:
                one.capacity, one.office, one.rank = office.capacity, office.office, office.rank
            named[0].first = office.first
            last = named[-1].last
            named[-1].last += lx.codes[last : last + 1] == "," and closes(lx, last)
            return [*actors[:at], *actors[at + 1 :]]
    return actors


def _named_behind(lx: Lexed, actors: list[Actor], at: int) -> list[Actor]:
    """Those with a name and a side, and no office of their own, who are listed behind a phrase and a comma."""
    end, found = actors[at].last, list[Actor]()
    if lx.codes[end : end + 1] != ",":
        return found
    for one in actors[at + 1 :]:
        plain = one.kind == "person" and one.name and one.sides and not one.capacity
        if not plain or lx.codes[end : one.first] not in _LISTED:
            break
        found.append(one)
        end = one.last
    return found


def give_seat(lx: Lexed, actors: list[Actor]) -> None:
    """Read "telephoned his colleague in Lima": of the state whose capital that is, for nobody is met on a line."""
    for one in actors:
        alone = is_counterpart(lx, one) and not (one.sides or one.name) and lx.codes[one.last : one.last + 2] == "pK"
        term = lx.terms[one.last + 1] if alone and lx.lows[one.last] == "in" else None
        if term is not None and term.place is not None and lx.lows[one.first - 1] in _CALLING:
            one.sides, one.last = (term.place.country,), one.last + 2
