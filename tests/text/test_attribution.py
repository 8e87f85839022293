"""A claim says who says so: the source itself, or whom it names, or hearsay."""

from __future__ import annotations

import pytest

from kg.model import Claim
from tests.text.reading import read

_PAPER = "The Daily Observer (a newspaper)"
_READOUT = "The White House"

SAID = (
    ("Finland's president met the Latvian premier in Riga on Monday.", "asserts", ""),
    ("Finland's president met the Latvian premier in Riga on Monday, her office said.",
     "reports", "her office"),
    ("Finland's president will meet the Latvian premier in Riga, Pekka Laine, a spokesman, told reporters.",
     "reports", "Pekka Laine, a spokesman"),
    ("The Kremlin said on Monday that the Russian and Chinese presidents had spoken by telephone.",
     "reports", "The Kremlin"),
    ("On Monday, the Kremlin said the Russian and Chinese presidents had spoken by telephone.",
     "reports", "the Kremlin"),
    ("According to Cairo's Al-Balad newspaper, the Egyptian and Omani foreign ministers met in Muscat on Sunday.",
     "reports", "Cairo's Al-Balad newspaper"),
    ("The Egyptian and Omani foreign ministers met in Muscat on Sunday, according to two people who were there.",
     "reports", "two people who were there"),
    ("Jordan's king reportedly met the Israeli prime minister in Aqaba last week.", "reports", ""),
    ("Jordan's king is said to have met the Israeli prime minister in Aqaba last week.", "reports", ""),
    ("Jordan's king met the Israeli prime minister in Aqaba last week, diplomatic sources said.",
     "reports", "diplomatic sources"),
    ("“I will meet the Israeli prime minister in Aqaba,” said King Talal of Jordan.",
     "reports", "King Talal of Jordan"),
    ("After meeting the Polish president in Warsaw, Kenya's foreign minister said trade would double.", "asserts", ""),
    ("Kenya's foreign minister said after a meeting with the Polish president in Warsaw that trade would double.",
     "asserts", ""),
    ("The Foreign Ministry denied reports that Oman's sultan had met the Israeli premier in Salalah.",
     "reports", "The Foreign Ministry"),
    ("Russian spy chief met U.S. officials in Vienna last week: sources", "reports", "sources"),
)  # fmt: skip


def _status(text: str, publisher: str = _PAPER) -> Claim:
    claims = read({"text": text, "published": "2021-03-16", "publisher": publisher}).claims
    (status,) = (one for one in claims if one.attribute == "status")
    return status


@pytest.mark.parametrize(("text", "stance", "by"), SAID, ids=[text[:50] for text, _, _ in SAID])
def test_who_says_so(text: str, stance: str, by: str) -> None:
    said = _status(text)
    assert (said.stance, said.attributed_to) == (stance, by)


def test_an_official_text_says_itself_what_its_own_side_says() -> None:
    text = "President Biden met with Prime Minister Bennett of Israel in Washington today, the Press Secretary said."
    assert _status(text, _READOUT).stance == "asserts"


def test_each_sentence_has_its_own_voice() -> None:
    text = (
        "Finland's president met the Latvian premier in Riga on Monday.\n\n"
        "The Finnish president met the Latvian premier for two hours, according to her office."
    )
    claims = read({"text": text, "published": "2021-03-16", "publisher": _PAPER}).claims
    kinds = [(one.stance, one.attributed_to) for one in claims if one.attribute == "kind"]
    assert kinds == [("asserts", ""), ("reports", "her office")]


def test_a_denial_is_a_claim_of_who_denies() -> None:
    said = _status("Riyadh denied that the crown prince had met the Israeli premier in Neom.")
    assert (said.value, said.stance, said.attributed_to) == ("denied", "reports", "Riyadh")
