"""Names in any script, order and spelling: which are alike enough to ask a person, and that alike names are found."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.identity.alike import name_keys, name_look_ups, names_alike
from kg.identity.candidates import OfficialFacts, score_officials

with (Path(__file__).parent / "names.tsv").open(encoding="utf-8", newline="") as file:
    PAIRS = [
        (row["one"], row["other"], row["alike"] == "yes")
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
    ]


def official(key: str, name: str, side: str = "RUS", qid: str = "") -> OfficialFacts:
    return OfficialFacts(key, name, (name,), side, qid)


@pytest.mark.parametrize(("one", "other", "alike"), PAIRS)
def test_names(one: str, other: str, alike: bool) -> None:
    scored = score_officials(official("a", one), official("b", other))
    assert bool(scored) == alike
    assert scored == score_officials(official("b", other), official("a", one))
    if alike:
        assert set(name_keys([one], "RUS")) & set(name_look_ups([other], "RUS")), "they never meet"
        assert set(name_keys([other], "RUS")) & set(name_look_ups([one], "RUS")), "they never meet"


def test_reference_data_keep_father_and_son_apart() -> None:
    father = official("a", "George H. W. Bush", "USA", "Q23505")
    son = official("b", "George W. Bush", "USA", "Q207")
    assert score_officials(father, son) is None
    assert score_officials(official("a", "Ivan Ivanov", "RUS"), official("b", "Ivan Ivanov", "BGR")) is None


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_text_is_compared(one: str, other: str) -> None:
    assert 0 <= names_alike([one], [other]) <= 1
    assert names_alike([one], [other]) == names_alike([other], [one])
    assert name_keys([one], "RUS")
