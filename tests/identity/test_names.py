"""Names as keys (promise 13)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.identity.names import compatible, fold_name, name_words
from kg.identity.officials import identify

SAME = [
    ("Sergey Lavrov", "Lavrov"),
    ("Sergey Lavrov", "Sergei Lavrov"),
    ("S. Lavrov", "Sergey Lavrov"),
    ("Joseph R. Biden, Jr.", "Joseph R. Biden"),
    ("Recep Tayyip Erdoğan", "Recep Tayyip Erdogan"),
    ("Mr. Modi", "Narendra Modi"),
    ("Xi Jinping", "President Xi Jinping"),
    ("王毅", "王毅"),
]
DIFFERENT = [
    ("Sergey Lavrov", "Sergey Naryshkin"),
    ("Li Keqiang", "Li Qiang"),
    ("王毅", "王岐山"),
    ("Bill Clinton", "Hillary Clinton"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_may_be_one_person(one: str, other: str) -> None:
    assert compatible(one, other)
    assert compatible(other, one)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_are_two_persons(one: str, other: str) -> None:
    assert not compatible(one, other)


@given(st.text(alphabet="abZ éÉ-'.7", max_size=12))
def test_plain_letters_fold_as_all_others_do(name: str) -> None:
    """With a letter that is not plain before it, a name takes the longer way."""
    assert fold_name(f"É {name}") == f"e {fold_name(name)}".strip() or not any(map(str.isalnum, name))


@given(st.text(min_size=1).filter(str.strip))
def test_a_name_never_folds_to_nothing(name: str) -> None:
    assert fold_name(name)
    assert name_words(name)


@pytest.mark.parametrize(
    ("name", "side", "office", "date", "qid"),
    [
        ("Biden", "USA", "head-of-state", "2023-05-01", "Q6279"),
        ("Mr. Biden", "USA", "head-of-state", "2023-05", "Q6279"),
        ("Biden", "USA", "head-of-state", "2019-05-01", ""),  # not in office yet
        ("Biden", "USA", "head-of-state", "2021", ""),  # not on every day of it
        ("Biden", "USA", "head-of-state", "XXXX-05-01", ""),
        ("Biden", "USA", "", "2023-05-01", ""),
        ("Bush", "USA", "head-of-state", "2005-05-01", "Q207"),
        ("Bush", "USA", "head-of-state", "1990-05-01", "Q23505"),
        ("Clinton", "USA", "foreign-minister", "2010-05-01", "Q6294"),
        ("Clinton", "USA", "head-of-state", "1998-05-01", "Q1124"),
        ("Lavrov", "RUS", "foreign-minister", "2015-01-01", "Q58217"),
        ("Lavrov", "UKR", "foreign-minister", "2015-01-01", ""),
    ],
)
def test_a_surname_with_the_office_held_that_day_is_its_holder(
    name: str, side: str, office: str, date: str, qid: str
) -> None:
    assert identify(name, side, office, date).qid == qid
