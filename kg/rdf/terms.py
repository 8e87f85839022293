"""IRIs and literals as N-Triples writes them (RDF 1.1 N-Triples, canonical form)."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from kg.errors import KgError

_TO_ESCAPE = re.compile(r'["\\\x00-\x1f\x7f\ufffe\uffff]')
_SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}
_IRI = re.compile(r"[a-z][a-z0-9+.-]*:[^\x00-\x20<>\"{}|^`\\\x7f]+", re.IGNORECASE)
_ID = re.compile(r"[A-Za-z0-9-]+")
_WEB = ("http", "https")


class BadIriError(KgError):
    """Something that must become an IRI cannot."""


def literal(text: str, datatype: str = "") -> str:
    """Return a literal; ``datatype`` is a whole IRI, empty for a plain string."""
    quoted = f'"{_escape(text)}"'
    return f"{quoted}^^<{datatype}>" if datatype else quoted


def english(text: str) -> str:
    """Return a literal in English."""
    return f'"{_escape(text)}"@en'


def is_iri(text: str) -> bool:
    """Tell whether the text is an absolute IRI that every reader takes."""
    if not _IRI.fullmatch(text):
        return False
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme not in _WEB or bool(parts.hostname)


def check_base(base: str) -> str:
    """Return the base IRI if it can be one.

    Raises:
        BadIriError: it is no absolute http(s) IRI that ends with ``/`` or ``#``.

    """
    if not is_iri(base) or not base.startswith(("http://", "https://")):
        raise BadIriError(f"{base!r} is no base IRI: give one like https://example.org/kg/")
    if not base.endswith(("/", "#")):
        raise BadIriError(f"{base!r} must end with / (or #), as ids are put right behind it")
    return base


def check_id(node_id: str) -> str:
    """Return the id if it can stand in an IRI as it is.

    Raises:
        BadIriError: it has anything but letters, digits and hyphens.

    """
    if not _ID.fullmatch(node_id):
        raise BadIriError(
            f"the graph has a node with the id {node_id[:60]!r}, which is none of ours: it cannot be written"
        )
    return node_id


def _escape(text: str) -> str:
    return _TO_ESCAPE.sub(_one, text) if _TO_ESCAPE.search(text) else text


def _one(match: re.Match[str]) -> str:
    character = match.group()
    return _SHORT.get(character) or f"\\u{ord(character):04X}"
