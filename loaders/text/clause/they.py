"""Whom "they" means in the sentence that names them: "Presidents X and Y praised the accord when they met"."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.text.clause.group import Group
from loaders.text.who.sides import sides_of


def whom_they_mean(groups: Sequence[Group], pronoun: Group) -> Group:
    """Return those of two sides or more whom the sentence names before "they", if it may mean nobody else there."""
    if pronoun.actors[0].determiner != "they" or pronoun.last - pronoun.first > 1:
        return pronoun
    before = [g for g in groups if g.last <= pronoun.first and any(a.determiner != "place" for a in g.actors)]
    many = [g for g in before if len(g.actors) > 1 or g.actors[0].plural]
    if len(many) != 1 or many[0].governor or many[0].possessive or not _are_of_two(many[0]):
        return pronoun
    return Group(pronoun.first, pronoun.last, many[0].actors, "")


def _are_of_two(group: Group) -> bool:
    return len({side for actor in group.actors for side in sides_of(actor)}) > 1
