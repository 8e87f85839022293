"""Nodes in the order of their ids, read page by page: constant memory, and no transaction past a time limit.

Pages are those of :mod:`kg.store.pages`, and each is one record: what the driver does for each record costs more than
what is in it. The next page is asked for while one is written. Of a part whose ids are known those alone are looked up:
a week of a large graph costs what is in the week.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import contextmanager
from operator import itemgetter
from typing import NamedTuple, TypeAlias

from kg.rdf.columns import Columns, Row
from kg.rdf.then import Then
from kg.store.engine import Engine
from kg.store.pages import End, page_end

PAGE = 2_000

EXTRACTORS = "MATCH (c:Claim) RETURN DISTINCT c.extractor AS extractor"
Pages: TypeAlias = Iterator[list[Row]]


@contextmanager
def open_pages(
    engine: Engine,
    columns: Mapping[str, Columns],
    on_page: Callable[[int], None],
    *,
    page: int = PAGE,
    keep: Container[str] | None = None,
    known_by: str | None = None,
) -> Iterator[dict[str, Pages]]:
    """Give the pages of each label, each with its nodes in the order of ids.

    ``on_page`` hears how many more were read; ``page`` is the number of nodes of one label that are read at a time;
    ``keep`` has the ids of the nodes that are wanted, all of them without it; ``known_by`` is a moment of which what
    was shown then is read, in place of what is shown now.
    """
    pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="kg-rdf-pages")
    try:
        if isinstance(keep, frozenset) and known_by is None:
            ask: _AskAll | _AskSome = _AskSome(engine, page, _by_label(keep))
        else:
            ask = _AskAll(engine, page, known_by)
        found = {label: _pages(ask, one, pool, on_page) for label, one in columns.items()}
        yield found if keep is None else {label: _kept(pages, keep, columns[label]) for label, pages in found.items()}
    finally:
        pool.shutdown(cancel_futures=True)


def _pages(ask: _AskAll | _AskSome, columns: Columns, pool: Executor, on_page: Callable[[int], None]) -> Pages:
    asked = pool.submit(ask.page, columns, "")
    while True:
        rows, until, is_last = asked.result()
        if not is_last:
            asked = pool.submit(ask.page, columns, until)
        on_page(len(rows))
        yield rows
        if is_last:
            return


class _AskAll(NamedTuple):
    """Asks for pages of all nodes of a label."""

    engine: Engine
    size: int
    known_by: str | None

    def page(self, columns: Columns, after: str) -> tuple[list[Row], str, bool]:
        """Return the rows behind an id, sorted, the id that the next page comes after, and whether there is none."""
        labels = columns.labels(self.known_by)
        bounds = [page_end(self.engine, End(label, "id"), after, self.size) for label in labels]
        full = [until for until, many in bounds if many == self.size]
        until = min(full) if full else max((until for until, many in bounds if many), default="")
        rows = {row[0]: row for label in labels for row in self._rows(columns, label, after, until) if until}
        if self.known_by is not None:
            then = Then(self.engine, self.known_by)
            rows |= then.added(columns, rows, after, until if full else "")
            then.correct(columns, list(rows.values()))
        return [rows[one] for one in sorted(rows)], until, not full

    def _rows(self, columns: Columns, label: str, after: str, until: str) -> list[Row]:
        between = {"after": after, "until": until}
        if self.known_by is None:
            ((rows,),) = self.engine.read(columns.page_text(label), between).rows
        else:
            ((rows,),) = self.engine.read(columns.page_text_then(label), {**between, "known_by": self.known_by}).rows
        return list(rows)


class _AskSome(NamedTuple):
    """Asks for pages of the nodes that are wanted: their ids by label, sorted."""

    engine: Engine
    size: int
    ids: Mapping[str, list[str]]

    def page(self, columns: Columns, after: str) -> tuple[list[Row], str, bool]:
        """Return the same as of all nodes."""
        ids = self.ids.get(columns.label.lower(), [])
        begin = bisect_right(ids, after)
        asked = ids[begin : begin + self.size]
        if not asked:
            return [], after, True
        ((rows,),) = self.engine.read(columns.chosen_text(), {"ids": asked}).rows
        return sorted(rows, key=itemgetter(0)), asked[-1], begin + self.size >= len(ids)


def _by_label(ids: Iterable[str]) -> dict[str, list[str]]:
    """An id begins with the label of its node."""
    found: dict[str, list[str]] = defaultdict(list)
    for one in sorted(ids):
        found[one.partition("-")[0]].append(one)
    return found


def _kept(pages: Pages, keep: Container[str], columns: Columns) -> Pages:
    """Nothing that is written leads to a node that is not."""
    ends = [(columns.edge_at(kind), edge.node is not None) for kind, edge in columns.edges.items()]
    for page in pages:
        rows = [row for row in page if row[0] in keep]
        for row in rows:
            for at in columns.references:
                row[at] = row[at] if row[at] in keep else None
            for at, is_node in ends:
                row[at] = [one for one in row[at] if (one[0] if is_node else one) in keep]
        yield rows
