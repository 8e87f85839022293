"""What stands below a still picture: the filter in words, counts, what is not drawn, the graph's version, the day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import msgspec

from kg.views.contacts import Contact, Window


class Imprint(msgspec.Struct, frozen=True):
    """What identifies the graph that a picture was drawn of."""

    version: str
    """As the explorer cites it."""
    today: date
    title: str = "Contacts"


def caption(contacts: Sequence[Contact], window: Window, imprint: Imprint, notes: Sequence[str]) -> list[str]:
    """Return the paragraphs below a picture; ``notes`` say how to read it."""
    certain = sum(is_certain(contact, window) for contact in contacts)
    counts = f"{certain:,} certain, {len(contacts) - certain:,} possible"
    origin = f"Knowledge graph of diplomatic relations, graph version {imprint.version}. Drawn {imprint.today}."
    return [f"{in_words(window)} ({counts}). {origin}", " ".join(note for note in notes if note)]


def in_words(window: Window) -> str:
    """Return the filter in words."""
    start = f" from {window.since}" if window.since else ""
    end = f" to {window.until}" if window.until else ""
    who = f"Contacts {window.status}" if window.status else "Contacts of any status"
    if not start and not end:
        return f"{who}, of all times"
    return f"{who} that {'certainly' if window.fuzzy == 'certain' else 'may have'} happened{start}{end}"


def is_certain(contact: Contact, window: Window) -> bool:
    """Whether all the days that the contact may have been lie in the window."""
    after = window.since is None or (contact.earliest is not None and contact.earliest >= window.since)
    return after and (window.until is None or (contact.latest is not None and contact.latest <= window.until))
