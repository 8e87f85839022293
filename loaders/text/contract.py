"""What an extractor is: text in, claims with offsets out.

Every extractor promises: the same source gives the same reading, in the same order; every claim's evidence is an exact
span of ``source.text``; no network, no clock, no state kept between sources.
"""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from kg.model import Reading, Source


@runtime_checkable
class Extractor(Protocol):
    """Reads one source."""

    @property
    def name(self) -> str:
        """Name and version, as it stands in each claim: ``rules/1``."""

    def extract(self, source: Source) -> Reading:
        """Return what the source says, and what was seen in it and left."""
