"""Events of different blocks that are surely one: a day and a range of days, two sides and the host besides.

A less exact telling joins a more exact one, and only where there is exactly one it could join: a telling of "18 to 20
February" never bridges two meetings on two of these days. Everything that is not sure stays apart and becomes a
candidate. The rules, all of which must hold:

1. The kinds are of one family, no text tells of both, and one's sides are all among the other's.
2. They share a person on two sides, and no side's people contradict; no city contradicts. Of a journey it is enough
   that the traveller is the same, to the same state.
3. The more exact date lies in the less exact one, which is of ten days at most; a longer one (a month) needs the same
   city besides.
4. A side that only one has is the state where they met, and nobody is named for it; else three persons are shared: the
   same two may well have met once in two and once in three.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from itertools import combinations

from kg.dates import contradict, refines
from kg.dates import parse as parse_edtf
from kg.identity.clusters import (
    Cluster,
    agree_on_people,
    event_sort_key,
    named_sides,
    shared_people,
    shared_sides,
    whole,
)
from kg.identity.judgements import Groups
from kg.identity.mentions import JOURNEY, EventMention, is_precise, span_of
from kg.identity.nearby import are_close, shared_keys, shared_look_ups

_TWO, _THREE = 2, 3


def join_across(clusters: Mapping[str, Cluster], groups: Groups) -> None:
    """Join what is surely one event, the most exact first. The order of the clusters given does not matter."""
    order = sorted(
        (event for event, cluster in clusters.items() if _can_join(cluster)),
        key=lambda event: event_sort_key(event, clusters[event]),
    )
    told = {event: whole(clusters[event]) for event in order}
    found_by: dict[str, list[str]] = defaultdict(list)
    for event in order:
        nearby = {o for unit in clusters[event] for key in shared_look_ups(unit[0]) for o in found_by.get(key, ())}
        for key in {key for unit in clusters[event] for key in shared_keys(unit[0])}:
            found_by[key].append(event)
        partners = [other for other in sorted(nearby) if _surely_one(told[event], told[other])]
        roots = {groups.of(partner) for partner in partners}
        if len(roots) == 1:
            groups.join(event, partners[0])


def _can_join(cluster: Cluster) -> bool:
    first = cluster[0][0]
    return len(first.sides) >= _TWO and span_of(first.date) is not None and any(unit[0].people for unit in cluster)


def _surely_one(less: EventMention, more: EventMention) -> bool:
    return (
        less.family == more.family
        and (less.sides <= more.sides or more.sides <= less.sides)
        and _dates_agree(less, more)
        and not (less.cities and more.cities and less.cities.isdisjoint(more.cities))
        and (shared_sides(less, more) >= _TWO or _are_one_journey(less, more))
        and agree_on_people(less, more)
        and _extra_side_is_explained(less, more)
    )


def _are_one_journey(less: EventMention, more: EventMention) -> bool:
    """Whether one who is named in both travels to the same state: nobody is on two journeys on one day."""
    if less.family != JOURNEY or less.sides != more.sides or not (is_precise(less.date) and is_precise(more.date)):
        return False
    return shared_sides(less, more) > 0 and not (less.lands and more.lands and less.lands.isdisjoint(more.lands))


def _dates_agree(less: EventMention, more: EventMention) -> bool:
    wide, narrow = parse_edtf(less.date), parse_edtf(more.date)
    same_days = (wide.earliest, wide.latest) == (narrow.earliest, narrow.latest)
    if not same_days and not refines(narrow, wide):
        return False
    if contradict(wide, narrow) or not is_precise(more.date):
        return False
    return is_precise(less.date) or bool(less.cities & more.cities)


def _extra_side_is_explained(one: EventMention, other: EventMention) -> bool:
    extra = one.sides ^ other.sides
    if not extra or shared_people(one, other) >= _THREE:
        return True
    fuller = one if len(one.sides) > len(other.sides) else other
    return extra <= (one.lands | other.lands) and extra.isdisjoint(named_sides(fuller))


def join_copies(clusters: Mapping[str, Cluster], groups: Groups) -> None:
    """Join what is told in the same words: copies of one passage whose dates agree tell of one event.

    A text that tells of two such events in these words leaves open which is which, and joins none.
    """
    told: dict[tuple[str, str, tuple[str, ...]], list[tuple[str, EventMention]]] = defaultdict(list)
    for event, cluster in sorted(clusters.items()):
        for first, *_ in cluster:
            if first.passage:
                told[first.passage, first.family, tuple(sorted(first.sides))].append((event, first))
    for _, copies in sorted(told.items()):
        if len({mention.digest for _, mention in copies}) < len(copies):
            continue
        for (event, mention), (other, copy) in combinations(copies, _TWO):
            if _told_on_one_day(mention, copy):
                groups.join(event, other)


def _told_on_one_day(one: EventMention, other: EventMention) -> bool:
    """Whether two copies mean one time: their dates agree, or they have none and were published together."""
    if span_of(one.date) is not None and span_of(other.date) is not None:
        return not contradict(parse_edtf(one.date), parse_edtf(other.date))
    return not one.date and not other.date and bool(one.published) and are_close(one.published, other.published)
