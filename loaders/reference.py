"""Office tenures of reference data, as a source like any other: one record a person."""

from __future__ import annotations

from kg.model import Claim, Evidence, Reading, Source, Tenure, source_id
from kg.vocabulary import TenureRow, tenures_of

LOADER = "reference/1"
_PUBLISHER = "Wikidata and public record, as compiled in schema/reference/tenures.tsv"


def tenure_reading(qid: str) -> Reading | None:
    """Return what reference data say of the person with this Wikidata item, or ``None`` where they say nothing.

    The text of the source is the person's rows; the evidence of each tenure is its row.
    """
    rows = tenures_of(qid)
    if not rows:
        return None
    lines = [_line(row) for row in rows]
    text = "\n".join(lines)
    key = f"tenures-{qid}"
    source = Source(
        id=source_id(url="", key=key, text=text), kind="record", key=key, text=text, loader=LOADER,
        title=f"Offices of {rows[0].person}", publisher=_PUBLISHER, licence="CC0-1.0", language="en",
    )  # fmt: skip
    claims: list[Claim] = []
    start = 0
    for row, line in zip(rows, lines, strict=True):
        evidence = Evidence(start, start + len(line), line)
        if not claims:
            claims.append(_claim(source, "name", row.person, evidence))
        claims.append(_claim(source, "tenure", Tenure(row.office, row.title, row.side, row.start, row.end), evidence))
        start += len(line) + 1
    return Reading(source=source, claims=tuple(claims))


def _line(row: TenureRow) -> str:
    return "\t".join((row.person, row.qid, row.title, row.side, row.start, row.end))


def _claim(source: Source, attribute: str, value: str | Tenure, evidence: Evidence) -> Claim:
    return Claim(
        source=source.id, thing="official", subject="o1", attribute=attribute, value=value, evidence=evidence,
        confidence=0.95, extractor=LOADER, rule="row",
    )  # fmt: skip
