"""What a loader yields is checked before anything is written: evidence against the text, values against the schema."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kg.blueprint import claim_attributes, event_kinds, statuses
from kg.dates import BadDateError
from kg.dates import parse as parse_edtf
from kg.model import Claim, Participant, Reading, Reject, Source, Tenure, Venue
from kg.vocabulary import topics

_STRUCTURES = {"Venue": Venue, "Participant": Participant, "Tenure": Tenure}


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
    structure = _STRUCTURES.get(attribute.value)
    if not isinstance(claim.value, structure or str):
        return f"{claim.attribute} takes {attribute.value}"
    if not 0.0 <= claim.confidence <= 1.0:
        return f"confidence {claim.confidence} is not from 0 to 1"
    return _problem_of_value(attribute.value, claim.value) if isinstance(claim.value, str) else ""


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
