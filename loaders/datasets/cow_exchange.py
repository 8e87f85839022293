"""Diplomatic exchange of the Correlates of War project: which state had an envoy with which, and of what rank.

Source: R. Bayer, *Diplomatic Exchange Data set*, v2006.1 (2006) and its codebook. CSV, a row a pair of states and year:
1817, 1824 and so on, every five years from 1920 (not in 1945). ``DR_at_1`` is the rank of the envoy of the second
state in the first, ``DR_at_2`` the other way: 0 no sign of one, 1 chargé d'affaires, 2 minister, 3 ambassador, and 9
is a value too: some other form. A row is a state of affairs in a year, not an event: each direction that stood is a
representation, with an envoy who is not named. What stood between two of the years nobody says.
"""

from __future__ import annotations

from kg.model import Claim, Evidence, Participant, Reading, Reject, Source, Value, source_id
from kg.vocabulary import state_by_code
from loaders.datasets.fields import Fields
from loaders.datasets.rows import HeadedTable, TableRow
from loaders.datasets.said import Sayer
from loaders.errors import RefusedError

NAME = "cow-exchange"
_EXTRACTOR = f"{NAME}/1"
_LICENCE = "Correlates of War: free for research, with citation"
_HEAD = b"ccode1,ccode2,year,DR_at_1,DR_at_2"
_NEEDED = ("ccode1", "ccode2", "year", "DR_at_1", "DR_at_2")
_CONFIDENCE = 0.95
"""Coded by people from diplomatic lists."""
_RANKS = {
    "1": ("chargé d'affaires", "charge-d-affaires"),
    "2": ("minister", ""),
    "3": ("ambassador", "ambassador"),
    "9": ("envoy", ""),
}
_NOBODY = "0"


class CowExchangeLoader(HeadedTable):
    """Reads the table of pairs and years, and yields a record for each row in which an envoy stood."""

    def __init__(self) -> None:
        super().__init__(NAME, _HEAD, _read)


def _read(row: TableRow) -> Reading | Reject:
    missing = [name for name in _NEEDED if not row.fields.get(name)]
    if missing:
        return row.refused("bad-record", f"the row has no {missing[0]}")
    year, ranks = row.fields["year"], (row.fields["DR_at_1"], row.fields["DR_at_2"])
    wrong = [rank for rank in ranks if rank not in _RANKS and rank != _NOBODY]
    if wrong or not (year.isdecimal() and len(year) == 4):
        return row.refused("bad-record", f"{(wrong or [year])[0]!r} is no {'rank' if wrong else 'year'}")
    if ranks == (_NOBODY, _NOBODY):
        return row.refused("not-a-contact", "neither had an envoy with the other that year")
    states = _state(row.fields["ccode1"], int(year)), _state(row.fields["ccode2"], int(year))
    return _reading(row, states, ranks)


def _state(code: str, year: int) -> tuple[str, str]:
    found = state_by_code("cow", code, year)
    if found is None:
        raise RefusedError("unknown-code", f"no state has the number {code} of the Correlates of War", f"cow {code}")
    return found


def _reading(row: TableRow, states: tuple[tuple[str, str], tuple[str, str]], ranks: tuple[str, str]) -> Reading:
    fields = Fields({name: value for name, value in row.fields.items() if name and value})
    key = "-".join(row.fields[name] for name in _NEEDED[:3])
    source = Source(
        id=source_id(url="", key=key, text=fields.text), kind="record", key=key, text=fields.text, loader=_EXTRACTOR,
        title=f"{states[0][1]} and {states[1][1]} in {row.fields['year']}", publisher="Correlates of War",
        licence=_LICENCE, language="en",
    )  # fmt: skip
    sayer = Sayer(source, _EXTRACTOR, _CONFIDENCE)
    claims: list[Claim] = []
    for number, rank in enumerate(ranks):
        if rank != _NOBODY:
            said = _representation(fields, row.fields, (states[number], states[1 - number]), number + 1)
            claims += sayer.claims("event", f"at{number + 1}", said)
    return Reading(source, tuple(claims))


def _representation(
    fields: Fields, row: dict[str, str], states: tuple[tuple[str, str], tuple[str, str]], number: int
) -> list[tuple[str, Value, Evidence]]:
    """What the rank of the envoy at the first of the states says; columns have the numbers of states."""
    (host, host_name), (sender, sender_name) = states
    column = f"DR_at_{number}"
    said = fields.said(column)
    title, office = _RANKS[row[column]]
    return [
        ("kind", "representation", said), ("status", "held", said), ("date", row["year"], fields.said("year")),
        ("side", sender, fields.said(f"ccode{3 - number}")), ("side", host, fields.said(f"ccode{number}")),
        ("host", host, said), ("title", f"{title.capitalize()} of {sender_name} in {host_name}", said),
        ("participant", Participant(capacity=title, office=office, side=sender, rank="envoy"), said),
    ]  # fmt: skip
