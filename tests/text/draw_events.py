"""Draws events of each kind from the corpora at random, each with its sentence, to be judged by reading.

``python -m tests.text.draw_events [SEED]``: how many of ten are right says more about a rule than a score does.
"""

from __future__ import annotations

import gzip
import json
import random
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.text.reading import read_summary

CORPORA = Path(__file__).parent.parent.parent.parent / "shared" / "corpora"
OF_EACH = 10
ONE_IN = 6
"""Of so many texts one is read: enough events of every kind, in a minute."""


def drawn(seed: int) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield kind, id of the text and event, ten of each kind."""
    chance = random.Random(seed)
    found: dict[str, list[tuple[str, dict[str, Any]]]] = defaultdict(list)
    for path in sorted(CORPORA.glob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for record in map(json.loads, lines):
                if chance.randrange(ONE_IN):
                    continue
                for event in read_summary(record)["events"]:
                    found[event["kind"]].append((record["id"], event))
    for kind in sorted(found):
        for key, event in chance.sample(found[kind], min(OF_EACH, len(found[kind]))):
            yield kind, key, event


def line(kind: str, key: str, event: dict[str, Any]) -> str:
    """Return what was read, and the sentence it was read from."""
    place = (event["place"] or {}).get("city") or (event["place"] or {}).get("country_iso3") or "-"
    people = ", ".join(one["name"] or f"({one['role'] or one['country_or_org']})" for one in event["participants"])
    sides = " ".join(event["countries"])
    head = f"{kind} {event['status']} {event['date'] or '-'} {place} [{sides}] {people} {event['confidence']}"
    return f"{head}\n    {key}: {' '.join(event['evidence'][0].split())[:400]}"


if __name__ == "__main__":
    for one in drawn(int(sys.argv[1]) if len(sys.argv) > 1 else 1):
        print(line(*one))
