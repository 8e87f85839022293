"""Records of a data set: the source that a row is, and its claims, each with the line that says it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

import msgspec

from kg.model import Claim, Evidence, Source, Stance, Thing, Value, source_id

Said: TypeAlias = tuple[str, Value, Evidence]
"""An attribute, its value, and the line that says so."""


class DataSet(msgspec.Struct, frozen=True):
    """What all records of a data set have in common."""

    extractor: str
    publisher: str
    licence: str
    confidence: float
    """Of its codings; where no study measured it, by analogy."""
    rule: str = "coded"
    stance: Stance = "reports"
    """A record passes on what somebody else saw or wrote."""
    language: str = "en"

    def source(
        self, key: str, text: str, title: str, *, url: str = "", published: str = "", publisher: str = ""
    ) -> Source:
        """Return the source that a record is; ``publisher`` where it is not that of the data set."""
        return Source(
            id=source_id(url=url, key=key, text=text), kind="record", key=key, text=text, loader=self.extractor,
            url=url, title=title, publisher=publisher or self.publisher, licence=self.licence, published=published,
            language=self.language,
        )  # fmt: skip

    def claims(self, source: Source, thing: Thing, subject: str, said: Iterable[Said]) -> list[Claim]:
        """Return a claim for each attribute, value and evidence."""
        where, confidence, extractor = source.id, self.confidence, self.extractor
        rule, stance = self.rule, self.stance
        return [
            Claim(where, thing, subject, attribute, value, evidence, confidence, extractor, rule, stance)
            for attribute, value, evidence in said
        ]  # fields by position, which takes half the time of names
