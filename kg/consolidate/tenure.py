"""Whether a person held the office a source gives, on the day of the event, as far as other sources tell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import msgspec

from kg.consolidate.said import Said
from kg.dates import Edtf, contradict
from kg.dates import parse as parse_edtf
from kg.model import Participant, Tenure
from kg.vocabulary import broad_offices

Verdict = Literal["holds", "differs", "unknown"]


class TenureFinding(msgspec.Struct, frozen=True):
    """The verdict, one line of what the tenures say, and the tenure claims it rests on."""

    verdict: Verdict
    note: str = ""
    claims: tuple[str, ...] = ()


UNKNOWN = TenureFinding("unknown")


def check_tenure(participant: Participant, date: str, tenures: Sequence[Said]) -> TenureFinding:
    """Check a capacity against the tenures known of that person.

    ``holds`` when a tenure of that office and side may cover the date; ``differs`` when tenures of other offices may
    cover it and none of that office does; ``unknown`` otherwise. Reference data are never complete: ``differs`` is a
    finding for a person to look at, and what the source says is kept as it is. A capacity too broad to be one office
    ("secretary", "general", "Prince") holds where a title has its words, and disputes nothing.
    """
    if not participant.office:
        return UNKNOWN
    day = parse_edtf(date) if date else None
    current = [one for one in tenures if isinstance(one.value, Tenure) and _may_cover(one.value, day)]
    broad = participant.office in broad_offices()
    same = [one for one in current if (_may_mean if broad else _is_same_office)(one.value, participant)]
    if same:
        return _finding("holds", same)
    return _finding("differs", current) if current and not broad else UNKNOWN


def _finding(verdict: Verdict, tenures: Sequence[Said]) -> TenureFinding:
    return TenureFinding(verdict, _describe(tenures), tuple(one.claim for one in tenures))


def _may_cover(tenure: Tenure, day: Edtf | None) -> bool:
    """An unknown day, or one without a year, may lie in the tenure that is still open."""
    if day is None or day.earliest is None:
        return not tenure.end
    start = tenure.start or ".."
    return not contradict(day, parse_edtf(f"{start}/{tenure.end or '..'}"))


def _is_same_office(tenure: object, participant: Participant) -> bool:
    return isinstance(tenure, Tenure) and (tenure.office, tenure.side) == (participant.office, participant.side)


def _may_mean(tenure: object, participant: Participant) -> bool:
    """Whether a broad capacity may be that office: "secretary", and Secretary of the Security Council."""
    if not isinstance(tenure, Tenure) or tenure.side != participant.side:
        return False
    return tenure.office == participant.office or set(_words(participant.capacity)) <= set(_words(tenure.title))


def _words(title: str) -> list[str]:
    return title.casefold().replace("-", " ").split()


def _describe(claims: Sequence[Said]) -> str:
    parts = {
        f"{value.title} ({value.side}) {value.start or '?'} to {value.end or 'now, as far as known'}"
        for one in claims
        if isinstance(value := one.value, Tenure)
    }
    return "; ".join(sorted(parts))
