"""The values of claims as they are stored, and back."""

from __future__ import annotations

import msgspec

from kg.model import Participant, Tenure, Value, Venue

_STRUCTURES: dict[str, type[Venue | Participant | Tenure]] = {
    "venue": Venue, "participant": Participant, "capacity": Participant, "tenure": Tenure,
}  # fmt: skip


def decode_value(attribute: str, text: str) -> Value:
    """Return the value of a claim from the text it is stored as."""
    structure = _STRUCTURES.get(attribute)
    return msgspec.json.decode(text, type=structure) if structure else text
