"""Which mentions are one event.

The invariant: the partition is a function of the *set* of mentions and of the judgements that stand. Nothing depends on
the order in which sources were loaded. Precision before recall: two events are merged only where nothing speaks
against it.

The rules inside a block (same sides, same day), in order:

1. Mentions with the same text and the same place in it (reprints) are one.
2. Two mentions of one text are never one event: the extractor saw two.
3. Mentions that name people are one event when they share a person and no side's people contradict.
4. A mention that names nobody joins the block's only event, if there is only one it could be. Where there are two, it
   stays alone.

Then copies of one passage and the events of different blocks are compared (:mod:`kg.identity.across`), and what persons
judged is applied: it goes before all rules but the first.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations, product

from kg.identity.across import join_across, join_copies
from kg.identity.clusters import (
    Cluster,
    Unit,
    agree_on_people,
    event_sort_key,
    named_sides,
    same_people,
    shared_people,
    texts_of,
)
from kg.identity.judgements import Groups, Judgement, joined, parted
from kg.identity.mentions import EventMention, block_of
from kg.identity.names import fold_name
from kg.model import make_id

Apart = frozenset[frozenset[str]]
"""Pairs of mentions that are judged different."""


def resolve(mentions: Iterable[EventMention], judgements: Iterable[Judgement] = ()) -> dict[str, str]:
    """Return the event id of each mention id.

    Give all mentions of every block that is touched, and of every block that shares a key or a judgement with one.
    """
    about = [one for one in judgements if one.thing == "event"]
    apart = parted(about)
    clusters = _clusters(mentions, apart)
    judged_apart = frozenset(_clusters_apart(clusters, apart))
    by_rules = Groups(judged_apart | _of_one_text(clusters))
    join_copies(clusters, by_rules)
    join_across(clusters, by_rules)
    groups = Groups(judged_apart)
    for event in clusters:
        for other in by_rules.of(event):
            groups.join(event, other)
    event_of = {m.id: event for event, cluster in clusters.items() for unit in cluster for m in unit}
    for several in joined(about):
        events = [event_of[mention] for mention in several if mention in event_of]
        for other in events[1:]:
            groups.join(events[0], other)
    order = {event: event_sort_key(event, cluster) for event, cluster in clusters.items()}
    return {mention: min(groups.of(event), key=order.__getitem__) for mention, event in event_of.items()}


def _of_one_text(clusters: Mapping[str, Cluster]) -> frozenset[frozenset[str]]:
    """The clusters that one text tells of: no rule joins them."""
    told: dict[str, list[str]] = defaultdict(list)
    for event, cluster in clusters.items():
        for text in texts_of(cluster):
            told[text].append(event)
    return frozenset(frozenset(pair) for events in told.values() for pair in combinations(events, 2))


def _clusters(mentions: Iterable[EventMention], apart: Apart) -> dict[str, Cluster]:
    blocks: dict[str, list[EventMention]] = defaultdict(list)
    for mention in mentions:
        blocks[block_of(mention)].append(mention)
    return {
        make_id("event", block, str(number)): cluster
        for block, members in sorted(blocks.items())
        for number, cluster in enumerate(_partition(members, apart))
    }


def _clusters_apart(clusters: dict[str, Cluster], apart: Apart) -> Iterable[frozenset[str]]:
    """The clusters of which two mentions are judged different."""
    if not apart:
        return
    event_of = {m.id: event for event, cluster in clusters.items() for unit in cluster for m in unit}
    for one, other in apart:
        if one in event_of and other in event_of:
            yield frozenset((event_of[one], event_of[other]))


def _partition(mentions: Sequence[EventMention], apart: Apart) -> list[Cluster]:
    """Split the mentions of one block into events, in an order that is a function of the set."""
    units = _reprints(mentions)
    named = [unit for unit in units if unit[0].people]
    vague = [unit for unit in units if not unit[0].people]
    clusters = _join_vague(_cluster_named(named, apart), vague, apart)
    return sorted(clusters, key=_cluster_key)


def _reprints(mentions: Sequence[EventMention]) -> list[Unit]:
    groups: dict[tuple[str, str], list[EventMention]] = defaultdict(list)
    for mention in sorted(mentions, key=lambda m: m.id):
        groups[mention.digest, mention.subject].append(mention)
    return [tuple(groups[key]) for key in sorted(groups)]


def _cluster_named(units: list[Unit], apart: Apart) -> list[Cluster]:
    """Join those that name people of two sides; then those that name one side's, where it is clear to whom.

    "Putin" alone joins no two of the meetings that he had with one country that day.
    """
    clusters = _join_pairwise([unit for unit in units if len(named_sides(unit[0])) > 1], apart)
    joining: dict[int, list[Unit]] = defaultdict(list)
    unclear: list[Cluster] = []
    alone: list[Unit] = []
    for unit in units:
        if len(named_sides(unit[0])) > 1:
            continue
        fitting = [at for at, cluster in enumerate(clusters) if _fits(unit, cluster, apart)]
        if len(fitting) == 1:
            joining[fitting[0]].append(unit)
        elif fitting:
            unclear.append([unit])
        else:
            alone.append(unit)
    for at, several in joining.items():
        once = {text for text, count in Counter(unit[0].digest for unit in several).items() if count == 1}
        clusters[at] = [*clusters[at], *(unit for unit in several if unit[0].digest in once)]
        unclear += [[unit] for unit in several if unit[0].digest not in once]
    return clusters + unclear + _join_pairwise(alone, apart)


def _join_pairwise(units: list[Unit], apart: Apart) -> list[Cluster]:
    """Join nearest pairs first; never two units of one text, never where any two in a cluster contradict."""
    clusters: list[Cluster] = [[unit] for unit in units]
    at = list(range(len(units)))
    pairs = [(i, j) for i, j in combinations(at, 2) if same_people(units[i][0], units[j][0])]
    for i, j in sorted(pairs, key=lambda p: (-shared_people(units[p[0]][0], units[p[1]][0]), p)):
        left, right = at[i], at[j]
        if left == right or not _can_join(clusters[left], clusters[right], apart):
            continue
        clusters[left] += clusters[right]
        clusters[right] = []
        at = [left if place == right else place for place in at]
    return [cluster for cluster in clusters if cluster]


def _fits(unit: Unit, cluster: Cluster, apart: Apart) -> bool:
    shares = any(shared_people(unit[0], other[0]) for other in cluster)
    return shares and _can_join([unit], cluster, apart)


def _can_join(some: Cluster, others: Cluster, apart: Apart) -> bool:
    if texts_of(some) & texts_of(others) or _are_apart(some, others, apart):
        return False
    return all(agree_on_people(one[0], other[0]) for one in some for other in others)


def _join_vague(clusters: list[Cluster], vague: list[Unit], apart: Apart) -> list[Cluster]:
    once = len({unit[0].digest for unit in vague}) == len(vague)
    if len(clusters) > 1 or not once:
        return clusters + [[unit] for unit in vague]
    event: Cluster = list(clusters[0]) if clusters else []
    left: list[Cluster] = []
    for unit in vague:
        if unit[0].digest in texts_of(event) or _are_apart(event, [unit], apart):
            left.append([unit])
        else:
            event.append(unit)
    return ([event] if event else []) + left


def _are_apart(some: Cluster, others: Cluster, apart: Apart) -> bool:
    """Whether a person judged two of these different."""
    if not apart:
        return False
    pairs = product((m.id for unit in some for m in unit), (m.id for unit in others for m in unit))
    return any(frozenset(pair) in apart for pair in pairs)


def _cluster_key(cluster: Cluster) -> tuple[list[str], tuple[str, str]]:
    """Order by who was there, then by text: an order that no order of loading can change."""
    people = sorted({fold_name(name).split()[-1] for unit in cluster for _, name in unit[0].people})
    return people, min((unit[0].digest, unit[0].subject) for unit in cluster)
