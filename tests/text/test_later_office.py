"""A later mention by a loose word leaves a person the office that the text told of: it disputes none."""

from __future__ import annotations

import pytest

from kg.model import Participant
from tests.text.reading import read


@pytest.mark.parametrize(
    "later",
    [
        "The Peruvian leader then held talks with Foreign Minister Anna Berg of Sweden.",
        "The visiting leader also met Foreign Minister Anna Berg of Sweden.",
        "The head of the Peruvian state later met Foreign Minister Anna Berg of Sweden.",
        "The head of state later met Foreign Minister Anna Berg of Sweden.",
    ],
)
def test_a_president_stays_one(later: str) -> None:
    first = "Peruvian President Luis Prado met Prime Minister Karin Lund of Norway in Oslo on Monday."
    text = f"{first}\n\n{later}"
    told = [c.value for c in read({"text": text, "published": "2024-05-08"}).claims if isinstance(c.value, Participant)]
    prado = [one for one in told if one.name == "Luis Prado"]
    assert len(prado) > 1, "he is in both"
    assert {one.office for one in prado} == {"head-of-state"}
