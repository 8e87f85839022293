"""From a name to the id or code of a side, an official, a topic, an office or a place, with suggestions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from kg.store.engine import Engine
from kg.store.reference_rows import side_id
from kg.vocabulary import fold, resolve_side, suggest_sides, titles, topics
from queries.as_of import widen
from queries.errors import BadParameterError, did_you_mean

_MANY = 5
_SIDE_BY_NAME = "MATCH (o:Organization) WHERE o.name = $text OR o.code = $text RETURN o.id ORDER BY o.id LIMIT 1"
_OFFICIAL_BY_NAME = "MATCH (o:Official) WHERE o.name = $text RETURN o.id ORDER BY o.id LIMIT 2"
_OFFICIALS = "MATCH (o:Official) RETURN o.id, o.names ORDER BY o.id"
_PLACES = "MATCH (p:Place) RETURN p.id, [p.name] ORDER BY p.id"


def find_side(engine: Engine, text: str, *, past: bool = False) -> str:
    """Return the id of a country or organisation: by any name or code of the tables, else as the graph has it.

    ``past``, here as below: also what only the past of the graph speaks of.
    """
    if text.startswith(("country-", "organization-")):
        return text
    if code := resolve_side(text):
        return side_id(code)
    if rows := engine.read(_text(_SIDE_BY_NAME, past), {"text": text}).rows:
        return str(rows[0][0])
    near = suggest_sides(text)
    hint = f"did you mean {' or '.join(near)}?" if near else "give a name or an ISO code"
    raise BadParameterError(f"no country or organisation {text!r}: {hint}")


def find_sides(engine: Engine, text: str, *, past: bool = False) -> list[str]:
    """Return the ids of several, with commas between their names, sorted."""
    return sorted({find_side(engine, name.strip(), past=past) for name in text.split(",") if name.strip()})


def find_official(engine: Engine, text: str, *, past: bool = False) -> str:
    """Return the id of an official: an id, a name as any source spells it, or words of one name that fit one person."""
    if text.startswith("official-"):
        return text
    exact = engine.read(_text(_OFFICIAL_BY_NAME, past), {"text": text}).rows
    if len(exact) == 1:
        return str(exact[0][0])
    return _by_words("official", text, engine.stream(_text(_OFFICIALS, past)))


def find_place(engine: Engine, text: str, *, past: bool = False) -> str:
    """Return the id of a place."""
    return text if text.startswith("place-") else _by_words("place", text, engine.stream(_text(_PLACES, past)))


def find_topic(_: Engine, text: str) -> str:
    """Return the code of a topic, by code or name."""
    by_name = {fold(name): code for code, topic in topics().items() for name in (code, topic.name)}
    if code := by_name.get(fold(text)):
        return code
    raise BadParameterError(f"no topic {text!r}: {did_you_mean(text, by_name, ', '.join(topics()))}")


def find_office(_: Engine, text: str) -> str:
    """Return the id of an office in the table of titles, by id or by any title."""
    by_name = {fold(name): title.office for title in titles() for name in (title.title, title.office)}
    if office := by_name.get(fold(text)):
        return office
    raise BadParameterError(f"no office {text!r}: {did_you_mean(text, by_name, 'for example foreign-minister')}")


def _text(present: str, past: bool) -> str:
    return widen(present) if past else present


def _by_words(kind: str, text: str, rows: Iterable[Sequence[object]]) -> str:
    """Whole names first; then names that have all the words that were given."""
    wanted = fold(text)
    names = [(fold(name), str(key)) for key, spellings in rows for name in _texts(spellings)]
    words = set(wanted.split())
    for found in (
        {key for name, key in names if name == wanted},
        {key for name, key in names if words <= set(name.split())},
    ):
        if len(found) == 1:
            return found.pop()
        if found:
            listed = ", ".join(sorted(found)[:_MANY])
            raise BadParameterError(f"{len(found)} {kind}s are called {text!r}: give an id ({listed})")
    raise BadParameterError(f"no {kind} {text!r}: {_hint(wanted, sorted({name for name, _ in names}))}")


def _hint(wanted: str, names: Sequence[str]) -> str:
    """Names spelled nearly so, as a whole or in one word (a surname alone is the usual way to ask)."""
    spellings = {word: name for name in reversed(names) for word in name.split()} | {name: name for name in names}
    near = dict.fromkeys(spellings[word] for word in get_close_matches(wanted, spellings, n=3, cutoff=0.7))
    return f"did you mean {' or '.join(near)}?" if near else "the graph has no such name"


def _texts(value: object) -> list[str]:
    return [str(one) for one in value] if isinstance(value, list) else []
