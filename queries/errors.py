"""What can be wrong with asking a named query."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from kg.errors import KgError


class UnknownQueryError(KgError):
    """No query has that name."""


class BadParameterError(KgError):
    """A parameter is missing, unknown, or has a value that it cannot have."""


class QueryFileError(KgError):
    """A .cypher file is not as it must be."""


def did_you_mean(text: str, known: Iterable[str], otherwise: str) -> str:
    """Return ``did you mean ...?`` with up to three names spelled nearly like the text, else what is given instead."""
    near = get_close_matches(text.casefold(), sorted(known), n=3, cutoff=0.6)
    return f"did you mean {' or '.join(near)}?" if near else otherwise
