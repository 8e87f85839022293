"""From a name to the id or code of a side, an official, a topic, an office or a place, with suggestions.

Whole names are found by an index; only where there is none are all names read, to find words of one or to suggest some.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from functools import cache

from kg.identity.alike import name_look_ups
from kg.store.reference_rows import side_id
from kg.vocabulary import fold, resolve_side, suggest_sides, titles, topics
from queries.as_of import widen
from queries.errors import BadParameterError, did_you_mean
from queries.reader import Reader

_MANY = 5
_SIDE_BY_NAME = "MATCH (o:Organization) WHERE o.name = $text OR o.code = $text RETURN o.id ORDER BY o.id LIMIT 1"
_OFFICIAL_BY_NAME = "MATCH (o:Official) WHERE o.name = $text RETURN o.id ORDER BY o.id LIMIT 2"
_OFFICIALS = "MATCH (o:Official) RETURN o.id, o.names ORDER BY o.id"
_OFFICIALS_BY_KEY = (
    "UNWIND $keys AS key MATCH (k:Key {key: key}) WITH DISTINCT k.of AS id MATCH (o:Official {id: id}) "
    "RETURN o.id, o.names ORDER BY o.id"
)
_PLACE_BY_NAME = "MATCH (p:Place) WHERE p.name = $text RETURN p.id ORDER BY p.id LIMIT 2"
_PLACES = "MATCH (p:Place) RETURN p.id, [p.name] ORDER BY p.id"


def find_side(engine: Reader, text: str, *, past: bool = False) -> str:
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


def find_sides(engine: Reader, text: str, *, past: bool = False) -> list[str]:
    """Return the ids of several, with commas between their names, sorted."""
    return sorted({find_side(engine, name.strip(), past=past) for name in text.split(",") if name.strip()})


def find_official(engine: Reader, text: str, *, past: bool = False) -> str:
    """Return the id of an official: an id, a name as any source spells it, or words of one name that fit one person."""
    if text.startswith("official-"):
        return text
    found = _only(engine, _text(_OFFICIAL_BY_NAME, past), text) or ("" if past else _by_keys(engine, text))
    return found or _by_words("official", text, engine.stream(_text(_OFFICIALS, past)))


def find_place(engine: Reader, text: str, *, past: bool = False) -> str:
    """Return the id of a place: an id, its name, or words of its name that fit one place."""
    if text.startswith("place-"):
        return text
    found = _only(engine, _text(_PLACE_BY_NAME, past), text)
    return found or _by_words("place", text, engine.stream(_text(_PLACES, past)))


def _only(engine: Reader, query: str, text: str) -> str:
    """The one thing of exactly this name, or nothing."""
    rows = engine.read(query, {"text": text}).rows
    return str(rows[0][0]) if len(rows) == 1 else ""


def _by_keys(engine: Reader, text: str) -> str:
    """The one official with this whole name among their spellings, by the keys that alike names share; or nothing."""
    rows = engine.read(_OFFICIALS_BY_KEY, {"keys": name_look_ups([text], "")}).rows
    found = _whole(fold(text), _folded(rows))
    return found.pop() if len(found) == 1 else ""


def find_topic(_: Reader, text: str) -> str:
    """Return the code of a topic, by code or name."""
    if code := _topics_by_name().get(fold(text)):
        return code
    raise BadParameterError(f"no topic {text!r}: {did_you_mean(text, _topics_by_name(), ', '.join(topics()))}")


def find_office(_: Reader, text: str) -> str:
    """Return the id of an office in the table of titles, by id or by any title."""
    if office := _offices_by_title().get(fold(text)):
        return office
    hint = did_you_mean(text, _offices_by_title(), "for example foreign-minister")
    raise BadParameterError(f"no office {text!r}: {hint}")


@cache
def _topics_by_name() -> dict[str, str]:
    return {fold(name): code for code, topic in topics().items() for name in (code, topic.name)}


@cache
def _offices_by_title() -> dict[str, str]:
    return {fold(name): title.office for title in titles() for name in (title.title, title.office)}


def _text(present: str, past: bool) -> str:
    return widen(present) if past else present


def _by_words(kind: str, text: str, rows: Iterable[Sequence[object]]) -> str:
    """Whole names first; then names that have all the words that were given."""
    wanted = fold(text)
    names = _folded(rows)
    words = set(wanted.split())
    for found in (_whole(wanted, names), {key for name, key in names if words <= set(name.split())}):
        if len(found) == 1:
            return found.pop()
        if found:
            listed = ", ".join(sorted(found)[:_MANY])
            raise BadParameterError(f"{len(found)} {kind}s are called {text!r}: give an id ({listed})")
    raise BadParameterError(f"no {kind} {text!r}: {_hint(wanted, sorted({name for name, _ in names}))}")


def _folded(rows: Iterable[Sequence[object]]) -> list[tuple[str, str]]:
    """Every spelling, folded, with the id of whose it is."""
    return [(fold(name), str(key)) for key, spellings in rows for name in _texts(spellings)]


def _whole(wanted: str, names: Iterable[tuple[str, str]]) -> set[str]:
    return {key for name, key in names if name == wanted}


def _hint(wanted: str, names: Sequence[str]) -> str:
    """Names spelled nearly so, as a whole or in one word (a surname alone is the usual way to ask)."""
    spellings = {word: name for name in reversed(names) for word in name.split()} | {name: name for name in names}
    near = dict.fromkeys(spellings[word] for word in get_close_matches(wanted, spellings, n=3, cutoff=0.7))
    return f"did you mean {' or '.join(near)}?" if near else "the graph has no such name"


def _texts(value: object) -> list[str]:
    return [str(one) for one in value] if isinstance(value, list) else []
