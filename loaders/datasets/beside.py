"""The files that rows refer to (``--beside``): read first, since the rows make no sense without them."""

from __future__ import annotations

from collections.abc import Iterator

from kg.model import Reject
from loaders.contract import OpenedInput, ReadOptions, tell_nobody
from loaders.errors import BadOptionError
from loaders.inputs import open_inputs
from loaders.web_limits import WebLimits


def files_beside(options: ReadOptions) -> Iterator[OpenedInput]:
    """Yield each file that was given beside the inputs, open until the next is asked for.

    Raises:
        BadOptionError: one cannot be read.
        NoSuchInputError: one is not there.
    """
    if not options.beside:
        return
    for opened in open_inputs(options.beside, WebLimits(), lambda _where, line: tell_nobody(line)):
        if isinstance(opened, Reject):
            raise BadOptionError(f"--beside {opened.where}: {opened.detail}")
        yield opened
