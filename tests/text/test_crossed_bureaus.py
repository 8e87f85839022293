"""Officials without a side in a report from elsewhere, and in one from their own capital. Tables: ``crossed/``."""

from __future__ import annotations

from itertools import product

from tests.text.crossed.tables import LATER, rows, sides_of, told

_AT_HOME = ("NAIROBI (Reuters) - ", "NAIROBI, May 14 - ")
_OF_OTHERS = ("Uganda will buy maize this year.", "Talks on the lake go on.", "Ugandan officials arrived on Monday.")


def test_whoever_is_told_of_from_a_bureau() -> None:
    misread = []
    for line, lead, met in product(rows("bureaus"), rows("goes_on_about"), rows("without_a_side")):
        text = f"{line['dateline']}{lead['sentence']} {met['sentence']}"
        misread += [] if sides_of(met["name"], told(text, published=LATER)) == {"KEN"} else [text]
    assert not misread


def test_whoever_is_told_of_from_his_capital() -> None:
    misread = []
    for line, lead, met in product(_AT_HOME, _OF_OTHERS, rows("without_a_side")):
        text = f"{line}{lead} {met['sentence']}"
        misread += [] if sides_of(met["name"], told(text, published=LATER)) == {"KEN"} else [text]
    assert not misread


def test_a_guest_is_not_of_the_city_he_visits() -> None:
    text = (
        "PARIS, May 14 - Visiting Foreign Minister Anne Wanjiru met French Foreign Minister Luc Moreau on Tuesday."
        " She will return to Kenya on Friday."
    )
    assert sides_of("Anne Wanjiru", told(text, published=LATER)) == {"KEN"}


def test_the_president_is_that_of_where_a_report_was_written() -> None:
    for text, sides in (
        ("The foreign minister met his Ugandan counterpart, David Okello, on Tuesday.", "KEN UGA"),
        ("The President on Tuesday received the Ugandan Foreign Minister, David Okello.", "KEN UGA"),
        ("Uganda's foreign minister, David Okello, held talks with the President on Tuesday.", "KEN UGA"),
        ("First Lady Rose Kiptoo met Ugandan First Lady Jane Okello on Tuesday.", "KEN UGA"),
        ("Permanent Secretary Mary Njoki met Ugandan Ambassador David Okello on Tuesday.", "KEN UGA"),
        ("Ugandan Foreign Minister David Okello said the President would visit Tanzania next week.", "TZA"),
    ):
        events = told(f"NAIROBI, May 14 - {text}", published=LATER)
        assert [" ".join(sorted(event["countries"])) for event in events] == [sides], text
    elsewhere = told(
        "GENEVA, May 14 - The foreign minister met his Ugandan counterpart, David Okello.", published=LATER
    )
    assert [event["countries"] for event in elsewhere] == [["UGA"]]
