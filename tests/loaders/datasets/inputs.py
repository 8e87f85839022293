"""A file of each kind of data set: a real sample where there is one, else rows made up in the published columns."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from loaders.contract import ReadOptions
from tests.loaders.datasets.rows import POLECAT_HEADER, gdelt, mention, polecat
from tests.loaders.datasets.test_colt import table
from tests.loaders.datasets.wikidata_entities import DUMP, RESULT

_REAL = {
    "gdelt-events": "gdelt2_events_20191024143000.export.CSV",
    "gdelt-gkg": "gdelt2_gkg_20170701234500.tsv",
    "icews": "icews_2018_sample.tab",
    "cow-exchange": "cow_diplomatic_exchange_2006v1_head.csv",
    "un-votes": "un_votes_head200.csv",
    "everypolitician": "everypolitician_tuvalu_term11.csv",
    "leaders": "wikidata_world_leaders_2021.csv",
    "leaders-json": "world_leaders_current_g20.json",
    "ftm": "opensanctions_ftm_sample.jsonl",
}
_MADE_UP = {
    "gdelt-mentions": ("a.mentions.CSV", [mention(1), mention(1, "https://example.org/a"), mention(2)]),
    "polecat": ("polecat.txt", [POLECAT_HEADER, *(
        polecat(str(n), "CONSULT", "visit", ("Xi Jinping", "CHN"), ("Vladimir Putin", "RUS")) for n in range(5)
    )]),
    "colt": ("colt.csv", table({}, {"TripID": "JPN-IND-2"}, {"CountryVisited": "Atlantis", "CountryVisitedISO": ""})),
    "wikidata": ("dump.json", DUMP),
    "sparql-json": ("query.json", [RESULT]),
    "csv": ("table.csv", ["id,a,b,when", "1,France,Germany,2023-01-22", "2,France,Atlantis,2023", "3,Italy,Peru,soon"]),
}  # fmt: skip
_BESIDE = {
    "un-votes": ("un_roll_calls_head200.csv", "un_roll_call_issues_head200.csv"),
}
LOADERS = (*_REAL, *_MADE_UP)
MADE_UP = tuple(_MADE_UP)
"""Loaders of which there is no real sample that makes a record."""


class Sample(NamedTuple):
    """A file, and what is said beside it."""

    file: Path
    options: ReadOptions
    can_be_cut: bool
    """A line more or less makes no other kind of file."""


def sample_of(name: str, shared: Path, folder: Path) -> Sample:
    """Return the file of this loader's kind."""
    beside = tuple(str(shared / "samples" / one) for one in _BESIDE.get(name, ()))
    options = ReadOptions(beside=beside, record_limit=2**24)
    if name in _REAL:
        return Sample(shared / "samples" / _REAL[name], options, not _REAL[name].endswith("json"))
    file_name, lines = _MADE_UP[name]
    file = folder / file_name
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    if name == "gdelt-mentions":
        events = folder / "a.export.CSV"
        events.write_text(gdelt(1, "040", ("USAGOV", "RUSGOV")) + "\n", encoding="utf-8")
        options = ReadOptions(beside=(str(events),), record_limit=2**24)
    if name == "csv":
        mapping = folder / "mapping.yaml"
        mapping.write_text("kind: {is: meeting}\nkey: id\nsides: [a, b]\ndate: when\n", encoding="utf-8")
        options = ReadOptions(mapping=str(mapping), record_limit=2**24)
    return Sample(file, options, can_be_cut=False)
