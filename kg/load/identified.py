"""A reading with the ids of its claims and mentions, each computed once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property
from hashlib import blake2b
from typing import NamedTuple

from kg.consolidate.said import Said, said
from kg.identity.mentions import EventMention, Told, describe
from kg.model import Claim, Reading, Thing, claim_id, mention_id


class IdentifiedClaim(NamedTuple):
    """A claim with its id and its mention's."""

    id: str
    mention: str
    claim: Claim


class IdentifiedReading:
    """One source and what it says, ready to be compared with what the graph has."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.source = reading.source
        self.text_digest = reading.source.digest
        self.by_subject: dict[tuple[Thing, str], list[IdentifiedClaim]] = defaultdict(list)
        for claim in reading.claims:
            group = self.by_subject[claim.thing, claim.subject]
            mention = group[0].mention if group else mention_id(claim.source, claim.thing, claim.subject)
            group.append(IdentifiedClaim(claim_id(claim, mention), mention, claim))

    @property
    def claims(self) -> list[IdentifiedClaim]:
        """Return all claims."""
        return [one for group in self.by_subject.values() for one in group]

    @cached_property
    def digest(self) -> str:
        """The digest of all that was read: the source's own fields and every claim."""
        source = self.source
        about = (source.title, source.publisher, source.licence, source.published, source.language, source.dateline)
        lines = sorted(_line(one) for one in self.claims)
        return blake2b("\n".join((*about, *lines)).encode("utf-8"), digest_size=12).hexdigest()

    @cached_property
    def event_mentions(self) -> dict[str, EventMention]:
        """The tellings of events, by mention id, in the order of the text."""
        return {
            group[0].mention: describe(self._told(subject, group), [(c.claim.attribute, c.claim.value) for c in group])
            for (thing, subject), group in self.by_subject.items()
            if thing == "event"
        }

    def _told(self, subject: str, group: Sequence[IdentifiedClaim]) -> Told:
        """Where the text tells of it. The row of a data set is not copied from another."""
        spans = [c.claim.evidence for c in group if c.claim.attribute == "kind"] if self.source.kind != "record" else []
        quote = min(((span.start, span.quote) for span in spans), default=(0, ""))[1]
        return Told(group[0].mention, self.text_digest, subject, self.source.published, quote)

    def said(self, now: str, before: Mapping[str, str]) -> list[Said]:
        """Return the claims on events as consolidation takes them: recorded ``now``, or when they were ``before``."""
        return [
            said(c.claim, self.source, before.get(c.id, now), self.text_digest, (c.id, c.mention))
            for c in self.claims
            if c.claim.thing == "event"
        ]


def _line(one: IdentifiedClaim) -> str:
    """What its id does not say of a claim."""
    claim = one.claim
    told = (one.id, str(claim.confidence), claim.extractor, claim.rule)
    return " ".join((*told, claim.attributed_to) if claim.attributed_to else told)
