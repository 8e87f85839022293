"""A mapping proposed for a table, from the names of its columns and what stands in its first rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

import yaml

from kg.blueprint import event_kinds, statuses
from kg.dates import BadDateError, parse
from kg.vocabulary import city_coordinates, countries, resolve_side

_MOST = 0.6
"""The share of the rows with a value that must look alike."""
_FORMATS = ("%d.%m.%Y", "%m/%d/%Y", "%d/%m/%Y", "%Y/%m/%d", "%d %B %Y", "%d-%b-%Y")
_NAMES = {
    "key": ("id", "key", "number", "nr"),
    "kind": ("kind", "type", "form", "mode", "event"),
    "status": ("status", "state"),
    "title": ("title", "event", "name"),
    "host": ("host",),
    "country": ("venuecountry", "placecountry"),
}


class _Proposal:
    """What was found so far, and the columns of which nothing is known yet."""

    def __init__(self, header: Sequence[str], rows: Sequence[dict[str, str]]) -> None:
        self.found: dict[str, object] = {}
        self.left = [column for column in header if column]
        self._rows = rows

    def values(self, column: str) -> list[str]:
        """Return what stands in a column, without what is empty."""
        return [row[column] for row in self._rows if row.get(column)]

    def looking(self, looks: Callable[[list[str]], bool]) -> list[str]:
        """Return the columns whose values look so."""
        return [column for column in self.left if looks(self.values(column))]

    def take(self, name: str, columns: Sequence[str]) -> None:
        """Say that the first of these columns has this, where there is one."""
        for column in columns[:1]:
            self.found[name] = column
            self.left.remove(column)


def propose(header: Sequence[str], rows: Sequence[dict[str, str]]) -> str:
    """Return a mapping as YAML, with a comment on what a person has to look at."""
    proposal = _Proposal(header, rows)
    found = proposal.found
    proposal.take("key", _named(proposal.left, "key"))
    found["sides"] = sides = proposal.looking(_are_sides)[:2]
    proposal.left = [column for column in proposal.left if column not in sides]
    proposal.take("date", proposal.looking(_are_days))
    if "date" in found and (form := _format([row.get(str(found["date"]), "") for row in rows])):
        found["date_format"] = form
    proposal.take("url", proposal.looking(lambda values: _mostly(values, _is_address)))
    proposal.take("city", proposal.looking(lambda values: _mostly(values, _is_city)))
    found["kind"] = _closed(proposal, "kind", sorted(event_kinds()), "meeting")
    found["status"] = _closed(proposal, "status", list(statuses()), "held")
    proposal.take("title", _named([one for one in proposal.left if one not in _used(found)], "title"))
    text = yaml.safe_dump(found, sort_keys=False, allow_unicode=True)
    unused = [column for column in header if column and column not in _used(found)]
    return f"# Look at each line; docs/how-to/load-a-table.md has what else a mapping can say.\n{text}{_rest(unused)}"


def _named(columns: Sequence[str], name: str) -> list[str]:
    return [one for one in columns if "".join(filter(str.isalpha, one.casefold())) in _NAMES[name]]


def _is_address(text: str) -> bool:
    return text.startswith(("http://", "https://"))


def _mostly(values: list[str], looks: Callable[[str], bool]) -> bool:
    return bool(values) and sum(map(looks, values)) >= _MOST * len(values)


def _are_sides(values: list[str]) -> bool:
    return _mostly(values, lambda text: all(resolve_side(one.strip()) for one in text.split(";")))


def _are_days(values: list[str]) -> bool:
    return _mostly(values, _is_edtf) or bool(_format(values))


def _is_edtf(text: str) -> bool:
    try:
        return bool(parse(text))
    except BadDateError:
        return False


def _format(values: list[str]) -> str:
    if _mostly(values, _is_edtf):
        return ""
    return next((form for form in _FORMATS if _mostly(values, partial(_fits, form))), "")


def _fits(form: str, text: str) -> bool:
    try:
        datetime.strptime(text, form)  # noqa: DTZ007 - a day
    except ValueError:
        return False
    return True


def _is_city(text: str) -> bool:
    return any(city_coordinates(text, code) for code in countries())


def _closed(proposal: _Proposal, name: str, closed: list[str], usual: str) -> object:
    """A column of that name with its values, those that are on the list meaning themselves; else the usual for all."""
    for column in _named(proposal.left, name):
        values = sorted(set(proposal.values(column)))
        return {"column": column, "values": {value: value if value in closed else usual for value in values}}
    return {"is": usual}


def _used(found: dict[str, object]) -> set[str]:
    used: set[str] = set()
    for value in found.values():
        if isinstance(value, str):
            used.add(value)
        elif isinstance(value, list):
            used.update(value)
        elif isinstance(value, dict):
            used.add(str(value.get("column", "")))
    return used


def _rest(unused: list[str]) -> str:
    return f"# Columns that are kept in the record's text and read no further: {', '.join(unused)}\n" if unused else ""
