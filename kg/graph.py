"""The library: ``graph = kg.open("kg-data")``, for notebooks and scripts. The command is a thin layer over it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal, Self

from kg.store import open_engine
from kg.store.address import Server, Where, find_address

if TYPE_CHECKING:
    from datetime import date

    from neo4j import Driver
    from networkx import Graph as Network
    from rdflib import Dataset

    from kg.analysis.network import Fuzzy, Mode
    from kg.identity.judgements import Verdict
    from kg.load.compare import Doubt, Side
    from kg.load.prepare import ReferenceReading
    from kg.load.report import LoadReport
    from kg.load.revise import By, FoundSource, Revision
    from kg.load.run import Clock, Watcher
    from kg.model import Found
    from kg.store.engine import Engine, Rows
    from kg.store.graph_store import GraphStore
    from kg.verify import Verification
    from kg.views.notebook import NotebookView
    from queries.table import Table

_ROWS, _SECONDS = 10_000, 60.0


def open_graph(
    uri: Where = None, *, create: bool = True, on_wait: Callable[[str], None] | None = None, to_come: int = 0
) -> Graph:
    """Open a graph: a folder (a path or its name), or ``bolt://``/``neo4j://`` with credentials from the environment.

    ``uri`` defaults to ``KG_URI``, then ``NEO4J_URI``, then ``./kg-data``. ``create`` makes an embedded graph where
    there is none; one that will grow by a large load is given the memory for the megabytes ``to_come`` on disk.

    Raises:
        AddressError: the address is none, or credentials are missing.
        StoreError: it cannot be opened; one line says why.
    """
    address = find_address(uri, os.environ)
    engine = open_engine(address, create=create, on_wait=on_wait, to_come=to_come)
    return Graph(engine, remote=isinstance(address, Server))


class Graph:
    """One open graph. Close it, or use it in a ``with`` block."""

    def __init__(self, engine: Engine, *, remote: bool) -> None:
        self.engine = engine
        self._remote = remote

    @property
    def driver(self) -> Driver:
        """The bare ``neo4j`` driver, a reader's on the embedded engine; the database's name is ``engine.database``."""
        return self.engine.driver

    def load(
        self, *inputs: str, loader: str = "", published: str = "", publisher: str = "", jobs: int = 1
    ) -> LoadReport:
        """Read articles or data sets: paths, folders, globs or addresses. Loading the same again changes nothing.

        ``published`` (EDTF) and ``publisher`` are for texts that do not say; ``loader`` reads the inputs with that
        loader instead of recognising them. Texts are read in ``jobs`` processes (0: one a core): a script that asks
        for more than one needs its code under ``if __name__ == "__main__"``. What was rejected is counted by reason
        in the report.

        Raises:
            NoSuchInputError: an input stands for nothing.
            BadDateError: ``published`` is no date.
        """
        from kg.load.run import Clock, Watcher
        from loaders.contract import ReadOptions
        from loaders.reading import read_in_pieces
        from loaders.texts import read_texts_with

        options = ReadOptions(published=published, publisher=publisher)
        found = read_texts_with("rules", read_in_pieces(inputs, options, loader=loader), jobs=jobs, apart=True)
        return self.load_readings(found, inputs=inputs, clock=Clock(), watcher=Watcher())

    def load_readings(
        self, found: Iterable[Found], *, inputs: Sequence[str], clock: Clock, watcher: Watcher
    ) -> LoadReport:
        """Load what loaders found, with a clock and somebody who watches; see :func:`kg.load.run.load`."""
        from kg.load.run import load

        return load(found, self._store(), self._reference(), inputs=inputs, clock=clock, watcher=watcher)

    def withdraw(self, source: str, by: By, *, replaced_by: str = "") -> Revision:
        """Take a source out: what others also say stays; see :func:`kg.load.revise.withdraw`."""
        from kg.load.revise import withdraw

        return withdraw(self._store(), source, by, self._reference(), replaced_by)

    def find_source(self, typed: str) -> FoundSource:
        """Return the source of this id, address or key; see :func:`kg.load.revise.find_source`."""
        from kg.load.revise import find_source

        return find_source(self._store(), typed)

    def bring_back(self, source: str, by: By) -> Revision:
        """Undo a withdrawal; see :func:`kg.load.revise.bring_back`."""
        from kg.load.revise import bring_back

        return bring_back(self._store(), source, by, self._reference())

    def rank(self, claim: str, by: By) -> Revision:
        """Put the value of a claim first where sources disagree; see :func:`kg.load.revise.rank`."""
        from kg.load.revise import rank

        return rank(self._store(), claim, by, self._reference())

    def undo_rank(self, claim: str, by: By) -> Revision:
        """Let the rule decide again; see :func:`kg.load.revise.undo_rank`."""
        from kg.load.revise import undo_rank

        return undo_rank(self._store(), claim, by, self._reference())

    def judge(self, one: str, other: str, verdict: Verdict, by: By) -> Revision:
        """Record that two events or officials are the same, different, or not sure; see :func:`kg.load.judge.judge`."""
        from kg.load.judge import judge

        return judge(self._store(), (one, other), verdict, by, self._reference())

    def judge_candidate(self, candidate: str, verdict: Verdict, by: By) -> Revision:
        """Record the same of the two of a candidate; see :func:`kg.load.judge.judge_candidate`."""
        from kg.load.judge import judge_candidate

        return judge_candidate(self._store(), candidate, verdict, by, self._reference())

    def undo_judgement(self, judgement: str, by: By) -> Revision:
        """Take a judgement back: the graph is what it would be without; see :func:`kg.load.judge.undo_judgement`."""
        from kg.load.judge import undo_judgement

        return undo_judgement(self._store(), judgement, by, self._reference())

    def candidates(self, thing: str = "", *, least: float = 0.0, limit: int = 1_000) -> list[Doubt]:
        """Return pairs that may be one, likeliest first; ``thing`` is event, official or holder, or all."""
        from kg.load.compare import list_doubts

        return list_doubts(self._store(), thing, least, limit)

    def verdict_on(self, one: str, other: str) -> str:
        """Return what stands judged of two, by their keys (see :class:`kg.load.compare.Side`), or nothing."""
        from kg.load.compare import verdict_on

        return verdict_on(self._store(), one, other)

    def candidate(self, candidate: str) -> tuple[Doubt, Side, Side] | None:
        """Return a candidate with what sources say of both, or ``None`` where it is one no longer."""
        from kg.load.compare import find_doubt, look_at

        store = self._store()
        doubt = find_doubt(store, candidate)
        return (doubt, *look_at(store, doubt)) if doubt else None

    def _store(self) -> GraphStore:
        """The graph as what writes it sees it.

        Raises:
            NewerGraphError: a newer version of this software wrote it.
        """
        from kg.store.graph_store import GraphStore
        from kg.store.schema import apply_schema

        apply_schema(self.engine)
        return GraphStore(self.engine)

    def _reference(self) -> ReferenceReading:
        from loaders.reference import tenure_reading

        return tenure_reading

    def query(self, name: str, /, *, timeout: float = _SECONDS, **parameters: object) -> Table:
        """Run a named query with parameters as a person would write them; see :func:`queries.run`."""
        from queries import run

        return run(self.engine, name, timeout=timeout, **parameters)

    def cypher(
        self, text: str, parameters: Mapping[str, Any] | None = None, *, timeout: float = _SECONDS, limit: int = _ROWS
    ) -> Rows:
        """Run Cypher as the reader: it cannot write, takes at most ``timeout`` seconds, returns at most ``limit`` rows.

        Raises:
            NotAllowedError: it would write, or read files or the network.
            TimeLimitError: it took too long.
            QueryError: it is no Cypher the engine understands.
        """
        return self.engine.read_untrusted(text, dict(parameters or {}), timeout=timeout, limit=limit)

    def write(self, text: str, parameters: Mapping[str, Any] | None = None) -> Rows:
        """Run Cypher that may write, in one transaction."""
        from kg.store.engine import Rows

        def work(transaction: Any) -> Rows:
            result = transaction.run(text, dict(parameters or {}))
            return Rows(tuple(result.keys()), [tuple(record.values()) for record in result])

        return self.engine.write(work)

    def networkx(
        self,
        *,
        mode: Mode = "sides",
        at: date | str | None = None,
        since: date | str | None = None,
        until: date | str | None = None,
        fuzzy: Fuzzy = "possible",
        known_by: str | None = None,
    ) -> Network[str]:
        """Return who met whom as a ``networkx`` graph: on the date ``at``, or in a window.

        Dates are as for named queries ("2025-02"). See :func:`kg.analysis.network.contact_network`.

        Raises:
            BadParameterError: a date is none.
        """
        from kg.analysis.network import Contacts, contact_network
        from queries.parameters import first_day, last_day, moment

        first, last = at or since, at or until
        contacts = Contacts(
            since=first_day(first) if first else None,
            until=last_day(last) if last else None,
            fuzzy=fuzzy,
            known_by=moment(known_by) if known_by else None,
        )
        return contact_network(self.engine, mode=mode, contacts=contacts)

    def rdflib(
        self,
        base: str | None = None,
        *,
        since: str | None = None,
        until: str | None = None,
        sides: Sequence[str] = (),
        topics: Sequence[str] = (),
        known_by: str | None = None,
        fuzzy: Fuzzy = "possible",
    ) -> Dataset:
        """Return the graph, or the part of it that is asked for, as an ``rdflib.Dataset`` in memory.

        Names and dates are as for named queries; events must have all ``sides`` and one of ``topics``.
        """
        from kg.rdf import DEFAULT_BASE
        from kg.rdf.dataset import read_dataset
        from kg.rdf.selection import choose

        part = choose(self.engine, since=since, until=until, sides=sides, topics=topics, known_by=known_by, fuzzy=fuzzy)
        return read_dataset(self.engine, base or DEFAULT_BASE, part)

    def view(
        self,
        kind: Literal["explorer", "pyvis"] = "explorer",
        *,
        since: date | None = None,
        until: date | None = None,
        title: str = "Contacts",
        height: int = 640,
    ) -> NotebookView:
        """Return what a notebook shows below the cell: the explorer of the whole graph, or the quick picture.

        ``since`` and ``until`` are for ``pyvis``, the quick picture; in the explorer they are chosen on the page.
        ``height`` is in pixels.

        Raises:
            NotBuiltError: the explorer's script is not there.
            TooManyContactsError: the explorer holds 50,000 contacts.
        """
        from kg.views.contacts import Window
        from kg.views.notebook import explorer_view, quick_view

        if kind == "pyvis":
            return quick_view(self.engine, title, height, window=Window(since, until))
        return explorer_view(self.engine, title, height)

    def verify(self) -> Verification:
        """Check every quote against its source and that nothing dangles; see :func:`kg.verify.verify`."""
        from kg.verify import verify

        return verify(self.engine)

    def close(self) -> None:
        """Let go of the graph."""
        self.engine.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
