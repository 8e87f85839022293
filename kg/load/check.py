"""What a loader yields is checked before anything is written: evidence against the text, values against the schema."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from kg.blueprint import claim_attributes, event_kinds, statuses
from kg.dates import BadDateError
from kg.dates import parse as parse_edtf
from kg.model import Claim, Participant, Reading, Reject, Source, Tenure, Value, Venue
from kg.vocabulary import topics

_STRUCTURES = {"Venue": Venue, "Participant": Participant, "Tenure": Tenure}


_LONGEST_NAME = 1_000
"""Characters of a name, a title or a code. No engine indexes a text of more than some thousand bytes."""
_LONGEST_FIELD = 2_000
"""Characters of a source's address and of what else is said of it; a title may have more, for it is not indexed."""
_LONGEST_TEXT = 12_000_000
"""Bytes of a text in UTF-8: it goes to an engine in one message, and the embedded engine takes 16 MB."""


def check_source(source: Source) -> Reject | None:
    """Return a reject for a source that no graph can hold."""
    fields = ("url", "key", "publisher", "licence", "published", "language", "dateline", "title", "loader")
    for name in fields:
        text = getattr(source, name)
        if not _can_be_written(text):
            return _refused(source, "bad-characters", f"{name} has an unpaired surrogate")
        if len(text) > _LONGEST_FIELD and name != "title":
            return _refused(source, "too-large", f"{name} has {len(text):,} characters, and {_LONGEST_FIELD:,} at most")
    if (size := _bytes_of(source.text)) > _LONGEST_TEXT:
        return _refused(source, "too-large", f"the text has {size:,} bytes, and {_LONGEST_TEXT:,} at most: split it")
    return None


def _bytes_of(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-8", "surrogatepass"))


def check_reading(reading: Reading) -> tuple[Reading, list[Reject]]:
    """Return the reading with the claims that stand, and a reject for each that does not."""
    stands: list[Claim] = []
    refused: list[Reject] = []
    for claim in reading.claims:
        reject = _refuse(claim, reading.source)
        if reject is None:
            stands.append(claim)
        else:
            refused.append(reject)
    kept = stands if not refused else list(_without_orphans(stands))
    return Reading(source=reading.source, claims=tuple(kept), left=reading.left), refused


def _refuse(claim: Claim, source: Source) -> Reject | None:
    if claim.source != source.id or not claim.evidence.stands_in(source.text):
        return _reject(claim, source, "bad-evidence", f"the text has no {claim.evidence.quote[:60]!r} there")
    problem = _problem(claim)
    return _reject(claim, source, "bad-claim", problem) if problem else None


def _problem(claim: Claim) -> str:
    attribute = claim_attributes().get(claim.attribute)
    if attribute is None or attribute.thing != claim.thing:
        return f"{claim.thing} has no attribute {claim.attribute!r}"
    if problem := _problem_of_texts(claim):
        return problem
    structure = _STRUCTURES.get(attribute.value)
    if not isinstance(claim.value, structure or str):
        return f"{claim.attribute} takes {attribute.value}"
    if not 0.0 <= claim.confidence <= 1.0:
        return f"confidence {claim.confidence} is not from 0 to 1"
    return _problem_of_value(attribute.value, claim.value) if isinstance(claim.value, str) else ""


def _problem_of_texts(claim: Claim) -> str:
    """Hostile texts are data, as far as an engine can hold them."""
    for text in (claim.attributed_to, claim.rule, *_texts_of(claim.value)):
        if len(text) > _LONGEST_NAME:
            return f"{claim.attribute} has {len(text):,} characters, and {_LONGEST_NAME:,} at most"
        if not text.isascii() and not _can_be_written(text):
            return f"{claim.attribute} has an unpaired surrogate"
    return ""


def _texts_of(value: Value) -> Iterable[str]:
    if isinstance(value, str):
        return (value,)
    return [text for text in msgspec.structs.astuple(value) if isinstance(text, str)]


def _can_be_written(text: str) -> bool:
    """Whether it is Unicode that UTF-8 can carry. Most texts are ASCII, which is quicker to see."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _problem_of_value(kind: str, value: str) -> str:
    closed: dict[str, Mapping[str, object]] = {"event_kind": event_kinds(), "status": statuses(), "topic": topics()}
    if kind in closed:
        return "" if value in closed[kind] else f"{value!r} is no {kind}"
    if kind == "edtf":
        try:
            parse_edtf(value)
        except BadDateError as error:
            return str(error)
    return "" if value else f"empty {kind}"


def _without_orphans(claims: Iterable[Claim]) -> Iterable[Claim]:
    """An event of which the kind was refused is not an event: what else is said of it goes too."""
    claims = list(claims)
    whole = {claim.subject for claim in claims if claim.attribute == "kind"}
    return (claim for claim in claims if claim.thing != "event" or claim.subject in whole)


def _reject(claim: Claim, source: Source, reason: str, detail: str) -> Reject:
    record = f"{claim.subject} {claim.attribute} at {claim.evidence.start}"
    return Reject(where=source.url or source.key, record=record, reason=reason, detail=detail)


def _refused(source: Source, reason: str, detail: str) -> Reject:
    where = (source.url or source.key)[:_LONGEST_NAME].encode("utf-8", "replace").decode()
    return Reject(where=where, record="", reason=reason, detail=detail, content=source.text)
