"""Bodies of states that sit, told by their beginning and end. The tables are in ``crossed/``."""

from __future__ import annotations

from itertools import product

from tests.text.crossed.tables import LATER, rows, sentence, told


def test_whatever_body_sits() -> None:
    misread = []
    for body, frame in product(rows("bodies"), rows("body_frames")):
        text = sentence(frame["frame"], b=body["phrase"])
        events = told(text, published=LATER)
        right = [(one["status"], (one["place"] or {}).get("city")) for one in events] == [(frame["status"], "Geneva")]
        misread += [] if right else [text]
    assert not misread


def test_what_else_begins_and_ends() -> None:
    assert [row["sentence"] for row in rows("no_body") if told(row["sentence"], published=LATER)] == []
