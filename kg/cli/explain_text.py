"""What an extractor read in a text, and what it refused, for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import click

from kg.cli.explained import MEANING, Event, events_of, quoted
from kg.model import Reading
from loaders.text.clause.refused import Refused

_COLOURS = {
    "kind": "green", "status": "green", "date": "cyan", "venue": "magenta", "side": "yellow", "participant": "yellow",
    "host": "yellow", "topic": "blue", "document": "magenta",
}  # fmt: skip


def lines(reading: Reading, refused: Sequence[Refused]) -> Iterator[str]:
    """Yield the lines: each event with its claims marked in their sentences, then what was refused and why."""
    source = reading.source
    yield click.style(f"== {source.title or source.key}", bold=True)
    events = events_of(reading)
    for number, event in enumerate(events, start=1):
        yield from _event(number, event, source.text)
    if not events:
        yield "  no event"
    for seen in refused:
        before, word, after = quoted(source.text, (seen.start, seen.end), seen.sentence)
        yield f"  refused, {MEANING[seen.why]}: {before}{click.style(word, fg='red')}{after}"
    yield ""


def _event(number: int, event: Event, text: str) -> Iterator[str]:
    yield click.style(f"{number}. {event.title}", bold=True) + f"  (confidence {event.confidence:.2f})"
    for claim in event.claims:
        if claim.evidence is None:
            continue
        span = claim.evidence.start, claim.evidence.end
        before, words, after = quoted(text, span, event.sentence_around(span))
        name = click.style(f"{claim.attribute:11}", fg=_COLOURS.get(claim.attribute, "white"))
        marked = click.style(words, fg=_COLOURS.get(claim.attribute, "white"), underline=True)
        rule = f"  [{claim.rule}]" if claim.rule else ""
        yield f"   {name} {event.value(claim)}{rule}: {before}{marked}{after}"
