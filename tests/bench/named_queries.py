"""Every named query with its example, beside the same Cypher sent by hand (aim: within 5 %; none over two seconds
without saying why).
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from typing import NamedTuple

from kg.store.engine import Engine, QueryError, TimeLimitError
from queries import BadParameterError, find_query, query_names, run
from queries.parameters import bind
from queries.run import cypher

_AIM, _SLOW, _GIVEN_UP = 1.05, 2.0, 300.0
_MOST_ROUNDS, _FOR_A_QUERY = 50, 2.0
"""A quick query is run as often as fits into these seconds: its medians would else say little."""
_FROM_THE_GRAPH = {
    "event": "MATCH (e:Contact) WHERE e.sources > 1 RETURN e.id ORDER BY e.id LIMIT 1",
    "official": (
        "MATCH (o:Official)-[:ATTENDED]->(e:Contact {status: 'held'}) "
        "RETURN o.id ORDER BY e.earliest DESC, o.id LIMIT 1"
    ),
    "claim": "MATCH (c:Claim {attribute: 'date'}) RETURN c.id ORDER BY c.id LIMIT 1",
    "publisher": "MATCH (s:Source) RETURN s.publisher ORDER BY s.id LIMIT 1",
}


class Beside(NamedTuple):
    """Rows of a query, and the medians of its seconds: by its name, and by hand."""

    rows: int
    named: float
    hand: float

    @property
    def ratio(self) -> float:
        """How many times as long it takes by its name."""
        return self.named / self.hand


def print_queries(engine: Engine, name: str, rounds: int) -> None:
    """Print a line for each query as it is measured, and one for all of them; ``rounds`` is the least for each."""
    found: dict[str, Beside] = {}
    for query in query_names():
        try:
            found[query] = beside(engine, query, rounds)
            print(f"{name:<12} {query:<22} {_words(query, found[query])}", flush=True)
        except BadParameterError as error:
            print(f"{name:<12} {query:<22} not measured: {error}", flush=True)
        except TimeLimitError:
            print(f"{name:<12} {query:<22} not in {_GIVEN_UP:.0f} s", flush=True)
        except QueryError as error:
            print(f"{name:<12} {query:<22} not answered: {error}", flush=True)
    named, hand = (sum(one[at] for one in found.values()) for at in (1, 2))
    over = sorted(query for query, one in found.items() if one.ratio > _AIM)
    middle = statistics.median(one.ratio for one in found.values())
    print(
        f"{name:<12} {len(found)} queries beside the same by hand: {named / hand:.3f} times as long all together, "
        f"{middle:.3f} the one in the middle (aim {_AIM}); over it {', '.join(over) or 'none'}",
        flush=True,
    )


def beside(engine: Engine, name: str, rounds: int) -> Beside:
    """Run a query by its name and by hand, in turns: a server gets faster while it runs, and both must have of that.

    Raises:
        BadParameterError: the graph has nothing that its example names.
        TimeLimitError: it does not end.
    """
    query = find_query(name)
    asked = example_of(engine, name)
    bound = bind(query, asked, engine)
    text = cypher(query, bound)

    def by_hand() -> None:
        with engine.driver.session(database=engine.database, default_access_mode="READ") as session:
            session.execute_read(lambda transaction: list(transaction.run(text, bound)))

    def by_name() -> int:
        return len(run(engine, name, timeout=_GIVEN_UP, **asked))

    rows = by_name()
    by_hand()
    once = _seconds(by_name)
    rounds = 1 if once > _SLOW else max(rounds, min(_MOST_ROUNDS, int(_FOR_A_QUERY / once)))
    pairs = [(_seconds(by_name), _seconds(by_hand)) for _ in range(rounds)]
    named, hand = (statistics.median(times) for times in zip(*pairs, strict=True))
    return Beside(rows, named, hand)


def _words(name: str, found: Beside) -> str:
    slow = f"   over {_SLOW:.0f} s: {find_query(name).cost or 'nothing says why'}" if found.named > _SLOW else ""
    shown = f"{found.rows:>7,} rows   named {found.named * 1000:9.1f} ms   by hand {found.hand * 1000:9.1f} ms"
    return f"{shown}   ratio {found.ratio:5.2f}{slow}"


def _seconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def example_of(engine: Engine, name: str) -> dict[str, object]:
    """The query's example, with this graph's own values for what it takes from the graph of the tests."""
    found: dict[str, object] = dict(find_query(name).example)
    for parameter in find_query(name).parameters:
        kind = parameter.name if parameter.name == "publisher" else parameter.type
        if parameter.name in find_query(name).example and kind in _FROM_THE_GRAPH:
            rows = engine.read(_FROM_THE_GRAPH[kind]).rows
            if rows:
                found[parameter.name] = rows[0][0]
    return found
