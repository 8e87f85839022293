"""The made-up world of the made-up histories, as GDELT 2.0 codes it: a row for each contact of two countries.

A history of articles has five hundred quads an event, these rows a third of it: few enough for readers that hold in
memory what they read to be given a million events whole.

Write some: python -m tests.bench.coded_history 1000000 -o rows.tsv
Their tables: kg load rows.tsv --as gdelt-events --offline-import TABLES --jobs 2
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from pathlib import Path

from kg.vocabulary import countries
from tests.bench.synthetic_world import Happening, happening

_CODES = {
    "meeting": "044", "call": "041", "talks": "040", "visit": "042", "agreement": "057", "negotiation": "046",
    "sanction": "163",
}  # fmt: skip


def coded_rows(rows: int, seed: int = 1, first: int = 0) -> Iterator[bytes]:
    """Yield that many lines, one a text, in the order of their numbers; each is a function of the seed and of it."""
    number, written = first, 0
    while written < rows:
        chance = random.Random(f"{seed} {number}")
        event = happening(chance, number)
        number += 1
        if event.kind in _CODES and len(event.sides) == 2 and all(countries()[side].cameo for side in event.sides):
            yield _row(event, 100_000_000 + number)
            written += 1


def _row(event: Happening, number: int) -> bytes:
    first, second = (countries()[side].cameo[0] for side in event.sides)
    host, day, code = countries()[event.host], f"{event.day:%Y%m%d}", _CODES[event.kind]
    cells = [""] * 61
    cells[:5] = [str(number), day, day[:6], day[:4], f"{day[:4]}.5000"]
    cells[5], cells[7], cells[15], cells[17] = f"{first}GOV", first, f"{second}GOV", second
    cells[25:35] = ["1", code, code, code[:2], "1", "1.0", "4", "1", "4", "1.25"]
    cells[51:54] = ["4", f"{event.city}, {host.name}", host.fips[0] if host.fips else ""]
    cells[59:] = [f"{day}143000", f"https://example.org/{number}/a-contact"]
    return "\t".join(cells).encode() + b"\n"


def main() -> None:
    """Write the rows to a file."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("rows", type=int)
    parser.add_argument("-o", "--output", type=Path, required=True)
    asked = parser.parse_args()
    with asked.output.open("wb") as file:
        file.writelines(coded_rows(asked.rows))


if __name__ == "__main__":
    main()
