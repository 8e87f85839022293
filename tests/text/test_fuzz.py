"""Texts as nobody wrote them are read without a crash, with exact offsets, in time that grows with their length."""

from __future__ import annotations

import random
import time

import pytest

from tests.gold.assemble import own_articles
from tests.text.fuzz import mutated
from tests.text.hard_sentences import hard_sentences
from tests.text.reading import read


def texts() -> list[str]:
    return [*(article["text"] for article in own_articles()), *(row.text for row in hard_sentences())]


def check(count: int, seed: int) -> None:
    for text in mutated(texts(), count, seed):
        for claim in read({"text": text, "published": "2024-05-06"}).claims:
            assert claim.evidence is not None
            assert text[claim.evidence.start : claim.evidence.end] == claim.evidence.quote


def test_mutated_texts_are_read() -> None:
    check(250, seed=1)


@pytest.mark.parametrize("mark", ["-", "--", "–", ",", "(", '"', "`", "،", "'"])
def test_a_text_may_begin_and_end_with_any_mark(mark: str) -> None:
    told = "Kenyan President Peter Otieno met Ghanaian President Kofi Asante on Monday"
    for text in (f"{told} {mark}", f"{told} - {mark}", f"{mark} {told}", f" {mark}", f"{told}{mark}"):
        read({"text": text, "published": "2024-05-06"})


@pytest.mark.parametrize("text", ["Kenya James whom phone", "Kenyan President Peter Otieno, whom Ghana phoned"])
def test_a_text_may_end_with_any_verb(text: str) -> None:
    read({"text": text, "published": "2024-05-06"})


@pytest.mark.long
def test_twenty_thousand_mutated_texts_are_read() -> None:
    check(20_000, seed=2)


@pytest.mark.long
def test_time_grows_with_the_length_of_a_text() -> None:
    pattern = "\n\n".join(article["text"] for article in own_articles())
    seconds = {}
    for size in (100_000, 1_000_000, 10_000_000):
        text = (pattern * (size // len(pattern) + 1))[:size]
        begun = time.process_time()
        read({"text": text, "published": "2024-05-06"})
        seconds[size] = time.process_time() - begun
    assert seconds[10_000_000] / seconds[100_000] < 2 * 100, seconds


@pytest.mark.long
def test_time_grows_with_the_number_of_contacts_told_of() -> None:
    seconds = {}
    for count in (300, 3_000):
        text = "\n\n".join(_journey(number) for number in range(count))
        begun = time.process_time()
        claims = read({"text": text, "published": "2024-05-06"}).claims
        seconds[count] = time.process_time() - begun
        told = {claim.subject for claim in claims if claim.thing == "event"}
        assert len(told) > 2 * count, "each paragraph tells of visits and a meeting"
    assert seconds[3_000] / seconds[300] < 2 * 10, seconds


def _journey(number: int) -> str:
    """A paragraph on a journey of its own, by persons whom no other paragraph names."""
    chance = random.Random(number)
    home, first, second = chance.sample(["Kenya", "Norway", "Chile", "Malta", "India", "Ghana", "Oman", "Nepal"], 3)
    names = (f"{chance.choice(['Anna', 'Ruth', 'Sara'])} {_surname(2 * number + host)}" for host in (False, True))
    traveller, host = names
    return (
        f"Next week {home} Foreign Minister {traveller} will travel to Africa. She will visit {first} and {second}. "
        f"In {first} she will meet Foreign Minister {host}."
    )


def _surname(number: int) -> str:
    syllables = ("ba", "do", "ka", "li", "mo", "ne", "ri", "su", "ta", "vo")
    return "".join(syllables[int(digit)] for digit in f"{number:04}").capitalize()
