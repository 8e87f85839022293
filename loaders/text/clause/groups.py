"""Coordinated phrases of a sentence, and the word that governs each."""

from __future__ import annotations

import re

from loaders.text.clause.group import Group
from loaders.text.clause.next_subject import begins_next
from loaders.text.clause.openings import opens_with_phrase, past_day
from loaders.text.lexis.clause_words import AUXILIARIES
from loaders.text.lexis.distances import FAR, NEAR, PAIR, VERY_FAR
from loaders.text.lexis.lexed import Lexed
from loaders.text.lexis.triggers import triggers, verbs
from loaders.text.lexis.words import word_class
from loaders.text.who.actor import Actor
from loaders.text.who.beside import are_allies, are_rebels

_BETWEEN = re.compile(r"[,&th]*(?:x?w)?[th]*$")
_JOINING = frozenset(
    {"", "as well as", "along with", "together with", "accompanied by", "and also", "and other", "and his", "and her"}
    | {", as well as", ", and also", ", along with", ", together with"}
)
_SOME_OF = re.compile(
    r"(?:,|(?:, ?)?and) (?:(?:the|some|other|several|senior|leading) )*(?:members|heads|representatives) of"
)
"""Read "the President and members of the Chilean government"."""
_DELEGATIONS = frozenset({"delegation", "delegations", "entourage", "mission", "party", "team"})
_MADE_UP_OF = re.compile(
    r",? ?(?:and )?(?:including|comprising|consisting of|composed of|made up of"
    r"|(?:that|which) (?:also )?(?:includes?|included|comprises?|comprised))(?: the)?"
)
_SAYING = (["said"], ["says"], ["told"], ["announced"], ["wrote"], ["added"], ["confirmed"], ["reported"])
_LIGHT = word_class("light verb")
_LIKE = frozenset({"counterparts", "colleagues"})
_SOME = frozenset({"group", "members", "republics", "kingdoms"})
KINDS_OF_PLACE = frozenset(
    {"city", "town", "resort", "capital", "port", "village", "suburb"}
    | {"country", "nation", "island", "state", "emirate", "principality", "archipelago"}
    | {"countries", "nations", "islands", "states", "republics", "emirates", "cities", "capitals"}
)
PARTS_OF_LANDS = frozenset(
    {"central", "downtown", "southern", "northern", "eastern", "western", "nearby", "neighbouring", "neighboring"}
    | {"mainland", "historic", "rural", "coastal", "northwestern", "northeastern", "southwestern", "southeastern"}
    | {"northwest", "northeast", "southwest", "southeast", "distant", "faraway", "war-torn"}
)
"""Between a preposition and a place: they say which part of it, or how far it is."""
_CONJUNCTIONS = frozenset({"as", "since", "before", "after", "until"})
_BESIDE = frozenset({"with", "together", "together with", "along with", "alongside"})
STATES = frozenset({"countries", "nations", "states", "members", "partners"})
"""Before a colon they are counted, and listed behind it."""
_COMPARING = frozenset({"unlike", "instead", "like", "besides", "contrary", "according"})
_SUBJECTS = frozenset({"he", "she", "they"})
_OF_OPENING = frozenset({"with", "of", "to", "for", "by"})
_OF_WHERE = frozenset({"on", "at", "in", "for", "from"})


def read_groups(lx: Lexed, actors: list[Actor]) -> list[Group]:
    """Join the actors that stand side by side."""
    groups: list[Group] = []
    for actor in actors:
        last = groups[-1] if groups else None
        if actor.kind == "side" and (governor := _goes_on_with_place(lx, actor)):
            actor.determiner = "place"
            groups.append(Group(actor.first, actor.last, [actor], governor))
        elif last is not None and _says_again(lx, last, actor):
            last.last = actor.last + 1
        elif last is not None and _are_of_group(last, actor):
            last.last = actor.last
        elif last is not None and _are_named(lx, last, actor):
            last.actors[-1], last.last = actor, actor.last
        elif (pair := _first_of_two(lx, groups, actor)) is not None:
            pair.actors.append(actor)
        else:
            _add(lx, groups, actor)
    return groups


def _add(lx: Lexed, groups: list[Group], actor: Actor) -> None:
    """Join an actor to the last group, or begin another."""
    last = groups[-1] if groups else None
    if (
        last is not None
        and (
            _is_beside(lx, last, actor)
            or (lx.codes[last.last : actor.first][:1] == ";" and _is_next_listed(lx, last, actor))
            or (not last.possessive and are_rebels(lx, last.last, actor))
        )
        and not _are_apart(lx, last, actor)
    ):
        last.actors.append(actor)
        last.last = max(last.last, actor.last)
    else:
        groups.append(Group(actor.first, actor.last, [actor], governor_of(lx, actor.first)))
    groups[-1].possessive = lx.codes[groups[-1].last : groups[-1].last + 1] == "'"


def _is_beside(lx: Lexed, last: Group, actor: Actor) -> bool:
    if actor.first < last.last:
        return True
    return not last.possessive and (_joined(lx, last.last, actor.first) or _is_in_delegation(lx, last, actor))


def _is_in_delegation(lx: Lexed, last: Group, actor: Actor) -> bool:
    """Read "President X and a delegation including Y", "a delegation led by X and comprising Y": one of them."""
    end = last.actors[-1]
    if not actor.name or actor.kind != "person" or actor.first - last.last > NEAR:
        return False
    if _DELEGATIONS.isdisjoint(lx.lows[end.first : min(end.first + FAR, end.last)]):
        return False
    return _MADE_UP_OF.fullmatch(lx.lower(last.last, actor.first)) is not None


def _is_next_listed(lx: Lexed, last: Group, actor: Actor) -> bool:
    """Read "with the President of Peru, X; the Foreign Minister of Chile, Y; and Z of Oman": a semicolon parts them."""
    mark = last.last
    between = lx.codes[mark : actor.first]
    if between.strip("&thH") != ";" or lx.lows[mark + between.find(";")] != ";":
        return False
    before = last.actors[-1]
    told = bool(before.sides or (before.name and before.capacity))  # "with Ambassador X; US envoy Y and Mr Z"
    single = told and bool(actor.sides) and all(one.kind in ("person", "role") for one in (before, actor))
    return single and lx.codes[actor.last : actor.last + 1] != "'" and not _acts(lx, actor.last)


def _acts(lx: Lexed, at: int) -> bool:
    """Whether a predicate begins at an item."""
    word = lx.lows[at] if lx.codes[at : at + 1] == "x" else ""
    return word in verbs() or word in AUXILIARIES or word in _LIGHT


def _are_apart(lx: Lexed, last: Group, actor: Actor) -> bool:
    """Tell that those of a group and the one beside it have other parts in the sentence."""
    end = last.actors[-1]
    subject = actor.determiner in _SUBJECTS and actor.kind == "pronoun"
    if subject and lx.codes[last.last : actor.first] in (",", ",&"):
        return True  # "During Mr X's visit to Peru, he will meet", "spoke to Mr X, and he will also write to"
    compared = lx.lows[0] in _COMPARING and last.first <= NEAR and lx.codes[last.last : actor.first] == ","
    hosted = last.governor == "by" and _closes_opening(lx, last, actor)  # "Hosted by X, the leaders of A and B met"
    if compared or hosted or (end.determiner == "place" and lx.codes[actor.first : actor.last] != "K"):
        return True  # "in Washington, Israel and Jordan signed", "Unlike President X, Minister Y"
    someone = actor.kind in ("person", "role")
    of_parties = last.governor == "of" and end.kind == "group" and not end.sides and lx.codes[:PAIR] == "pt"
    where = last.governor in _OF_WHERE and end.kind in ("group", "side")
    if (where and (someone or actor.kind == "pronoun")) or (of_parties and someone):
        return True  # "at NATO, Minister X", "On the sidelines of the Conference of the Parties, Minister X"
    if end.kind == "side" and someone and lx.codes[last.last : actor.first] == ",":
        return True  # "for Kenya, Minister X"
    if _follows_opening(lx, last, actor) or (someone and _is_invited(lx, last, actor)):
        return True  # "Following the talks with X, Y will"
    between = last.governor == "between" and len(last.actors) == 1
    of_clause = last.governor in _CONJUNCTIONS and lx.codes[last.last : actor.first] == "&"  # "after X and Y met"
    next_one = last.governor != "" and not (between or of_clause) and _begins_clause(lx, last, actor)
    return next_one or _says(lx, last, actor) or begins_next(lx, last.first, last.governor, last.last, actor)


def _is_invited(lx: Lexed, group: Group, actor: Actor) -> bool:
    """Read "wishes to inform that at the invitation of Mr X, President of Peru, Mr Y, the Prime Minister, will": Y."""
    by = group.governor == "of" and "invitation" in lx.lows[max(0, group.first - NEAR) : group.first]
    return by and "&" not in lx.codes[group.last - 1 : actor.first] and _acts(lx, actor.last)


def _says(lx: Lexed, group: Group, actor: Actor) -> bool:
    """Read "talks with the Ukrainian side, spokesman X said": he who says so is none of those before."""
    return lx.codes[group.last : actor.first] == "," and lx.lows[actor.last : actor.last + 1] in _SAYING


def _closes_opening(lx: Lexed, group: Group, actor: Actor) -> bool:
    opening = group.first <= PAIR and lx.lows[0].endswith("ed")
    return opening and "," in lx.codes[group.last - 1 : actor.first] and "&" not in lx.codes[group.last : actor.first]


def _follows_opening(lx: Lexed, group: Group, actor: Actor) -> bool:
    """Tell the subject from the last one of the phrase before it, where a sentence opens with a preposition."""
    met = group.governor == "" and group.first > 1 and lx.codes[group.first - 1] == "x"  # "After he met X, Y"
    if (
        not (met or group.governor in _OF_OPENING or lx.lows[0] == "according")
        or actor.kind == "pronoun"
        or lx.codes[:1] not in ("p", "x", "w", "t", "n", "m")
        or not (opens_with_phrase(lx) or lx.lows[0] in _BESIDE or lx.lows[0].endswith("ing"))
    ):
        return False
    acts = past_day(lx, actor.last)  # "After talks with Peru, Chile on Monday"
    if lx.codes[group.last : actor.first] != "," or lx.codes[acts : acts + 1] != "x":
        return False
    word = lx.lows[acts]
    return word in verbs() or word in AUXILIARIES or word in _LIGHT or word.endswith("ed")


def _begins_clause(lx: Lexed, group: Group, actor: Actor) -> bool:
    """Read "met with X, and Y met Z": one with a verb of his own after "and" is no more of those before."""
    if group.governor == "except" or "&" not in lx.codes[group.last : actor.first]:
        return False
    if lx.codes[actor.last : actor.last + 1] != "x":
        return False
    return lx.lows[actor.last] in verbs()


def _first_of_two(lx: Lexed, groups: list[Group], actor: Actor) -> Group | None:
    """Read "between Prince X, the heir to the throne, and President Y": the group that Y completes.

    So does "President X, who arrived on Monday, and President Y".
    """
    if lx.codes[actor.first - 2 : actor.first] != ",&":
        return None
    if groups and lx.codes[groups[-1].last : groups[-1].last + PAIR] == ",q":
        clause = lx.codes[groups[-1].last + 1 : actor.first - PAIR]
        return groups[-1] if "," not in clause and lx.codes[actor.last : actor.last + 1] == "x" else None
    one = next((g for g in reversed(groups) if g.governor == "between"), None)
    alone = one is not None and len(one.actors) == 1 and actor.first - one.last <= VERY_FAR
    return one if alone and one is not None and lx.codes[one.last : one.last + 1] == "," else None


def _says_again(lx: Lexed, group: Group, actor: Actor) -> bool:
    """Read "the People's Republic of Bangladesh (Bangladesh)": the same side once more."""
    bracketed = lx.codes[actor.first - 1 : actor.first] == "(" and lx.codes[actor.last : actor.last + 1] == ")"
    return bracketed and group.last == actor.first - 1 and group.actors[-1].sides == actor.sides != ()


def _are_of_group(group: Group, actor: Actor) -> bool:
    """Read "a team of Kenyan officials": the officials are those of the team."""
    team = group.actors[-1]
    bare = actor.kind == "role" and not (actor.sides or actor.name or actor.determiner)
    return bare and actor.first == group.last and team.kind == "group" and bool(team.sides)


def _are_named(lx: Lexed, group: Group, actor: Actor) -> bool:
    """Read "his counterparts X of Peru and Y of Chile", "his colleagues: X": who they are."""
    like = group.actors[-1]
    alike = like.kind == "group" and like.sides in ((), actor.sides) and lx.lows[like.last - 1] in _LIKE
    beside = group.last == actor.first  # "their counterparts X and Y"
    named = bool(actor.name) and (bool(actor.sides) or beside) and not group.possessive
    return alike and named and lx.codes[group.last : actor.first] in ("", ",", ";")


def _goes_on_with_place(lx: Lexed, actor: Actor) -> str:
    """The preposition of place where a state only says where a city is: "in Durban, South Africa"."""
    at = actor.first
    if (
        at >= PAIR
        and lx.codes[at - 1] == ","
        and lx.codes[at - 2] in "KN"
        and lx.codes[actor.last : actor.last + 1] != "'"
    ):
        term = lx.terms[at - 2]
        if term is not None and term.place is not None and term.place.country in actor.sides:
            return governor_of(lx, at - 2) or "in"
    return ""


def _joined(lx: Lexed, end: int, start: int) -> bool:
    between = lx.codes[end:start]
    if not between:
        return lx.codes[end - 1 : end] == ","
    if len(between) > NEAR:
        return False
    words = lx.lower(end, start)
    together = words.strip(" ,") in _JOINING or are_allies(words)
    return together or not between.strip(",&thnH") or _SOME_OF.fullmatch(words) is not None


def _is_kind_of_place(lx: Lexed, of: int) -> bool:
    """Read "in the city of Oslo", but not "in the meeting of the neighbouring countries of Sudan"."""
    named = lx.lows[of] == "of" and lx.lows[of - 1] in KINDS_OF_PLACE
    return named and lx.lows[of - PAIR] not in ("neighbouring", "neighboring")


def governor_of(lx: Lexed, first: int) -> str:
    """Return the preposition before the phrase that begins at an item, or "" where there is none."""
    at = first - 1
    if at > PAIR and (lx.lows[at] in KINDS_OF_PLACE or _is_kind_of_place(lx, at)):
        while at > 0 and lx.codes[at] in "xaBNDCo-'htn":
            at -= 1
        return lx.lows[at] if lx.codes[at] == "p" else ""
    if at > PAIR and lx.codes[at] == ";" and lx.lows[at - 1] in STATES and lx.codes[at - PAIR] in "nax":
        at -= PAIR  # "with three countries: Togo, Mali and Peru"
        while at > 0 and lx.codes[at] in "nax" and lx.lows[at] not in triggers():
            at -= 1
        return lx.lows[at] if lx.codes[at] in "wb" else ""
    while at >= 0 and lx.codes[at] in "thnaH(" and not lx.lows[at][0].isdigit():
        at -= 1
    at -= at > 0 and lx.codes[at - 1 : at + 1] == "oB"  # "the Monument of National Heroes"
    at -= at > 0 and lx.lows[at] in PARTS_OF_LANDS and lx.codes[at - 1] in "pw"  # "to southern Peru", "in central Lima"
    if at > 0 and lx.codes[at] == "o" and lx.lows[at - 1] in _SOME:
        return governor_of(lx, at - 1)  # "with a group of Swedish senators"
    before = at - 1 - (lx.codes[at - 1 : at] == "t" and at > 1)
    if (
        before >= 0
        and lx.codes[at] == "x"
        and lx.codes[before] in "wbyo"
        and lx.lows[at] not in triggers()
        and not lx.lows[at].endswith("ing")
    ):
        at = before  # "with the foreign ambassadors"
    if at > 0 and lx.lows[at] == "to" and lx.lows[at - 1] == "according":
        return "according"  # "met X, according to officials": who says so
    if at >= 0 and (lx.codes[at] in "powybf" or lx.lows[at] == "involving"):
        return lx.lows[at]
    return ""
