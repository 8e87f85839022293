"""The store: one contract, two engines, the same Cypher."""

from __future__ import annotations

import threading
from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

from kg.store.address import Address, Folder
from kg.store.interrupts import between_steps
from kg.store.light_import import are_imports_light, light_imports

if TYPE_CHECKING:
    from kg.store.engine import Engine


def open_engine(
    address: Address, *, create: bool = False, on_wait: Callable[[str], None] | None = None, to_come: int = 0
) -> Engine:
    """Open the graph at an address. ``create`` makes an embedded one where there is none.

    ``on_wait`` is told, in one line, whenever writing waits for a server that does not answer. An embedded engine takes
    the memory for a graph of as many more megabytes as are ``to_come``.

    Raises:
        StoreError: it cannot be opened; one line says why and what to do.
    """
    engine: Engine | None = None
    try:
        with between_steps(), light_imports():
            engine = _open(address, create=create, on_wait=on_wait, to_come=to_come)
    except KeyboardInterrupt:
        if engine is not None:
            engine.close()
        raise
    return engine


def _open(address: Address, *, create: bool, on_wait: Callable[[str], None] | None, to_come: int) -> Engine:
    if isinstance(address, Folder):
        return _open_folder(address, create=create, on_wait=on_wait, to_come=to_come)
    from kg.store.neo4j import open_neo4j

    return open_neo4j(address, on_wait=on_wait)


def _open_folder(address: Folder, *, create: bool, on_wait: Callable[[str], None] | None, to_come: int) -> Engine:
    """Open an embedded graph; where the imports are light, the driver is imported while the engine starts.

    That halves the wait. The table libraries may not be imported meanwhile: they read the locale, and the engine's
    start sets it for a moment.
    """
    from kg.store.folder import GraphFolder
    from kg.store.heap import fitting_heap

    folder = GraphFolder(address.path, create=create)
    importing = threading.Thread(target=import_module, args=("kg.store.embedded",))
    importing.start()
    if not are_imports_light():
        importing.join()
    try:
        from kg.store.arcadedb import ArcadeServer

        heap = address.heap or fitting_heap(folder.databases, to_come)
        server = ArcadeServer(folder.databases, folder.run, heap)
    except BaseException:
        folder.release()
        raise
    finally:
        importing.join()
    from kg.store.embedded import EmbeddedEngine

    return EmbeddedEngine(server, folder, on_wait)
