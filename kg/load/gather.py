"""What a batch touches: the blocks of what it reads, and whatever is decided together with these."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import msgspec

from kg.consolidate.said import Said
from kg.identity.judgements import Judgement
from kg.identity.mentions import EventMention, Told, block_of, describe
from kg.identity.nearby import shared_look_ups
from kg.load.look_up import LookUp


class Touched(msgspec.Struct):
    """Everything that must be decided anew, and nothing else."""

    mentions: dict[str, EventMention]
    said: dict[str, list[Said]]
    """The claims that count, by mention; those of what is read now are not in it."""
    asked: frozenset[str] = frozenset()
    """The blocks that are decided anew; the others are looked at beside them."""
    blocks: set[str] = msgspec.field(default_factory=set)
    events: dict[str, set[str]] = msgspec.field(default_factory=dict)
    """Events that the graph has of them, with their mentions."""

    def is_unchanged(self, event: str, inside: Collection[str]) -> bool:
        """Whether the graph has this event with these mentions, and none of them is in a block that is decided anew."""
        if self.events.get(event) != set(inside):
            return False
        return self.asked.isdisjoint(block_of(self.mentions[mention]) for mention in inside)


def gather(
    store: LookUp,
    read: Mapping[str, EventMention],
    blocks: Collection[str],
    without: Collection[str],
    judgements: Sequence[Judgement],
) -> Touched:
    """Return all mentions in these blocks, in blocks that share a key, an event or a judgement with them, and so on.

    ``read`` are the tellings read now, ``without`` their sources: what the graph has of them no longer counts. The
    blocks of a share-key are those of one month and the same two persons, so that this ends after few steps.
    """
    found = Touched(mentions=dict(read), said={}, asked=frozenset(blocks))
    new, keys = list(read.values()), set[str]()
    todo = sorted(blocks)
    while todo:
        found.blocks.update(todo)
        new += _add_said(found, store.said_in_blocks(todo), without)
        told = store.events_of_blocks(todo)
        for event, _, mention in told:
            found.events.setdefault(event, set()).add(mention)
        sharing = {key for one in new for key in (*shared_look_ups(one), one.passage) if key} - keys
        keys |= sharing
        linked = {block for _, block, _ in told} | set(store.blocks_sharing(sorted(sharing)))
        linked |= set(store.blocks_of_mentions(_judged_with(new, found, judgements)))
        todo, new = sorted(linked - found.blocks - {""}), []
    return found


def described(mention: str, claims: Sequence[Said]) -> EventMention:
    """Return a telling that the graph has, from the claims that count."""
    first = claims[0]
    spans = [one for one in claims if one.attribute == "kind" and one.source_kind != "record"]
    quote = min(((one.start, one.quote) for one in spans), default=(0, ""))[1]
    told = Told(mention, first.digest, first.subject, first.published, quote)
    return describe(told, [(one.attribute, one.value) for one in claims])


def _add_said(found: Touched, claims: Sequence[Said], without: Collection[str]) -> list[EventMention]:
    new: dict[str, list[Said]] = {}
    for one in claims:
        if one.source not in without:
            new.setdefault(one.mention, []).append(one)
    found.said |= new
    mentions = {key: described(key, said) for key, said in new.items()}
    found.mentions |= mentions
    return list(mentions.values())


def _judged_with(new: Sequence[EventMention], found: Touched, judgements: Sequence[Judgement]) -> list[str]:
    """The mentions that a judgement names together with one of these, and that are not known yet."""
    ids = {mention.id for mention in new}
    judged = (set(one.one) | set(one.other) for one in judgements if one.thing == "event")
    return sorted({key for several in judged if several & ids for key in several} - set(found.mentions))
