"""A sentence as a row of coded items, so that phrases can be recognised by the codes.

Codes: C country, D demonym, O organisation, F forum or treaty, M metonym, K place, T title, U titles (plural),
N capitalised word, I initial, H honorific, j particle of a name, J suffix of a name, B word of an institution's name,
G noun for those who stand for a side, a qualifier of a title, n number, m calendar word, t determiner, h possessive
pronoun, q pronoun, o "of", f "for", w "with", b "between", y "by", p other preposition, & "and", ' possessive ending,
x other word, and the marks , ; ( ) " -
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.text.distances import PAIR
from loaders.text.gazetteer import Hit, Term
from loaders.text.words import word_codes

_TOKEN = re.compile(
    r"(?P<poss>['’]s?(?!\w))"
    r"|(?P<num>\d+(?:[.,:]\d+)*(?:st|nd|rd|th)?)"
    r"|(?P<word>['’ʻʼ]?[^\W\d_]+(?:[-‑'’.⁠][^\W\d_]+)*\.?)"
    r"|(?P<mark>[,;:()\[\]\"“”«»&—–/-]|\.)"
)
_POSSESSIVE = re.compile(r"['’]s$")
_MARKS = {
    ",": ",", ";": ";", ":": ";", "(": "(", ")": ")", "[": "(", "]": ")", "&": "&", "—": ";", "–": ";", "/": "&",
    "-": "-", "«": '"', "»": '"', "“": '"', "”": '"', '"': '"', ".": ".",
}  # fmt: skip
_ARABIC = re.compile(r"(?:al|el|as|ad|an|ar|at|az|ash|ed|es|ul|bin|ould)[-‑‑][^\W\d_a-z]")
_INITIAL = re.compile(r"(?:[^\W\d_a-z]\.)+$|[^\W\d_a-z]$")


_MAY = re.compile(r"(?:(?<=H)|(?<=T)|(?<=N))m(?=[^mn]|$)")
"""A month after a title or a name is a name: "Mrs May", "Theresa May". A day is none: "Mr Biden today"."""
_ALSO_NAMES = frozenset({"January", "April", "May", "June", "August"})


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
        return len(self.starts)

    def words(self, first: int, last: int) -> str:
        """Return the text from item ``first`` up to and without item ``last``."""
        if first >= last:
            return ""
        return self.text[self.starts[first] : self.ends[last - 1]]

    def lower(self, first: int, last: int) -> str:
        """Return the words of these items in lower case with one blank between them."""
        return " ".join(self.lows[max(first, 0) : last])


def lex(text: str, start: int, end: int, hits: Sequence[Hit]) -> Lexed:
    """Return the items of ``text[start:end]``; ``hits`` are the names found in it, in order."""
    lexed = Lexed(text, start, end)
    codes: list[str] = []
    position = start
    for hit in hits:
        if hit.start < position:
            continue
        _tokens(lexed, codes, position, hit.start)
        _append(lexed, codes, hit.term.code, (hit.start, hit.end), hit.term)
        position = hit.end
    _tokens(lexed, codes, position, end)
    lexed.codes = "".join(codes)
    if "m" in lexed.codes:
        lexed.codes = _MAY.sub(
            lambda found: "N" if lexed.words(at := found.start(), at + 1) in _ALSO_NAMES else "m", lexed.codes
        )
    return lexed


def _append(lexed: Lexed, codes: list[str], code: str, span: tuple[int, int], term: Term | None = None) -> None:
    start, end = span
    codes.append(code)
    lexed.starts.append(start)
    lexed.ends.append(end)
    lexed.lows.append(lexed.text[start:end].lower().replace("’", "'"))
    lexed.terms.append(term)


def _tokens(lexed: Lexed, codes: list[str], start: int, end: int) -> None:
    text, known = lexed.text, word_codes()
    for match in _TOKEN.finditer(text, start, end):
        kind = match.lastgroup
        begin, stop = match.span()
        if kind == "word":
            _word(lexed, codes, begin, stop, known)
        elif kind == "poss":
            _append(lexed, codes, "'", (begin, stop))
        elif kind == "num":
            _append(lexed, codes, "m" if codes and codes[-1] == "m" else "n", (begin, stop))
        else:
            _append(lexed, codes, _MARKS[text[begin]], (begin, stop))


def _word(lexed: Lexed, codes: list[str], start: int, end: int, known: dict[str, str]) -> None:
    word = lexed.text[start:end]
    tail = _POSSESSIVE.search(word)
    if tail and len(word) > PAIR:
        _word(lexed, codes, start, end - 2, known)
        _append(lexed, codes, "'", (end - 2, end))
        return
    code = known.get(word)
    if code is None and word[-1] == "." and not _INITIAL.match(word):
        word, end = word[:-1], end - 1
        code = known.get(word)
    if code is None:
        code = _unknown(word)
    _append(lexed, codes, code, (start, end))


def _unknown(word: str) -> str:
    first = word[0] if word[0].isalpha() else word[1:2]
    if _INITIAL.match(word):
        return "I"
    if first.isupper() or _ARABIC.match(word):
        return "N"
    return "x" if first.islower() else "N"
