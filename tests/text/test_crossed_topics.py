"""What a contact was about, in whatever words it is said; and what a text only mentions: tables in ``crossed/``."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from tests.text.crossed.tables import known_misses, of_both, rows, sentence

_A = "Peruvian Foreign Minister Juan Castro"
_B = "his Chilean counterpart Luis Rojas"


def _texts(frames: str) -> Iterator[tuple[str, str]]:
    """Yield each text with the topic that it names."""
    for row, frame in product(rows("topics"), rows(frames)):
        words = row["words"]
        upper = words[:1].upper() + words[1:]
        yield row["topic"], sentence(frame["frame"].replace("\\n", "\n"), A=_A, B=_B, x=words, X=upper)


def _topics(text: str) -> set[str]:
    return {topic for event in of_both(text) for topic in event["topics"]}


def test_whatever_it_was_about() -> None:
    missed = [text for topic, text in _texts("topic_frames") if topic not in _topics(text)]
    assert set(missed) <= known_misses().keys()


def test_whatever_is_only_mentioned() -> None:
    misread = [text for topic, text in _texts("topic_mentions") if topic in _topics(text)]
    assert {text.replace("\n\n", " ") for text in misread} <= known_misses().keys()


def test_whatever_is_a_figure_of_speech() -> None:
    """Bridges between peoples are no roads, and what is beefed up is no meat."""
    for row in rows("topic_figures"):
        found = _topics(f"{_A} met {_B} in Lima on Tuesday. {row['sentence']}")
        assert found, row
        assert found <= {"bilateral-relations", *row["about"].split("|")}, row
