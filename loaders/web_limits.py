"""How far fetching a page may go: by itself, so that whoever fetches nothing need not have what fetches."""

from __future__ import annotations

import msgspec


class WebLimits(msgspec.Struct, frozen=True):
    """How far a fetch may go."""

    body_bytes: int = 10 * 2**20
    """Largest body that is taken, as it comes over the wire."""
    seconds: float = 30.0
    """From looking up the name to the last byte, redirects included."""
    redirects: int = 5
