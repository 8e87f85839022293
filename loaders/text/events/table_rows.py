"""What a row of a table of contacts tells: who came, or was met, when and where."""

from __future__ import annotations

from loaders.text.clause.frame import Frame
from loaders.text.clause.places import Where, read_places
from loaders.text.layout.tables import Row
from loaders.text.telling.clauses import ClauseReader
from loaders.text.who.actor import Actor

RULE = "table-row"
_CALL = ("call", "telephone", "phone", "conversation")


def lend_side_of_row(reader: ClauseReader, row: Row) -> None:
    """Give those of a row the side that its column of states names."""
    states = [a for a in _in_cell(reader, row, "side") if a.kind == "side" and a.sides]
    for actor in _in_cell(reader, row, "who"):
        if states and not actor.sides and actor.kind in ("person", "role", "group"):
            actor.sides = states[0].sides


def frame_of_row(reader: ClauseReader, row: Row) -> Frame | None:
    """Return what a row tells, or none where it names nobody. Its reader's actors are resolved."""
    lx = reader.lx
    actors = _in_cell(reader, row, "who")
    actors = [a for a in actors if a.kind != "side"] or actors or _in_cell(reader, row, "side")
    if not any(actor.capacity or actor.kind != "person" for actor in actors):
        return None  # athletes, winners of prizes
    what = lx.text[slice(*row.cells["what"])].lower() if "what" in row.cells else ""
    kind = "visit" if row.visits and "call" not in what else "call" if _is_call(what) else "meeting"
    return Frame(
        kind, "", actors, lx, reader.passage, actors[0].first, RULE,
        places=_places(reader, row), span=(0, len(lx)), home_takes_part=True,
    )  # fmt: skip


def _is_call(what: str) -> bool:
    return "courtesy" not in what and any(word in what for word in _CALL)


def _places(reader: ClauseReader, row: Row) -> list[Where]:
    if "place" not in row.cells:
        return []
    start, end = row.cells["place"]
    return [one for one in read_places(reader.lx, reader.actors) if start <= one.start < end][:1]


def _in_cell(reader: ClauseReader, row: Row, column: str) -> list[Actor]:
    start, end = row.cells.get(column, (0, 0))
    return [a for a in reader.actors if start <= reader.lx.starts[a.first] < end]
