"""Titles that mean one office in one state and another elsewhere: a foreign secretary is no minister in Islamabad."""

from __future__ import annotations

from kg.vocabulary.people import office_of
from loaders.text.who.actor import Actor
from loaders.text.who.offices import SHARED_TITLES
from loaders.text.who.person import Person


def take_meaning(one: Actor | Person, side: str) -> None:
    """Give somebody the office that his title means on his side."""
    title = office_of(one.capacity, side) if side and one.capacity.lower() in SHARED_TITLES else None
    if title is not None:
        one.office, one.rank = title.office, title.rank
