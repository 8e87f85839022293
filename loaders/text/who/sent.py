"""Who is sent by somebody of a state, or represents it, is of that state.

Read "Ghanaian President X sent Special Envoy Y to Nairobi", "Deputy Minister X will represent Ghana at the summit",
"Prince X conveyed a message from the Saudi King".
"""

from __future__ import annotations

import re
from itertools import pairwise

from loaders.text.lexis.distances import PAIR
from loaders.text.lexis.lexed import Lexed
from loaders.text.who.actor import Actor

_SENDING = re.compile(
    r"(?:(?:has|had|have|will|would|also|today|yesterday|on \w+day|\w+day) )*(?:send|sends|sent|dispatch|dispatches"
    r"|dispatched|deputed|deputes|assigned|assigns|mandated|mandates)(?: (?P<own>his|her|its|their))?"
)
_VERBS = frozenset({"send", "sends", "sent", "dispatch", "dispatches", "dispatched", "deputed", "deputes"})
_VERBS |= {"assigned", "assigns", "mandated", "mandates"}
_REPRESENTING = re.compile(
    r"(?:(?:has|had|is|was|will|would|also|to|today|yesterday|who) )*represent(?:s|ed|ing)?(?: the)?"
)
_STANDING_FOR = frozenset({"represent", "represents", "represented", "representing"})
_SENT_BY = re.compile(r"(?:from|(?:sent|dispatched|appointed|named|deputed) by)(?: the)?")
_SAYS_OF_OWN = frozenset(
    {"cancels", "cancelled", "canceled", "postpones", "postponed", "confirms", "announces", "defends", "scraps"}
)
_TRIP_OF = ("trip of", "visit of", "tour of", "journey of")
_ON = frozenset({"to", "on", "as"})
_BEARING = re.compile(
    r"(?:\w+ )?(?:convey|deliver|hand|transmit|carr|br[io]|bore|bear|pass)\w*\b(?:(?! (?:and|but) )[^,;])*"
    r" (?:messages?|letters?|greetings|regards|invitations?) (?:from|of)(?: the)?"
)
_BORNE = frozenset({"message", "messages", "letter", "letters", "greetings", "regards", "invitation", "invitations"})


def lend_side_of_sender(lx: Lexed, actors: list[Actor]) -> None:
    """Give one without a state that of him who sent him, where he was sent somewhere, and nothing was sent to him."""
    if not _STANDING_FOR.isdisjoint(lx.lows):
        _lend_represented(lx, actors)
    if not _BORNE.isdisjoint(lx.lows):
        _lend_to_bearer(lx, actors)
    if "by" in lx.lows or "from" in lx.lows:
        _lend_behind(lx, actors)
    _lend_own_minister(lx, actors)
    if _VERBS.isdisjoint(lx.lows):
        return
    for sender, sent in pairwise(actors):
        plain = sent.kind in ("person", "role") and not (sent.sides or sent.plural or sent.rank == "head")
        if len(sender.sides) != 1 or not plain or not (sent.name and sent.capacity):
            continue
        told = _SENDING.fullmatch(lx.lower(sender.last, sent.first))
        own = sent.determiner in ("his", "her", "its", "their") or (told is not None and told["own"] is not None)
        if told is not None and (own or not _ON.isdisjoint(lx.lows[sent.last : sent.last + 1])):
            sent.sides = sender.sides


def _lend_to_bearer(lx: Lexed, actors: list[Actor]) -> None:
    """Read "Prince X conveyed to the Emir a message from the Saudi King": who brings it is of that state."""
    writers = [one for one in actors if one.rank == "head" and len(one.sides) == 1]
    for one in actors:
        if one.kind != "person" or not (one.name and one.capacity) or one.sides or one.plural:
            continue
        writer = next((other for other in writers if _bears(lx, one, other)), None)
        one.sides = writer.sides if writer is not None else one.sides


def _bears(lx: Lexed, bearer: Actor, writer: Actor) -> bool:
    return bearer.last < writer.first and _BEARING.fullmatch(lx.lower(bearer.last, writer.first)) is not None


def _lend_own_minister(lx: Lexed, actors: list[Actor]) -> None:
    """Read "Peru cancels minister's visit to Chile", "Peru has cancelled the trip of President X": he is its own."""
    if len(actors) < PAIR or actors[0].kind not in ("side", "group") or len(actors[0].sides) != 1:
        return
    state, owner = actors[:PAIR]
    if state.first > 1:
        return
    if owner.sides or owner.plural or _SAYS_OF_OWN.isdisjoint(lx.lows[state.last : owner.first]):
        return
    bare = owner.kind == "role" and not (owner.determiner or owner.name) and owner.first == state.last + 1
    owned = bare and lx.codes[owner.last : owner.last + 1] == "'"
    if owned or (owner.capacity and lx.lower(owner.first - PAIR, owner.first) in _TRIP_OF):
        owner.sides = state.sides


def _lend_behind(lx: Lexed, actors: list[Actor]) -> None:
    """Read "NAME, a special envoy sent by President X of Peru", "an envoy from Peruvian President X"."""
    for sent, sender in pairwise(actors):
        one = sent.kind in ("person", "role") and not sent.plural and sent.rank != "head"
        told = one and sent.capacity and not sent.sides and sender.sides
        if told and _SENT_BY.fullmatch(lx.lower(sent.last, sender.first)) is not None:
            sent.sides = sender.sides[:1]


def _lend_represented(lx: Lexed, actors: list[Actor]) -> None:
    for one, state in pairwise(actors):
        plain = one.kind == "person" and one.name and one.capacity and not (one.sides or one.plural)
        at = lx.lows[state.last : state.last + 1] in (["at"], ["in"])
        if plain and at and state.kind == "side" and len(state.sides) == 1:
            told = _REPRESENTING.fullmatch(lx.lower(one.last, state.first))
            one.sides = state.sides if told is not None else one.sides
