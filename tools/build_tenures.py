"""Builds schema/reference/tenures.tsv from tables of office tenures collected from Wikidata (CC0).

Run: python tools/build_tenures.py OFFICE_TENURES.tsv.gz FOREIGN_MINISTERS.tsv WORLD_LEADERS.tsv

The input tables have the columns country_iso3, position, position_qid, person, person_qid, start and end.

Kept: heads of state and government and their deputies, monarchs, foreign and defence ministers, national security
advisers, heads of international organisations, and ambassadors to the United States, Russia, China and the United
Nations. Offices of provinces, parliaments and courts are left out: "President of the Senate" is no head of state.

Rows marked ``hand`` in the present table are kept as they are, and replace the collected rows of the same person and
office that they cover. An open end of an office that one person holds is closed when a later holder is
known (``inferred-end``): many rows of the collection were left open long after the holder had gone.
"""

from __future__ import annotations

import csv
import gzip
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from kg.vocabulary import countries, fold, organizations, resolve_side
from kg.vocabulary.tables import USUAL_TITLES

TARGET = Path(__file__).resolve().parent.parent / "schema" / "reference" / "tenures.tsv"


class Row(NamedTuple):
    """A row of the table, in the order of its columns."""

    side: str
    office: str
    person: str
    qid: str
    start: str
    end: str
    title: str
    provenance: str


_FOREIGN = r"(foreign|external)( and european)? (affairs|relations)"
OFFICES = (
    (r"(acting |interim |transitional |federal |state )?president(?: of (?P<of>.+))?", "head-of-state"),
    (r"(monarch|king|queen|emperor|emir|sultan|grand duke|prince)(?: of (?P<of>.+))?", "monarch"),
    (r"yang di.pertuan agong.*", "monarch"),
    (r"supreme leader(?: of (?P<of>.+))?", "supreme-leader"),
    (r"pope|chairman of the presidency|member of the presidency|president of the swiss confederation", "head-of-state"),
    (r"(acting |interim )?prime minister(?: of (?P<of>.+))?|taoiseach", "head-of-government"),
    (r"(federal )?chancellor(?: of (?P<of>.+))?|premier(?: of (?P<of2>.+))?", "head-of-government"),
    (r"(chairman|president) of the (council|cabinet) of ministers( \(prime minister\))?", "head-of-government"),
    (r"president of the (executive yuan|government)", "head-of-government"),
    (r"(first |second |executive )?vice[ -]president", "vice-president"),
    (r"((first |second |third )?deputy prime minister|vice[ -]prime minister|vice premier.*)", "deputy-prime-minister"),
    (r"vice[ -]chancellor", "deputy-prime-minister"),
    (r"deputy minister (of|for) foreign affairs|minister of state for foreign affairs", "deputy-foreign-minister"),
    (rf"(federal )?minister (of|for) {_FOREIGN}( .*|,.*|&.*)?", "foreign-minister"),
    (r"minister (of|for) europe and foreign affairs", "foreign-minister"),
    (r"minister of international relations and co-?operation", "foreign-minister"),
    (r"foreign (affairs )?minister( of .*)?|.* minister of foreign affairs", "foreign-minister"),
    (r"secretary (of|for) foreign (affairs|relations)( .*)?|secretary of state for foreign .*", "foreign-minister"),
    (r"secretary for relations with states", "foreign-minister"),
    (r"(federal )?(minister|secretary) (of|for) (national )?defen[cs]e", "defence-minister"),
    (r"secretary of state for defen[cs]e|minister of the (armed forces|armies)", "defence-minister"),
    (r"national security advis[eo]r|secretary of the (national )?security council.*", "national-security-adviser"),
    (r"(head|chief of staff) of the presidential (administration|executive office)", "chief-of-staff"),
    (r"ambassador to (the )?(united states( of america)?|usa|russia|russian federation)", "ambassador"),
    (r"ambassador to (the )?(people's republic of )?china", "ambassador"),
    (r"(ambassador|permanent representative) to the united nations", "permanent-representative"),
    (r"secretary[- ]general( of .*)?", "secretary-general"),
    (r"deputy secretary[- ]general( of .*)?", "deputy-secretary-general"),
    (r"director[- ]general of the (world trade|world health) organi[sz]ation", "director-general"),
    (r"president of the united nations general assembly", "chairman-of-organization"),
)
OF_ONE_SIDE = {("USA", "secretary of state"): "foreign-minister", ("VAT", "secretary of state"): "head-of-government"}
SINCE = {"deputy-prime-minister": "2015", "vice-president": "2005", "defence-minister": "2005"}
"""Offices of which only the tenures that lasted beyond this year are kept, to hold the table small."""
ONE_HOLDER = frozenset({
    "head-of-state", "monarch", "supreme-leader", "head-of-government", "foreign-minister", "defence-minister",
    "national-security-adviser",
})  # fmt: skip
MANY_HOLDERS = frozenset({"BIH", "SMR", "CHE"})
_PATTERNS = [(re.compile(pattern), office) for pattern, office in OFFICES]


def office_of(side: str, position: str) -> str:
    """Return the office id of a position's title, or nothing when it is not kept."""
    title = re.sub(r"^(the |former )", "", position.casefold().strip())
    if (side, title) in OF_ONE_SIDE:
        return OF_ONE_SIDE[side, title]
    for pattern, office in _PATTERNS:
        found = pattern.fullmatch(title)
        if found:
            named = found.groupdict()
            of = named.get("of") or named.get("of2")
            return office if of is None or _is_name_of(side, of) else ""
    return ""


def _is_name_of(side: str, text: str) -> bool:
    """Tell whether this names the country itself, and not a parliament, a bank or a province of it."""
    country = countries().get(side)
    names = (country.name, country.official_name, *country.names) if country else ()
    return fold(text) in {"republic", "state", *map(fold, names)}


def collected(file: Path) -> Iterator[Row]:
    """Yield the rows of one input that are kept. Rows without a start say too little and are left."""
    with gzip.open(file, "rt", encoding="utf-8") if file.suffix == ".gz" else file.open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            side = _side(row["country_iso3"])
            office = office_of(side, row["position"]) if side else ""
            if office and row["person_qid"] and row["start"] and _is_its_office(side, office):
                title = _unless_usual(office, row["position"][:1].upper() + row["position"][1:])
                yield Row(side, office, row["person"], row["person_qid"], row["start"], row["end"], title, "wikidata")


def _unless_usual(office: str, title: str) -> str:
    """An empty title stands for the usual one of the office, which the reader of the table puts in."""
    return "" if USUAL_TITLES.get(office) == title else title


def _side(name: str) -> str:
    return resolve_side(name) or ""


def _is_its_office(side: str, office: str) -> bool:
    """A secretary-general of a state is some domestic official; a president of an organisation no head of state."""
    of_organization = {"secretary-general", "deputy-secretary-general", "director-general", "chairman-of-organization"}
    return (side in organizations()) == (office in of_organization)


def _is_recent(row: Row) -> bool:
    return not row.end or row.end >= SINCE.get(row.office, "")


def merged(hand: set[Row], rows: Iterable[Row]) -> list[Row]:
    """One row for a person, office and start, with the most precise start and the latest end; rows by hand first."""
    groups: dict[tuple[str, str, str, str], list[Row]] = defaultdict(list)
    for row in rows:
        if not any(_covers(known, row) for known in hand):
            groups[row.side, row.office, row.qid, row.start[:4]].append(row)
    return [*hand, *(row for group in groups.values() for row in _without_repeats(group))]


def _covers(known: Row, row: Row) -> bool:
    same = (known.side, known.office, known.qid) == (row.side, row.office, row.qid)
    return same and known.start[:4] <= row.start[:4] and (not known.end or row.start < known.end)


def _without_repeats(group: list[Row]) -> list[Row]:
    """Rows of one year: a less precise start of the same tenure goes; several ends of one start become the latest."""
    precise = max(len(row.start) for row in group)
    starts = {row.start for row in group if len(row.start) == precise}
    return [_longest([row for row in group if row.start == start]) for start in sorted(starts)]


def _longest(rows: list[Row]) -> Row:
    ends = sorted({row.end for row in rows if row.end})
    best = min(rows, key=lambda row: (len(row.title), row.title))
    return best._replace(end=ends[-1] if ends else "")


def closed(rows: list[Row]) -> Iterator[Row]:
    """Close an open end where a later holder of an office for one person is known."""
    starts: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for row in rows:
        starts[row.side, row.office].append((row.start, row.qid or row.person))
    for row in rows:
        later = [start for start, who in starts[row.side, row.office] if start > row.start and who != row.qid]
        if row.end or row.provenance == "hand" or row.office not in ONE_HOLDER or row.side in MANY_HOLDERS or not later:
            yield row
        else:
            yield row._replace(end=min(later), provenance="inferred-end")


def _short(row: Row) -> Row:
    return row._replace(title=_unless_usual(row.office, row.title))


def main(files: list[Path]) -> None:
    """Write the table, sorted."""
    lines = TARGET.read_text(encoding="utf-8").splitlines()[1:] if TARGET.exists() else []
    hand = {_short(Row(*line.split("\t"))) for line in lines if line.endswith("\thand")}
    rows = merged(hand, (row for file in files for row in collected(file) if _is_recent(row)))
    with TARGET.open("w", encoding="utf-8", newline="\n") as target:
        target.write("\t".join(Row._fields) + "\n")
        target.writelines("\t".join(row) + "\n" for row in sorted(closed(rows)))


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]])
