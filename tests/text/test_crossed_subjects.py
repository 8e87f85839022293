"""What somebody is in charge of or sent for is no part of the name behind it: tables in ``crossed/``."""

from __future__ import annotations

from itertools import product

from tests.text.crossed.tables import known_misses, rows
from tests.text.reading import read_summary

_MET = "Chilean Foreign Minister Juan Castro met in Santiago on Tuesday with Russian {office} {subject} {name}."
_NAMES = ("Alexander Lavrov", "Temur Adilbaev")


def _named(text: str) -> set[str]:
    read = read_summary({"text": text, "published": "2018-11-12", "publisher": "Reuters"})
    return {party["name"] for event in read["events"] for party in event["participants"] if party["name"]}


def test_whatever_somebody_is_sent_for() -> None:
    misread = set()
    for office, subject, name in product(rows("sent_for"), rows("subjects"), _NAMES):
        text = _MET.format(office=office["office"], subject=subject["subject"], name=name)
        if _named(text) != {"Juan Castro", name}:
            misread.add(text)
    assert misread <= known_misses().keys(), "\n".join(sorted(misread - known_misses().keys()))
