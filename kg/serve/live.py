"""The explorer over a graph that changes: made once per state of the graph and window, and kept."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial
from hashlib import blake2b
from importlib.resources import files
from typing import Generic, NamedTuple, TypeVar

import msgspec

from kg.serve.limits import Limits
from kg.serve.rollup import Rollup, roll_up
from kg.store.engine import Engine
from kg.views.contacts import Window
from kg.views.explorer.page import explorer_page

T = TypeVar("T")
_KEPT = 4
_MOST_PAIRS = 200
_STATE = (
    "MATCH (r:Run) RETURN 'loads' AS what, count(r) AS n, max(r.started) AS a, max(r.ended) AS b UNION ALL "
    "MATCH (w:Withdrawal) RETURN 'withdrawals' AS what, count(w) AS n, max(w.at) AS a, max(w.undone) AS b UNION ALL "
    "MATCH (k:Ranking) RETURN 'rankings' AS what, count(k) AS n, max(k.at) AS a, max(k.undone) AS b UNION ALL "
    "MATCH (j:Judgement) RETURN 'judgements' AS what, count(j) AS n, max(j.at) AS a, max(j.undone) AS b"
)
_YEARS = (
    "MATCH (e:Contact) WHERE e.earliest IS NOT NULL "
    "RETURN substring(toString(e.earliest), 0, 4) AS year, count(e) AS contacts ORDER BY year"
)


class Year(NamedTuple):
    """How many contacts may have begun in a year."""

    year: str
    contacts: int


class LivePages:
    """The pages of the explorer. Safe to use from several threads: a page is made by one while others wait."""

    def __init__(self, engine: Engine, title: str, limits: Limits) -> None:
        self._engine = engine
        self._title = title
        self._limits = limits
        self._lock = threading.Lock()
        self._pages = _Kept[bytes]()
        self._rollups = _Kept[Rollup]()

    def state(self) -> str:
        """Return a short text that is another whenever a load, withdrawal, ranking or judgement changed the graph."""
        rows = [list(row) for row in self._engine.read(_STATE).rows]
        return blake2b(msgspec.json.encode(sorted(rows, key=str)), digest_size=6).hexdigest()

    def page(self, window: Window) -> bytes:
        """Return the explorer of the contacts that were possibly in the window.

        Raises:
            TooManyContactsError: they are more than one page holds.
            NotBuiltError: the explorer's script is not there.
        """
        with self._lock:
            state = self.state()
            return self._pages.get(state, window, lambda: self._made(state, window))

    def rollup(self, window: Window) -> Rollup:
        """Return the whole graph in a few numbers, with the pairs of a window; counted once per state of the graph.

        Raises:
            TimeLimitError: counting took too long.
        """
        with self._lock:
            count = partial(roll_up, self._engine, window, _MOST_PAIRS, self._limits.seconds)
            return self._rollups.get(self.state(), window, count)

    def years(self) -> list[Year]:
        """Return the contacts by the first year in which they may have been."""
        return [Year(str(year), int(count)) for year, count in self._engine.read(_YEARS).rows]

    def _made(self, state: str, window: Window) -> bytes:
        page, _ = explorer_page(self._engine, self._title, window, live=_script(state))
        return page.encode("utf-8")


class _Kept(Generic[T]):
    """What was made last, of one state of the graph: another state's is let go."""

    def __init__(self) -> None:
        self._state = ""
        self._by_window: dict[Window, T] = {}

    def get(self, state: str, window: Window, make: Callable[[], T]) -> T:
        """Return what is kept for a window, or make it and keep it in place of the oldest."""
        if state != self._state:
            self._state, self._by_window = state, {}
        if window not in self._by_window:
            made = make()
            while len(self._by_window) >= _KEPT:
                del self._by_window[next(iter(self._by_window))]
            self._by_window[window] = made
        return self._by_window[window]


def _script(state: str) -> str:
    text = (files("kg.serve") / "assets/live.js").read_text(encoding="utf-8")
    return text.replace("__STATE__", state)
