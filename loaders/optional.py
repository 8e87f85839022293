"""Libraries for kinds of input that not everybody reads: imported when one is met."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

from loaders.errors import RefusedError


def library(module: str, package: str, kind: str) -> ModuleType:
    """Return a module of a package that may not be installed.

    Raises:
        RefusedError: ``unreadable``; the message names the package.
    """
    try:
        return import_module(module)
    except ModuleNotFoundError:
        raise RefusedError("unreadable", f"reading {kind} needs the package {package}: install it") from None
