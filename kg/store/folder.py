"""The folder of an embedded graph: whose it is, who has it open, and what stands where in it.

* kg-graph.json says that the folder is a graph;
* kg-graph.lock is held while a process has the graph open;
* db/ has the engine's files;
* run/ has settings, users and log of the process that has, or last had, the graph open, and is made anew each time.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from filelock import FileLock, Timeout

from kg.store.engine import StoreError

_MARKER = "kg-graph.json"
_LOCK = "kg-graph.lock"
_MARK = '{"engine": "ArcadeDB", "format": 1}\n'
_PRIVATE = 0o700


class FolderInUseError(StoreError):
    """Another process has the graph open."""


class NotAGraphError(StoreError):
    """The folder holds something else, or nothing."""


class GraphFolder:
    """A folder that holds a graph, locked for this process until :meth:`release`.

    Raises:
        NotAGraphError: nothing there (without ``create``), or a folder of other things, which is left as it is.
        FolderInUseError: it is open already, in another process or in this one.
        StoreError: it cannot be read or written.
    """

    def __init__(self, root: Path, *, create: bool) -> None:
        self.root = root.absolute()
        self._name = str(root)
        self._check(create=create)
        self._lock = FileLock(self.root / _LOCK, blocking=False)
        try:
            self._claim()
        except Timeout:
            raise FolderInUseError(f"{root} is open already: close it there first, or use another folder") from None
        except OSError as error:
            raise StoreError(f"cannot open the graph in {root}: {error.strerror}") from error

    @property
    def databases(self) -> Path:
        """Where the engine keeps its databases."""
        return self.root / "db"

    @property
    def run(self) -> Path:
        """A private folder for this process."""
        return self.root / "run"

    def release(self) -> None:
        """Let the next one have the folder."""
        self._lock.release()

    def _check(self, *, create: bool) -> None:
        if (self.root / _MARKER).is_file():
            return
        if self.root.exists() and not self.root.is_dir():
            raise NotAGraphError(f"{self._name} is a file, not the folder of a graph")
        if self.root.is_dir() and any(entry.name != _LOCK for entry in self.root.iterdir()):
            raise NotAGraphError(f"{self._name} is a folder of something else: give an empty or a new folder")
        if not create:
            raise NotAGraphError(f"no graph in {self._name} yet: 'kg load FILE' makes one, or name another with --uri")

    def _claim(self) -> None:
        self.root.mkdir(parents=True, exist_ok=True)
        self._lock.acquire()
        try:
            shutil.rmtree(self.run, ignore_errors=True)
            self.run.mkdir(mode=_PRIVATE, exist_ok=True)
            if not (self.root / _MARKER).exists():
                (self.root / _MARKER).write_text(_MARK, encoding="utf-8")
        except BaseException:
            self._lock.release()
            raise
