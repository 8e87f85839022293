"""Room on the disk: an embedded graph is not written to when the disk is nearly full.

An engine that meets a full disk in the middle of a commit leaves files that it must repair when it is opened next, and
cannot while the disk stays full. Stopping before that keeps every batch that was written whole.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from kg.store.engine import StoreError

_RESERVE = 64 * 2**20
"""More than the largest batch takes in the engine's log and pages together."""


class DiskFullError(StoreError):
    """There is too little room on the disk to write safely."""


def check_room(folder: Path) -> None:
    """Refuse to write where less than 64 MB are free.

    Raises:
        DiskFullError: too little room; what was written before is whole.
    """
    free = shutil.disk_usage(folder).free
    if free < _RESERVE:
        raise DiskFullError(
            f"the disk of {folder} is nearly full ({free // 2**20} of {_RESERVE // 2**20} MB free): nothing more "
            "was written and what was is whole; make room and run the command again"
        )
