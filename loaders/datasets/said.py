"""Claims of one record, each with the line that says it."""

from __future__ import annotations

from kg.model import Claim, Evidence, Source, Thing, Value


class Sayer:
    """Makes the claims of a record; what is the same for all of them is said once."""

    def __init__(self, source: Source, extractor: str, confidence: float, rule: str = "coded") -> None:
        self._source = source.id
        self._extractor = extractor
        self._confidence = confidence
        self._rule = rule

    def claim(self, thing: Thing, subject: str, attribute: str, value: Value, evidence: Evidence) -> Claim:
        """Return a claim: the record passes on what somebody else saw or wrote."""
        return Claim(
            source=self._source, thing=thing, subject=subject, attribute=attribute, value=value, evidence=evidence,
            confidence=self._confidence, extractor=self._extractor, rule=self._rule, stance="reports",
        )  # fmt: skip
