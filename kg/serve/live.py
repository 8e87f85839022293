"""The explorer over a graph that changes: made once per state of the graph and window, and kept."""

from __future__ import annotations

import threading
from hashlib import blake2b
from importlib.resources import files
from typing import NamedTuple

import msgspec

from kg.serve.limits import Limits
from kg.serve.rollup import Rollup, roll_up
from kg.store.engine import Engine
from kg.views.contacts import Window
from kg.views.explorer.page import explorer_page

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
        self._pages: dict[tuple[str, Window], bytes] = {}
        self._rollups: dict[tuple[str, Window], Rollup] = {}

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
            key = (self.state(), window)
            if key not in self._pages:
                page, _ = explorer_page(self._engine, self._title, window, live=_script(key[0]))
                kept = [(old, made) for old, made in self._pages.items() if old[0] == key[0]]
                self._pages = dict([*kept[1 - _KEPT :], (key, page.encode("utf-8"))])
            return self._pages[key]

    def rollup(self, window: Window) -> Rollup:
        """Return the whole graph in a few numbers, with the pairs of a window; counted once per state of the graph.

        Raises:
            TimeLimitError: counting took too long.
        """
        with self._lock:
            key = (self.state(), window)
            if key not in self._rollups:
                made = roll_up(self._engine, window, _MOST_PAIRS, self._limits.seconds)
                kept = [(old, one) for old, one in self._rollups.items() if old[0] == key[0]]
                self._rollups = dict([*kept[1 - _KEPT :], (key, made)])
            return self._rollups[key]

    def years(self) -> list[Year]:
        """Return the contacts by the first year in which they may have been."""
        return [Year(str(year), int(count)) for year, count in self._engine.read(_YEARS).rows]


def _script(state: str) -> str:
    text = (files("kg.serve") / "assets/live.js").read_text(encoding="utf-8")
    return text.replace("__STATE__", state)
