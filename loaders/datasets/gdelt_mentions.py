"""GDELT mentions: which further articles tell of an event that the event files code.

Source: *The GDELT Event Database Data Format Codebook* V2.0 (2015), mentions table: 16 columns, tab-separated without a
header; exports of BigQuery have commas, a header and lower-case names. A row has the event's number, the article's
address and how sure the coder was (``Confidence``, per cent) - and nothing of what the event is. So the events are
given beside: ``kg load x.mentions.CSV --beside x.export.CSV``. Each article is then a source of its own; its record is
the mention and the event's row, whose kind, day and sides it claims with the mention's own confidence. The article that
the event was coded from is no second source, and is left. Mentions of events that are not in the files are left too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator
from datetime import date
from functools import partial
from operator import methodcaller
from typing import TypeAlias

import msgspec

from kg.model import Found, Reading, Reject
from loaders.contract import OpenedInput, ReadOptions
from loaders.datasets.beside import files_beside
from loaders.datasets.collapse import Coding, record
from loaders.datasets.gdelt import GdeltEventsLoader, read_coding, why_left
from loaders.datasets.remembered import looked_up
from loaders.datasets.said import DataSet
from loaders.datasets.sieve import sieved_lines
from loaders.datasets.tally import Left, Tally
from loaders.errors import BadOptionError
from loaders.targets import is_web_address

NAME = "gdelt-mentions"
_LICENCE = "GDELT: unlimited use with attribution"
_ROW = re.compile(rb"\d{1,12}\t\d{14}\t\d{14}\t\d\t")
_HEADER = re.compile(rb"globaleventid,eventtimedate,mentiontimedate", re.IGNORECASE)
_COLUMNS = 14
"""Those that say something; the last two may be missing."""
_WEB = "1"
_MOST_SURE = 0.5
"""What a coding of GDELT is worth at all; the mention's confidence is a share of it."""
Part: TypeAlias = Callable[[str], list[str]]
"""Parts a row into cells."""


class GdeltMentionsLoader:
    """Reads mentions, and yields a record for each article that tells of a diplomatic event."""

    name = NAME

    def recognises(self, head: bytes, _name: str, /) -> bool:
        """Tell by the header, or by the first row: a number, two times, a kind of mention."""
        head = head.removeprefix(b"\xef\xbb\xbf")
        return bool(_ROW.match(head) or _HEADER.match(head))

    def read(self, opened: OpenedInput, options: ReadOptions) -> Iterator[Found]:
        """Yield the records, and why a row made none.

        Raises:
            BadOptionError: the files beside are no events.
        """
        events, tally = _events(options), Tally()
        comma = _HEADER.match(opened.head().removeprefix(b"\xef\xbb\xbf")) is not None
        part = _by_commas if comma else methodcaller("split", "\t")
        for line in sieved_lines(opened, options, self.name, partial(_without_event, part, events), tally):
            if not isinstance(line, tuple):
                yield line
                continue
            number, text = line
            if comma and number == opened.first_line and _HEADER.match(text.encode()):
                continue
            tally.row()
            read = _read(text, part(text), (opened.where, str(number)), events)
            if isinstance(read, Reading):
                yield read
            else:
                yield from tally.turn_down(read)
        yield from tally.rest()


def _events(options: ReadOptions) -> dict[str, Coding]:
    """The diplomatic events of the files beside, by number: a thirtieth of the rows."""
    found: dict[str, Coding] = {}
    for opened in files_beside(options):
        if not GdeltEventsLoader().recognises(opened.head(), opened.name):
            raise BadOptionError(f"--beside {opened.where} is no file of GDELT events")
        for line in sieved_lines(opened, options, NAME, why_left, Tally()):
            read = read_coding(line[1], opened.where, str(line[0])) if isinstance(line, tuple) else None
            if isinstance(read, Coding):
                found[read.number] = read
    return found


def _without_event(part: Part, events: Container[str], lines: list[str]) -> list[Left | None]:
    """Most mentions are of other events: they are left where nothing is wrong with them."""
    return [
        Left("no-event", f"event {cells[0]} is not among the diplomatic events that were given")
        if cells[0] not in events
        and len(cells) >= _COLUMNS
        and cells[0].isdecimal()
        and _day(cells[2])
        and _share(cells[11]) is not None
        else None
        for cells in map(part, lines)
    ]


def _read(text: str, cells: list[str], place: tuple[str, str], events: dict[str, Coding]) -> Reading | Reject:
    if len(cells) < _COLUMNS or not cells[0].isdecimal():
        return Reject(*place, "bad-record", f"a row has {len(cells)} columns; mentions have 16", text, NAME)
    published, share = _day(cells[2]), _share(cells[11])
    if not published or share is None:
        detail = f"{cells[2]!r} is no time, or {cells[11]!r} is no confidence"
        return Reject(*place, "bad-record", detail, text, NAME)
    event = events[cells[0]]
    if cells[3] != _WEB or not is_web_address(cells[5]):
        return Reject(*place, "no-event", f"{cells[5][:60]!r} is no article on the web")
    if cells[5] == event.told_in:
        return Reject(*place, "no-event", f"event {cells[0]} was coded from this article: it is no second source")
    told = msgspec.structs.replace(
        event, row=f"{text}\n{event.row}", told_in=cells[5], number=f"{cells[0]} in {cells[5]}",
        published=published, publisher=cells[4],
    )  # fmt: skip
    return record([told], DataSet(f"{NAME}/1", "", _LICENCE, round(_MOST_SURE * share, 3)), url=cells[5])


def _by_commas(text: str) -> list[str]:
    """Only the address may have commas, and is not quoted: six columns from the left, ten from the right."""
    cells = text.split(",")
    return [*cells[:5], ",".join(cells[5:-10]), *cells[-10:]] if len(cells) > _COLUMNS + 2 else cells


@looked_up
def _day(text: str) -> str:
    """The day of a time, as EDTF: mentions come by the quarter of an hour."""
    try:
        return date.fromisoformat(text[:8]).isoformat() if len(text) == 14 and text.isdecimal() else ""
    except ValueError:
        return ""


@looked_up
def _share(text: str) -> float | None:
    return int(text) / 100 if text.isdecimal() and len(text) < 4 and int(text) <= 100 else None
