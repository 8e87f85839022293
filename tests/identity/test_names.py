"""Names as keys (promise 13)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.identity.names import compatible, fold_name, name_words

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


@given(st.text(min_size=1).filter(str.strip))
def test_a_name_never_folds_to_nothing(name: str) -> None:
    assert fold_name(name)
    assert name_words(name)
