"""What somebody is in charge of or sent for is no part of the name behind it: tables in ``crossed/``."""

from __future__ import annotations

from itertools import product

from tests.text.crossed.tables import LATER, names, rows, told

_MET = "Chilean Foreign Minister Juan Castro met in Santiago on Tuesday with Russian {office} {subject} {name}."
_NAMES = ("Alexander Lavrov", "Temur Adilbaev")


def test_whatever_somebody_is_sent_for() -> None:
    misread = []
    for office, subject, name in product(rows("sent_for"), rows("subjects"), _NAMES):
        text = _MET.format(office=office["office"], subject=subject["subject"], name=name)
        misread += [] if names(told(text, published=LATER)) == {"Juan Castro", name} else [text]
    assert misread == []
