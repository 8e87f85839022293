"""A quick start for the command: the driver and the embedded engine without the table libraries they would load.

Both import numpy, pandas and pyarrow where these are installed, for conversions that the command does not use; that
takes longer than all the rest of ``kg query``. The library leaves them alone: its users are handed the driver.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

_TABLE_LIBRARIES = ("numpy", "pandas", "pyarrow")
_wanted = False


def start_lightly() -> None:
    """From now on in this process, open stores without the table libraries; they can be imported as ever afterwards."""
    global _wanted  # noqa: PLW0603 - said once, by the command's entry point, before anything is opened
    _wanted = True


def are_imports_light() -> bool:
    """Whether this process opens stores without the table libraries."""
    return _wanted


@contextmanager
def light_imports() -> Iterator[None]:
    """Hide the table libraries that are not loaded yet from what is imported inside, if that was asked for."""
    hidden = [name for name in _TABLE_LIBRARIES if _wanted and name not in sys.modules]
    for name in hidden:
        sys.modules[name] = None  # type: ignore[assignment]  # Python's own mark for "cannot be imported"
    try:
        yield
    finally:
        for name in hidden:
            if sys.modules.get(name, name) is None:
                del sys.modules[name]
