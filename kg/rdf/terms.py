"""IRIs and literals as N-Triples writes them (RDF 1.1 N-Triples, canonical form)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from string import ascii_letters, digits
from urllib.parse import urlsplit

from kg.errors import KgError

_TO_ESCAPE = re.compile(r'["\\\x00-\x1f\x7f\ufffe\uffff]')
_SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}
_CHARACTER = (
    r"(?:[A-Za-z0-9._~:/?@!$&'()*+,;=-]|%[0-9A-Fa-f]{2}"
    r"|[\u00a0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef\U00010000-\U0001fffd])"
)
"""RFC 3987 without brackets (only IPv6 hosts have them) and without the private planes."""
_IRI = re.compile(rf"https?://{_CHARACTER}+(?:#{_CHARACTER}*)?")
_ID = re.compile(r"[A-Za-z0-9-]+")
_IN_IDS = f"{ascii_letters}{digits}-".encode()


class BadIriError(KgError):
    """Something that must become an IRI cannot."""


def literal(text: str, datatype: str = "") -> str:
    """Return a literal; ``datatype`` is a whole IRI, empty for a plain string."""
    quoted = f'"{escaped(text)}"'
    return f"{quoted}^^<{datatype}>" if datatype else quoted


def english(text: str) -> str:
    """Return a literal in English."""
    return f'"{escaped(text)}"@en'


def escaped(text: str) -> str:
    """Return what stands between the quotes of a literal."""
    if text.isprintable():  # nearly always, and cheaper than a search
        if '"' in text or "\\" in text:
            return text.replace("\\", "\\\\").replace('"', '\\"')
        return text
    return _TO_ESCAPE.sub(_one, text)


def is_web_address(text: str) -> bool:
    """Tell whether the text is an absolute http(s) IRI that every reader takes without a warning."""
    if not _IRI.fullmatch(text):
        return False
    try:
        parts = urlsplit(text)
        _ = parts.port  # raises for a port that is no number
    except ValueError:
        return False
    host = parts.hostname or ""
    labels_fit = not any(label.startswith("-") or label.endswith("-") for label in host.split("."))
    return bool(host) and "@" not in parts.netloc and labels_fit


def check_base(base: str) -> str:
    """Return the base IRI if it can be one.

    Raises:
        BadIriError: it is no absolute http(s) IRI that ends with ``/`` or ``#``.

    """
    if not is_web_address(base):
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


def check_ids(ids: Sequence[str]) -> Sequence[str]:
    """Return the ids if each can stand in an IRI as it is: many at once, in the time of a few.

    Raises:
        BadIriError: one of them cannot; see :func:`check_id`.

    """
    if not all(ids) or "".join(ids).encode("ascii", "replace").translate(None, _IN_IDS):
        for one in ids:
            check_id(one)
    return ids


def _one(match: re.Match[str]) -> str:
    character = match.group()
    return _SHORT.get(character) or f"\\u{ord(character):04X}"
