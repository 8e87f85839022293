"""The seeded draw that chose which corpus texts were annotated. Run once, before any was read.

``python -m tests.gold.draw CORPORA_DIR`` prints ``part, corpus, digest, id`` of each text drawn, in order.

The texts are drawn so that most have diplomacy in them and a quarter may have none: titles that name
another country (by the stems below) and titles that do not are drawn apart, and Kremlin news apart by
year. Texts above 6,000 characters, texts that several records share, and the texts of ``gold/dev`` are
left out beforehand.
"""

from __future__ import annotations

import gzip
import json
import random
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kg.model import text_digest

SEED = 20250224
LONGEST = 6000
STEMS = (
    "Afghan|Albania|Algeria|Angola|Argentin|Armenia|Australia|Austria|Azerbaijan|Bahrain|Bangladesh|"
    "Belarus|Belgi|Bolivia|Bosnia|Brazil|Bulgaria|Canad|Chile|China|Chinese|Colombia|Congo|Croatia|Cuba|"
    "Cypr|Czech|Denmark|Danish|Egypt|Estonia|Ethiopia|Finland|Finnish|France|French|Gabon|German|Ghana|"
    "Greece|Greek|Guatemala|Honduras|Hungar|Iceland|India|Indonesia|Iran|Iraq|Ireland|Irish|Israel|Italy|"
    "Italian|Japan|Jordan|Kazakh|Kenya|Korea|Kuwait|Kyrgyz|Lao|Latvia|Leban|Libya|Lithuania|Macedonia|"
    "Malaysia|Mali|Mexic|Moldova|Mongolia|Morocc|Mozambi|Myanmar|Namibia|Nepal|Netherlands|Dutch|"
    "New Zealand|Nicaragua|Niger|Norw|Oman|Pakistan|Palestin|Panama|Peru|Philippine|Poland|Polish|Portug|"
    "Qatar|Romania|Rwanda|Saudi|Senegal|Serbia|Singapore|Slovak|Sloveni|Somali|South Africa|Spain|"
    "Spanish|Sri Lanka|Sudan|Swed|Swiss|Switzerland|Syria|Taiwan|Tajik|Tanzania|Thai|Tunisia|Turk|"
    "Uganda|Ukrain|United Arab Emirates|United Kingdom|Britain|British|Uruguay|Uzbek|Vatican|Venezuela|"
    "Vietnam|Yemen|Yugoslav|Zambia|Zimbabwe"
)
ABROAD = {
    "kremlin_news_2000_2020.jsonl.gz": re.compile(rf"\b(?:{STEMS}|United States|US |American)"),
    "white_house_2021_2025.jsonl.gz": re.compile(rf"\b(?:{STEMS}|Russia)"),
}
# How many texts of each group of years: titles that name another country, other titles.
SHARES = {
    "kremlin_news_2000_2020.jsonl.gz": {
        "1999 2000": (4, 1), "2001": (3, 1), "2002": (3, 1), "2003": (4, 1), "2005 2006": (4, 1),
        "2009 2010 2011 2012": (2, 1), "2013 2014 2015": (2, 1), "2016": (2, 1), "2017": (2, 1),
        "2018": (1, 1), "2019": (1, 0), "2020": (1, 0), "": (1, 0),
    },
    "white_house_2021_2025.jsonl.gz": {
        "2021": (5, 2), "2022": (5, 2), "2023": (4, 1), "2024": (3, 1), "2025 2026": (1, 0),
    },
}  # fmt: skip
ASIDE = 20
OWN = [f"own-{number:02d}" for number in range(1, 13)]
OWN_ASIDE = 4
SECOND_SEED = 20261128
LATER_OWN = [f"own-{number:02d}" for number in range(13, 55)]
LATER_ASIDE = 20


def records(corpus: Path) -> list[dict[str, Any]]:
    """Return the records of a corpus, in its order."""
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def draw(corpora: Path, used: set[str]) -> list[tuple[str, dict[str, Any]]]:
    """Return the corpus name and the record of each text drawn.

    ``used`` has the addresses that must not be drawn.
    """
    return [(name, record) for name in SHARES for record in _draw_corpus(corpora / name, used)]


def later_aside() -> set[str]:
    """Return the ids of the second set-aside, of articles of our own."""
    return set(random.Random(SECOND_SEED).sample(LATER_OWN, LATER_ASIDE))


def aside(drawn: list[tuple[str, dict[str, Any]]]) -> set[str]:
    """Return the ids of the first set-aside of corpus texts."""
    ids = sorted(record["id"] for _, record in drawn)
    return set(random.Random(SEED).sample(ids, ASIDE))


def own_aside() -> set[str]:
    """Return the ids of the first set-aside of our own articles."""
    return set(random.Random(SEED).sample(OWN, OWN_ASIDE))


def _draw_corpus(corpus: Path, used: set[str]) -> Iterator[dict[str, Any]]:
    chance = random.Random(SEED)
    rows = _usable(records(corpus), used)
    for years, shares in SHARES[corpus.name].items():
        group = [row for row in rows if (row["published"] or "")[:4] in (years.split() or [""])]
        for abroad, share in zip((True, False), shares, strict=True):
            pool = [row for row in group if bool(ABROAD[corpus.name].search(row["title"])) is abroad]
            yield from chance.sample(pool, share)


def _usable(rows: list[dict[str, Any]], used: set[str]) -> list[dict[str, Any]]:
    ids, texts = Counter(row["id"] for row in rows), Counter(row["text"] for row in rows)
    return [
        row
        for row in rows
        if len(row["text"]) <= LONGEST and ids[row["id"]] == texts[row["text"]] == 1 and row["url"] not in used
    ]


def main(corpora: Path) -> None:
    """Print what is drawn."""
    dev = (corpora.parent / "gold" / "dev").glob("*.json")
    used = {json.loads(file.read_text(encoding="utf-8"))["url"] for file in dev}
    drawn = draw(corpora, used)
    set_aside = aside(drawn)
    for name, record in drawn:
        part = "aside" if record["id"] in set_aside else "open"
        print(part, name, text_digest(record["text"]), record["id"], sep="\t")
    for own in OWN:
        print("aside" if own in own_aside() else "open", "own", "", own, sep="\t")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
