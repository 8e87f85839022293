"""What persons decided that rules then follow."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from kg.identity.officials import Official


class Decided(msgspec.Struct, frozen=True):
    """Claims that were ranked first, with when; and whom judgements make of officials, by the id that rules give."""

    ranked: Mapping[str, str] = {}
    known_as: Mapping[str, Official] = {}

    def official(self, found: Official) -> Official:
        """Return the official that the graph shows, under the name that was found."""
        shown = self.known_as.get(found.id)
        return msgspec.structs.replace(shown, name=found.name) if shown else found
