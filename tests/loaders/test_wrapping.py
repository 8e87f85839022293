"""Lines broken at a width become paragraphs, and nothing else does."""

from __future__ import annotations

from textwrap import fill

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.wrapping import unwrapped

LONG = (
    "The foreign minister of Norway met her colleague from Iceland in Oslo on Monday, and the two of them spoke about "
    "fisheries, about the trade between the two countries, and about a visit in May. Neither of them took questions."
)
OTHER = "A spokesman said later that the talks had been friendly and would be continued by the experts of both sides."


@pytest.mark.parametrize("width", [60, 72, 80])
def test_wrapped_paragraphs_are_put_together(width: int) -> None:
    assert unwrapped(f"{fill(LONG, width)}\n\n{fill(OTHER, width)}\n") == f"{LONG}\n\n{OTHER}\n"


def test_an_indent_begins_a_paragraph() -> None:
    text = fill(LONG, 70) + "\n" + fill(OTHER, 70, initial_indent="    ")
    assert unwrapped(text) == f"{LONG}\n    {OTHER}"


@pytest.mark.parametrize("begin", ["Peru's foreign minister, Ana Ruiz,", "The ambassador of the U.S."])
def test_a_first_line_whose_dateline_was_cut_off_goes_on(begin: str) -> None:
    text = f"TALKS IN OSLO\n\n{begin}\n{fill(LONG, 64)}\n    {fill(OTHER, 64)}\n"
    assert unwrapped(text) == f"TALKS IN OSLO\n\n{begin} {LONG}\n    {OTHER}\n"


def test_a_headline_may_be_longer_than_the_lines() -> None:
    headline = f"Norway: {OTHER}"
    assert unwrapped(f"{headline}\n{fill(LONG, 64)}\n\n{fill(OTHER, 64)}") == f"{headline}\n{LONG}\n\n{OTHER}"


def test_carriage_returns_of_wrapped_lines_become_spaces() -> None:
    text = fill(LONG, 64)
    assert unwrapped(text.replace("\n", "\r\n")) == text.replace("\n", "  ")


@pytest.mark.parametrize(
    "text",
    [
        f"{LONG}\n\n{OTHER}\n",
        f"{LONG}\n{OTHER}\n",
        "Delegations:\nA. Berg, minister of foreign affairs of the Kingdom of Norway\nB. Olsen, state secretary\n"
        "C. Jonsdottir, ambassador\nD. Hansen, adviser\nE. Lie, interpreter\nF. Moe, head of division\n",
        "one\ntwo\nthree\nfour\n",
        "",
    ],
)
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert unwrapped(text) == text


@given(st.text(alphabet="ab .\n\té", max_size=600), st.sampled_from([0.0, 0.15]))
def test_offsets_stay(text: str, slack: float) -> None:
    result = unwrapped(text, slack=slack)
    assert len(result) == len(text)
    assert all(new in (old, " " if old in "\n\r" else old) for old, new in zip(text, result, strict=True))


def test_lines_of_no_width_that_go_on_in_small_letters_are_put_together() -> None:
    lines = ["The envoy of Peru", "will visit Norway next", "week. He is to meet the Foreign", "Minister", "in Oslo."]
    assert unwrapped("\n".join(lines)) == " ".join(lines)
    points = "Peru will:\nOpen an embassy\nSend an envoy\nbuild a road"
    assert unwrapped(points) == points
