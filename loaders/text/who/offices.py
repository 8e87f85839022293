"""Offices and groups: "the Deputy Foreign Minister", "a senior US official", "the Israeli delegation"."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from kg.vocabulary import countries, is_country, organizations
from loaders.text.lexis.gazetteer import Term
from loaders.text.lexis.lexed import Lexed
from loaders.text.lexis.words import word_class
from loaders.text.who.actor import Actor
from loaders.text.who.portfolios import names_subject
from loaders.text.who.sides import LIST_OF_SIDES, group_rank, land_of, number_of, side_of

_SIDES = (
    r"[CDOMK](?:\(O\))?(?:-[CDO])*(?:'(?!N))?"
    r"(?:(?:,&?|&)t?(?:[CDO](?:-[CDO])*'?(?=[,&aBTUGCDO]|x[GU])|K'?(?=(?:(?:,&?|&)K'?)*[aB]*[UG])))*"
)
ROLE = re.compile(
    rf"(?P<det>(?:t(?:xx?|B[BG])')?[thn]*)(?P<pre>(?:[aB]|(?<=t)xx?(?=G)|(?<=tn)-xx?(?=G)|(?<=[th])H(?=T))*?)"
    rf"(?:(?P<side>{_SIDES})(?P<mid>(?:[aB]|[CM](?=T)|N(?=B)|x?G(?=[TU])|x(?=[GU]))*))?"
    r"(?P<head>(?:B+G(?=T)|[aB]*)(?:[TU]+(?:&[aB]*[TU]+)*|G+))"
)
COMPLEMENT = re.compile(
    r"(?:on[xGU]?p|[of]|p)[th]*n?a*(?P<run>(?:[CDOBKaFMGUT]|N(?!\Z)|(?<!N)&(?=t)(?!tH?Go)(?!t?[CDO]'?[aB]*[TU])|&(?=[aBCDOKNG])(?![CDO]'?[aB]*[TU])|(?<!N)&(?=[TU])|(?<=tN)&[xN]B|,(?=[BCDONK][^(]*&)|'|o(?=t*[BCDONa])|f(?=t*[BCDONa])|-|t|n|H(?=[NG]))+)"
)
SHARED_TITLES = frozenset(
    {"foreign secretary", "cabinet secretary", "treasurer", "defence secretary", "home secretary", "emperor"}
)
"""Titles that the table gives to one state, and that others use too."""
STYLE = "prince"
"""An office that is no more than how one is addressed: "the Emir of Kuwait, Sheikh X"."""
LINKS = frozenset({"of", "for", "to", "at", "on", "in"})
_REBEL = re.compile(r"\b(?:rebel|separatist|opposition|insurgent|paramilitary|government)\b")
_REBELS = frozenset(
    {"rebels", "separatists", "insurgents", "militants", "guerrillas", "forces", "insurgency", "factions"}
)
NOT_OF_STATE = re.compile(
    r"\b(?:Fund|Bank|Company|Corporation|Institute|University|Group|Foundation|Federation of|"
    r"Association|Olympic|Chamber of Commerce|Board|Festival|Football|Rugby|Cricket|Stock|Club)\b"
)
_NAMES_A_STATE = re.compile(r"\b(?:CPC|US|U\.S\.|UK|UN|U\.N\.|EU|Kremlin|White House)(?!\w)")
_SHORT_FORM_OF_BODY = re.compile(r" \([A-Z]+\)")
_LONGEST_BODY = 5
SHORT_FORM = 3
"""Letters of a short form, which serves as an adjective too: "US", "UAE"."""
_BODIES = {"UN": "UN", "U.N.": "UN", "EU": "EU", "NATO": "NATO", "AU": "AU", "US": "USA", "U.S.": "USA", "UK": "GBR"}
"""First words of titles that say of which side: "UN envoy"."""
_BREAKAWAY = frozenset({"turkish cypriot", "bosnian serb", "croatian serb"})
"""Communities that talk to the state they are of as one side to another."""
_RANKED = frozenset({"senior", "top", "former", "acting", "deputy", "chief", "visiting", "high-ranking", "high-level"})
"""Words before the name of a side in a title."""
_CAPITALS = re.compile("K'?[,&]|[,&]t?K")
_OF_A_CITY = frozenset({"mayor", "governor", "justice-official", "director", "chairman"})
_OF_A_STATE = frozenset(
    {"delegations", "governments", "officials", "negotiators", "envoys", "leaders", "ministers", "diplomats"}
    | {"representatives", "delegates", "mediators"}
)
_CROWNED = frozenset({"head-of-state", "monarch"})
_OF_BODY = "secretary-general"
"""Who holds it is no minister of a state: "the Secretary-General and Foreign Minister X"."""
_GOVERNING = frozenset({"head-of-government", "foreign-minister", "vice-president"})
"""Offices that a head of state holds with no other hand."""
_NAMED_OF_STATE = re.compile("H*[NIj]*ot?C")
"""Read "the Peruvian president and Prime Minister NAME of Chile", "... and Prime Minister of Chile NAME"."""
_OF_ONE = frozenset({"head-of-government", "foreign-minister", "defence-minister"})
"""Offices that go by several names, of which nobody bears two."""
_STATES = frozenset({"country", "nation", "republic", "kingdom", "emirate", "sultanate", "state"})
_OF_MINISTRIES = frozenset({"ministry", "ministries", "embassy", "command", "delegation", "delegations"})
"""Groups with an adjective between state and noun: "the Sudanese foreign ministry"."""
_OF_GOVERNMENTS = frozenset(
    {"federal", "central", "military", "civilian", "ruling", "local", "regional", "negotiating"}
)
_PORTFOLIOS = word_class("portfolio")
_OF_WHAT = _PORTFOLIOS | word_class("goods") | _OF_GOVERNMENTS
_SENT_FOR = frozenset({"special-envoy", "special-representative", "envoy"})
"""Offices of those who are sent for something, which may stand before them: "the Syria envoy"; no high commissioner."""
_NOUN_NEXT = re.compile(
    r"(?!(?:to|held|holds?|had|has|have|will) )(?:\w+ )?(?:"
    r"visit|trip|talks?|meetings?|statements?|website|delegations?|invitation|spokes\w+|negotiations?|"
    r"documents?|reception|ceremony|dinner|lunch|language|figures|results|news|media|residence|duties|"
    r"position|offices?|version|letter|goodwill|friendly|state)\b"
)


def has_adjective(lx: Lexed, role: re.Match[str]) -> bool:
    """Read "the Sudanese foreign ministry", "U.S. trade officials", "Canadian and Egyptian wheat negotiators"."""
    if role["head"][-1:] == "G" and lx.lows[role.end() - 1] in _OF_MINISTRIES:
        return True
    middle = (lx.lows[i] for i in range(*role.span("mid")) if lx.codes[i] == "x")
    return all(word in _OF_WHAT for word in middle)


def is_for_a_land(lx: Lexed, role: re.Match[str]) -> bool:
    """Read "UN Yemen envoy", "the US Iran envoy": an envoy of the one for the other."""
    title = _title_of(lx, *role.span("head"))
    return title is not None and title.rank == "envoy" and title.office != "ambassador"


def two_holders(lx: Lexed, role: re.Match[str]) -> int:
    """Read "the prime minister and President X": where the office of another begins, the word "and", or 0."""
    first, last = role.span("head")
    amp = lx.codes.index("&", first, last)
    one = next((term.office for term in reversed(lx.terms[first:amp]) if term is not None and term.office), "")
    other = next((term.office for term in lx.terms[amp:last] if term is not None and term.office), "")
    if lx.lower(first, amp) == lx.lower(amp + 1, last) or (role["side"] and _NAMED_OF_STATE.match(lx.codes, last)):
        return amp
    if other == STYLE != one or (one == other and one in _OF_ONE):
        return amp  # "the Amir and Prince NAME", "the Prime Minister and Taoiseach NAME"
    of_body = one == _OF_BODY != other and bool((_CROWNED | _GOVERNING) & {other})
    return amp if of_body or (_CROWNED & {one, other} and _GOVERNING & {one, other}) else 0


def is_portfolio(lx: Lexed, item: int) -> bool:
    """Read "Minister of Regional Integration": a capitalised word that names what an office is for, no person."""
    return lx.codes[item] == "N" and names_subject(lx.lows[item])


def _title_of(lx: Lexed, first: int, last: int) -> Term | None:
    """The first title of the tables among these items."""
    for item in range(first, last):
        if lx.codes[item] in "TU" and (term := lx.terms[item]) is not None:
            return term
    return None


def describe(lx: Lexed, actor: Actor, role: re.Match[str]) -> None:
    """Take office, rank, sides and number from the words of the phrase."""
    det, pre, side, mid, head = role.group("det", "pre", "side", "mid", "head")
    first, last = role.span("head")
    term = _title_of(lx, first, last)
    if term is not None:
        actor.office, actor.rank, actor.title_sides = term.office, term.rank, term.sides
    start = role.start("mid") if mid else first
    members = pre[:1] == "-"  # "a 12-member delegation": one
    if pre and not (side or members):
        start = role.start("pre")
    if head[-1:] == "G":
        actor.rank = "rebels" if lx.lows[last - 1] in _REBELS else group_rank(lx.lower(role.start("pre"), last))
    actor.capacity = lx.words(start, last)
    within = " ".join([lx.lows[i] for i in range(first, last) if lx.codes[i] == "a"]) if "a" in head else ""
    before = lx.lower(*role.span("pre")) if pre else ""
    actor.qualifiers = f"{before} {lx.lower(*role.span('mid')) if mid else ''} {within}"
    if _says_its_side(actor):
        actor.sides = actor.title_sides
    elif not actor.sides and (body := body_in(actor.capacity)):
        actor.sides = (body,)
    if side in ("M", "K") and _says_its_side(actor):
        actor.first = role.end("side")  # "received in the Kremlin US Secretary of State NAME"
    elif side and not _is_what_for(lx, actor, role):
        span = range(*role.span("side"))
        if _are_of_cities(lx, actor, role) or (
            "," in side and "&" not in side and side != "D,D" and not _are_of_each(lx, role)
        ):  # "with Pyongyang, South Korea's adviser said"
            actor.first = role.start("side") + max(side.rfind(","), side.rfind("&")) + 1
            span = range(actor.first, role.end("side"))
        actor.sides = tuple(dict.fromkeys(s for i in span for s in side_of(lx.terms[i]) or land_of(lx.terms[i])))
    if side and any(lx.lows[i] in _BREAKAWAY for i in range(*role.span("side"))):
        actor.office, actor.rank = (
            ("rebel-leader", actor.rank) if actor.office == "leader" else (actor.office, "rebels")
        )
    if det:
        actor.determiner = lx.lows[role.start("det")]
        if "'" in det:
            actor.determiner = "country" if _STATES & {*lx.lows[role.start() + 1 : role.start("head")]} else "some"
        number = "" if members else lx.lower(*role.span("det")).rpartition("the")[2]
        actor.count = number_of(number)  # not "in 2010 the President"


def _are_of_cities(lx: Lexed, actor: Actor, role: re.Match[str]) -> bool:
    """Tell "the Lima and Quito mayors", of cities, from "Lima, Quito ministers", whose cities stand for states."""
    if _CAPITALS.search(role["side"]) is None:
        return False
    loose = role["head"][-1:] == "G" and lx.lows[role.end() - 1] not in _OF_A_STATE
    return loose or actor.office in _OF_A_CITY or actor.rank == "other"


def _are_of_each(lx: Lexed, role: re.Match[str]) -> bool:
    """Read the headline "Peru, Chile leaders meet": nothing governs the first; "in Lima, Chile officials" has where."""
    first = role.start()
    several = "U" in role["head"] or lx.lows[role.end() - 1] in _OF_A_STATE
    where = first > 0 and (lx.codes[first - 1] in "pofwby" or lx.codes[:first].endswith("K,"))
    return several and not where


def _is_what_for(lx: Lexed, actor: Actor, role: re.Match[str]) -> bool:
    """Tell "Syria envoy NAME", whose task it is, from "the Syrian envoy", "Syria's envoy", "US envoy"."""
    first, last = role.span("side")
    bare = role["side"] == "C" and last == role.start("head") and not role["mid"]
    bare = bare and not lx.lows[first].startswith("united")  # "the United States envoy": it has no other adjective
    return bare and len(lx.lows[first]) > SHORT_FORM and actor.office in _SENT_FOR


def _says_its_side(actor: Actor) -> bool:
    """Read "Kremlin spokesman", "NATO chief", "Speaker of the Sejm"."""
    if len(actor.title_sides) != 1:
        return False
    named = actor.rank == "parliament" or _NAMES_A_STATE.search(actor.capacity) is not None
    return named or not is_country(actor.title_sides[0])


@lru_cache(maxsize=16_384)
def body_in(title: str) -> str:
    """Return the side whose name a title begins or ends with: "UN envoy", "Chairperson of the African Union"."""
    title = _SHORT_FORM_OF_BODY.sub("", title)
    words = title.split()
    after = title.partition(" of ")[2].removeprefix("the ").removesuffix(" delegation")
    if after and (side := _bodies().get(after) or _bodies().get(after.removesuffix(" Commission"))):
        return side if not is_country(side) else ""
    while words and words[0].lower() in _RANKED:
        del words[0]  # "senior U.S. official"
    names = (" ".join(words[:last]) for last in range(min(_LONGEST_BODY, len(words) - 1), 0, -1))
    return next((side for name in names if (side := _BODIES.get(name) or _bodies().get(name))), "")


@cache
def _bodies() -> dict[str, str]:
    return {
        name: one.id
        for one in organizations().values()
        if one.can_be_side
        for name in (one.name, *one.names, *one.acronyms)
    } | {name: one.iso3 for one in countries().values() for name in one.metonyms}


def only_side(actor: Actor) -> str:
    """Read "the Pope", "the Taoiseach": the one state that has the office."""
    only = len(actor.title_sides) == 1 and actor.kind == "role" and actor.rank == "head"
    return actor.title_sides[0] if only and actor.capacity.lower() not in SHARED_TITLES else ""


def is_group(lx: Lexed, role: re.Match[str]) -> bool:
    """Groups need a side, "his ... counterpart", "the ... delegation": else they are any colleagues and parties."""
    word = lx.lows[role.end() - 1]
    if lx.codes[role.end() : role.end() + 1] == "'" and not role["side"]:
        return False
    if word in ("host", "hosts") and not role["det"]:
        return False  # the verb
    if word == "delegates" and not role["side"]:
        return LIST_OF_SIDES.match(lx.codes, role.end()) is not None  # not "the delegates of the conference"
    if word == "forces":
        return _REBEL.search(lx.lower(max(0, role.end() - 3), role.end())) is not None
    if word in _REBELS:
        return True
    return (
        bool(role["side"])
        or word in {"counterpart", "counterparts"}
        or LIST_OF_SIDES.match(lx.codes, role.end()) is not None
        or (
            lx.codes[role.end() : role.end() + 1] == "o"
            or word
            in {
                "leaders",
                "ministers",
                "sides",
                "officials",
                "host",
                "hosts",
                "colleague",
                "colleagues",
                "delegation",
                "delegations",
                "guest",
            }
            or (word == "parties" and bool(role["det"]))
        )
    )


def capacity_items(lx: Lexed, actor: Actor) -> int:
    """How many items before ``actor.last`` the capacity covers."""
    at = actor.last
    while at > actor.first and len(lx.words(at, actor.last)) < len(actor.capacity):
        at -= 1
    return actor.last - at


def stands_alone(lx: Lexed, actor: Actor) -> bool:
    """An office without a name is an actor if it has an article, a side or is plural; lower-case verbs are not."""
    if lx.lows[actor.last - 1] in (
        "head",
        "general",
        "director",
        "representative",
        "secretary",
        "commissioner",
        "cs",  # a gas too
    ) and not (actor.sides or actor.determiner):
        return False
    if lx.lows[actor.last - 1] in ("official", "representative") and _NOUN_NEXT.match(
        lx.lower(actor.last, actor.last + 2)
    ):
        return False
    return bool(actor.sides or actor.determiner or actor.plural or lx.codes[actor.first] in "TaB")
