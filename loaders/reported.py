"""What one said and another passes on and judges: the words are read like a text, the claims are the record's."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from kg.model import Claim, Evidence, Reading, Reject, Rejects, RowsRead, Source


class Judgement(msgspec.Struct, frozen=True):
    """What the source says of the events that the words tell of, and the line that says so."""

    status: str
    """``denied``, ``unknown``, or empty where they are as the words say."""
    said: Evidence


class Reported(msgspec.Struct, frozen=True):
    """A source with the words of another in it. An extractor reads ``words``, published when they were said."""

    source: Source
    words: Source
    start: int
    """Where the words begin in the text of the source."""
    said_by: str
    judgement: Judgement | None
    content: str
    """The record as its loader reads it again."""


def reading_of(reported: Reported, read: Reading) -> Iterator[Reading | RowsRead]:
    """Yield what the source says, from what was read of the words; words that tell of no event are counted."""
    if any(claim.thing == "event" for claim in read.claims):
        claims = (_claim(reported, claim) for claim in read.claims)
        yield Reading(reported.source, tuple(claims), read.left)
        return
    detail = "the claim that is reviewed tells of no event"
    left = Reject(reported.source.url, reported.source.key, "not-a-contact", detail)
    yield RowsRead(0, left=Rejects.of([left]))


def foreign(reported: Reported) -> Reject:
    """Return why words were refused that the extractor does not read."""
    source, language = reported.source, reported.words.language
    detail = f"what is reviewed is in {language!r}, and the extractor reads English only"
    return Reject(source.url or source.key, source.key, "language", detail, reported.content, source.loader)


def _claim(reported: Reported, claim: Claim) -> Claim:
    if claim.attribute == "status" and reported.judgement is not None and reported.judgement.status:
        return _judged(reported, claim, reported.judgement)
    return msgspec.structs.replace(
        claim, source=reported.source.id, stance="denies" if claim.stance == "denies" else "reports",
        attributed_to=claim.attributed_to or reported.said_by,
        evidence=_moved(claim.evidence, reported.start),
    )  # fmt: skip


def _judged(reported: Reported, claim: Claim, judgement: Judgement) -> Claim:
    """What the source says itself; that it is false that there was none does not say that there was one."""
    status = "unknown" if claim.value == "denied" else judgement.status
    return msgspec.structs.replace(
        claim, source=reported.source.id, value=status, evidence=judgement.said, rule="rating", attributed_to=""
    )


def _moved(evidence: Evidence, by: int) -> Evidence:
    return Evidence(evidence.start + by, evidence.end + by, evidence.quote)
