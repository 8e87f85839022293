"""The ministries and palaces of a state: who was received there, or summoned there, was in its capital."""

from __future__ import annotations

import re

from kg.vocabulary import countries, is_country
from loaders.text.events.article import Article
from loaders.text.events.drafts import Draft
from loaders.text.lexis.gazetteer import Place, gazetteer

Found = tuple[Place, tuple[int, int]]
"""A place, and the words that tell it."""

_MINISTRY = (
    r"(?:Ministry of (?:Foreign|External) (?:and \w+ )?(?:Affairs|Relations)|(?:Foreign|External Affairs) Ministry"
    r"|foreign ministry|Foreign Office|State Department|MFA)\b"
)
_SUMMONED_TO = re.compile(rf"\b(?:to|at|by) (?:the )?(?:[\w.]+(?:['’]s)? ){{0,2}}?{_MINISTRY}")
_AT_MINISTRY = re.compile(rf"\bat (?:the )?{_MINISTRY}(?! (?:in|of the (?:Re|Ki|Fe|Is)))")
_AT_THE = re.compile(r"\bat the (?=[A-Z])")
_OF_STATE = re.compile(rf" {_MINISTRY}(?! (?:in|of))")
_AT_STATE = re.compile(rf"\bat the [A-Z]\w+(?: [A-Z]\w+)?{_OF_STATE.pattern}")
_HEAD = r"(?:[Pp]rime [Mm]inister|[Pp]resident|[Pp]remier)"
_PALACE = (
    r"(?:State House|Government (?:House|Buildings?)|Temple Trees|Presidency"
    r"|(?:[Pp]residential|[Rr]oyal|[Gg]overnment|[Nn]ational|[Rr]epublican|[Ii]mperial)"
    r" (?:[Pp]alace|[Ss]ecretariat|[Oo]ffice|[Rr]esidence|[Aa]dministration|[Hh]eadquarters)"
    rf"|{_HEAD}['’]s (?:[Oo]ffice|[Rr]esidence|[Hh]ouse)"
    rf"|(?:[Oo]ffice|[Pp]alace|[Bb]uilding|[Ss]eat|[Hh]eadquarters) of the (?:{_HEAD}|[Gg]overnment|[Rr]epublic))\b"
)
_SEAT = re.compile(rf"\b(?:at|in) (?:the )?{_PALACE}")
"""The seats of a head of state or government, who receives in his own."""
_OWN_MINISTRY = re.compile(
    r"\b(?:at|in) (?:the )?(?:(?:[Hh]eadquarters|[Bb]uilding|[Pp]remises|[Ss]eat) of (?:the|his|her) )?(?:"
    + _MINISTRY
    + r"|Ministry of (?:the )?[A-Z][\w-]+(?: and [A-Z]\w+)?"
    r"|[Mm]inistry(?:['’]s)?(?: (?:headquarters|building|premises))?)\b(?! (?:in|of)\b)"
)
"""The ministry of a minister who receives, whichever it is."""
_IN_THE_CAPITAL = re.compile(r"\b(?:in|at) the (?:[a-z]+ )?capital\b(?!,? (?:city )?(?:of )?[A-ZÀ-Þ])")
_ELSEWHERE = re.compile(r",? (?:(?P<at>in|at|near|outside) (?:the )?)?(?=[A-ZÀ-Þ])")
_STYLE = re.compile(r"(?:His|Her|Their|Mr|Mrs|Ms|Dr|H\.E|Sheikh|Prince|Sir)\b")
_PERSONS = "DTU"
"""Codes of names with which a person may begin: "at the Presidential Palace Chilean Minister X"."""
_ENVOYS = frozenset({"ambassador", "high-commissioner", "envoy", "charge-d-affaires", "diplomat", "consul"})
_MINISTERS = frozenset({"minister", "deputy", "official"})
_OF = re.compile(r" of (?:the )?(?=[A-Z])")
_NAME = 40
"""Characters of a state's name."""


def seat_of(article: Article, event: Draft) -> Found | None:
    """Read "was summoned to the Foreign Ministry", "received Y at the Presidential Palace": in a state's capital."""
    if event.family == "summons":
        return _in_capital(article, event, _summoning(event), _SUMMONED_TO)
    found = _in_capital(article, event, article.home, _AT_MINISTRY) or _at_ministry_of(article, event)
    found = found or _in_capital(article, event, _seated(article, event), _SEAT)
    return found or _of_host(article, event)


def _at_ministry_of(article: Article, event: Draft) -> Found | None:
    """Read "talks with Y at the Indian Ministry of External Affairs": whose it is, one of those who meet."""
    for passage in event.passages:
        for at in _AT_THE.finditer(article.source.text, passage.start, passage.end):
            hit = next(iter(gazetteer().find(article.source.text[at.end() : at.end() + _NAME])), None)
            state = hit.term.side if hit is not None and hit.start == 0 and hit.term.code == "D" else ""
            if hit is not None and state and _OF_STATE.match(article.source.text, at.end() + hit.end) is not None:
                return _in_capital(article, event, state, _AT_STATE)
    return None


def drop_place_of_envoy(event: Draft) -> None:
    """Read "recalled its ambassador in Sofia and summoned the Bulgarian envoy": he was not summoned in his own land."""
    own = _summoning(event) if event.family == "summons" and event.place is not None else ""
    if own and event.place is not None and event.place.country in event.sides - {own}:
        event.place = None


def _of_host(article: Article, event: Draft) -> Found | None:
    """The capital of the one who receives, at what is his own; of the state where it was, if no city is told."""
    hosts = {host.side for host in event.hosts}
    told = event.place.country if event.place is not None else ""
    state = told or (next(iter(hosts)) if len(hosts) == 1 else "" if hosts else _accredited_to(event))
    if not is_country(state) or not hosts <= {state}:
        return None
    if event.place is not None and (found := _in_capital(article, event, state, _IN_THE_CAPITAL)) is not None:
        return found
    ranks = {party.rank for party in event.parties if party.side == state}
    found = _in_capital(article, event, state, _SEAT) if "head" in ranks else None
    return found or (_in_capital(article, event, state, _OWN_MINISTRY) if ranks & _MINISTERS else None)


def _in_capital(article: Article, event: Draft, state: str, pattern: re.Pattern[str]) -> Found | None:
    country = countries().get(state) if state in event.sides else None
    if country is None or not country.capital:
        return None
    text = article.source.text
    told = (pattern.search(text, one.start, one.end) for one in event.passages)
    found = next((one for one in told if one is not None and not _is_elsewhere(text, one.end())), None)
    if found is not None and (other := _state_after(text, found.end())) not in ("", state):
        country = countries().get(other) if other in event.sides else None
        state = other
    if country is None or not country.capital:
        return None
    return (Place(country.capital, country.capital, state), found.span()) if found is not None else None


def _is_elsewhere(text: str, end: int) -> bool:
    """Read "at State House, Entebbe", "at the Royal Palace in Cusco": a place is told, perhaps an unknown one."""
    follows = _ELSEWHERE.match(text, end)
    if follows is None:
        return False
    hit = next(iter(gazetteer().find(text[follows.end() : follows.end() + _NAME])), None)
    person = (hit is not None and hit.start == 0 and hit.term.code in _PERSONS) or _STYLE.match(text, follows.end())
    return follows["at"] is not None or not person


def _state_after(text: str, end: int) -> str:
    """Read "at the Ministry of Foreign Affairs of Morocco": whose it is, or empty."""
    of = _OF.match(text, end)
    hit = next(iter(gazetteer().find(text[of.end() : of.end() + _NAME])), None) if of is not None else None
    return hit.term.side if hit is not None and hit.start == 0 and hit.term.code == "C" else ""


def _seated(article: Article, event: Draft) -> str:
    """The state whose head takes part, and no other head: it is at home there."""
    heads = {party.side for party in event.parties if party.rank == "head" and party.side}
    return article.home if heads == {article.home} else ""


def _accredited_to(event: Draft) -> str:
    """Read "met Peru's ambassador at the ministry": who meets an ambassador at home."""
    return _summoning(event) if any(party.rank == "envoy" for party in event.parties) else ""


def _summoning(event: Draft) -> str:
    """The one side that is not the envoy's."""
    envoys = {party.side for party in event.parties if party.office in _ENVOYS or party.rank == "envoy"}
    others = event.sides - envoys
    return next(iter(others)) if len(others) == 1 else ""
