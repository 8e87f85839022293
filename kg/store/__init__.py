"""The store: one contract, two engines, the same Cypher."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from kg.store.address import Address, Folder

if TYPE_CHECKING:
    from kg.store.engine import Engine


def open_engine(address: Address, *, create: bool = False, on_wait: Callable[[str], None] | None = None) -> Engine:
    """Open the graph at an address. ``create`` makes an embedded one where there is none.

    Raises:
        StoreError: it cannot be opened; one line says why and what to do.
    """
    if isinstance(address, Folder):
        from kg.store.arcadedb import open_folder  # noqa: PLC0415 - only the engine that is used is imported

        return open_folder(address, create=create, on_wait=on_wait)
    from kg.store.neo4j import open_neo4j  # noqa: PLC0415

    return open_neo4j(address, on_wait=on_wait)
