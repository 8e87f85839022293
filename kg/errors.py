"""The errors that a caller can meet. Each carries one line for a person that says what to do."""

from __future__ import annotations


class KgError(Exception):
    """Base of every expected error. ``str(error)`` is one clear line; ``exit_status`` is what ``kg`` ends with."""

    exit_status = 2


class SchemaFileError(KgError):
    """A file of schema/ is not as it must be."""


class NewerGraphError(KgError):
    """The graph was written by a newer version of this software."""
