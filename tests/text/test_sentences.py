"""Where sentences begin and end."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.text.lexis.sentences import sentences

TEXTS = st.text(st.sampled_from("ab AB.?!\n\"”“'’()Mr0 é王"), max_size=200) | st.text(max_size=200)


@given(TEXTS)
def test_spans_hold_all_that_is_not_blank_in_order(text: str) -> None:
    spans = sentences(text)
    assert "".join("".join(text[start:end].split()) for start, end in spans) == "".join(text.split())
    assert all(start < end for start, end in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))


@given(TEXTS)
def test_no_span_has_blanks_at_its_ends(text: str) -> None:
    assert all(text[start:end] == text[start:end].strip() for start, end in sentences(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mr. Tan met Dr. Obi. They spoke.", ["Mr. Tan met Dr. Obi.", "They spoke."]),
        ("V. Orban left. J. Smith stayed.", ["V. Orban left.", "J. Smith stayed."]),
        ("He went to Washington, D.C. The talks lasted.", ["He went to Washington, D.C.", "The talks lasted."]),
        ("U.S. officials said No. 249 is ready.", ["U.S. officials said No. 249 is ready."]),
        ("“We met.” He left.", ["“We met.”", "He left."]),
        ("A headline\n\nThe text.", ["A headline", "The text."]),
    ],
)
def test_abbreviations_do_not_end_sentences(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in sentences(text)] == expected
