"""Whose text is an official readout, and who passes on the texts of others: by host, else by publisher's name."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Literal

import msgspec

from kg.errors import SchemaFileError
from kg.vocabulary.codes import country_by_code, is_country
from kg.vocabulary.data import rows
from kg.vocabulary.names import fold, resolve_side

_HOST = re.compile(r"https?://(?:[^/?#@\\]*@)?([^/?#:@\\]+)", re.IGNORECASE)

_OFFICIAL = re.compile(
    r"\b(?:Ministry|Ministries|Minister|Department|Government|Presidency|President(?:ial)?|Chancellery|Embassy"
    r"|Consulate|High Commission|Information Department|Information Bureau"
    r"|Permanent Mission|Treasury"
    r"|Secretariat|Global Affairs|State House|Prime Minister|Chancellor|Foreign Office|Cabinet|Parliament"
    r"|Royal Court|Diwan|Palace|MOFA|MoFA)\b"
)
"""Words by which the name of a publisher tells that it is a state's own."""
_HOST_NAME = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}")
_OF_STATE = re.compile(r"(?P<name>[^,()]+?)(?:, ?| \()(?P<state>[^,()]+)\)?")
_WORDS = re.compile(r"[^\W\d_][^\s,;:()|/]*")

_ENDINGS = {"uk": "gb", "su": "ru"}
_FOR_ANYBODY = frozenset({"ac", "ai", "cc", "co", "fm", "io", "ly", "me", "sh", "to", "tv", "ws"})
"""Endings of countries under which anybody may have an address."""

SourceKind = Literal["article", "readout"]


class PublisherKind(msgspec.Struct, frozen=True):
    """What a publisher's texts are; ``side`` is the ISO3 code or organisation id that speaks, where it is official."""

    kind: SourceKind
    side: str = ""
    passes_on: bool = False
    """It is an aggregator: it passes on what others wrote."""
    home: str = ""
    """Where a newspaper or an agency is at home."""


class _Rule(msgspec.Struct, frozen=True):
    """A row of schema/publishers.tsv, with its pattern compiled."""

    by: Literal["host", "name"]
    pattern: re.Pattern[str]
    kind: SourceKind | Literal["aggregator", "paper"]
    side: str


def publisher_kind(url: str, publisher: str) -> PublisherKind:
    """Return what schema/publishers.tsv says of texts with this address and publisher (either may be empty)."""
    host = _HOST.match(url)
    return _kind(host[1].casefold() if host else "", publisher)


@lru_cache(maxsize=4_096)
def _kind(host: str, publisher: str) -> PublisherKind:
    texts = {"host": host or _host_named(publisher), "name": fold(publisher)}
    unnamed = False
    for rule in _rules():
        match = rule.pattern.fullmatch(texts[rule.by])
        side = _side(rule.side, match) if match is not None else ""
        unnamed = unnamed or (match is not None and rule.kind == "readout" and not side)
        if match is not None and (side or rule.side != "{name}"):
            if rule.kind == "paper":
                return PublisherKind("article", home=side)
            kind: SourceKind = "article" if rule.kind == "aggregator" else rule.kind
            return PublisherKind(kind, side, rule.kind == "aggregator")
    if side := _organization(publisher):
        return PublisherKind("readout", side)
    if _OFFICIAL.search(publisher) and (side := _named_side(publisher)):
        return PublisherKind("readout", side)
    return _without_its_state(host, publisher) or PublisherKind("readout" if unnamed else "article")


def _without_its_state(host: str, publisher: str) -> PublisherKind | None:
    """Read "DFAT (Australia)", "FCDO, UK": an office of the table with the state that it is of behind it."""
    told = _OF_STATE.fullmatch(publisher)
    if told is None:
        return None
    kind = _kind(host, told["name"])
    return kind if kind.kind == "readout" and kind.side == resolve_side(told["state"].strip()) else None


@lru_cache(maxsize=4_096)
def publisher_country(url: str, publisher: str) -> str:
    """Return the ISO3 code of the country where a paper or a ministry is at home, or "" where neither tells it."""
    kind = publisher_kind(url, publisher)
    if kind.home:
        return kind.home
    if kind.passes_on or kind.side:
        return kind.side if is_country(kind.side) else ""
    host = _HOST.match(url)
    ending = host[1].casefold().rsplit(".", 1)[-1] if host else ""
    country = country_by_code("iso2", _ENDINGS.get(ending, ending).upper()) if ending not in _FOR_ANYBODY else None
    return country.iso3 if country else _country_named(publisher)


def _host_named(publisher: str) -> str:
    """The host that the publisher is called by: "Kremlin.ru"."""
    name = publisher.strip().casefold()
    return name if _HOST_NAME.fullmatch(name) else ""


def _country_named(publisher: str) -> str:
    side = _named_side(publisher)
    return side if is_country(side) else ""


def _organization(publisher: str) -> str:
    """The organisation whose own name the publisher bears: "NATO", "European Commission", "UN News"."""
    side = resolve_side(publisher.removesuffix(" News")) or ""
    return side if side and not is_country(side) else ""


def _named_side(publisher: str) -> str:
    """The first side that a run of the words of a name stands for; that behind a comma, or in brackets, before others.

    Read "Department of Foreign Affairs, Australia", and "Foreign Office (Germany)", whose first words are British too.
    """
    told = _OF_STATE.fullmatch(publisher)
    if told is not None and (state := resolve_side(told["state"].strip())):
        return state
    words = _WORDS.findall(publisher)
    runs = (" ".join(words[i : i + n]) for i in range(len(words)) for n in (3, 2, 1))
    return next((side for run in runs if run[:1].isupper() and (side := resolve_side(run))), "")


@cache
def _rules() -> tuple[_Rule, ...]:
    try:
        return tuple(
            msgspec.convert(row | {"pattern": _compiled(row["by"], row["pattern"])}, _Rule)
            for row in rows("publishers.tsv")
        )
    except msgspec.ValidationError as error:
        raise SchemaFileError(f"schema/publishers.tsv: {error}") from error


def _compiled(by: str, pattern: str) -> re.Pattern[str]:
    if by == "host":
        return re.compile(r"(?:.+\.)?" + re.escape(pattern).replace(r"\{iso2\}", "([a-z]{2})"))
    return re.compile(re.escape(fold(pattern)).replace(r"\*", "(.+)"))


def _side(side: str, match: re.Match[str]) -> str:
    if side == "{iso2}":
        country = country_by_code("iso2", match[1].upper())
        return country.iso3 if country else ""
    return (resolve_side(match[1]) or "") if side == "{name}" else side
