"""Whether what follows an office or a name belongs to it."""

from __future__ import annotations

import re

from kg.vocabulary import is_country
from loaders.text.lexis.distances import PAIR
from loaders.text.lexis.lexed import Lexed
from loaders.text.who.actor import Actor
from loaders.text.who.holders import given_names
from loaders.text.who.offices import is_portfolio
from loaders.text.who.sides import side_of

_CAPITALS = re.compile(r"H*[NIj]+")
_AT_MINISTRY = re.compile(r"[po]t*(?P<side>[CDO])'?[xaB]{0,3}(?P<ministry>G)(?:oB+(?:[,&]+B+)*)?")
_ANOTHER_OFFICE = re.compile(r"&t?(?:[CDO]'?)?[aB]*T(?:,?[NIHj]|(?<=DT)[op]t?C,?H*[NIj])|&hD?[GT],?H*[NIj]")
_MINISTRIES = frozenset({"ministry", "embassy", "cabinet", "presidency"})
_ANOTHER_HOLDER = re.compile(
    r"[CO](?P<cut>,?&)(?:t[aB]*[TU]|[aB]*[TU]+H*[Nj]|(?<=C&)[aB]*[TU]+ot?C|H*[NIj]{2}|C'[NIj]|t?a*[CD]'?[aB]*[GTU])"
    r"|C[HNIj]+(?P<after>,?&)(?:C'[NIj]|t?a*[CD]'?[aB]*[GTU])"
)
"""Read "of Russia and the Prime Minister of Italy", "of Peru and President NAME", "of Peru and Chile's NAME".

After "and" stands somebody else.
"""
_ONE_ALIKE = frozenset({"counterpart", "number", "colleague"})
_CHARGED_WITH = frozenset({"adviser", "special-envoy", "special-representative"})
_WHERE = frozenset({"in", "at", "near", "outside", "from", "into"})


def closes(lx: Lexed, comma: int) -> bool:
    """Whether the comma closes an apposition, rather than going on with a list."""
    after = lx.codes[comma + 1 : comma + 2]
    return (after not in ("&", "") and after not in "TUDCONHtB") or lx.lows[comma + 1 : comma + 2] in (["who"],)


def trimmed(lx: Lexed, match: re.Match[str]) -> tuple[int, int]:
    """The run of words that an office may be of, without what only leads on to the next phrase."""
    first, last = match.span("run")
    codes = lx.codes
    if other := _ANOTHER_HOLDER.search(codes, first):
        last = min(last, other.start(other.lastgroup or 0))
    lower = next((i for i in range(first, last) if codes[i] in "TUG" and lx.text[lx.starts[i]].islower()), -1)
    if lower >= 0 and lx.lows[match.start()] != "to":
        last = lower
    if lower >= 0 or codes[last - 1] in "&,ta":
        while last > first and codes[last - 1] in "&,ta-ofn":
            last -= 1
    return first, last


def may_be_of(lx: Lexed, actor: Actor, run: str) -> bool:
    """Whether this preposition may stand between an office and what it is of."""
    link = lx.lows[actor.last]
    if link == "for" and lx.lows[actor.last + 1] in ("a", "an"):
        return False  # "will meet leaders for a NATO meeting"
    if link in ("of", "for", "from", "representing"):
        return True
    if link == "on" and actor.office in _CHARGED_WITH and _is_subject(lx, actor.last + 1):
        return True
    to = link == "to" and actor.rank != "head"  # "a message from the Amir to President X"
    return "B" in run or (to and ("T" in run or "G" in run or actor.rank == "envoy"))


def _is_subject(lx: Lexed, at: int) -> bool:
    """Read "Special Representative on Kenya", "on the Arctic", "on Border Demarcation": what somebody is sent for."""
    at += lx.codes[at : at + 1] == "t"
    return lx.codes[at : at + 1] == "C" or any(is_portfolio(lx, i) for i in range(at, min(at + PAIR, len(lx))))


def name_in_apposition(lx: Lexed, actor: Actor, name: Actor) -> bool:
    """After a comma a name belongs to the office before it, unless it has an office of its own or goes on a list."""
    after = lx.codes[name.last : name.last + PAIR]
    opens = actor.first == 0 and (after[:1] == "x" or after in (",x", ",q"))  # "Prime Minister, NAME hosted"
    second = lx.codes[max(0, actor.first - PAIR) : actor.first] == "T," and after == ",x"
    opens = opens or second  # "The Deputy Prime Minister, Minister of Justice, NAME, will"
    opens = opens or (actor.first > 0 and lx.codes[actor.first - 1] in "xwy&")  # "met Prime Minister, NAME, and"
    if actor.plural or name.capacity or not (actor.sides or actor.determiner or actor.body or opens):
        return False
    closing = lx.codes[name.last : name.last + 1]
    participle = lx.lows[0].endswith("ing")  # "Greeting the Estonian leader, NAME said"
    governed = lx.codes[actor.first - 1] in "powybf" or (participle and actor.first == 1)
    if closing == "x" and actor.first and governed and (participle or lx.codes[0] in "pw"):
        return False  # "In a conversation with the Estonian Ambassador, NAME highlighted"
    if closing == "&":  # "the envoy, NAME and discussed", "the envoy, NAME and Minister NAME"
        others = lx.lows[name.last + 1] in ("other", "others")  # "the King, NAME and other officials"
        done = lx.lows[name.last + 1].endswith("ed") or _ANOTHER_OFFICE.match(lx.codes, name.last) is not None
        return others or done
    who = lx.lows[name.last : name.last + 1] == ["who"]
    return closing in (",", "", ".", ")", ";", '"') or closing in "xpwfy" or who


def plain_name(lx: Lexed, at: int) -> bool:
    """Whether what follows a possessive is a person's name: capitals that are no institution, then no noun."""
    run = _CAPITALS.match(lx.codes, at)
    return run is not None and lx.codes[run.end() : run.end() + 1] not in ("B", "T", "U")


def is_given_name(lx: Lexed, at: int) -> bool:
    """Tell "between Vladimir Putin and" from "in Vladimir Putin was seen": a city's name that office holders bear."""
    if lx.codes[at] != "K" or lx.codes[at + 1 : at + 2] != "N" or lx.lows[at - 1] in _WHERE:
        return False
    return lx.words(at, at + 1) in given_names()


def at_ministry(lx: Lexed, actor: Actor) -> bool:
    """Read "state secretary at the Slovene foreign ministry": take the side of the ministry, if there is one."""
    at = _AT_MINISTRY.match(lx.codes, actor.last)
    if at is None or actor.plural or lx.lows[at.start("ministry")] not in _MINISTRIES:
        return False
    actor.sides = actor.sides or side_of(lx.terms[at.start("side")])
    actor.last = at.end()
    return True


def is_counterpart(lx: Lexed, actor: Actor) -> bool:
    """Whether it is one person, told as "her Swedish counterpart"."""
    return actor.kind == "group" and not actor.plural and lx.lows[actor.last - 1] in _ONE_ALIKE


def is_like(lx: Lexed, role: re.Match[str]) -> bool:
    """Whether it is "his Singapore counterpart", said of a name before it."""
    return "h" in role["det"] and role["head"].endswith("G") and lx.lows[role.end() - 1] in _ONE_ALIKE


def take_likeness(lx: Lexed, actor: Actor, role: re.Match[str]) -> None:
    """Take the side of "NAME, his Singapore counterpart,"."""
    actor.sides = actor.sides or tuple(s for i in range(*role.span("side")) for s in side_of(lx.terms[i]))
    actor.qualifiers += " counterpart"
    actor.last = role.end() + (lx.codes[role.end() : role.end() + 1] == "," and closes(lx, role.end()))


def is_another(actor: Actor, said: Actor) -> bool:
    """Read "during talks with President X of Peru, the Chilean leader said": of another state, so another."""
    states = actor.sides and said.sides and all(map(is_country, (*actor.sides, *said.sides)))
    return bool(states) and actor.sides != said.sides


def acts_himself(lx: Lexed, said: Actor) -> bool:
    """Read "In his meeting with NAME, the Secretary-General raised": the subject, and no office of NAME."""
    acts = lx.codes[said.last : said.last + 1] == "x" and lx.codes[:1] in ("p", "w")
    opens = (
        lx.codes.find(",") >= said.first - PAIR
    )  # no comma before it: "After talks with NAME, the Peruvian minister met"
    return acts and said.determiner == "the" and (opens or not said.sides)
