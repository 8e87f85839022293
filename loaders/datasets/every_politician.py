"""EveryPolitician: the members of a parliament in one term.

Source: *EveryPolitician* (https://everypolitician.org, 2015 to 2019), a CSV a term, 16 columns. A row is a membership:
who, of which group, for which area, from when to when; without dates the term is all that is known, and the term's own
dates stand in another file. The country is in the identifier of the area (``ocd-division/country:tv``). Some rows name
nobody: a group, or a vacant seat, stands where the person should.
"""

from __future__ import annotations

import re

from kg.model import Reading, Reject
from kg.vocabulary import country_by_code
from loaders.datasets.fields import Fields
from loaders.datasets.holders import Held, Person, edtf_day, holder_record
from loaders.datasets.rows import HeadedTable, TableRow
from loaders.datasets.said import DataSet

NAME = "everypolitician"
_DATA_SET = DataSet(f"{NAME}/1", "EveryPolitician", "CC0-1.0", 0.9, "row")
_HEAD = b"id,name,sort_name,email,twitter,facebook,group,group_id"
_COUNTRY = re.compile(r"country:([a-z]{2})\b")
_NOBODY = frozenset({"non-partisan", "nonpartisan", "independent", "vacant", "vacancy", "unknown", "speaker", "tbd"})
_TITLE = "Member of Parliament"


class EveryPoliticianLoader(HeadedTable):
    """Reads the table of a term, and yields a record for each member."""

    def __init__(self) -> None:
        super().__init__(NAME, _HEAD, _read)


def _read(row: TableRow) -> Reading | Reject:
    fields = row.filled()
    name = fields.get("name", "")
    if not name:
        return row.refused("bad-record", "the row has no name")
    if name.casefold() in _NOBODY or name == fields.get("group"):
        return row.refused("not-an-official", f"{name!r} is no person's name")
    code = _COUNTRY.search(fields.get("area_id", ""))
    country = country_by_code("iso2", code[1].upper()) if code else None
    if country is None:
        spelled = fields.get("area_id", "no area")
        return row.refused("unknown-code", f"the area {spelled!r} names no country", spelled)
    lines = Fields(fields)
    dates = (edtf_day(fields.get("start_date", "")), edtf_day(fields.get("end_date", "")))
    held = Held(_TITLE, country.iso3, *dates, lines.said("chamber" if "chamber" in fields else "name"))
    key = "-".join((fields.get("id", name), fields.get("term", ""), dates[0] or "?"))
    return holder_record(key, lines.text, Person((name,), "", lines.said("name"), (held,)), _DATA_SET)
