"""One claim with what consolidation must know of its source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import msgspec

from kg.identity.judgements import Groups
from kg.identity.passages import passage_key
from kg.model import Claim, Reading, Source, Stance, Value, claim_id


class Said(msgspec.Struct, frozen=True):
    """A claim that counts (its source and itself are not withdrawn), joined to its source."""

    claim: str
    mention: str
    subject: str
    source: str
    digest: str
    """Digest of the source's text: equal digests are one voice."""
    source_kind: str
    published: str
    attribute: str
    value: Value
    stance: Stance
    confidence: float
    recorded: str
    start: int
    quote: str
    publisher: str = ""
    url: str = ""
    """Where the source stands. A changed text at the same address is a later version of it."""


def said(claim: Claim, source: Source, recorded: str, digest: str, ids: tuple[str, str]) -> Said:
    """Join a claim just read to its source.

    ``digest`` is that of the source's text and ``ids`` the claim's and its mention's: whoever has many claims of one
    source computes them once, for a digest costs time by the length of the text.
    """
    return Said(
        claim=ids[0],
        mention=ids[1],
        subject=claim.subject,
        source=claim.source,
        digest=digest,
        source_kind=source.kind,
        published=source.published,
        attribute=claim.attribute,
        value=claim.value,
        stance=claim.stance,
        confidence=claim.confidence,
        recorded=recorded,
        start=claim.evidence.start,
        quote=claim.evidence.quote,
        publisher=source.publisher,
        url=source.url,
    )


def all_said(reading: Reading, recorded: str) -> list[Said]:
    """Join every claim of a reading to its source, in order. The text is digested once, and each mention named once."""
    source, digest = reading.source, reading.source.digest
    mentions: dict[tuple[str, str], str] = {}
    found: list[Said] = []
    for claim in reading.claims:
        key = claim.thing, claim.subject
        mention = mentions.get(key) or mentions.setdefault(key, claim.mention)
        found.append(said(claim, source, recorded, digest, (claim_id(claim, mention), mention)))
    return found


def by_attribute(claims: Iterable[Said]) -> dict[str, list[Said]]:
    """Group claims by attribute, each group in an order that does not depend on the order given."""
    groups: dict[str, list[Said]] = defaultdict(list)
    for one in sorted(claims, key=lambda s: (s.attribute, s.digest, s.start, s.claim)):
        groups[one.attribute].append(one)
    return groups


def voices(claims: Iterable[Said]) -> int:
    """Return how many different texts or records say it; a reprint is no second voice, nor is a copied passage."""
    claims = list(claims)
    digests = {one.digest for one in claims}
    if len(digests) == 1:
        return 1
    groups, said_by = Groups(), dict[str, str]()
    for one in claims:
        passage = passage_key(one.quote) if one.source_kind != "record" else ""
        if passage:
            groups.join(one.digest, said_by.setdefault(passage, one.digest))
    return len({groups.of(digest) for digest in digests})
