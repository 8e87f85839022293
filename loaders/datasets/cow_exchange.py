"""Diplomatic exchange of the Correlates of War project: which state had an envoy with which, and of what rank.

Source: R. Bayer, *Diplomatic Exchange Data set*, v2006.1 (2006) and its codebook. CSV, a row a pair of states and year:
1817, 1824 and so on, every five years from 1920 (not in 1945). ``DR_at_1`` is the rank of the envoy of the second
state in the first, ``DR_at_2`` the other way: 0 no sign of one, 1 chargé d'affaires, 2 minister, 3 ambassador, and 9
is a value too: some other form. A row is a state of affairs in a year, not an event: each direction that stood is a
representation, with an envoy who is not named. What stood between two of the years nobody says.
"""

from __future__ import annotations

from kg.model import Claim, Participant, Reading, Reject
from kg.vocabulary import state_by_code
from loaders.datasets.fields import Fields
from loaders.datasets.rows import HeadedTable, TableRow
from loaders.datasets.said import DataSet, Said
from loaders.errors import RefusedError

NAME = "cow-exchange"
_HEAD = b"ccode1,ccode2,year,DR_at_1,DR_at_2"
_NEEDED = ("ccode1", "ccode2", "year", "DR_at_1", "DR_at_2")
_CONFIDENCE = 0.95
"""Coded by people from diplomatic lists."""
_DATA_SET = DataSet(
    f"{NAME}/1", "Correlates of War", "Correlates of War: free for research, with citation", _CONFIDENCE
)
_RANKS = {
    "0": None,
    "1": ("chargé d'affaires", "charge-d-affaires"),
    "2": ("minister", ""),
    "3": ("ambassador", "ambassador"),
    "9": ("envoy", ""),
}


class CowExchangeLoader(HeadedTable):
    """Reads the table of pairs and years, and yields a record for each row in which an envoy stood."""

    def __init__(self) -> None:
        super().__init__(NAME, _HEAD, _read)


def _read(row: TableRow) -> Reading | Reject:
    filled = row.filled()
    try:
        first, second, year, *ranks = [filled[name] for name in _NEEDED]
    except KeyError as missing:
        return row.refused("bad-record", f"the row has no {missing.args[0]}")
    wrong = [rank for rank in ranks if rank not in _RANKS]
    if wrong or not (year.isdecimal() and len(year) == 4):
        return row.refused("bad-record", f"{(wrong or [year])[0]!r} is no {'rank' if wrong else 'year'}")
    if not any(map(_RANKS.get, ranks)):
        return row.refused("not-a-contact", "neither had an envoy with the other that year")
    states = _state(first, int(year)), _state(second, int(year))
    fields = Fields(filled)
    source = _DATA_SET.source(f"{first}-{second}-{year}", fields.text, f"{states[0][1]} and {states[1][1]} in {year}")
    claims: list[Claim] = []
    for number, rank in enumerate(ranks):
        if envoy := _RANKS[rank]:
            said = _representation(fields, envoy, year, (states[number], states[1 - number]), number + 1)
            claims += _DATA_SET.claims(source, "event", f"at{number + 1}", said)
    return Reading(source, tuple(claims))


def _state(code: str, year: int) -> tuple[str, str]:
    found = state_by_code("cow", code, year)
    if found is None:
        raise RefusedError("unknown-code", f"no state has the number {code} of the Correlates of War", f"cow {code}")
    return found


def _representation(
    fields: Fields, envoy: tuple[str, str], year: str, states: tuple[tuple[str, str], tuple[str, str]], number: int
) -> list[Said]:
    """What the rank of the envoy at the first of the states says; columns have the numbers of states."""
    (host, host_name), (sender, sender_name) = states
    said = fields.said(f"DR_at_{number}")
    title, office = envoy
    return [
        ("kind", "representation", said), ("status", "held", said), ("date", year, fields.said("year")),
        ("side", sender, fields.said(f"ccode{3 - number}")), ("side", host, fields.said(f"ccode{number}")),
        ("host", host, said), ("title", f"{title.capitalize()} of {sender_name} in {host_name}", said),
        ("participant", Participant(capacity=title, office=office, side=sender, rank="envoy"), said),
    ]  # fmt: skip
