"""Who is sent by somebody of a state is of that state: "Ghanaian President X sent Special Envoy Y to Nairobi"."""

from __future__ import annotations

import re
from itertools import pairwise

from loaders.text.lexis.lexer import Lexed
from loaders.text.who.actor import Actor

_SENDING = re.compile(
    r"(?:(?:has|had|have|will|would|also|today|yesterday|on \w+day|\w+day) )*(?:send|sends|sent|dispatch|dispatches"
    r"|dispatched|deputed|deputes|assigned|assigns|mandated|mandates)(?: (?P<own>his|her|its|their))?"
)
_VERBS = frozenset({"send", "sends", "sent", "dispatch", "dispatches", "dispatched", "deputed", "deputes"})
_VERBS |= {"assigned", "assigns", "mandated", "mandates"}
_ON = frozenset({"to", "on", "as"})


def lend_side_of_sender(lx: Lexed, actors: list[Actor]) -> None:
    """Give one without a state that of him who sent him, where he was sent somewhere, and nothing was sent to him."""
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
