"""What kind of paper a word means: an accord of the headline is the agreement or the memorandum of the text."""

from __future__ import annotations

_AGREEMENTS = frozenset(
    {"agreement", "accord", "deal", "pact", "document", "partnership", "arrangement", "memorandum", "memoranda", "mou",
     "instrument", "understanding", "contract"}
)  # fmt: skip


def kind_of_paper(document: str) -> str:
    """Return the kind; a treaty or a statement is another than an agreement."""
    words = document.split()
    word = words[-1].lower().rstrip("s") if words else ""
    return "agreement" if word in _AGREEMENTS else word
