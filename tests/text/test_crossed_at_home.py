"""Those of one state who meet at home tell of no contact between sides. The tables are in ``crossed/``."""

from __future__ import annotations

from itertools import product

from tests.text.crossed.tables import LATER, rows, sentence, told

_OTHERS_NAMED = " Uganda and the EU called for calm."
_FOREIGN_BEFORE = (
    "Kenyan President Amos Kiptoo received a cable from Danish Prime Minister Lars Holm. ",
    "Kenyan President Amos Kiptoo received the Danish ambassador, Mette Friis, at State House. ",
)
_LEADERS_ONLY = frozenset(
    {
        "opposition leader Daniel Otieno",
        "Senator Peter Mwangi",
        "Archbishop Peter Mwangi",
        "Finance Minister Peter Mwangi",
    }
    | {
        "Deputy Foreign Minister Grace Wanjiku",
        "the Minister of Health, Dr Rose Atieno",
        "Interior Minister Peter Mwangi",
    }
)


def test_whoever_meets_at_home() -> None:
    misread = []
    for met, frame in product(rows("at_home"), rows("at_home_frames")):
        text = sentence(frame["frame"], Q=met["phrase"])
        misread += [text] if told(text, published=LATER) else []
        if met["phrase"] in _LEADERS_ONLY:
            misread += [text] if told(text + _OTHERS_NAMED, published=LATER) else []
    assert not misread


def test_whoever_is_met_at_home_after_a_foreigner() -> None:
    misread = []
    for met, before in product(_LEADERS_ONLY, _FOREIGN_BEFORE):
        for how in ("The President also received {Q} on Tuesday.", "Earlier, he received {Q}.", "Later he met {Q}."):
            text = before + sentence(how, Q=met)
            misread += [text] if len(told(text, published=LATER)) != 1 else []
    assert not misread


def test_whoever_comes_from_abroad() -> None:
    for text, sides in (
        (
            "Danish Foreign Minister Lars Holm held talks with Prime Minister Amos Kiptoo in Nairobi on Monday.",
            "DNK KEN",
        ),
        ("Danish Foreign Minister Lars Holm flew to Nairobi, where he met opposition leader Amos Kiptoo.", "DNK KEN"),
        ("Prime Minister Lars Holm met the Kenyan president on Monday.", "KEN"),
        ("Kenyan President Amos Kiptoo met rebel leader Daniel Otieno on Monday.", "KEN"),
        ("Danish Prime Minister Lars Holm met special envoy Hans Berg on Monday.", "DNK"),
    ):
        contacts = [event for event in told(text, published=LATER) if event["kind"] != "visit"]
        assert [" ".join(sorted(event["countries"])) for event in contacts] == [sides], text


def test_two_whom_one_meets_abroad_are_met_one_by_one() -> None:
    text = (
        "Danish Foreign Minister Lars Holm held talks with Foreign Minister Amos Kiptoo in Nairobi on Tuesday"
        " and met Trade Minister Peter Mwangi."
    )
    events = told(text, published=LATER)
    assert sorted(len(event["participants"]) for event in events) == [2, 2]
