"""Reads whatever a user named, from the words to the records."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.model import Reject
from loaders.contract import Item, OpenedInput, ReadOptions
from loaders.errors import RefusedError
from loaders.inputs import Tell, open_inputs
from loaders.recognise import choose_loader
from loaders.registry import loader_named
from loaders.web import WebLimits

_NO_OPTIONS = ReadOptions()
_USUAL_LIMITS = WebLimits()


def _tell_nobody(_where: str, _line: str) -> None:
    """Drop a remark: nobody is listening."""


def read_all(
    typed: Sequence[str],
    options: ReadOptions = _NO_OPTIONS,
    *,
    loader: str = "",
    web: WebLimits = _USUAL_LIMITS,
    tell: Tell = _tell_nobody,
) -> Iterator[Item]:
    """Yield every record of every input that the words stand for, and a reject for each that cannot be used.

    Nothing is yielded where a word stands for nothing or no loader has the name. ``tell`` hears of each input what it
    was taken for and in which encoding it was read.

    Raises:
        NoSuchInputError: a word stands for nothing.
        UnknownLoaderError: no loader has the name.
    """
    loader = loader or ("csv" if options.mapping else "")
    if loader:
        loader_named(loader)
    for opened in open_inputs(typed, web, tell):
        if isinstance(opened, Reject):
            yield opened
        else:
            yield from read_input(opened, options, loader=loader)


def read_input(opened: OpenedInput, options: ReadOptions = _NO_OPTIONS, *, loader: str = "") -> Iterator[Item]:
    """Yield every record of one input. Where it cannot be read on, the last item is a reject that says so.

    An input without any record is rejected as ``empty``.
    """
    nothing = True
    try:
        for item in choose_loader(opened, loader).read(opened, options):
            nothing = False
            yield item
        if nothing:
            yield Reject(opened.where, "", "empty", "there is no record in it")
    except RefusedError as error:
        yield Reject(opened.where, "", error.reason, str(error))
