"""Whom a pronoun means, by what the same sentence has said before it."""

from __future__ import annotations

from loaders.text.lexis.clause_words import AUXILIARIES
from loaders.text.lexis.lexed import Lexed
from loaders.text.lexis.triggers import verbs
from loaders.text.lexis.words import word_class
from loaders.text.who.actor import Actor
from loaders.text.who.person import Person

_SUBORDINATE = frozenset({"when", "while", "as", "after", "during", "in", "at", "before"})
_SAYS = frozenset({"said", "says", "told"})
_SPEAKING = frozenset({"said", "says", "told", "tells", "recalls", "recalled", "explains", "added"})


def goes_on(sentence: list[Actor], actor: Actor) -> bool:
    """Read "He was received by X and flew on to Oslo, where he": whom the sentence began with, by a pronoun."""
    first = next((a for a in sentence if a.first < actor.first and (a.kind == "pronoun" or a.name)), None)
    return first is not None and first.kind == "pronoun" and first.determiner == actor.determiner


def role_before(sentence: list[Actor], actor: Actor, own: frozenset[str]) -> Actor | None:
    """Read "Peru's foreign minister said he had met": the one who is not named, in the same sentence.

    ``own`` are the offices that are the text's own without a state: "the President is in Oslo, where he met".
    """
    if actor.determiner not in ("he", "she"):
        return None
    roles = (a for a in sentence if a.first < actor.first and a.kind == "role" and not a.plural and a.person is None)
    return next((a for a in roles if a.sides or (a.determiner == "the" and a.office in own)), None)


def is_private(lx: Lexed, sentence: list[Actor], actor: Actor) -> bool:
    """Read "X said the attacker left, telling staff that he was going to Oslo": told of nearer, and no official."""
    if actor.determiner not in ("he", "she"):
        return False
    if _speaks_unknown(lx, sentence, actor):
        return True
    named = (one.last for one in sentence if one.first < actor.first and isinstance(one.person, Person))
    nearer, people = range(max(named, default=1), actor.first - 1), word_class("private person")
    nouns = (at for at in nearer if lx.lows[at] in people and lx.codes[at - 1] in "th" and lx.codes[at] == "x")
    return any(_is_verb(lx.lows[at + 1]) for at in nouns)


def _speaks_unknown(lx: Lexed, sentence: list[Actor], actor: Actor) -> bool:
    """Read "Yolanda says she left Togo for Brazil": one of whom the text tells no office, who is no other."""
    end = len(lx.codes) - len(lx.codes.lstrip("N"))
    if not 0 < end < actor.first or lx.lows[end] not in _SPEAKING:
        return False
    return not any(isinstance(one.person, Person) for one in sentence if one.first < end)


def _is_verb(word: str) -> bool:
    """Tell "the refugee was", "the refugee arrived" from "the refugee deal"."""
    return word in AUXILIARIES or word in verbs() or word.endswith("ed")


def named_ahead(lx: Lexed, sentence: list[Actor], actor: Actor) -> Actor | None:
    """Read "When Ambassador X called on him, Minister Y said": who is named behind the clause with the pronoun."""
    opens = lx.lows[0] in _SUBORDINATE or lx.lows[0].endswith("ing")
    if actor.determiner not in ("him", "her") or not opens:
        return None
    ahead = (a for a in sentence if a.first > actor.last and lx.codes[a.first - 1] == "," and a.kind != "pronoun")
    one = next(ahead, None)
    says = one is not None and one.last < len(lx) and (_is_verb(lx.lows[one.last]) or lx.lows[one.last] in _SAYS)
    return one if says and one is not None and one.kind in ("person", "role") and not one.plural else None


def is_he_or_she(subject: Actor | None) -> bool:
    """Whether a sentence goes on about the one before by a pronoun."""
    return subject is not None and subject.kind == "pronoun" and subject.determiner in ("he", "she")


def unnamed_subject(lx: Lexed, subject: Actor | None) -> Actor | None:
    """Read "Peru's foreign minister flew to Oslo. She will": the one without a name of whom a sentence tells."""
    if subject is None or subject.kind != "role" or subject.plural or isinstance(subject.person, Person):
        return None
    known = len(subject.sides) == 1 or subject.determiner == "the"
    governed = subject.first > 0 and lx.codes[subject.first - 1] in "powyb"
    owned = lx.codes[subject.last : subject.last + 1] == "'"
    return subject if known and not governed and not owned else None
