"""Who says "I": in a quotation, in a transcript with labels, in a text that an office gives out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from loaders.text.lexis.gazetteer import Term, gazetteer
from loaders.text.lexis.lexed import Lexed
from loaders.text.who.actor import Actor
from loaders.text.who.beside import is_quoted
from loaders.text.who.cast import Cast
from loaders.text.who.holders import in_high_office
from loaders.text.who.party import Party
from loaders.text.who.person import Person

_LABEL = re.compile(
    r"^(?!(?:In|At|On|During|As|Asked|According|Speaking|Addressing) )"
    r"(?:(?:M[rs]|Mrs|Dr)\.? )?(?P<name>[A-ZÀ-Þ][^\W\d_][\w.' -]{2,69})(?:, (?P<office>[A-Z][A-Za-z.' -]{3,60}))?:",
    re.MULTILINE,
)
_FAR_BACK = 3_000
_QUOTED = 700
"""Characters of a quotation behind the word "I" in which it ends."""
_TOLD_BEHIND = re.compile(
    r"[,.?!][\"”] (?:(?P<before>(?:[A-Z]|he |she )[^\"“”.]{0,90}?) ?(?:said|says|noted|told|added|wrote|tweeted)\b"
    r"|(?:said|says|added|noted) (?P<after>[A-Z][^\"“”.]{2,90}))"
)
_TOLD_AHEAD = re.compile(
    r"(?P<before>[A-Z][^\"“”.\n]{1,90}?) (?:said|says|noted|added|wrote|tweeted|continued|explained)"
    r"(?: [a-z ]{1,40})?[:,] ?[\"“]"
)
_GOES_ON = re.compile(r"\n\s*(?![\"“\s])")
"""Where a paragraph begins that is no more of a quotation."""
_QUOTES = re.compile('["“”]')
_SPEAKING = frozenset({"head", "minister"})
_CROWNED = frozenset({"monarch", "governor-general"})
"""They reign and give out no texts of their government."""


def labels_offices(text: str) -> bool:
    """Whether a label of a transcript may name an office with its state: "ANNE SMITH, PRIME MINISTER OF PERU:"."""
    return any(label["office"] for label in _LABEL.finditer(text))


class Speakers:
    """Finds whose words a sentence has."""

    def __init__(self, cast: Cast, home: str) -> None:
        self._cast = cast
        self._home = home
        self._labelled: dict[str, Person] = {}
        self.issuers: Sequence[Party] = ()
        """Those of several sides who give the text out together."""

    def of(self, lx: Lexed, sentence: Sequence[Actor], span: tuple[int, int], last: Person | None) -> list[Party]:
        """Return the speaker as a party, told at these offsets; ``last`` is the one spoken of last."""
        start, end = span
        said = (a.person for a in sentence if isinstance(a.person, Person) and is_quoted(lx, a))
        label = self._label(lx.text, start)
        speaker = next(said, None) or (self._named(label) if label is not None else None)
        if speaker is None and self._home:
            own = (one for one in self._cast.people if one.side == self._home and one.capacity and one.start < start)
            speaker = next((one for one in own if one.office not in _CROWNED), None)
        if speaker is None and not self._home:
            speaker = self._told_behind(lx.text, end, last) or self._told_ahead(lx.text, start)
            if speaker is None and (unnamed := self._office_behind(lx.text, end, (start, end))):
                return unnamed
        if speaker is not None:
            return [Party(speaker.side, start, end, speaker, speaker.capacity, speaker.office, speaker.rank)]
        return self._by_office(label, start, end)

    def together(self, lx: Lexed, sentence: Sequence[Actor], span: tuple[int, int]) -> list[Party]:
        """Return those whom "we" means in a statement of several, told at these offsets: not in a quotation."""
        start, end = span
        alone = '"' in lx.codes or any(is_quoted(lx, actor) for actor in sentence) or self._label(lx.text, start)
        return [] if alone else [replace(one, start=start, end=end) for one in self.issuers]

    def _label(self, text: str, at: int) -> re.Match[str] | None:
        """Return the label of a transcript that stands before a place."""
        return next(reversed(list(_LABEL.finditer(text, max(0, at - _FAR_BACK), at))), None)

    def _told_behind(self, text: str, at: int, last: Person | None) -> Person | None:
        """Read "I met X. We agreed," Minister Y said": who is named behind the quotation; "he" is the one before it."""
        told = _TOLD_BEHIND.search(text, at, at + _QUOTED)
        if told is None:
            return None
        words = {word.lower() for word in re.findall(r"[\w'-]+", told["before"] or told["after"] or "")}
        return last if words & {"he", "she"} else self._called(words)

    def _told_ahead(self, text: str, at: int) -> Person | None:
        """Read "Minister Y said: "We agreed. I met X": whose quotation it is that began before, and goes on here."""
        told = next(reversed(list(_TOLD_AHEAD.finditer(text, max(0, at - _QUOTED), at))), None)
        if told is None or _GOES_ON.search(text, told.end(), at) is not None:
            return None
        line = max(text.rfind("\n", told.end(), at), told.end() - 1)
        if len(_QUOTES.findall(text, line, at + 1)) % 2 == 0:
            return None
        return self._called({word.lower() for word in re.findall(r"[\w'-]+", told["before"])})

    def _called(self, words: set[str]) -> Person | None:
        """Return the holder of an office whom most of these words name."""
        named = (one for one in self._cast.people if one.words and one.words & words and one.capacity)
        return max(named, key=lambda one: len(one.words & words), default=None)

    def _office_behind(self, text: str, at: int, span: tuple[int, int]) -> list[Party]:
        """Read "I spoke with X," Peru's president said": the holder of an office, who is not named."""
        told = _TOLD_BEHIND.search(text, at, at + _QUOTED)
        hits = [hit.term for hit in gazetteer().find(told["before"] or told["after"] or "")] if told else []
        office = [term for term in hits if term.code == "T" and term.rank in _SPEAKING]
        sides = {term.side for term in hits if term.code in "CD" and term.side}
        if len(office) != 1 or len(sides) != 1:
            return []
        return [Party(sides.pop(), *span, None, "", office[0].office, office[0].rank)]

    def _named(self, label: re.Match[str]) -> Person | None:
        """Read "ANNE SMITH, PRIME MINISTER OF PERU:": the speaker with his office."""
        office = _office(label["office"]) if label["office"] else None
        if office is None:
            return self._titled(label) or self._in_headline(label)
        name = label["name"].title()
        if name not in self._labelled:
            words = set(name.lower().split())
            known = (one for one in self._cast.people if words <= one.words)
            state = (hit.term.side for hit in gazetteer().find(label["office"].title()) if hit.term.code == "C")
            side = next(state, self._home)
            new = Person(name, *label.span("name"), side, label["office"].title(), office.office, office.rank)
            self._labelled[name] = next(known, new)
        return self._labelled[name]

    def _titled(self, label: re.Match[str]) -> Person | None:
        """Read "PRESIDENT RAO: We have just met": one whom the text names, with how he is addressed."""
        words = set(label["name"].lower().split())
        known = (one for one in self._cast.people if one.capacity and one.words and one.words < words)
        return max(known, key=lambda one: len(one.words), default=None)

    def _in_headline(self, label: re.Match[str]) -> Person | None:
        """Read the headline "Rao: I will see Hale tomorrow": one whom the text names, or who leads a state."""
        name, first = label["name"], label.start() == 0
        if not first or name.isupper() or not self._cast.published:
            return None
        words = frozenset(name.lower().split())
        known = next((one for one in self._cast.people if words <= one.words and one.side), None)
        side = "" if known is not None else in_high_office(name, self._cast.published)
        return known or (Person(name, *label.span("name"), side, "", "", "") if side else None)

    def _by_office(self, label: re.Match[str] | None, start: int, end: int) -> list[Party]:
        """Read "PRIME MINISTER: I had a good discussion": the label in a transcript is an office."""
        office = _office(label["name"]) if label is not None else None
        if label is None or office is None:
            return [Party(self._home, start, end)] if self._home else []
        return [Party(self._home, start, end, None, label["name"].title(), office.office, office.rank)]


def _office(words: str) -> Term | None:
    return next((hit.term for hit in gazetteer().find(words.title()) if hit.term.code == "T"), None)
