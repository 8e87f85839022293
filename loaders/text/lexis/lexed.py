"""A sentence as a row of coded items, so that phrases can be recognised by the codes.

Codes: C country, D demonym, O organisation, F forum or treaty, M metonym, K place, T title, U titles (plural),
N capitalised word, I initial, H honorific, j particle of a name, J suffix of a name, B word of an institution's name,
G noun for those who stand for a side, a qualifier of a title, n number, m calendar word, t determiner, h possessive
pronoun, q pronoun, o "of", f "for", w "with", b "between", y "by", p other preposition, & "and", ' possessive ending,
x other word, and the marks , ; ( ) " -
"""

from __future__ import annotations

from loaders.text.lexis.gazetteer import Term


class Lexed:
    """The items of one sentence: code letters as one string, and the offsets, words and terms beside it."""

    __slots__ = ("codes", "end", "ends", "lows", "start", "starts", "terms", "text")

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        self.start = start
        self.end = end
        self.codes = ""
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.lows: list[str] = []
        self.terms: list[Term | None] = []

    def __len__(self) -> int:
        return len(self.codes)

    def words(self, first: int, last: int) -> str:
        """Return the text from item ``first`` up to and without item ``last``."""
        if first >= last:
            return ""
        return self.text[self.starts[first] : self.ends[last - 1]]

    def lower(self, first: int, last: int) -> str:
        """Return the words of these items in lower case with one blank between them."""
        return " ".join(self.lows[first if first > 0 else 0 : last])

    def item_at(self, first: int, offset: int) -> int:
        """Return the item that stands at an offset of ``lower(first, ...)``: some items are several words."""
        first = max(first, 0)
        for item, words in enumerate(self.lows[first:], first):
            offset -= len(words) + 1
            if offset < 0:
                return item
        return len(self.lows)
