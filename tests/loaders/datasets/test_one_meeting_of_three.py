"""One meeting in a Kremlin text, a row of GDELT and rows of ICEWS, all real, is one event with three sources.

No meeting is in all three samples: ICEWS has 1 June 2018 alone, GDELT 24 October 2019, and of neither day do the texts
of the Kremlin tell of a pair that the rows have. The nearest are taken: the rows of ICEWS on talks of Russia with a
side that a text tells of (two that mirror one another: Palestine, in Moscow), the text on talks with Palestine that is
nearest to their day (12 February 2018), and the first row of GDELT on talks of Russia. Where they are to agree, the day
of the rows is made that of the text, and GDELT's Syria Palestine; nothing else is touched.
"""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from kg.load.run import Clock, Watcher, load
from kg.store.engine import Engine
from kg.store.graph_store import GraphStore
from kg.store.schema import apply_schema
from kg.verify import verify
from loaders.reading import read_all
from loaders.reference import tenure_reading
from loaders.text import RulesExtractor
from loaders.texts import read_texts
from tests.servers.real_engine import ENGINES, RealEngine

_TALKS = (
    "MATCH (:Country {iso3: 'RUS'})-[:TOOK_PART]->(e:Talks)<-[:TOOK_PART]-(c:Country) WHERE c.iso3 <> 'RUS' "
    "RETURN c.iso3, e.date, e.status, e.sources ORDER BY e.date"
)
both = pytest.mark.parametrize("engine", ENGINES[:2], indirect=True)


def real(shared: Path) -> dict[str, str]:
    """Return the text and the rows, by the names of files for them."""
    with gzip.open(shared / "corpora" / "kremlin_news_2000_2020.jsonl.gz", "rt", encoding="utf-8") as texts:
        text = next(line for line in texts if json.loads(line)["id"] == "kremlin-56849")
    samples = shared / "samples"
    gdelt = (samples / "gdelt2_events_20191024143000.export.CSV").read_text(encoding="utf-8").splitlines()
    header, *icews = (samples / "icews_2018_sample.tab").read_text(encoding="utf-8").splitlines()
    return {
        "kremlin.jsonl": text,
        "gdelt.CSV": next(row for row in gdelt if row.startswith("881990888\t")) + "\n",
        "icews.tab": "\n".join((header, *(row for row in icews if "\t47400638\t" in row))) + "\n",
    }


def put(opened: Engine, folder: Path, files: dict[str, str]) -> None:
    """Write the files, and load them in one run."""
    for name, content in files.items():
        (folder / name).write_text(content, encoding="utf-8")
    inputs = [str(folder / name) for name in files]
    apply_schema(opened)
    load(
        read_texts(read_all(inputs), RulesExtractor()), GraphStore(opened), tenure_reading, inputs=list(files),
        clock=Clock("2025-03-01T00:00:00Z"), watcher=Watcher(),
    )  # fmt: skip


@both
def test_where_day_and_sides_agree_they_are_one(engine: RealEngine, shared: Path, tmp_path: Path) -> None:
    files = real(shared)
    files["icews.tab"] = files["icews.tab"].replace("2018-06-01", "2018-02-12")
    cells = files["gdelt.CSV"].split("\t")
    for at, was, becomes in ((1, "20191023", "20180212"), (15, "SYR", "PSE"), (17, "SYR", "PSE")):
        assert cells[at] == was
        cells[at] = becomes
    files["gdelt.CSV"] = "\t".join(cells)
    with engine.open() as opened:
        put(opened, tmp_path, files)
        assert opened.read(_TALKS).rows == [("PSE", "2018-02-12", "held", 3)]
        said = opened.read(
            "MATCH (:Talks)<-[:TELLS_OF]-(:Mention)-[:MENTIONED_IN]->(s:Source) "
            "RETURN DISTINCT s.loader ORDER BY s.loader"
        )
        assert said.rows == [("gdelt-events/1",), ("icews/1",), ("jsonl",)]
        assert verify(opened).faults == ()


def test_as_they_are_they_are_three(embedded: RealEngine, shared: Path, tmp_path: Path) -> None:
    with embedded.open() as opened:
        put(opened, tmp_path, real(shared))
        assert opened.read(_TALKS).rows == [
            ("PSE", "2018-02-12", "held", 1), ("PSE", "2018-06-01", "held", 1), ("SYR", "2019-10-23", "held", 1),
        ]  # fmt: skip
