"""Claims of one record, each with the line that says it."""

from __future__ import annotations

from collections.abc import Iterable

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
        return self.claims(thing, subject, ((attribute, value, evidence),))[0]

    def claims(self, thing: Thing, subject: str, said: Iterable[tuple[str, Value, Evidence]]) -> list[Claim]:
        """Return a claim for each attribute, value and evidence."""
        source, confidence, extractor, rule = self._source, self._confidence, self._extractor, self._rule
        return [
            Claim(source, thing, subject, attribute, value, evidence, confidence, extractor, rule, "reports")
            for attribute, value, evidence in said
        ]  # fields by position, which takes half the time of names
