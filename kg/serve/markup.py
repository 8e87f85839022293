"""The pages beside the explorer as HTML: lists, forms and tables. Every text is escaped here. Pure."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable, Iterable, Mapping
from hashlib import sha256
from html import escape
from importlib.resources import files
from urllib.parse import quote, urlencode

from kg.blueprint import event_kinds, statuses
from kg.serve.live import Year
from kg.vocabulary import countries, topics
from queries import Parameter, Query, Table

_WEB = re.compile(r"https?://[^\s]+$", re.IGNORECASE)
_CLOSED: dict[str, Callable[[], Iterable[str]]] = {
    "kind": lambda: sorted(event_kinds()),
    "status": lambda: (*statuses(), "any"),
    "fuzzy": lambda: ("possible", "certain"),
    "side": lambda: sorted(one.name for one in countries().values()),
    "topic": lambda: sorted(topics()),
}
"""What a form suggests for a parameter of a type."""


def style() -> str:
    """Return the style sheet that stands in every page."""
    return (files("kg.serve") / "assets/pages.css").read_text(encoding="utf-8")


def policy() -> str:
    """Return the content-security policy of these pages: our style, forms to ourselves, and no script at all."""
    digest = base64.b64encode(sha256(style().encode("utf-8")).digest()).decode("ascii")
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )


def page(title: str, body: str) -> str:
    """Return a whole page; ``body`` is markup."""
    links = (("/", "Explorer"), ("/queries", "Queries"), ("/cypher", "Cypher"), ("/api", "API"))
    way = " ".join(f'<a href="{address}">{text}</a>' for address, text in links)
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>{style()}</style></head>\n"
        f'<body><nav aria-label="Pages">{way}</nav><main><h1>{escape(title)}</h1>\n{body}\n</main></body></html>\n'
    )


def catalogue(found: Mapping[str, Iterable[Query]]) -> str:
    """Return the list of named queries by family."""
    parts = []
    for family, several in found.items():
        items = "".join(
            f'<li><a href="/queries/{quote(one.name)}">{escape(one.name)}</a>: {escape(one.title)}</li>'
            for one in several
        )
        parts.append(f"<h2>{escape(family)}</h2><ul>{items}</ul>")
    return "\n".join(parts)


def query_form(query: Query, given: Mapping[str, str]) -> str:
    """Return the form of a named query, filled with what was given or with its example."""
    shown = given or query.example
    fields = "".join(_field(one, shown.get(one.name, "")) for one in query.parameters)
    lists = "".join(_suggestions(name) for name in sorted({one.type for one in query.parameters} & set(_CLOSED)))
    return (
        f"<p>{escape(query.description)}</p>"
        f'<form method="get"><input type="hidden" name="ask" value="1">{fields}<button>Ask</button></form>{lists}'
    )


def _field(one: Parameter, value: str) -> str:
    suggested = f' list="{one.type}s"' if one.type in _CLOSED else ""
    return (
        f"<label>{escape(one.name.replace('_', ' '))}{' (needed)' if one.required else ''}: "
        f'<small>{escape(one.meaning)}</small><input name="{escape(one.name)}" value="{escape(value)}"{suggested} '
        f'placeholder="{escape(one.default or "")}"{" required" if one.required else ""}></label>'
    )


def _suggestions(kind: str) -> str:
    options = "".join(f'<option value="{escape(one)}">' for one in _CLOSED[kind]())
    return f'<datalist id="{kind}s">{options}</datalist>'


def cypher_form(text: str) -> str:
    """Return the form for Cypher."""
    return (
        "<p>The server only reads: what would write, or reach files or the network, is refused.</p>"
        '<form method="post"><label>Cypher<textarea name="query" spellcheck="false" required>'
        f"\n{escape(text)}</textarea></label><button>Ask</button></form>"
    )


def downloads(name: str, given: Mapping[str, str]) -> str:
    """Return links to the same answer as CSV and JSON."""
    asked = {key: value for key, value in given.items() if value}
    links = (
        f'<a href="/api/queries/{quote(name)}?{escape(urlencode({**asked, "format": form}))}">{form.upper()}</a>'
        for form in ("csv", "json")
    )
    return f"<p>The same as {' or '.join(links)}.</p>"


def table(found: Table, more: bool) -> str:
    """Return the rows, with a word where there are none or more than are shown."""
    if not len(found):
        return "<p>No rows: widen the dates, or loosen what you asked.</p>"
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in found.names)
    rows = "".join(_row(found.names, row) for row in found.rows)
    count = f"{len(found):,} {'row' if len(found) == 1 else 'rows'}"
    note = f"<p>{'Only the first ' if more else ''}{count}.</p>"
    return f'{note}<div class="wide"><table><thead><tr>{head}</tr></thead><tbody>\n{rows}</tbody></table></div>'


def error(what: str) -> str:
    """Return one line on what went wrong."""
    return f'<p class="error" role="alert">{escape(what)}</p>'


def login_form() -> str:
    """Return the form that asks for the token."""
    return (
        '<form method="post"><label>Token<input type="password" name="token" autocomplete="current-password" required>'
        "</label><button>Enter</button></form>"
    )


def windows(what: str, years: Iterable[Year]) -> str:
    """Return the years as windows to choose from, for a graph that is too large for one page."""
    items = "".join(
        f'<li><a href="/?since={escape(one.year)}&amp;until={escape(one.year)}">{escape(one.year)}</a>: '
        f"{one.contacts:,} contacts</li>"
        for one in years
    )
    return (
        f"<p>{escape(what)}</p><h2>Choose a year</h2><ul>{items}</ul><h2>Or a window</h2>"
        '<form method="get" action="/"><label>Since<input name="since" placeholder="2022-02"></label>'
        '<label>Until<input name="until" placeholder="2022-06"></label><button>Show</button></form>'
    )


def _row(names: Iterable[str], row: Iterable[object]) -> str:
    cells = zip(names, row, strict=True)
    return f"<tr>{''.join(f'<td>{_cell(name, value)}</td>' for name, value in cells)}</tr>\n"


def _cell(name: str, value: object) -> str:
    """An event leads to what it rests on, an address of the web there."""
    if isinstance(value, str) and _WEB.match(value):
        return f'<a href="{escape(value)}" rel="noreferrer noopener">{escape(value)}</a>'
    if name == "event" and isinstance(value, str):
        return f'<a href="/queries/event-evidence?ask=1&amp;event={quote(value)}">{escape(value)}</a>'
    if isinstance(value, list):
        return escape("; ".join(str(one) for one in value))
    return "" if value is None else escape(str(value))
