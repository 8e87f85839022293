"""The names of the reference tables, found in a text in one pass."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import ahocorasick_rs
import msgspec

from kg.vocabulary import cities, collisions, countries, former_states, meaning_of, organizations, titles
from kg.vocabulary.collisions import NOT_OURS
from loaders.text.lexis.distances import NEAR
from loaders.text.lexis.spellings import forms_of_title, forms_to_be, with_apostrophes, with_large

_PREFIX = re.compile(r"(?<![^\W\d_])(?:[Nn]on|[Aa]l|[Ee]l)\Z")
_OF_THE, _REPUBLIC = " of the ", "republic"


class Place(msgspec.Struct, frozen=True, gc=False):
    """A place of the tables: its name there, the city it is or stands in, and the country."""

    name: str
    city: str
    country: str


class Term(msgspec.Struct, frozen=True, gc=False):
    """What a name of the tables can stand for.

    ``code`` is the letter of its first meaning: C country, D demonym, O organisation, F forum or treaty, M metonym,
    K place, T title, U plural title.
    """

    code: str
    side: str = ""
    place: Place | None = None
    office: str = ""
    rank: str = ""
    sides: tuple[str, ...] = ()
    """The countries that use this title for this office; empty: any."""
    doubtful: bool = False
    """The name is also an ordinary word or a person's name."""


class Hit(msgspec.Struct, frozen=True, gc=False):
    """A name at its offsets in the text."""

    start: int
    end: int
    term: Term
    low: str
    """The name in lower case, with straight apostrophes."""

    def moved(self, by: int) -> Hit:
        """Return the same name as many characters further on in a text."""
        return Hit(self.start + by, self.end + by, self.term, self.low)


class _Words:
    """Whether a word occurs anywhere in a text, which is looked for once."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._known: dict[object, bool] = {}

    def __contains__(self, word: object) -> bool:
        known = self._known.get(word)
        if known is None:
            known = self._known[word] = str(word) in self.text
        return known


class Gazetteer:
    """An automaton over all names. Whole words only, longest first."""

    def __init__(self, terms: dict[str, Term]) -> None:
        doubtful = collisions()
        self._terms = [
            (term, plain.lower(), plain if plain in doubtful and not term.sides else "")
            for name, term in terms.items()
            for plain in [name.replace("’", "'")]
        ]
        self._automaton = ahocorasick_rs.AhoCorasick(
            list(terms), matchkind=ahocorasick_rs.MatchKind.LeftmostLongest, store_patterns=False
        )

    def spans(self, text: str) -> list[tuple[int, int, int]]:
        """Return number, start and end of what the automaton finds, parts of words too."""
        return self._automaton.find_matches_as_indexes(text)

    def find(self, text: str) -> list[Hit]:
        """Return the names in the text, in order, without overlaps."""
        found: list[Hit] = []
        size, words = len(text), _Words(text)
        for index, start, end in self.spans(text):
            before = text[start - 1] if start else ""
            after = text[end] if end < size else ""
            if before.isalnum() or after.isalnum():
                title = self._terms[index][0].code in "TU"
                if after.islower() and not (title or before.isalnum()) and " " in text[start:end]:
                    found += self._inside(text, start, end)
                continue
            term, low, doubtful = self._terms[index]
            if term.code in "TU" and low.endswith(_REPUBLIC) and (both := self._of_state(text, start, end)):
                found += both
                continue
            if doubtful and (meant := self._meant(term, doubtful, words, start, end)) is not term:
                if meant is None:
                    continue
                term = meant
            if after == "-" and term.code in "TU" and text[end + 1 : end + 2].isupper():
                continue  # a part of a name: Amir-Abdollahian
            if before == "-" and _PREFIX.search(text[max(0, start - 5) : start - 1]):
                continue  # non-NATO, al-Sabah
            found.append(Hit(start, end, term, low))
        return found

    def _inside(self, text: str, start: int, end: int) -> list[Hit]:
        """Read "Swiss Federal Councillor", where the name of the Council is none: the names that are in it."""
        stop = end
        while stop < len(text) and text[stop].isalnum():
            stop += 1
        found = [hit.moved(start) for hit in self.find(text[start : end - 1])]
        rest = found[-1].end if found else start + text[start:end].index(" ")
        return found + [hit.moved(rest) for hit in self.find(text[rest:stop])]

    def _of_state(self, text: str, start: int, end: int) -> list[Hit]:
        """Read "President of the Republic of the Congo": the title ends where the name of the state begins."""
        begin = end - len(_REPUBLIC)
        names = self.find(text[begin : end + _OFFICIAL]) if text.startswith(" of ", end) else []
        if not names or names[0].start or names[0].term.code != "C":
            return []
        title = self.find(text[start : begin - len(_OF_THE)])
        return [*(hit.moved(start) for hit in title), names[0].moved(begin)]

    def _meant(self, term: Term, name: str, words: _Words, start: int, end: int) -> Term | None:
        """What a name with several meanings stands for here: the term of the tables, another one, or nothing."""
        before, after = words.text[max(0, start - _BESIDE) : start], words.text[end : end + _BESIDE]
        meaning = meaning_of(name, before, after, words)
        if meaning == NOT_OURS:
            return None
        kind, _, value = meaning.partition(":")
        if value == term.side or (term.place is not None and value == term.place.country):
            return term
        return _term_of(kind, value)


_BESIDE, _OFFICIAL = 30, 60
"""Characters beside a name that its neighbours are looked for in, and in which the official name of a state ends."""


@cache
def _term_of(kind: str, value: str) -> Term | None:
    """A meaning of the table of collisions as a term."""
    if kind in ("country", "demonym", "metonym", "former"):
        return Term(kind[0].upper() if kind != "former" else "C", value)
    if kind == "organization":
        one = organizations().get(value)
        return Term("O" if one is None or one.can_be_side else "F", value)
    if kind == "capital":
        city = countries()[value].capital
        return Term("K", value, Place(city, city, value))
    return None


@cache
def gazetteer() -> Gazetteer:
    """Return the automaton over the reference tables."""
    return Gazetteer(_terms())


def _terms() -> dict[str, Term]:
    terms: dict[str, Term] = {}
    named = ((form, term) for name, term in _entries() for form in (with_large(name) if term.code != "D" else (name,)))
    every = ((form, term) for name, term in named for form in with_apostrophes(name))
    for name, term in every:
        known = terms.get(name)
        if known is None:
            terms[name] = term
        elif term.place and not known.place and _may_be_there(known, term.place):
            terms[name] = msgspec.structs.replace(known, place=term.place)
    return terms


def _may_be_there(known: Term, place: Place) -> bool:
    """Whether a name has a place beside what it means: a state only one of its own, and Georgia none in America."""
    return known.code in "MO" or (known.code == "C" and known.side == place.country)


def _entries() -> Iterator[tuple[str, Term]]:
    yield from _country_names()
    yield from _organization_names()
    yield from _title_names()
    yield from _metonyms()
    yield from _place_names()
    yield from _doubtful_names()


def _doubtful_names() -> Iterator[tuple[str, Term]]:
    """Names that only the table of collisions has: Congo, which is one of two; firms that bear the name of a state."""
    for row in collisions().values():
        if row.default.startswith("none"):
            yield row.name, Term("N")
        elif not row.default and all(meaning.startswith("country:") for meaning in row.meanings):
            both = tuple(meaning.partition(":")[2] for meaning in row.meanings)
            yield row.name, Term("C", both[0], sides=both)  # the two Koreas
        elif ":" in row.default:
            kind, _, value = row.default.partition(":")
            term = _term_of(kind, value)
            if term is not None:
                yield row.name, term


def _country_names() -> Iterator[tuple[str, Term]]:
    for country in countries().values():
        for name in (country.name, country.official_name, *country.names):
            yield _bare(name).removeprefix("The "), Term("C", country.iso3)  # else "The Gambian" is cut in two
        for name in (*country.demonyms, *country.combining):
            yield name, Term("D", country.iso3)
    for state in former_states():
        for name in (state.name, *state.names):
            yield _bare(name), Term("C", state.successor)
        for name in state.demonyms:
            yield name, Term("D", state.successor)


def _organization_names() -> Iterator[tuple[str, Term]]:
    for one in organizations().values():
        term = Term("O" if one.can_be_side else "F", one.id)
        for name in (one.name, *one.names, *one.acronyms, *one.adjectives):
            yield _bare(name), term


def _metonyms() -> Iterator[tuple[str, Term]]:
    seats = {(city.name, city.iso3) for city in cities() if city.kind == "city"}
    for country in countries().values():
        for name in country.metonyms:
            yield _bare(name), Term("M", country.iso3)
        for name in (country.capital, *country.capital_names):
            if name:
                city = name if (name, country.iso3) in seats else country.capital
                yield name, Term("K", country.iso3, Place(city, city, country.iso3))


def _place_names() -> Iterator[tuple[str, Term]]:
    every = sorted(cities(), key=lambda city: (city.kind == "region", city.name))
    for city in every:
        within = city.city if city.kind == "venue" else "" if city.kind == "region" else city.name
        for name in (city.name, *city.names):
            yield _bare(name), Term("K", "", Place(city.name, within, city.iso3), doubtful=len(name) < NEAR)


def _title_names() -> Iterator[tuple[str, Term]]:
    for title in titles():
        for name, code in ((title.title, "T"), (title.plural, "U")):
            if name:
                term = Term(code, "", None, title.office, title.rank, title.countries)
                yield from ((form, term) for form in forms_of_title(name))
                if code == "T":
                    yield from ((form, term) for form in forms_to_be(name))


def _bare(name: str) -> str:
    return name[4:] if name.startswith("the ") else name
