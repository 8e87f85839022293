"""Wikidata: persons and the offices they held, from entities in JSON and from results of the query service.

Source: *Wikibase JSON format* (https://doc.wikimedia.org/Wikibase/master/php/docs_topics_json.html). A dump with an
entity a line, JSON lines, what ``Special:EntityData`` and ``wbgetentities`` answer, or the JSON of a SPARQL result.

An office held is a statement of P39 with the qualifiers P580 (start) and P582 (end). Times have a precision: 9 is a
year, 10 a month, 11 a day, 8 a decade; ``somevalue`` is not known, ``novalue`` has not ended. Deprecated statements are
passed over. The names of positions stand in entities of their own, anywhere in the input: all is read before the first
record comes. A person without an office is left, and so is every other entity.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from kg.model import Found, Reading, Reject
from loaders.contract import OpenedInput, ReadOptions
from loaders.datasets.aside import Aside, kept_aside
from loaders.datasets.fields import Fields
from loaders.datasets.holders import Held, Person, holder_record
from loaders.datasets.json_lines import json_objects, whole_json
from loaders.datasets.leaders_table import DATA_SET
from loaders.datasets.offices import side_named, side_of
from loaders.datasets.tally import Tally
from loaders.datasets.wikidata_entity import Entity, entity_of, nested_entities
from loaders.errors import RefusedError

NAME = "wikidata"
_ENTITY = re.compile(
    rb'"(?:type"\s*:\s*"(?:item|property)",\s*"id"|id"\s*:\s*"Q\d+",\s*"type|entities"\s*:\s*\{\s*"[QPL]\d+)'
)
_ON_ONE_LINE = re.compile(rb'\s*\[?\s*\{"(?:type|id|pageid)".*\}\s*,?\s*\n')


class WikidataLoader:
    """Reads entities, and yields a record for each person who held an office."""

    name = NAME

    def recognises(self, head: bytes, _name: str, /) -> bool:
        """Tell by the fields that every entity begins with."""
        return head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"[") and bool(_ENTITY.search(head[:4_096]))

    def read(self, opened: OpenedInput, options: ReadOptions) -> Iterator[Found]:
        """Yield the records, and why an entity made none."""
        tally = Tally()
        with kept_aside() as aside:
            for found in _entities(opened, options):
                if isinstance(found, Reject):
                    yield found
                    continue
                tally.row()
                if _keep(found, aside):
                    continue
                detail = f"{found.id or 'an entity'} held no office"
                yield from tally.turn_down(Reject(opened.where, found.line, "not-an-official", detail))
            for _, _, kept in aside.waiting():
                yield from _person(opened.where, msgspec.convert(kept, Entity), aside)
            yield from tally.rest()


def _entities(opened: OpenedInput, options: ReadOptions) -> Iterator[Entity | Reject]:
    """Those of a dump or of JSON lines one by one; a document, which is small, is read as a whole."""
    if not _is_of_lines(opened.head()):
        for number, value in enumerate(nested_entities(whole_json(opened, options)), start=1):
            yield entity_of(value, str(number))
        return
    for found in json_objects(opened, options, NAME):
        if isinstance(found, Reject):
            yield found
            continue
        try:
            yield entity_of(found[1], found[0])
        except RefusedError as error:
            yield error.reject(opened.where, found[0])


def _is_of_lines(head: bytes) -> bool:
    """Tell a dump or JSON lines: the first entity is whole on its line, or so long that no end is in sight."""
    return bool(_ON_ONE_LINE.match(head)) or (
        b"\n" not in head.strip().removeprefix(b"[").strip() and len(head) > 60_000
    )


def _keep(entity: Entity, aside: Aside) -> bool:
    """Keep what is needed of an entity: a person with offices waits, and what has a name may be a position."""
    if entity.offices and entity.label:
        aside.wait(entity.id, entity.line, entity)
        return True
    if entity.label and not entity.is_person:
        aside.keep(entity.id, [entity.label, entity.jurisdictions])
    return False


def _person(where: str, entity: Entity, aside: Aside) -> Iterator[Reading | Reject]:
    rows = {"item": entity.id, "name": entity.label, "also": "; ".join(entity.others)}
    found: dict[str, tuple[str, str, str, str]] = {}
    for position, start, end in entity.offices:
        label, jurisdictions = aside.find(position) or ("", [])
        side = _side(label, jurisdictions, entity.citizenships)
        if not label or not side:
            what = f"{label!r} is of no side" if label else f"position {position} has no name in the input"
            detail = f"{entity.id}: {what}"
            yield Reject(where, entity.line, "unknown-code", detail, code=label or position)
            continue
        column = f"office {len(found) + 1}"
        rows[column] = f"{label} ({position}), from {start or '?'} to {end or '?'}"
        found[column] = label, side, start, end
    if not found:
        return
    lines = Fields({name: value for name, value in rows.items() if value})
    offices = [Held(*one, lines.said(column)) for column, one in found.items()]
    person = Person((entity.label,), entity.id, lines.said("name"), offices)
    yield holder_record(entity.id, lines.text, person, DATA_SET, f"https://www.wikidata.org/wiki/{entity.id}")


def _side(label: str, jurisdictions: list[str], citizenships: list[str]) -> str:
    """Whose office it is: as the position's entity says, else its name, else whose citizen the person alone is."""
    own = side_of(*jurisdictions) or side_named(label)
    return own or (side_of(*citizenships) if len(citizenships) == 1 else "")
