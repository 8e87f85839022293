"""Contacts told by an idiom, in every frame; and words like them that tell of none."""

from __future__ import annotations

from itertools import product

from tests.text.crossed.tables import names, of_both, rows, sentence, status, told

_PAIRS = (
    ("Peruvian President Juan Castro", "Chilean President Luis Rojas", {"Juan Castro", "Luis Rojas"}),
    ("Peruvian President Juan Castro", "his Chilean counterpart", {"Juan Castro"}),
    ("the Peruvian foreign minister", "Chilean President Luis Rojas", {"Luis Rojas"}),
)
_SAME = {"talks": "meeting", "negotiation": "meeting"}


def _as_told(text: str) -> list[tuple[str, str]]:
    contacts = [one for one in of_both(text) if one["kind"] != "visit"]
    return [(_SAME.get(one["kind"], one["kind"]), status(one)) for one in contacts]


def test_by_whatever_idiom_it_is_told() -> None:
    misread = []
    for idiom, frame, (one, other, people) in product(rows("idioms"), rows("idiom_frames"), _PAIRS):
        phrases = {form: idiom[form] for form in ("past", "base", "gerund")}
        text = sentence(frame["frame"], A=one, B=other, **phrases)
        right = _as_told(text) == [(idiom["kind"], frame["status"])] and names(of_both(text)) == people
        misread += [] if right else [text]
    assert misread == []


def test_in_whatever_words_it_is_told() -> None:
    misread = []
    for frame, (one, other, people) in product(rows("contact_frames"), _PAIRS):
        if other.startswith("his") and frame["frame"].startswith("{B}"):
            continue
        text = sentence(frame["frame"], A=one, B=other)
        right = _as_told(text) == [(frame["kind"], frame["status"])] and names(of_both(text)) >= people
        misread += [] if right else [text]
    assert misread == []


def test_what_is_no_contact_of_the_two() -> None:
    texts = [sentence(row["sentence"], A=_PAIRS[0][0], B=_PAIRS[0][1]) for row in rows("no_contact")]
    contacts = {text: [one for one in told(text) if one["kind"] != "statement"] for text in texts}
    assert [text for text, found in contacts.items() if found] == []
