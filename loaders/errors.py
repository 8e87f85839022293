"""What can go wrong while reading."""

from __future__ import annotations

from kg.errors import KgError
from kg.model import Reject


class LoaderError(KgError):
    """Base of the errors of reading."""


class NoSuchInputError(LoaderError):
    """What the user typed names no file, folder, pattern or address that can be read."""


class UnknownLoaderError(LoaderError):
    """No loader has the name that was given."""


class LoaderPluginError(LoaderError):
    """An installed plug-in gives no loader."""


class BadOptionError(LoaderError):
    """An option of reading has a value that means nothing."""


class RefusedError(LoaderError):
    """An input, or one record of it, cannot be used. Whoever reads the input turns it into a ``Reject``.

    ``reason`` is an id of schema/rejects.yaml; ``str(error)`` is the detail, in one line; ``code`` is the one that no
    table has.
    """

    def __init__(self, reason: str, detail: str, code: str = "") -> None:
        super().__init__(" ".join(detail.splitlines()))  # libraries quote what they could not read
        self.reason = reason
        self.code = code

    def reject(self, where: str, record: str = "", content: str = "", loader: str = "") -> Reject:
        """Return why the record was not used, or without one the whole input."""
        return Reject(where, record, self.reason, str(self), content, loader, self.code)

    def __reduce__(self) -> tuple[type[RefusedError], tuple[str, str, str]]:
        """How it goes from one process to another."""
        return type(self), (self.reason, str(self), self.code)


class UnknownExtractorError(LoaderError):
    """No extractor has that name."""


class ExtractorPluginError(LoaderError):
    """An installed extractor cannot be used."""


class WorkerEndedError(LoaderError):
    """A process that reads for this one was ended from outside, or could not begin."""


class EngineError(LoaderError):
    """An engine that maps the reading of texts over tables cannot be had, or failed."""
