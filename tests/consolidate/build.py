"""Builders for tests of consolidation: readings that read as sentences."""

from __future__ import annotations

from typing import Literal

from kg.consolidate.said import Said, all_said
from kg.model import Claim, Evidence, Participant, Reading, Source, Value, source_id

WORDS = "They met on Tuesday, the source says, and this sentence is the evidence."


def source(
    name: str,
    *,
    text: str = "",
    kind: Literal["article", "readout", "record"] = "article",
    published: str = "2025-02-18",
    publisher: str = "Agency",
) -> Source:
    """A source whose text is its own unless one is given (a reprint has another's)."""
    text = text or f"{WORDS} ({name})"
    return Source(
        id=source_id(url="", key=name, text=text),
        kind=kind,
        key=name,
        text=text,
        loader="test",
        published=published,
        publisher=publisher,
    )


def claim(origin: Source, attribute: str, value: Value, *, subject: str = "e1", confidence: float = 0.8) -> Claim:
    """A claim of that source, with its first words for evidence."""
    return Claim(
        source=origin.id,
        thing="event" if subject.startswith("e") else "official",
        subject=subject,
        attribute=attribute,
        value=value,
        evidence=Evidence(0, 9, origin.text[:9]),
        confidence=confidence,
        extractor="test/1",
    )


def meeting(
    origin: Source,
    *people: tuple[str, str] | Participant,
    sides: tuple[str, ...] = ("RUS", "USA"),
    date: str = "2025-02-18",
    status: str = "held",
    kind: str = "meeting",
    subject: str = "e1",
    **more: Value,
) -> list[Claim]:
    """All that one source says of one event."""
    values: list[tuple[str, Value]] = [("kind", kind), ("status", status), *(("side", side) for side in sides)]
    values += [("date", date)] if date else []
    for person in people:
        values.append(
            ("participant", person if isinstance(person, Participant) else Participant(*person[:1], side=person[1]))
        )
    values += sorted(more.items())
    return [claim(origin, attribute, value, subject=subject) for attribute, value in values]


def heard(origin: Source, claims: list[Claim], recorded: str = "2025-03-01T00:00:00Z") -> list[Said]:
    """The claims as consolidation takes them."""
    return all_said(Reading(origin, tuple(claims)), recorded)
