"""Completion of ``kg query`` in the shell: names of queries, their parameters, and what may be written for each.

Nothing here opens a graph: a key that is pressed in a shell must not wait for one. So officials, places and ids are not
completed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import click
from click.shell_completion import CompletionItem

from queries import Query, UnknownQueryError, find_query, query_names
from queries.header import Parameter
from queries.parameters import ANY, CONFLICT_ATTRIBUTES, CONFLICT_KINDS, FUZZY

Choice = tuple[str, str]
"""What is written, and what it stands for."""


class QueryCommand(click.Command):
    """A command whose further options are the parameters of the query that is named."""

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Complete the value of the parameter before, else the name of a parameter or option."""
        try:
            query = find_query(str(ctx.params.get("name")))
        except UnknownQueryError:
            return super().shell_complete(ctx, incomplete)
        before = ctx.args[-1] if ctx.args else ""
        for parameter in query.parameters:
            if before == _option(parameter):
                return _values(parameter, incomplete)
        options = [(_option(one), one.meaning) for one in query.parameters if _option(one) not in ctx.args]
        return _items(iter(options), incomplete) + super().shell_complete(ctx, incomplete)


def complete_name(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Complete the name of a query."""
    found: list[Query] = [find_query(name) for name in query_names()]
    return _items(((query.name, query.title) for query in found), incomplete)


def _option(parameter: Parameter) -> str:
    return f"--{parameter.name.replace('_', '-')}"


def _items(choices: Iterator[Choice], incomplete: str) -> list[CompletionItem]:
    wanted = incomplete.casefold()
    found = dict(sorted(one for one in choices if one[0].casefold().startswith(wanted)))
    return [CompletionItem(value, help=meaning) for value, meaning in found.items()]


def _values(parameter: Parameter, incomplete: str) -> list[CompletionItem]:
    if parameter.type in ("side", "sides"):
        return _sides(incomplete)
    give = _CHOICES.get(parameter.type)
    return _items(give(), incomplete) if give else []


def _sides(incomplete: str) -> list[CompletionItem]:
    """A side by any of its names, once: by its usual one where that begins so and is one word.

    Shells part words at blanks, so a name of several words gives the code instead.
    """
    from kg.vocabulary import side_name, side_names

    wanted, found = incomplete.casefold(), dict[str, set[str]]()
    for name, code in side_names():
        for one in (name, code):
            if one.casefold().startswith(wanted):
                found.setdefault(code, set()).add(code if " " in one else one)
    usual = {code: side_name(code) for code in found}
    first = {code: min(names, key=lambda one: (one != usual[code], len(one), one)) for code, names in found.items()}
    return [CompletionItem(first[code], help=usual[code]) for code in sorted(found)]


def _kinds() -> Iterator[Choice]:
    from kg.blueprint import event_kinds

    return ((name, kind.meaning) for name, kind in event_kinds().items())


def _statuses() -> Iterator[Choice]:
    from kg.blueprint import statuses

    yield from ((name, status.meaning) for name, status in statuses().items())
    yield ANY, "Every status."


def _topics() -> Iterator[Choice]:
    from kg.vocabulary import topics

    return ((code, topic.name) for code, topic in topics().items())


def _offices() -> Iterator[Choice]:
    from kg.vocabulary import titles

    return ((title.office, title.title) for title in titles())


def _closed(names: Iterable[str]) -> Callable[[], Iterator[Choice]]:
    return lambda: ((name, "") for name in names)


_CHOICES: dict[str, Callable[[], Iterator[Choice]]] = {
    "kind": _kinds,
    "status": _statuses,
    "topic": _topics,
    "office": _offices,
    "fuzzy": _closed(FUZZY),
    "boolean": _closed(("yes", "no")),
    "conflict_attribute": _closed(CONFLICT_ATTRIBUTES),
    "conflict_kind": _closed(CONFLICT_KINDS),
}
