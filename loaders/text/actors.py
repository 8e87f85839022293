"""Noun phrases that stand for who acts: persons, unnamed holders of offices, groups, sides, pronouns.

Recognised by the codes of the lexer: ``[side] TITLE [of side] NAME``, ``NAME, [the] [side] TITLE [of side]``, ``TITLEs
NAME of side and NAME of side``, ``the TITLEs of side, side and side``, ``NAME (side)``, ``side's NAME``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kg.vocabulary import is_country
from loaders.text.gazetteer import Term
from loaders.text.lexer import Lexed

_SIDES = r"[CDOMK](?:-[CDO])*(?:'(?!N))?(?:(?:,&?|&)t?[CDO](?:-[CDO])*'?(?=[,&aBTUGCDO]))*"
_ROLE = re.compile(
    rf"(?P<det>(?:tx')?[thn]*)(?P<pre>[aB]*?)(?:(?P<side>{_SIDES})(?P<mid>(?:[aB]|N(?=B))*))?"
    r"(?P<head>[aB]*(?:[TU]+(?:&[aB]*[TU]+)*|G+))"
)
_NAME = re.compile(
    r"(?P<hon>(?:\(?H\)?,?)*)(?P<name>j?(?:[KCD](?=-?[NI]))?[NI](?:-?[NIjHJ]|[KCDB](?=j*[NI])|[KC](?=[x,.qp&w]|$))*(?:,?J\b)*)"
)
_COMPLEMENT = re.compile(r"(?:[of]|p)[th]*a*(?P<run>(?:[CDOBKaFMGUT]|N(?!\Z)|&(?=[taBCDOKNGTU])|,(?=[BCDONK][^(]*&)|'|o(?=t*[BCDONa])|f(?=t*[BCDONa])|-|t|n|H(?=N))+)")
_OF_SIDE = re.compile(r"(?:o|p)t*(?P<side>[CO])")
_IN_BRACKETS = re.compile(r"\(t*[aB]*(?P<side>[COD])\)")
_LIST_OF_SIDES = re.compile(r"[op]t*a*(?P<list>[CDOK](?:\([^()]*\))?(?:(?:,&?|&|xxx)t?[CDOK](?:\([^()]*\))?)+)")
_APPOSITION = re.compile(r",t*")
_START = frozenset("thnaBCDOMKTUGHNIjq")
_MAX_NAME = 7
_LINKS = frozenset({"of", "for", "to", "at", "on", "in"})


@dataclass
class Actor:
    """One phrase: the items it covers (``last`` not included) and what is known of whom it stands for."""

    first: int
    last: int
    name: str = ""
    name_items: tuple[int, int] = (0, 0)
    capacity: str = ""
    office: str = ""
    rank: str = ""
    sides: tuple[str, ...] = ()
    body: str = ""
    kind: str = "person"
    """person, role (unnamed holder of an office), group, side, pronoun."""
    determiner: str = ""
    count: int = 1
    plural: bool = False
    honorific: bool = False
    qualifiers: str = ""
    person: object = None
    """Who it is, where that was found: filled in by coreference."""
    title_sides: tuple[str, ...] = field(default=())
    """The only states that use the title, where it is so."""


def read_actors(lx: Lexed) -> list[Actor]:
    """Return the phrases of a sentence, from left to right, without overlaps."""
    found: list[Actor] = []
    codes = lx.codes
    at, size = 0, len(codes)
    while at < size:
        if codes[at] not in _START:
            at += 1
            continue
        actors = _read_one(lx, at)
        if actors:
            found.extend(actors)
            at = max(actors[-1].last, at + 1)
        else:
            at += 1
    return found


def _read_one(lx: Lexed, at: int) -> list[Actor]:
    role = _ROLE.match(lx.codes, at)
    if role and role.end("head") > role.start("head"):
        actors = _read_role(lx, role)
        if actors:
            return actors
    name = _name_at(lx, at)
    if name:
        return [name]
    if role is None or True:
        return _read_side(lx, at)


def _name_at(lx: Lexed, at: int) -> Actor | None:
    """A name, with the role or side that stands after it."""
    codes = lx.codes
    if codes[at : at + 1] in {"K", "C"} and at and codes[at - 1] in "poywb'":
        return None
    match = _NAME.match(codes, at)
    if match is None:
        return None
    first, last = match.span("name")
    while last > first and codes[last - 1] in "jH-,":
        last -= 1
    if last - first > _MAX_NAME or "N" not in codes[first:last] or lx.ends[last - 1] - lx.starts[first] < 3:  # noqa: PLR2004
        return None
    actor = Actor(at, last, lx.words(first, last), (first, last), honorific=bool(match["hon"]))
    if at > 1 and codes[at - 1] == "'" and codes[at - 2] in "CO" and (last - first > 1 or at - 2 == 0 or lx.codes[at - 3] != "o"):
        actor.sides = _side_of(lx.terms[at - 2])
    _after_name(lx, actor)
    return actor


def _after_name(lx: Lexed, actor: Actor) -> None:
    """Read ``of side``, ``(side)`` and the office in apposition."""
    codes, at = lx.codes, actor.last
    while at < len(codes) and codes[at] == "J":
        at += 1
    if side := _OF_SIDE.match(codes, at):
        if codes[at] == "o" or lx.lows[at] == "from":
            actor.sides = actor.sides or _side_of(lx.terms[side.start("side")])
            actor.last = at = side.end()
    if side := _IN_BRACKETS.match(codes, at):
        actor.sides = actor.sides or _side_of(lx.terms[side.start("side")])
        actor.last = at = side.end()
    elif at < len(codes) and codes[at] == "(" and (close := codes.find(")", at)) > 0 and close - at < 6:  # noqa: PLR2004
        at = close + 1
    _apposition(lx, actor, at)


def _apposition(lx: Lexed, actor: Actor, at: int) -> None:
    comma = _APPOSITION.match(lx.codes, at)
    if comma is None or actor.capacity and lx.codes[comma.end() - 1] != ",":
        return
    start = at + 1
    role = _ROLE.match(lx.codes, start)
    if role is None or "U" in role["head"] or "G" in role["head"] or "h" in role["det"] or "n" in role["det"]:
        return
    roles = _read_role(lx, role)
    if len(roles) != 1 or roles[0].name:
        return
    said = roles[0]
    closing = lx.codes[said.last : said.last + 1]
    listed = re.match(r",?[aBCDO']*T[^,]*N", lx.codes[start:]) is not None
    if listed and closing not in (",", "", ".", "x"):
        return
    if not actor.capacity:
        actor.capacity, actor.office, actor.rank = said.capacity, said.office, said.rank
    actor.qualifiers += said.qualifiers
    if not actor.sides and (said.sides and (not actor.capacity or actor.capacity == said.capacity)):
        actor.sides = said.sides
    actor.body = actor.body or said.body
    if said.determiner == "country":
        actor.determiner = "country"
    actor.last = said.last + (closing == "," and _closes(lx, said.last))


def _closes(lx: Lexed, comma: int) -> bool:
    """Whether the comma closes an apposition, rather than going on with a list."""
    after = lx.codes[comma + 1 : comma + 2]
    return after not in ("&", "") and after not in "TUDCONHtB" or lx.lows[comma + 1 : comma + 2] in (["who"],)


def _read_role(lx: Lexed, role: re.Match[str]) -> list[Actor]:
    first, last = role.start(), role.end()
    head = role["head"]
    actor = Actor(first, last, kind="role", plural="U" in head)
    if "G" in head and not _is_group(lx, role):
        return []
    if "G" in head:
        actor.kind = "group"
    _describe(lx, actor, role)
    last_of_many = _many_sides(lx, actor)
    if last_of_many:
        return last_of_many
    if actor.plural and (listed := _listed_names(lx, actor)):
        return listed
    named = _complement(lx, actor)
    if not named:
        named = _name_after(lx, actor, actor.last)
    if actor.kind == "group" and actor.name and not actor.sides:
        return []
    if len(actor.sides) > 1 and not named and actor.kind in ("role", "group") and not actor.name:
        return _split(actor)
    if not actor.name and actor.kind == "role" and not _stands_alone(lx, actor):
        return []
    return [actor]


def _describe(lx: Lexed, actor: Actor, role: re.Match[str]) -> None:
    heads = [lx.terms[i] for i in range(*role.span("head")) if lx.codes[i] in "TU"]
    term = next((one for one in heads if one is not None), None)
    if term is not None:
        actor.office, actor.rank, actor.title_sides = term.office, term.rank, term.sides
    start = role.start("mid") if role["mid"] else role.start("head")
    if role["pre"] and not role["side"]:
        start = role.start("pre")
    if "G" in role["head"]:
        actor.rank = "rebels" if lx.lows[role.end() - 1] in _REBELS else _group_rank(lx.lower(role.start("pre"), role.end()))
    actor.capacity = lx.words(start, role.end())
    actor.qualifiers = lx.lower(role.start("pre"), role.start("pre") + len(role["pre"] or "")) + " " + lx.lower(*role.span("mid"))
    actor.qualifiers += " " + " ".join(lx.lows[i] for i in range(*role.span("head")) if lx.codes[i] == "a")
    if len(actor.title_sides) == 1 and (_NAMES_A_STATE.search(actor.capacity) or not is_country(actor.title_sides[0])):
        actor.sides = actor.title_sides
    if role["side"]:
        span = range(*role.span("side"))
        actor.sides = tuple(dict.fromkeys(s for i in span for s in _side_of(lx.terms[i])))
    if role["det"]:
        actor.determiner = lx.lows[role.start("det")]
        if "'" in role["det"]:
            actor.determiner = "country" if lx.lows[role.start() + 1] in _STATES else "some"
        actor.count = _count(lx.lower(*role.span("det")))


def _is_group(lx: Lexed, role: re.Match[str]) -> bool:
    """Groups need a side, "his ... counterpart", "the ... delegation": else they are any colleagues and parties."""
    word = lx.lows[role.end() - 1]
    if lx.codes[role.end() : role.end() + 1] == "'" and not role["side"]:
        return False
    if word == "forces":
        return _REBEL.search(lx.lower(max(0, role.end() - 3), role.end())) is not None
    if word in _REBELS:
        return True
    return bool(role["side"]) or word in {"counterpart", "counterparts"} or _LIST_OF_SIDES.match(lx.codes, role.end()) is not None or (
        lx.codes[role.end() : role.end() + 1] == "o" or word in {"leaders", "ministers", "sides", "officials", "host", "hosts", "colleague", "colleagues", "delegation", "delegations"}
    )


_REBEL = re.compile(r"\b(?:rebel|separatist|opposition|insurgent|paramilitary|government)\b")
_REBELS = frozenset({"rebels", "separatists", "insurgents", "militants", "guerrillas", "forces", "insurgency"})


def _group_rank(words: str) -> str:
    for word, rank in (("leader", "head"), ("president", "head"), ("minister", "minister"), ("senior", "senior"),
                       ("envoy", "envoy"), ("ambassador", "envoy"), ("lawmaker", "parliament"), ("senator", "parliament"),
                       ("command", "military"), ("officer", "military")):  # fmt: skip
        if word in words:
            return rank
    return "official"


_NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}


def _count(words: str) -> int:
    for word in words.split():
        if word in _NUMBERS:
            return _NUMBERS[word]
        if word.isdigit():
            return min(int(word), 1000)
    return 1


def _many_sides(lx: Lexed, actor: Actor) -> list[Actor]:
    """``the foreign ministers of A, B and C``: one unnamed holder for each side."""
    match = _LIST_OF_SIDES.match(lx.codes, actor.last)
    if match is None or not (actor.plural or actor.kind == "group") or lx.lows[actor.last] not in ("of", "from"):
        return []
    sides = [s for i in range(*match.span("list")) if lx.codes[i] in "CDOK" for s in _side_of(lx.terms[i])]
    actor.sides = tuple(dict.fromkeys(sides))
    actor.last = match.end()
    return _split(actor) if len(actor.sides) > 1 else []


def _split(actor: Actor) -> list[Actor]:
    return [
        Actor(
            actor.first, actor.last, capacity=actor.capacity, office=actor.office, rank=actor.rank, sides=(side,),
            kind=actor.kind, determiner=actor.determiner, qualifiers=actor.qualifiers, plural=False,
        )
        for side in actor.sides
    ]  # fmt: skip


def _listed_names(lx: Lexed, actor: Actor) -> list[Actor]:
    """``Presidents NAME of A and NAME of B``."""
    found: list[Actor] = []
    at = actor.last
    while name := _NAME.match(lx.codes, at):
        one = _name_at(lx, at)
        if one is None:
            break
        one.capacity, one.office, one.rank = one.capacity or actor.capacity, one.office or actor.office, actor.rank
        if not one.sides and len(actor.sides) == 1:
            one.sides = actor.sides
        found.append(one)
        gap = re.compile(r",?&?").match(lx.codes, one.last)
        at = gap.end() if gap else one.last
        if at == one.last and not lx.codes[one.last - 1 : one.last] == ",":
            break
        del name
    if found:
        found[0].first = actor.first
        if len(actor.sides) == len(found) > 1:
            for one, side in zip(found, actor.sides, strict=True):
                one.sides = (side,)
    return found


_MEMBERS = re.compile(r"(?<=O)-tt?C(?:(?:,&?|&)t?C)+-?|(?<=O)-C(?:(?:,&?|&)t?C)+-?")
_NOT_OF_STATE = re.compile(r"\b(?:Fund|Bank|Company|Corporation|Institute|University|Group|Foundation|Federation of|Association|Olympic|Chamber of Commerce|Board)\b")


def _complement(lx: Lexed, actor: Actor) -> bool:
    """``of the Security Council of Russia NAME``: what the office is of, and the name after it. True if named."""
    codes = lx.codes
    match = _COMPLEMENT.match(codes, actor.last)
    if match is None or lx.lows[actor.last] not in _LINKS or (lx.lows[actor.last] in ("in", "at", "on") and actor.kind == "group"):
        return False
    first, last = match.span("run")
    lower = next((i for i in range(first, last) if codes[i] in "TUG" and lx.text[lx.starts[i]].islower()), -1)
    if lower >= 0 and lx.lows[actor.last] != "to":
        last = lower
        while last > first and codes[last - 1] in "&,ta-ofn":
            last -= 1
        if last == first:
            return False
    if codes[match.end() - 1] in "&,ta":
        while last > first and codes[last - 1] in "&,ta-ofn":
            last -= 1
    run = codes[first:last]
    if lx.lows[actor.last] in ("in", "on", "at", "to") and not ("B" in run or (lx.lows[actor.last] == "to" and "T" in run) or (lx.lows[actor.last] == "to" and actor.rank == "envoy")):
        return False
    anchors = [i for i in range(first, last) if codes[i] in "CDOBKFMG"]
    names_from = (anchors[-1] + 1) if anchors else first
    if lx.lows[actor.last] == "of" and actor.plural and (members := _MEMBERS.search(run)):
        sides = [s for i in range(first + members.start(), first + members.end()) if codes[i] == "C" for s in _side_of(lx.terms[i])]
        actor.sides = tuple(sides)
        actor.last = first + members.end()
        return False
    stop = last
    tail = codes[names_from:last]
    cut = tail.find("N")
    if cut >= 0 and actor.kind == "role" and not actor.plural:
        name_at = names_from + cut
        if not anchors:
            run_length = last - name_at
            name_at = last - 2 if run_length > 2 else name_at + (0 if run_length == 1 and lx.lows[actor.last] == "of" else 0)  # noqa: PLR2004
            if run_length <= 2 and lx.lows[actor.last] == "of":  # noqa: PLR2004
                return False
        stop = name_at
    for i in range(first, stop):
        if codes[i] in "CDOMK" and (side := _side_of(lx.terms[i])) and (codes[i] != "K" or lx.lows[actor.last] != "in"):
            actor.sides = actor.sides or side
    body = lx.words(first, stop)
    if "B" in codes[first:stop] or codes[first:stop].strip("t") in ("F", "G"):
        actor.body = body
        if _NOT_OF_STATE.search(body):
            actor.office, actor.rank = "chief-executive", "other"
        actor.capacity = lx.words(lx.starts.index(lx.starts[actor.last]) - _capacity_items(lx, actor), stop)
    actor.last = stop
    return _name_after(lx, actor, stop)


def _capacity_items(lx: Lexed, actor: Actor) -> int:
    """How many items before ``actor.last`` the capacity covers."""
    at = actor.last
    while at > actor.first and len(lx.words(at, actor.last)) < len(actor.capacity):
        at -= 1
    return actor.last - at


def _name_after(lx: Lexed, actor: Actor, at: int) -> bool:
    """Read the name that follows an office, with or without a comma. True if there is one."""
    codes = lx.codes
    if actor.kind == "group" and lx.lows[actor.last - 1] not in {"counterpart", "colleague", "number", "host", "chief", "guest"}:
        return False
    comma = codes[at : at + 1] == ","
    if comma:
        at += 1
    while codes[at : at + 1] in ("-",):
        at += 1
    if at >= len(codes) or codes[at] not in "HNIjKCD" or (codes[at] in "KCD" and codes[at + 1 : at + 2] not in ("N", "I")):
        return False
    name = _name_at(lx, at)
    if name is None or not name.name:
        return False
    if comma and not _name_in_apposition(lx, actor, name):
        return False
    actor.kind, actor.name, actor.name_items, actor.honorific = "person", name.name, name.name_items, name.honorific
    actor.sides = actor.sides or name.sides
    if name.capacity and actor.rank in ("other", ""):
        actor.capacity, actor.office, actor.rank, actor.body = name.capacity, name.office, name.rank, name.body
    actor.last = name.last
    if comma and codes[actor.last : actor.last + 1] == "," and _closes(lx, actor.last):
        actor.last += 1
    return True


def _name_in_apposition(lx: Lexed, actor: Actor, name: Actor) -> bool:
    """After a comma a name belongs to the office before it, unless it has an office of its own or goes on a list."""
    if actor.plural or name.capacity or not (actor.sides or actor.determiner):
        return False
    closing = lx.codes[name.last : name.last + 1]
    return closing in (",", "", ".", ")", ";", '"') or (closing in "xpw" and True)


def _stands_alone(lx: Lexed, actor: Actor) -> bool:
    """An office without a name is an actor if it has an article, a side or is plural; lower-case verbs are not."""
    if lx.lows[actor.last - 1] in ("head", "general", "director", "representative", "secretary", "commissioner") and not (actor.sides or actor.determiner):
        return False
    if lx.lows[actor.last - 1] in ("official", "representative") and _NOUN_NEXT.match(lx.lower(actor.last, actor.last + 2)):
        return False
    return bool(actor.sides or actor.determiner or actor.plural or lx.codes[actor.first] in "TaB")


_NAMES_A_STATE = re.compile(r"\b(?:US|U\.S\.|UK|UN|U\.N\.|EU|Kremlin|White House)(?!\w)")
_STATES = frozenset({"country", "nation", "republic", "kingdom", "emirate", "sultanate", "state"})
_NOUN_NEXT = re.compile(r"(?:\w+ )?(?:visit|trip|talks?|meetings?|statements?|website|delegations?|invitation|spokes\w+|negotiations?|documents?|reception|ceremony|dinner|lunch|language|figures|results|news|media|residence|duties|position|offices?|version|letter|goodwill|friendly|state)\b")
_PRONOUNS = frozenset({"he", "she", "they", "him", "her", "them", "we"})


def _read_side(lx: Lexed, at: int) -> list[Actor]:
    codes = lx.codes
    first = at
    determiner = ""
    while at < len(codes) and codes[at] in "tn":
        determiner = determiner or lx.lows[at]
        at += 1
    if at >= len(codes):
        return []
    code = codes[at]
    if code in "xpw&" and at > first and lx.lower(first, at) in ("the two", "the three", "both", "all three"):
        return [Actor(first, at, kind="pronoun", determiner="they", count=_count(lx.lower(first, at)), plural=True)]
    if lx.lower(first, at + 1) in ("the pair", "the duo", "the trio"):
        return [Actor(first, at + 1, kind="pronoun", determiner="they", count=2, plural=True)]
    if code == "q" and at == first:
        return [Actor(at, at + 1, kind="pronoun", name="", determiner=lx.lows[at])] if lx.lows[at] in _PRONOUNS else []
    if code in "COM" or (code == "D" and lx.lows[at].endswith(("s", "men", "ese")) and codes[at + 1 : at + 2] not in ("x", "-", "G", "B", "N")):
        side = _side_of(lx.terms[at])
        if side and code in "CO" and codes[at + 1 : at + 2] == "'" and (name := _name_at(lx, at + 2)) and _plain_name(lx, at + 2):
            name.first = first
            name.sides = name.sides or side
            return [name]
        if side and codes[at + 1 : at + 2] not in ("-",) and not (at and codes[at - 1] == "-"):
            return [Actor(first, at + 1, kind="side", sides=side, determiner=determiner)]
    if code == "K" and (term := lx.terms[at]) is not None and term.side and codes[at + 1 : at + 2] not in ("-",):
        return [Actor(first, at + 1, kind="side", sides=(term.side,), determiner="place")]
    return []


def _plain_name(lx: Lexed, at: int) -> bool:
    """Whether what follows a possessive is a person's name: capitals that are no institution, then no noun."""
    run = re.match(r"H*[NIj]+", lx.codes[at:])
    return run is not None and lx.codes[at + run.end() : at + run.end() + 1] not in ("B", "T", "U")


def _side_of(term: Term | None) -> tuple[str, ...]:
    if term is None:
        return ()
    if term.side and term.code != "F":
        return (term.side,)
    return (term.place.country,) if term.place and term.code == "K" and False else ()
