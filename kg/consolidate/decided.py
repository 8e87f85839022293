"""What persons decided that rules then follow."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from kg.identity.officials import Official


class Decided(msgspec.Struct, frozen=True):
    """Claims ranked first, with when; whom judgements make of officials, by the id rules give, and of the unnamed."""

    ranked: Mapping[str, str] = {}
    known_as: Mapping[str, Official] = {}
    holders: Mapping[str, Official] = {}

    def official(self, found: Official) -> Official:
        """Return the official that the graph shows, under the name that was found."""
        shown = self.known_as.get(found.id)
        return msgspec.structs.replace(shown, name=found.name) if shown else found

    def holder(self, keys: Iterable[str]) -> Official | None:
        """Return whom a person saw in an unnamed participant of these keys."""
        found = next((self.holders[key] for key in keys if key in self.holders), None)
        return self.official(found) if found else None
