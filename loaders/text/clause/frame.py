"""One telling of an event, as a sentence has it."""

from __future__ import annotations

import msgspec

from loaders.text.clause.places import Where
from loaders.text.layout.structure import Passage
from loaders.text.lexis.lexed import Lexed
from loaders.text.who.actor import Actor


class Frame(msgspec.Struct, gc=False):
    """One telling of an event."""

    kind: str
    status: str
    actors: list[Actor]
    lx: Lexed
    passage: Passage
    at: int
    """The item of the word that tells of it."""
    rule: str
    places: list[Where] = msgspec.field(default_factory=list)
    hosts: list[Actor] = msgspec.field(default_factory=list)
    anaphor: bool = False
    """The parties are those of the event told of before ("the two leaders")."""
    separate: bool = False
    """Each object is an event of its own ("met separately with")."""
    definite: bool = False
    """Told of as known: "the talks", "the meeting"."""
    span: tuple[int, int] = (0, 0)
    """The items of the clause."""
    document: str = ""
    home_takes_part: bool = False
    awaited: bool = False
    """Read "Looks forward to": a plan if there is a day for it."""
    present: bool = False
    """Told in the present tense without an auxiliary: with a day to come it is a plan ("meet on Monday")."""
    here: bool = False
    """Where the text was written: "arrived here on Monday"."""
    companions: bool = False
    """More parties of the event told of just before."""
    leads: list[Actor] = msgspec.field(default_factory=list)
    """Whom those companions came with: they are of that side."""
    day_after: bool = False
    """Only a day told after the word is that of the event: "on Monday invited X to visit in May"."""
    also: bool = False
    """Told as one more: "he also met"."""
    alike: bool = False
    """Told as like another, "similar calls were made by X": with the one spoken of last."""
    earlier: bool = False
    """Told as one before: "the previous round was held in May"."""
    undated: bool = False
    """No day of the sentence is that of the event."""
    convened: bool = False
    """Told by who chairs or holds it: who else came may be told later."""
