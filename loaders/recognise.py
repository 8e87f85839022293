"""Which loader reads an input: the one that is named, else the first that knows its kind by content and name."""

from __future__ import annotations

from loaders.contract import Loader, OpenedInput
from loaders.errors import RefusedError
from loaders.registry import loader_named, loaders


def choose_loader(opened: OpenedInput, named: str = "") -> Loader:
    """Return the loader for this input, and say what the input was taken for where nobody named it.

    Raises:
        RefusedError: ``empty``, or ``binary`` where no loader knows it.
        UnknownLoaderError: no loader has the name.
    """
    head = opened.head()
    if not head:
        raise RefusedError("empty", "there is nothing in it")
    if named:
        return loader_named(named)
    for loader in loaders().values():
        if loader.recognises(head, opened.name):
            opened.tell(f"taken for {loader.name}")
            return loader
    raise RefusedError("binary", "these bytes are no text; give text, HTML or JSON lines, or name the loader with --as")
