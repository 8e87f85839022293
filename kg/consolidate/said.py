"""One claim with what consolidation must know of its source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import msgspec

from kg.identity.judgements import Groups
from kg.identity.passages import passage_key
from kg.model import Claim, Source, Stance, Value


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


def said(claim: Claim, source: Source, recorded: str, digest: str = "", ids: tuple[str, str] = ("", "")) -> Said:
    """Join a claim just read to its source. ``digest`` and ``ids`` (claim's and mention's), where they are known."""
    claim_id, mention = ids if ids[0] else (claim.id, claim.mention)
    return Said(
        claim=claim_id,
        mention=mention,
        subject=claim.subject,
        source=claim.source,
        digest=digest or source.digest,
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
