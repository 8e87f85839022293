"""OpenSanctions and other data in the form of FollowTheMoney: persons of public office, with posts and dates.

Source: *FollowTheMoney* (https://followthemoney.tech), JSON lines, an entity a line: ``id``, ``caption``, ``schema``
and ``properties``, of which every value is a list. A Person may have a ``position`` in words; an Occupancy ties a
holder to a Position, with a start and an end. They refer to one another by id, in any order, so all is read before the
first record comes. A person is of the country of the position, else of their own. That a person is on a sanctions list
is no event here: no list says which day it was put there by whom. Organisations, vessels, addresses and the rest are
left. Data of OpenSanctions are CC BY-NC 4.0: load them, do not ship them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import msgspec

from kg.model import Evidence, Found, Participant, Reading, Reject
from loaders.contract import OpenedInput, ReadOptions
from loaders.datasets.aside import Aside, kept_aside
from loaders.datasets.fields import Fields
from loaders.datasets.holders import Held, Person, edtf_day, holder_record
from loaders.datasets.json_lines import decoded, json_objects, texts
from loaders.datasets.offices import item_of, office_named, side_of
from loaders.datasets.said import DataSet
from loaders.datasets.tally import Tally
from loaders.errors import RefusedError

NAME = "ftm"
_LICENCE = "as its publisher says (OpenSanctions: CC-BY-NC-4.0)"
_DATA_SET = DataSet(f"{NAME}/1", "OpenSanctions", _LICENCE, 0.85, "row")
_SCHEMA = re.compile(rb'"schema"\s*:\s*"[A-Z][A-Za-z]+"')
_PROPERTIES = re.compile(rb'"properties"\s*:\s*\{')
_COUNTRIES = ("country", "nationality", "citizenship", "jurisdiction")
_PERSON, _POSITION, _OCCUPANCY = "Person", "Position", "Occupancy"
_KEPT = frozenset({_PERSON, _POSITION, _OCCUPANCY})


class _Properties(msgspec.Struct, rename="camel", gc=False):
    """Those of an entity that are read; of most of them nothing is made."""

    name: Any = None
    position: Any = None
    country: Any = None
    nationality: Any = None
    citizenship: Any = None
    jurisdiction: Any = None
    wikidata_id: Any = None
    holder: Any = None
    post: Any = None
    start_date: Any = None
    end_date: Any = None


class _Entity(msgspec.Struct, gc=False):
    """What of an entity is read."""

    id: str
    properties: _Properties
    schema: str | None = None
    caption: Any = None


_DECODER = msgspec.json.Decoder(_Entity)
_NAMES = _Properties.__struct_encode_fields__


class FtmLoader:
    """Reads entities, and yields a record for each person with a post."""

    name = NAME

    def recognises(self, head: bytes, _name: str, /) -> bool:
        """Tell by the first line: an object with a schema and properties."""
        line = head.lstrip(b"\xef\xbb\xbf \t\r\n").partition(b"\n")[0]
        return line.startswith(b"{") and bool(_SCHEMA.search(line) and _PROPERTIES.search(line))

    def read(self, opened: OpenedInput, options: ReadOptions) -> Iterator[Found]:
        """Yield the records, and why an entity made none."""
        tally = Tally()
        with kept_aside() as aside:
            for found in json_objects(opened, options, self.name, _entity):
                if isinstance(found, Reject):
                    yield found
                    continue
                tally.row()
                if left := _keep(found[1], found[0], aside, opened.where):
                    yield from tally.turn_down(left)
            for read in _records(aside, opened.where):
                yield from (read,) if isinstance(read, Reading) else tally.turn_down(read)
        yield from tally.rest()


def _entity(line: bytes) -> Any:
    """Return what of an entity is read; a line in which anything may be wrong is decoded as a whole, and says it."""
    try:
        entity = _DECODER.decode(line) if _is_plain(line) else None
    except (msgspec.DecodeError, RecursionError):
        entity = None
    if entity is None:
        return decoded(line)
    if entity.schema not in _KEPT:
        return {"id": entity.id, "schema": entity.schema, "properties": {}}
    values = zip(_NAMES, msgspec.structs.astuple(entity.properties), strict=True)
    properties = {name: value for name, value in values if value is not None}
    return {"id": entity.id, "schema": entity.schema, "caption": entity.caption, "properties": properties}


def _is_plain(line: bytes) -> bool:
    """Tell that a line is UTF-8 without any character that no text may hold, raw or escaped; not of every such line."""
    if b"\\" in line or b"\x7f" in line or b"\xef" in line:
        return False
    try:
        return line.isascii() or bool(line.decode())
    except UnicodeDecodeError:
        return False


def _records(aside: Aside, where: str) -> Iterator[Reading | Reject]:
    """Yield the record of each person, and why there is none, or a post is not in it."""
    for key, line, person in aside.waiting():
        held = aside.belonging(key)
        yield from _without_post(where, key, held, aside)
        read = _person(key, person, held, aside)
        yield read if isinstance(read, Reading) else Reject(where, line, read.reason, f"{key}: {read}", code=read.code)
    for key, line in aside.unclaimed():
        yield Reject(where, line, "bad-record", f"its holder {key} is not in the input")


def _keep(entity: dict[str, Any], line: str, aside: Aside, where: str) -> Reject | None:
    schema, key, properties = entity.get("schema"), entity.get("id"), entity.get("properties")
    if not isinstance(key, str) or not key or not isinstance(properties, dict):
        return Reject(where, line, "bad-record", "an entity has an id, a schema and properties")
    try:
        kept = {name: found for name, value in properties.items() if (found := texts(value))}
        caption = texts(entity.get("caption")) or kept.get("name", [])
    except RefusedError as error:
        return error.reject(where, line)
    if schema == _PERSON and caption:
        aside.wait(key, line, {**kept, "caption": caption})
    elif schema == _POSITION:
        aside.keep(key, {**kept, "caption": caption})
    elif schema == _OCCUPANCY and kept.get("holder"):
        aside.belong(kept["holder"][0], line, kept)
    else:
        return Reject(where, line, "not-an-official", f"{key} is of the schema {str(schema)[:40]!r}")
    return None


def _person(
    key: str, person: dict[str, list[str]], held: list[tuple[str, Any]], aside: Aside
) -> Reading | RefusedError:
    """The record of a person, or why there is none: neither a post nor a country, or dates that are none."""
    name, own = person["caption"][0], _countries(person)
    rows = {"id": key, "name": name, "also": "; ".join(person.get("name", [])), "country": "; ".join(own)}
    rows |= {f"position {n}": title for n, title in enumerate(person.get("position", []), start=1)}
    posts = dict(_posts(held, own, aside))
    rows |= {column: line for column, (line, _) in posts.items()}
    if not posts and "position" not in person:
        return RefusedError("not-an-official", "a person without a post")
    side = side_of(*own)
    if not side and own and not posts:
        return RefusedError("unknown-code", f"no country has the code {own[0]!r}", own[0])
    lines = Fields({column: value for column, value in rows.items() if value})
    capacities = [
        (Participant(name, title, office_named(title, side), side), lines.said(f"position {n}"))
        for n, title in enumerate(person.get("position", []), start=1)
    ]
    try:
        offices = [_held(post, lines.said(column)) for column, (_, post) in posts.items()]
    except RefusedError as error:
        return error
    qid = next((item for one in (key, *person.get("wikidataId", [])) if (item := item_of(one))), "")
    return holder_record(key, lines.text, Person((name,), qid, lines.said("name"), offices, capacities), _DATA_SET)


def _without_post(where: str, key: str, held: list[tuple[str, Any]], aside: Aside) -> Iterator[Reject]:
    for line, occupancy in held:
        post = occupancy.get("post", [""])[0]
        if not (aside.find(post) or {}).get("caption"):
            detail = f"the post {post!r} that {key} held has no name in the input"
            yield Reject(where, line, "bad-record", detail)


def _countries(entity: dict[str, list[str]]) -> list[str]:
    return list(dict.fromkeys(code for field in _COUNTRIES for code in entity.get(field, [])))


def _posts(
    found: list[tuple[str, Any]], own: list[str], aside: Aside
) -> Iterator[tuple[str, tuple[str, tuple[str, str, str, str]]]]:
    """By column: the line of a post, and its title, side, start and end."""
    for number, (_, occupancy) in enumerate(found, start=1):
        post = aside.find(occupancy["post"][0]) if occupancy.get("post") else None
        if not post or not post.get("caption"):
            continue
        title = post["caption"][0]
        start, end = (occupancy.get(field, [""])[0] for field in ("startDate", "endDate"))
        line = f"{title}, from {start or '?'} to {end or '?'}"
        yield f"post {number}", (line, (title, side_of(*_countries(post), *own), start, end))


def _held(post: tuple[str, str, str, str], said: Evidence) -> Held:
    title, side, start, end = post
    return Held(title, side, edtf_day(start), edtf_day(end), said)
