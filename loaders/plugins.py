"""What other packages add: loaders and extractors, by entry points."""

from __future__ import annotations

from collections.abc import Callable, Collection
from difflib import get_close_matches
from importlib.metadata import EntryPoint
from typing import TypeGuard, TypeVar

from loaders.errors import LoaderError

T = TypeVar("T")


def made_by(
    point: EntryPoint, is_one: Callable[[object], TypeGuard[T]], what: str, guide: str, error: type[LoaderError]
) -> T:
    """Return what an entry point gives: an object that ``is_one``, or a class without arguments that makes one.

    ``what`` is the word for it, and ``guide`` the file that says how one is written.

    Raises:
        LoaderError: of the class ``error``, where it gives no such thing.
    """
    package = point.dist.name if point.dist else point.module
    try:
        found = point.load()
        made = found() if isinstance(found, type) else found
    except (ImportError, AttributeError, TypeError) as cause:
        raise error(f"the {what} {point.name!r} of {package} cannot be used: {cause}") from cause
    if not is_one(made):
        raise error(f"{point.name!r} of {package} is no {what}: see {guide}")
    return made


def nearest(name: str, names: Collection[str]) -> str:
    """Return what to say to somebody who named none of these: the name that is spelled most alike, else all."""
    near = get_close_matches(name, names, n=1)
    return f"did you mean {near[0]!r}?" if near else f"there are {', '.join(names)}"
