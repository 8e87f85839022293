"""What reference data tell of the holders of offices: whose they are, by their names and the day."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from kg.identity.names import fold_name
from kg.vocabulary import tenures
from loaders.text.lexis.distances import PAIR
from loaders.text.who.governments import land_led_by, surnames

_HIGH = frozenset({"head-of-state", "head-of-government", "foreign-minister"})
_DOUBLED = re.compile(r"([b-df-hj-np-tv-z])\1")
_KEPT = 16_384
"""The same names come again in the texts of a run."""


@lru_cache(maxsize=_KEPT)
def name_words(name: str) -> frozenset[str]:
    """Return the words of a name that tell it apart, folded."""
    return frozenset(telling_words(name))


def begin_alike(name: str, other: str) -> bool:
    """Whether two full names may begin with one given name: "Sabah Ahmad Sabah" is not "Ahmad Nasser Sabah"."""
    first, second = telling_words(name)[0], telling_words(other)[0]
    return first[0] == second[0]


def says_more(name: str, known: str) -> bool:
    """Whether a name has more words than the one known, and is not the label of a transcript in capitals."""
    if name.isupper() and not known.isupper():
        return False
    return (len(name_words(name)), len(name)) > (len(name_words(known)), len(known))


@lru_cache(maxsize=_KEPT)
def telling_words(name: str) -> tuple[str, ...]:
    """The same words in their order: where a first name and a surname mean two persons, the last word decides."""
    return tuple(
        word for word in fold_name(name).split() if len(word) > 1 and word not in ("jr", "sr", "al", "el", "bin", "de")
    )


@lru_cache(maxsize=_KEPT)
def last_word(name: str) -> str:
    """Return the surname, where it stands last, folded."""
    words = [w for w in fold_name(name).split() if w not in ("jr", "sr", "ii", "iii")]
    return words[-1] if words else ""


@cache
def _tenures_by_name() -> dict[str, list[tuple[str, str, str, str]]]:
    found: dict[str, list[tuple[str, str, str, str]]] = defaultdict(list)
    for row in tenures():
        folded = fold_name(row.person)
        found[folded].append((row.side, row.office, row.start, row.end))
        parts = folded.split()
        if len(parts) == PAIR + 1:  # of four names the last is often the mother's, and nobody is called by it
            found[f"{parts[0]} {parts[-1]}"].append((row.side, row.office, row.start, row.end))
    return found


@cache
def _tenures_by_surname() -> dict[tuple[str, str], list[tuple[str, str, str, str]]]:
    found: dict[tuple[str, str], list[tuple[str, str, str, str]]] = defaultdict(list)
    for row in tenures():
        for word in {_sound(word) for word in name_words(row.person)}:
            found[word, row.office].append((row.side, row.person, row.start, row.end))
    return found


@cache
def _terms_by_surname() -> dict[tuple[str, str], list[tuple[str, str, str, str, frozenset[str]]]]:
    found: dict[tuple[str, str], list[tuple[str, str, str, str, frozenset[str]]]] = defaultdict(list)
    for row in tenures():
        words = telling_words(row.person)
        for surname in surnames(words, row.side) if words else ():
            found[row.side, _sound(surname)].append((row.side, row.office, row.start, row.end, frozenset(words)))
    return found


def holds_office_of(name: str, sides: Sequence[str], published: str) -> bool:
    """Whether somebody of this surname then held an office of one of these sides: "the EU's Borrell"."""
    known = _terms_by_surname()
    rows = (row for side in sides for row in known.get((side, _sound(last_word(name))), ()))
    return any(in_office(row, published) for row in rows)


@cache
def high_offices() -> dict[str, list[tuple[str, str, str, str, frozenset[str]]]]:
    """Return the heads and foreign ministers by each word of their names: side, office, start, end, all words."""
    found: dict[str, list[tuple[str, str, str, str, frozenset[str]]]] = defaultdict(list)
    for row in tenures():
        if row.office in _HIGH:
            words = name_words(row.person)
            for word in words:
                found[word].append((row.side, row.office, row.start, row.end, words))
    return found


_SHORTEST = 4
"""Letters of a surname that stands for its bearer alone: "Kim" and "Lee" are too many."""


@lru_cache(maxsize=_KEPT)
def in_high_office(name: str, published: str) -> str:
    """Return the one side that had a head or foreign minister of this surname then, "" where a first name differs."""
    words = telling_words(name)
    if not published or not words or len(words[-1]) < _SHORTEST or words[-1] in _ordinary():
        return ""
    rows = [row for row in _heads_by_sound().get(_sound(words[-1]), ()) if in_office(row, published)]
    rows = [row for row in rows if _first_names_fit(words, row[4])]
    sides = {row[0] for row in rows}
    side = sides.pop() if len(sides) == 1 else ""
    called_so = len(words) > 1 or surname_side(name, published) == side
    return side if called_so or land_led_by(words[0]) in ("", side) else ""  # "Obama" is not Mr Obama Asue


def surname_side(name: str, published: str) -> str:
    """Return the one side whose head or foreign minister was called so then, however short or common the surname."""
    words = telling_words(name)
    rows = _by_surname().get(_sound(words[0]), ()) if len(words) == 1 and published else ()
    sides = {row[0] for row in rows if in_office(row, published)}
    return sides.pop() if len(sides) == 1 else ""


def only_holder(name: str, side: str, published: str) -> tuple[str, str]:
    """Return side and office of one named without either ("Mr Aliyev"), if only one holder of a high office fits.

    Else the side is what it was, and the office "".
    """
    full = name_words(name)
    rows = [row for row in high_offices().get(last_word(name), ()) if in_office(row, published)]
    rows = [row for row in rows if not side or row[0] == side]
    rows = [row for row in rows if len(full) <= 1 or full <= row[4] or row[4] <= full]
    return (rows[0][0], rows[0][1]) if len({row[0] for row in rows}) == 1 else (side, "")


@cache
def _by_surname() -> dict[str, list[tuple[str, str, str, str, frozenset[str]]]]:
    found: dict[str, list[tuple[str, str, str, str, frozenset[str]]]] = defaultdict(list)
    for row in tenures():
        words = telling_words(row.person)
        if row.office in _HIGH and words:
            for surname in surnames(words, row.side):
                found[_sound(surname)].append((row.side, row.office, row.start, row.end, frozenset(words)))
    return found


def _first_names_fit(words: Sequence[str], others: Iterable[str]) -> bool:
    """Whether a first name, where there is one, begins as one of another's names does."""
    if len(words) <= 1:
        return True
    return any(other[0] == words[0][0] for other in others if _sound(other) != _sound(words[-1]))


@lru_cache(maxsize=_KEPT)
def _sound(word: str) -> str:
    """Zelensky, Zelenskiy and Zelenskyy are one, and so are Gilani and Gillani."""
    word = _DOUBLED.sub(r"\1", word)
    return word.rstrip("yij") + "y" if word.endswith(("y", "i", "ij")) else word


@cache
def _heads_by_sound() -> dict[str, list[tuple[str, str, str, str, frozenset[str]]]]:
    found: dict[str, list[tuple[str, str, str, str, frozenset[str]]]] = defaultdict(list)
    for word, rows in high_offices().items():
        found[_sound(word)].extend(rows)
    return found


@cache
def _ordinary() -> frozenset[str]:
    """Surnames of heads that are given names, or names of places and peoples, too."""
    return frozenset(fold_name(name) for name in given_names())


@cache
def given_names() -> frozenset[str]:
    """Return the first names that holders of offices bear."""
    return frozenset(row.person.split()[0] for row in tenures() if " " in row.person)


def in_office(row: tuple[str, str, str, str, frozenset[str]], published: str) -> bool:
    """Tell whether a row of them was in office in the month of this day."""
    return bool(published) and row[2][:7] <= published[:7] <= (row[3][:7] or "9999")


@lru_cache(maxsize=_KEPT)
def tenure_side(name: str, published: str) -> str:
    """The one side whose offices a person of this full name has held."""
    rows = _tenures_by_name().get(
        " ".join(w for w in fold_name(name).split() if len(w) > 1 and w not in ("jr", "sr")), []
    )
    sides = {side for side, _, start, _ in rows if not published or start[:4] <= published[:4]}
    if _OF_REALMS in sides and all(office == "monarch" for _, office, _, _ in rows):
        return _OF_REALMS  # the Queen of many realms
    return sides.pop() if len(sides) == 1 else ""


@cache
def _offices() -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for row in tenures():
        found[row.side].add(row.office)
    return found


def has_office(side: str, office: str) -> bool:
    """Whether reference data know holders of this office of this side; of sides that they do not cover, yes."""
    known = _offices().get(side)
    return known is None or office in known


def _may_be(name: str, person: str) -> bool:
    """Whether a given name, where there is one, begins like one of the holder's: "Y. Castro" is no "Noli de Castro"."""
    own, theirs = telling_words(name), name_words(person)
    return len(own) <= 1 or any(word[0] == other[0] for word in own[:-1] for other in theirs - {own[-1]})


def office_side(name: str, office: str, published: str) -> str:
    """The one side that had a holder of this office by this surname when the text was published."""
    rows = _tenures_by_surname().get((_sound(last_word(name)), office), [])
    sides = {
        side for side, person, start, end in rows
        if _may_be(name, person) and (not published or start[:7] <= published[:7] <= (end[:7] or "9999"))
    }  # fmt: skip
    return sides.pop() if len(sides) == 1 else ""


_OF_REALMS = "GBR"
_CROWNED = frozenset({"ARE", "BTN", "SWZ", "MYS", "AFG", "EGY", "ETH", "IRN", "IRQ", "LAO", "LBY", "GRC", "YEM"})
"""States with rulers, now or once, of whom the reference data tell nothing."""
_LAST_KNOWN = "2022-07"
"""Of holders after this month the reference data tell nothing."""


@lru_cache(maxsize=_KEPT)
def may_hold(side: str, office: str, name: str, published: str) -> bool:
    """Tell that nobody else is known to have held this office of this side when the text was published."""
    if office == "monarch" and side in _offices() and side not in _CROWNED and office not in _offices()[side]:
        return False
    if not published or published[:7] > _LAST_KNOWN:
        return True
    rows = _tenures_of().get((side, office), ())
    holding = [words for words, start, end in rows if start[:7] <= published[:7] <= (end[:7] or "9999")]
    given = name_words(name) if office == "monarch" else frozenset()  # "Haitham bin Tarik" is "Haitham bin Tariq"
    told = _sound(last_word(name))
    return not holding or any(told in map(_sound, words) or given & words for words in holding)


@cache
def _tenures_of() -> dict[tuple[str, str], list[tuple[frozenset[str], str, str]]]:
    found: dict[tuple[str, str], list[tuple[frozenset[str], str, str]]] = defaultdict(list)
    for row in tenures():
        found[row.side, row.office].append((name_words(row.person), row.start, row.end))
    return found


def contradict(office: str, other: str) -> bool:
    """Whether one who has the first of two high offices cannot be the holder of the other."""
    pair = {office, other}
    return bool(pair & {"head-of-state", "monarch"}) and bool(pair & {"head-of-government", "foreign-minister"})
