"""What is found: a date as the text has it, what it stands for, and by which rule."""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

Direction: TypeAlias = Literal["past", "future", "unknown"]
"""The side of the publication date that the tense of the sentence says."""

Kind: TypeAlias = Literal["absolute", "relative", "range"]
"""Written out; counted from the publication date or another date of the text; a first and a last day."""

WITHOUT_PUBLISHED = "relative-without-published"
WITHOUT_ANCHOR = "relative-without-date-before"
ONLY_FUTURE = "period-unless-future"
"""Rules of what could not be dated: counted from a publication date that is not known, from a day that the text does
not name, or "in two years", a date in "will meet in two years" and a length of time in "the first in two years"."""


class When(NamedTuple):
    """A date as the text has it: ``text[start:end]`` is the expression, without the preposition before it."""

    start: int
    end: int
    edtf: str
    """What it stands for; empty where the text alone does not settle it, and then ``rule`` says why."""
    rule: str
    """How it was resolved: docs/explanation/dates.md lists the rules."""
    kind: Kind = "absolute"
    lead: str = ""
    """The preposition before it, in lower case ("on", "until", "since"), or empty."""
    modifier: bool = False
    """It belongs to a noun ("the July 4 parade", "Monday's meeting"), not to the verb of the sentence."""


class Resolved(NamedTuple):
    """What an expression stands for, and by which rule."""

    edtf: str
    rule: str
