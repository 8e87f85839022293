"""GDELT's Global Knowledge Graph, 1.0 and 2.1: which articles name whom.

Source: *The GDELT Global Knowledge Graph Data Format Codebook* V1.03 (2013) and V2.1 (2015). Tab-separated without a
header (1.0 may have one) and without quoting: 11 columns in 1.0, 27 in 2.1; inside, lists joined by ";", their parts by
"," or "#". A row is an article (1.0: a cluster of articles with equal contents), with the themes, places, persons and
organisations that stand in it: no event, and no word of who did what. What is kept is that the article names an
official whom reference data know by that full name, and by no other person's; persons known to nobody here, themes,
places, organisations, counts, tone and GCAM are not. Themes and places stay in the record's text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import msgspec

from kg.identity.names import fold_name
from kg.model import Claim, Found, Reading, Reject
from kg.vocabulary import person_named
from loaders.contract import OpenedInput, ReadOptions
from loaders.datasets.fields import Fields
from loaders.datasets.lines import text_lines
from loaders.datasets.remembered import looked_up
from loaders.datasets.said import DataSet
from loaders.datasets.tally import Tally
from loaders.stretches import Cut
from loaders.targets import is_web_address

NAME = "gdelt-gkg"
_NEW = re.compile(rb"\d{14}-T?\d+\t\d{14}\t\d\t")
_OLD = re.compile(rb"DATE\tNUMARTS\tCOUNTS\tTHEMES|(?:19|20)\d{6}\t\d{1,6}\t[^\t\n]*\t[^\t\n]*\t")
_OLD_TABS = 10
_LEAST, _NEW_COLUMNS = 16, 27
_CONFIDENCE = 0.8
"""Of a full name that one known person has; others of that name are not known here."""
_DATA_SET = DataSet(f"{NAME}/1", "", "GDELT: unlimited use with attribution", _CONFIDENCE, "known-name")


class Layout(msgspec.Struct, frozen=True):
    """Where a version has what is kept."""

    columns: int
    day: int
    publisher: int
    address: int
    persons: int
    themes: int
    places: int


_LAYOUTS = {11: Layout(11, 0, 9, 10, 5, 3, 4), 27: Layout(27, 1, 3, 4, 12, 7, 9)}


class GdeltGkgLoader:
    """Reads both versions, and yields a record for each article that names a known official."""

    name = NAME
    cut = Cut()

    def recognises(self, head: bytes, _name: str, /) -> bool:
        """Tell by the first row: an id and a time, or a day, a count and eleven columns."""
        head = head.removeprefix(b"\xef\xbb\xbf")
        line = head.partition(b"\n")[0]
        return bool(_NEW.match(head)) or bool(_OLD.match(head) and line.count(b"\t") == _OLD_TABS)

    def read(self, opened: OpenedInput, options: ReadOptions) -> Iterator[Found]:
        """Yield the records, and why a row made none."""
        tally = Tally()
        for line in text_lines(opened, options, self.name):
            if isinstance(line, Reject):
                yield line
                continue
            number, text = line
            if text.startswith("DATE\t"):
                continue
            tally.row()
            read = _read(text, opened.where, str(number))
            if isinstance(read, Reading):
                yield read
            else:
                yield from tally.turn_down(read)
        yield from tally.rest()


def _read(text: str, where: str, number: str) -> Reading | Reject:
    cells = text.split("\t")
    if _LEAST <= len(cells) < _NEW_COLUMNS:  # the last ones are mostly empty, and white space ends no line
        cells += [""] * (_NEW_COLUMNS - len(cells))
    layout = _LAYOUTS.get(len(cells))
    day = _day(cells[layout.day][:8]) if layout else None
    if layout is None or day is None:
        detail = f"a row has {len(cells)} columns; the graph has 11 or 27, and a day"
        return Reject(where, number, "bad-record", detail, text, NAME)
    known = list(_known(cells[layout.persons]))
    if not known:
        return Reject(where, number, "not-an-official", "it names nobody whom reference data know")
    address = cells[layout.address].partition("<UDIV>")[0]
    kept = {
        "article": address, "day": day, "persons": "; ".join(name for name, _ in known),
        "themes": _list(cells[layout.themes]), "places": _list(cells[layout.places]),
    }  # fmt: skip
    return _reading({name: value for name, value in kept.items() if value}, known, cells[layout.publisher])


def _known(persons: str) -> Iterator[tuple[str, str]]:
    """Names in their order, each once, with the Wikidata item; in 2.1 a comma and an offset stand behind them."""
    seen = set[str]()
    for one in persons.split(";"):
        name = one.partition(",")[0].strip()
        if (qid := _item(name)) and qid not in seen:
            seen.add(qid)
            yield name, qid


@looked_up
def _item(name: str) -> str:
    """The Wikidata item of whom a full name stands for, or empty."""
    return person_named(fold_name(name)) if " " in name else ""


def _list(cell: str) -> str:
    """The list as it stands, without repeats: of themes the names, of places what GDELT calls them."""
    parts = [one for one in dict.fromkeys(cell.split(";")) if one]
    if "#" in cell or "," in cell:
        parts = [one.split("#", 2)[1] if "#" in one else one.partition(",")[0] for one in parts]
    return "; ".join(dict.fromkeys(parts))


def _reading(kept: dict[str, str], known: list[tuple[str, str]], publishers: str) -> Reading:
    fields, article = Fields(kept), kept.get("article", "")
    url = article if is_web_address(article) else ""
    publisher, title = publishers.partition(";")[0], f"An article that names {known[0][0]}"
    source = _DATA_SET.source(article, fields.text, title, url=url, published=kept["day"], publisher=publisher)
    claims: list[Claim] = []
    for number, (name, qid) in enumerate(known, start=1):
        said = [(attribute, value, fields.said("persons")) for attribute, value in (("name", name), ("qid", qid))]
        claims += _DATA_SET.claims(source, "official", f"o{number}", said)
    return Reading(source, tuple(claims))


@looked_up
def _day(text: str) -> str | None:
    try:
        return date.fromisoformat(text).isoformat() if text.isdecimal() else None
    except ValueError:
        return None
