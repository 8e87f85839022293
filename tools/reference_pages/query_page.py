"""docs/reference/queries.md: the named queries, from the headers of their files."""

from __future__ import annotations

from collections.abc import Iterator

from queries import Query, families
from tools.reference_pages.markdown import code, page, table

_INTRODUCTION = """
Each is one file of `queries/`, and the same text runs on every engine. `kg query NAME --help` says what stands here.
Sides, officials, topics, offices and places may be given by any of their names.
"""


def queries_page() -> str:
    """Return the page."""
    blocks = [_INTRODUCTION]
    for family, found in families().items():
        blocks.append(f"## {family.capitalize()}")
        for query in found:
            blocks += _query(query)
    return page("Named queries", *blocks)


def _query(query: Query) -> Iterator[str]:
    yield f"### {query.name}"
    yield f"{query.title}. {query.description}" + (f" It reads {query.cost}." if query.cost else "")
    shown = " ".join(f"--{_option(name)} {_quoted(value)}" for name, value in query.example.items())
    yield code(f"kg query {query.name} {shown}", "sh")
    if query.parameters:
        yield table(("parameter", "takes", "default", "meaning"), [
            (f"`--{_option(one.name)}`", one.type, "required" if one.required else one.default or "", one.meaning)
            for one in query.parameters
        ])  # fmt: skip
    yield table(("column", "type", "meaning"), [(f"`{one.name}`", one.type, one.meaning) for one in query.columns])


def _option(name: str) -> str:
    return name.replace("_", "-")


def _quoted(value: str) -> str:
    return f'"{value}"' if " " in value else value
