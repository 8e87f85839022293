"""Which mentions of one block are one event.

The invariant: the partition is a function of the *set* of mentions. Nothing depends on the order in which sources
were loaded. Precision before recall: two events are merged only where nothing speaks against it.

The rules, in order:

1. Mentions with the same text and the same place in it (reprints) are one.
2. Two mentions of one text are never one event: the extractor saw two.
3. Mentions that name people are one event when they share a person and no side's people contradict.
4. A mention that names nobody joins the block's only event, if there is only one it could be. Where there are two, it
   stays alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from kg.identity.mentions import EventMention, block_of
from kg.identity.names import compatible, fold_name
from kg.model import make_id

Unit = tuple[EventMention, ...]
"""Mentions that are reprints of one another."""
Cluster = list[Unit]


def resolve(mentions: Iterable[EventMention]) -> dict[str, str]:
    """Return the event id of each mention id. Give all mentions of every block that is touched."""
    blocks: dict[str, list[EventMention]] = defaultdict(list)
    for mention in mentions:
        blocks[block_of(mention)].append(mention)
    return {
        mention.id: make_id("event", block, str(number))
        for block, members in blocks.items()
        for number, cluster in enumerate(_partition(members))
        for unit in cluster
        for mention in unit
    }


def _partition(mentions: Sequence[EventMention]) -> list[Cluster]:
    """Split the mentions of one block into events, in an order that is a function of the set."""
    units = _reprints(mentions)
    named = [unit for unit in units if unit[0].people]
    vague = [unit for unit in units if not unit[0].people]
    clusters = _join_vague(_cluster_named(named), vague)
    return sorted(clusters, key=_cluster_key)


def _reprints(mentions: Sequence[EventMention]) -> list[Unit]:
    groups: dict[tuple[str, str], list[EventMention]] = defaultdict(list)
    for mention in sorted(mentions, key=lambda m: m.id):
        groups[mention.digest, mention.subject].append(mention)
    return [tuple(groups[key]) for key in sorted(groups)]


def _cluster_named(units: list[Unit]) -> list[Cluster]:
    """Join units pairwise, nearest pairs first; never two units of one text."""
    clusters: list[Cluster] = [[unit] for unit in units]
    at = list(range(len(units)))
    pairs = [(i, j) for i, j in combinations(at, 2) if _same_people(units[i][0], units[j][0])]
    for i, j in sorted(pairs, key=lambda p: (-_shared_people(units[p[0]][0], units[p[1]][0]), p)):
        left, right = at[i], at[j]
        if left == right or _texts(clusters[left]) & _texts(clusters[right]):
            continue
        clusters[left] += clusters[right]
        clusters[right] = []
        at = [left if place == right else place for place in at]
    return [cluster for cluster in clusters if cluster]


def _join_vague(clusters: list[Cluster], vague: list[Unit]) -> list[Cluster]:
    once = len({unit[0].digest for unit in vague}) == len(vague)
    if not clusters:
        return [list(vague)] if once and vague else [[unit] for unit in vague]
    if len(clusters) > 1:
        return clusters + [[unit] for unit in vague]
    taken = _texts(clusters[0])
    joins = [unit for unit in vague if once and unit[0].digest not in taken]
    return [clusters[0] + joins] + [[unit] for unit in vague if unit not in joins]


def _same_people(one: EventMention, other: EventMention) -> bool:
    if one.digest == other.digest or not _shared_people(one, other):
        return False
    return all(
        _any_compatible(_names(one, side), _names(other, side))
        for side in {side for side, _ in one.people} & {side for side, _ in other.people}
    )


def _shared_people(one: EventMention, other: EventMention) -> int:
    return sum(_any_compatible([name], _names(other, side)) for side, name in one.people)


def _any_compatible(some: Sequence[str], others: Sequence[str]) -> bool:
    return any(compatible(a, b) for a in some for b in others)


def _names(mention: EventMention, side: str) -> list[str]:
    return [name for its_side, name in mention.people if its_side == side]


def _texts(cluster: Cluster) -> set[str]:
    return {unit[0].digest for unit in cluster}


def _cluster_key(cluster: Cluster) -> tuple[list[str], tuple[str, str]]:
    """Order by who was there, then by text: an order that no order of loading can change."""
    people = sorted({fold_name(name).split()[-1] for unit in cluster for _, name in unit[0].people})
    return people, min((unit[0].digest, unit[0].subject) for unit in cluster)
