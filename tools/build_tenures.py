"""Builds schema/reference/tenures.tsv from a table of office tenures collected from Wikidata (CC0).

Run: python tools/build_tenures.py OFFICE_TENURES.tsv.gz FOREIGN_MINISTERS.tsv WORLD_LEADERS.tsv

Kept: heads of state and government, vice presidents, foreign and defence ministers, national security advisers, heads
of international organisations, and ambassadors to the United States, Russia, China and the United Nations. Rows marked ``hand`` in the present table are kept as they are.
"""

from __future__ import annotations

import csv
import gzip
import re
import sys
from collections.abc import Iterator
from pathlib import Path

TARGET = Path(__file__).resolve().parent.parent / "schema" / "reference" / "tenures.tsv"
COLUMNS = ("side", "office", "person", "qid", "start", "end", "title", "provenance")
OFFICES = (
    (r"(acting |interim |transitional |state |federal )*president( of \w[\w \-']*)?", "head-of-state"),
    (r"king|queen|emir|sultan|emperor|monarch|grand duke|supreme leader|captain regent", "head-of-state"),
    (r"(acting |interim )*prime minister( of \w[\w \-']*)?|premier|(federal )?chancellor( of \w[\w \-']*)?|taoiseach", "head-of-government"),
    (r"chairman of the council of ministers( of \w[\w \-']*)?", "head-of-government"),
    (r"vice[ -]president", "vice-president"),
    (
        r"((federal )?minister (of|for) (state for )?(foreign|external)( and european)? (affairs|relations)"
        r"|foreign minister|secretary (of|for) foreign affairs|minister of foreign affairs .*|minister of external .*)",
        "foreign-minister",
    ),
    (r"(minister (of|for) (national )?defen[cs]e|secretary of defen[cs]e|secretary of state for defence)", "defence-minister"),
    (r"national security advis[eo]r|secretary of the security council.*", "national-security-adviser"),
    (r"ambassador to (the )?(united states( of america)?|russia|people's republic of china|china)", "ambassador"),
    (r"(ambassador|permanent representative) to the united nations", "permanent-representative"),
    (r"secretary[- ]general", "secretary-general"),
)
OF_ONE_SIDE = {("USA", "secretary of state"): "foreign-minister"}
_PATTERNS = [(re.compile(pattern), office) for pattern, office in OFFICES]


def office_of(side: str, position: str) -> str:
    """Return the office id of a position's title, or nothing when it is not kept."""
    title = position.casefold()
    if (side, title) in OF_ONE_SIDE:
        return OF_ONE_SIDE[side, title]
    if re.match(r"secretary of state for foreign", title):
        return "foreign-minister"
    return next((office for pattern, office in _PATTERNS if pattern.fullmatch(title)), "")


def rows(file: Path) -> Iterator[tuple[str, ...]]:
    """Yield the rows of one table that are kept. Rows without any date say nothing and are left."""
    opened = gzip.open(file, "rt", encoding="utf-8") if file.suffix == ".gz" else file.open(encoding="utf-8")
    with opened as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            office = office_of(row["country_iso3"], row["position"])
            if office and row["country_iso3"] and row["person_qid"] and row["start"]:
                yield (
                    row["country_iso3"], office, row["person"], row["person_qid"], row["start"], row["end"],
                    row["position"], "wikidata",
                )  # fmt: skip


def main(files: list[Path]) -> None:
    """Write the table, sorted; rows by hand replace a row of the same person, office and start."""
    lines = TARGET.read_text(encoding="utf-8").splitlines()[1:] if TARGET.exists() else []
    hand = {tuple(line.split("\t")) for line in lines if line.endswith("\thand")}
    replaced = {(row[3], row[1]) for row in hand}
    found = {row for file in files for row in rows(file) if (row[3], row[1]) not in replaced}
    with TARGET.open("w", encoding="utf-8", newline="\n") as target:
        target.write("\t".join(COLUMNS) + "\n")
        target.writelines("\t".join(row) + "\n" for row in sorted(found | hand))


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]])
