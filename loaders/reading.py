"""Reads whatever a user named, from the words to the records."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import cast

from kg.model import Reject
from loaders.contract import Item, OpenedInput, ReadOptions
from loaders.inputs import Tell, open_inputs
from loaders.pieces import Cuttable, Unread, pieces_of, read_piece, to_the_end
from loaders.recognise import choose_loader
from loaders.registry import loader_named
from loaders.web_limits import WebLimits

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
    for item in read_in_pieces(typed, options, loader=loader, web=web, tell=tell):
        yield from read_unread(item)


def read_in_pieces(
    typed: Sequence[str],
    options: ReadOptions = _NO_OPTIONS,
    *,
    loader: str = "",
    web: WebLimits = _USUAL_LIMITS,
    tell: Tell = _tell_nobody,
) -> Iterator[Item | Unread]:
    """Yield the same, with long tables as pieces that nobody has read yet: for whoever reads them elsewhere.

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
            yield from to_the_end(opened.where, _pieces_or_records(opened, options, loader))


def read_input(opened: OpenedInput, options: ReadOptions = _NO_OPTIONS, *, loader: str = "") -> Iterator[Item]:
    """Yield every record of one input. Where it cannot be read on, the last item is a reject that says so.

    An input without any record is rejected as ``empty``.
    """
    for item in to_the_end(opened.where, _pieces_or_records(opened, options, loader)):
        yield from read_unread(item)


def read_unread(item: Item | Unread) -> Iterator[Item]:
    """Yield what a piece holds; anything else as it is."""
    if not isinstance(item, Unread):
        yield item
        return
    found = loader_named(item.piece.loader)
    yield from read_piece(cast("Cuttable", found), item.piece, item.options)


def _pieces_or_records(opened: OpenedInput, options: ReadOptions, named: str) -> Iterator[Item | Unread]:
    loader = choose_loader(opened, named)
    if isinstance(loader, Cuttable):
        yield from (Unread(piece, options) for piece in pieces_of(opened, loader, options))
    else:
        yield from loader.read(opened, options)
