"""From the text of a sentence to its coded items (loaders/text/lexis/lexed.py), and what words are beside others."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.text.lexis.by_neighbours import settle_by_neighbours
from loaders.text.lexis.gazetteer import Hit
from loaders.text.lexis.lexed import Lexed
from loaders.text.lexis.pairs_of_names import settle_pairs
from loaders.text.lexis.pieces import FIGURES, YEAR, pieces
from loaders.text.lexis.small_towns import settle_small_towns
from loaders.text.lexis.titles import settle_titles
from loaders.text.lexis.words import word_class

_DATE = re.compile(f"m[{FIGURES}{YEAR}]+|(?<=p){YEAR}[{FIGURES}{YEAR}]*")
"""A date goes on with figures; a year after a preposition is one: "in 1972"."""
_MAY = re.compile(r"(?:(?<=H)|(?<=T)|(?<=N))m(?=[^mn]|$)")
"""A month after a title or a name is a name: "Mrs May", "Theresa May". A day is none: "Mr Biden today"."""
_INITIAL_A = re.compile("(?<=[TGH])t(?=I|NN)")
"""Read "Foreign Minister A K Rahman": no article."""
_NO_PRONOUN = re.compile(r"(?<=N)q|(?<=T)[qp](?=N)")
_CAPITAL = re.compile(r"(?<=[Nj])[tp](?=[,.'x)]|$)")
_AS_NAMES = {"I": "J", "He": "N", "To": "N", "Per": "N", "Than": "N"}
"""Read "King Juan Carlos I", "Vice Premier He Lifeng", "leader To Lam", "Foreign Minister Per Lund"."""
_HOST = re.compile(r"(?<=[xp])G(?=[tahDCUOHNBnTx])")
"""After an auxiliary it is the verb: "will host a meeting"."""
_ACRONYM = re.compile(r"[COFMT]\([CDOFNT]\)")
_HOLDER = re.compile(r"(?<=T)\(HI{0,2}N{1,3}\)")
_GLOSS = re.compile(r"[MNBTO]\([txBaN]{1,3}\)")
_CHAMBERS = frozenset({"parliament", "the parliament", "upper house", "lower house", "upper chamber", "lower chamber"})
_OFFICIAL = re.compile(r"T(?=[xG])")
"""Before a noun it is an adjective: "official talks"."""
_AFTER_PERSON = word_class("auxiliary") | word_class("state predicate") | {"last", "late", "earlier", "who", "visiting"}
"""Before such a word "an Indian official" is a person, as he is before most words in "-ed": "a Kenyan official met"."""
_NOUNS_TOO = frozenset({"accused", "united", "calls", "claims", "fears", "hopes", "needs", "supports", "visit"})
_NO_TITLE = re.compile("T(?=N)")
_OCCASIONS = frozenset({"lunch", "luncheon", "dinner", "banquet", "visit", "residence", "welcome", "ceremony"})
_MEMBER_STATES = re.compile(r"(?<=[Nx])C")
_GENERAL = frozenset(
    {"agreement", "amnesty", "debate", "election", "elections", "idea", "mobilisation", "mobilization", "population",
     "principles", "public", "rule", "strike", "terms", "view"}
)  # fmt: skip
_AS_STATE = re.compile(r"D(?=[pfwyo,.;)'mq-]|$)")
"""A short form is a demonym before a noun ("UAE officials") and the state's name elsewhere ("to the UAE amid")."""
_STATE_THEN = re.compile("D(?=x)")
_THEN = frozenset({"next", "last", "earlier", "later", "again", "soon", "twice"})
_SHORT = 5
_DASHES = ("-", "--")
_RELATIVES = frozenset({"which", "who", "whose", "whom"})
_ALSO_NAMES = frozenset({"January", "April", "May", "June", "August", "Jan", "Jun"})
_SPACED = re.compile("II(?=[HTNtD])")
_JAN = re.compile(r"m(?=[NIj])")


def lex(text: str, start: int, end: int, hits: Sequence[Hit]) -> Lexed:
    """Return the items of ``text[start:end]``; ``hits`` are the names found in it, in order."""
    lexed = Lexed(text, start, end)
    codes: list[str] = []
    position = start
    for hit in hits:
        if hit.start < position:
            continue
        if position < hit.start:
            _words(lexed, codes, position, hit.start)
        position = hit.end
        codes.append(hit.term.code)
        lexed.starts.append(hit.start)
        lexed.ends.append(position)
        lexed.lows.append(hit.low)
        lexed.terms.append(hit.term)
    _words(lexed, codes, position, end)
    lexed.codes = _settled("".join(codes))
    _settle_words(lexed)
    _settle_names(lexed)
    return lexed


def _settle_words(lexed: Lexed) -> None:
    """Tell by their neighbours what words are that may be two things: a title or an adjective, a noun or a verb."""
    if "Nq" in lexed.codes or "TqN" in lexed.codes or "TpN" in lexed.codes:
        lexed.codes = _NO_PRONOUN.sub(
            lambda found: _AS_NAMES.get(lexed.words(at := found.start(), at + 1), found[0]), lexed.codes
        )
    if "Nt" in lexed.codes or "Np" in lexed.codes or "jt" in lexed.codes:
        lexed.codes = _CAPITAL.sub(lambda found: "N" if _ends_name(lexed, found.start()) else found[0], lexed.codes)
    if "tI" in lexed.codes or "tNN" in lexed.codes:
        lexed.codes = _INITIAL_A.sub(
            lambda found: "I" if lexed.words(at := found.start(), at + 1) == "A" else "t", lexed.codes
        )
    if "II" in lexed.codes and "h." in lexed.lows:
        lexed.codes = _SPACED.sub(lambda found: "HH" if _is_address(lexed, found.start()) else found[0], lexed.codes)
    if "G" in lexed.codes and "host" in lexed.lows:
        lexed.codes = _HOST.sub(lambda found: "x" if lexed.lows[found.start()] == "host" else "G", lexed.codes)
    lexed.codes = settle_by_neighbours(lexed.codes, lexed.lows)
    if "TN" in lexed.codes and ("official" in lexed.lows or "amir" in lexed.lows):
        lexed.codes = _NO_TITLE.sub(lambda found: _as_written(lexed, found), lexed.codes)
    if ("Tx" in lexed.codes or "TG" in lexed.codes) and "official" in lexed.lows:
        lexed.codes = _OFFICIAL.sub(lambda found: "x" if _is_adjective(lexed, found.start()) else "T", lexed.codes)
    if "T" in lexed.codes or "U" in lexed.codes or "chief" in lexed.lows:
        settle_titles(lexed)
    if "NC" in lexed.codes or "xC" in lexed.codes:
        lexed.codes = _MEMBER_STATES.sub(lambda found: "B" if _are_members(lexed, found.start()) else "C", lexed.codes)
    if "Tx" in lexed.codes and "general" in lexed.lows:
        lexed.codes = _OFFICIAL.sub(lambda found: "x" if _is_general(lexed, found.start()) else "T", lexed.codes)


def _settle_names(lexed: Lexed) -> None:
    """Tell by their neighbours which words are names, and of whom: "the Rao-Hale talks", "the UAE", "Jan Dvorak"."""
    settle_pairs(lexed)
    if "(H" in lexed.codes:
        _set_off_holders(lexed)
    if "(" in lexed.codes:
        _join_acronyms(lexed)
        _drop_glosses(lexed)
    if ";x" in lexed.codes and lexed.codes.count(";") > 1 and not _RELATIVES.isdisjoint(lexed.lows):
        _set_off_by_commas(lexed)
    if "D" in lexed.codes:
        if "Dx" in lexed.codes and not _THEN.isdisjoint(lexed.lows):
            lexed.codes = _STATE_THEN.sub(lambda found: "C" if _is_then(lexed, found.start()) else "D", lexed.codes)
        lexed.codes = _AS_STATE.sub(lambda found: "C" if _is_short(lexed, found.start()) else "D", lexed.codes)
    if "mN" in lexed.codes and "jan" in lexed.lows:
        lexed.codes = _JAN.sub(lambda found: "N" if lexed.lows[found.start()] == "jan" else "m", lexed.codes)
    if "Hm" in lexed.codes or "Tm" in lexed.codes or "Nm" in lexed.codes:
        lexed.codes = _MAY.sub(
            lambda found: "N" if lexed.words(at := found.start(), at + 1) in _ALSO_NAMES else "m", lexed.codes
        )
    if "N" in lexed.codes and ("C" in lexed.codes or "xo" in lexed.codes):
        settle_small_towns(lexed)


def _ends_name(lexed: Lexed, at: int) -> bool:
    """Read "Tran Van An met", "Men Sam On, who": a capital where small letters follow, and no headline."""
    after = lexed.text[lexed.starts[at + 1]] if at + 1 < len(lexed) else ""
    return lexed.text[lexed.starts[at]].isupper() and not after.isupper()


def _is_adjective(lexed: Lexed, at: int) -> bool:
    """Tell "the official talks" from "a Korean official last week", "an official said"."""
    if lexed.lows[at] != "official":
        return False
    after = lexed.lows[at + 1]
    acts = after in _AFTER_PERSON or after.endswith("ed") or after in ("met", "held", "told", "left", "went", "flew")
    return not acts or after in _NOUNS_TOO


def _as_written(lexed: Lexed, found: re.Match[str]) -> str:
    """Read "an Official Lunch", "Amir Khan Zadran, the minister": an adjective, and a given name."""
    word, after = lexed.lows[found.start()], lexed.lows[found.start() + 1]
    if word == "official" and after in _OCCASIONS:
        return "x"
    alone = found.start() == 0 or lexed.codes[found.start() - 1] not in "tDaH"
    return "N" if word == "amir" and alone and lexed.codes[found.end() : found.end() + 2] == "NN" else "T"


def _are_members(lexed: Lexed, at: int) -> bool:
    """Read "Member States", "the Baltic States": not the United States."""
    of_region = lexed.codes[at - 1] == "N" and lexed.text[lexed.starts[at - 1]].isupper()
    return lexed.lows[at] == "states" and (of_region or lexed.lows[at - 1] in ("member", "participating", "nation"))


def _is_general(lexed: Lexed, at: int) -> bool:
    """Read "the general agreement": an adjective before a thing."""
    return lexed.lows[at] == "general" and lexed.lows[at + 1] in _GENERAL


def _join_acronyms(lexed: Lexed) -> None:
    """Make one name of "the African Union (AU)", "the United Arab Emirates (UAE)"."""
    for found in reversed(list(_ACRONYM.finditer(lexed.codes))):
        at, last = found.span()
        one, other = lexed.terms[at], lexed.terms[last - 2]
        short = other is None and lexed.words(last - 2, last - 1).isupper()
        same = one is not None and bool(one.side) and (short or (other is not None and one.side == other.side))
        if one is None or not (same or (one.office and _are_initials(lexed, at))):
            continue
        lexed.ends[at:last] = [lexed.ends[last - 1]]
        lexed.starts[at:last], lexed.lows[at:last], lexed.terms[at:last] = [lexed.starts[at]], [lexed.lows[at]], [one]
        lexed.codes = lexed.codes[:at] + lexed.codes[at] + lexed.codes[last:]


def _drop_glosses(lexed: Lexed) -> None:
    """Make one name of "the State Great Khural (parliament)", "the Senate (upper house)"."""
    for found in reversed(list(_GLOSS.finditer(lexed.codes))):
        at, last = found.span()
        if lexed.lower(at + 2, last - 1) in _CHAMBERS:
            lexed.ends[at:last] = [lexed.ends[last - 1]]
            lexed.starts[at:last], lexed.lows[at:last] = [lexed.starts[at]], [lexed.lows[at]]
            lexed.terms[at:last] = [lexed.terms[at]]
            lexed.codes = lexed.codes[: at + 1] + lexed.codes[last:]


def _set_off_by_commas(lexed: Lexed) -> None:
    """Read "the talks – which are the first since May – open on Sunday" as with commas: the clause goes on behind."""
    codes = list(lexed.codes)
    for at in range(len(codes) - 1):
        end = lexed.codes.find(";", at + 1)
        if (
            codes[at] == ";" != lexed.lows[at]
            and lexed.lows[at + 1] in _RELATIVES
            and end > 0
            and lexed.lows[end] != ";"
        ):
            codes[at] = codes[end] = lexed.lows[at] = lexed.lows[end] = ","
    lexed.codes = "".join(codes)


def _set_off_holders(lexed: Lexed) -> None:
    """Read "the Prime Minister (Mr Rao) met", as some papers write, as with commas."""
    codes = list(lexed.codes)
    for found in _HOLDER.finditer(lexed.codes):
        for at in (found.start(), found.end() - 1):
            codes[at] = lexed.lows[at] = ","
    lexed.codes = "".join(codes)


def _are_initials(lexed: Lexed, at: int) -> bool:
    """Read "the African Union Commission (AUC)", "Chairperson of the African Union (AU)", "Minister of State (MoS)"."""
    short, name = lexed.words(at + 2, at + 3), lexed.words(at, at + 1)
    return len(short) > 1 and (short in _initials(name) or short in _initials(name.partition(" of ")[2]))


def _initials(name: str) -> tuple[str, str]:
    """Those of all its words, and of the words in capitals alone."""
    letters = "".join(word[0] for word in name.split())
    return letters, "".join(filter(str.isupper, letters))


def _is_then(lexed: Lexed, at: int) -> bool:
    """Read "will visit the US next week", "came to the UK last May": a time, and no noun of it, follows."""
    return lexed.lows[at + 1] in _THEN and _is_short(lexed, at)


def _is_short(lexed: Lexed, at: int) -> bool:
    """Tell whether an item is a short form in capitals: U.S., UAE, UK."""
    form = lexed.text[lexed.starts[at] : lexed.ends[at]]
    if lexed.codes[at + 1 : at + 2] == "-" and lexed.text[lexed.ends[at]] == "-":
        return False  # "US-led"
    return len(form) <= _SHORT and form.isupper()


def _is_address(lexed: Lexed, at: int) -> bool:
    """Read "H. E. Mr X", "H. H. the Amir": how one is addressed, and no initials."""
    return lexed.lows[at] == "h." and lexed.lows[at + 1] in ("e.", "h.", "m.")


def _words(lexed: Lexed, codes: list[str], at: int, end: int) -> None:
    """Add the items between two names."""
    known, starts, ends, lows = pieces(), lexed.starts, lexed.ends, lexed.lows
    words = lexed.text[at:end]
    dashed = "- " in words
    for piece in words.split(" "):
        for code, low, first, last in known[piece]:
            codes.append(code)
            starts.append(at + first)
            ends.append(at + last)
            lows.append(low)
        begin, at = at, at + len(piece) + 1
        if dashed and piece in _DASHES and lexed.text[begin - 1 : begin] == " " == lexed.text[at - 1 : at]:
            codes[-1] = ";"  # "of both states - Peru and Chile - met"
    lexed.terms += [None] * (len(starts) - len(lexed.terms))


def _settled(codes: str) -> str:
    """The codes with figures as part of the date before them, else as numbers."""
    if FIGURES not in codes and YEAR not in codes:
        return codes
    return _DATE.sub(lambda found: "m" * len(found[0]), codes).replace(FIGURES, "n").replace(YEAR, "n")
