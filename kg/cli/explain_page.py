"""What an extractor read in texts, and what it refused, as one HTML page that needs nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from kg.cli.explained import MEANING, Event, events_of, quoted
from kg.model import Reading
from loaders.text.clause.refused import Refused

_HEAD = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>What was read, and why</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>
:root { color-scheme: light dark; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
article { border-top: 2px solid; margin-top: 2rem; }
h3 { margin-bottom: 0; }
table { border-collapse: collapse; width: 100%; }
td { vertical-align: top; padding: .15rem .6rem .15rem 0; border-bottom: 1px solid #8884; }
td:first-child, td.rule { white-space: nowrap; }
.rule, .note { opacity: .7; font-size: .85em; }
mark { padding: 0 .15em; border-radius: .2em; }
mark.refused { background: #f3b5b0; color: #000; }
mark.kind, mark.status { background: #b7e4c0; color: #000; }
mark.side, mark.participant, mark.host { background: #f6e3a1; color: #000; }
mark.date { background: #b5dff0; color: #000; }
mark.topic { background: #cfcdf3; color: #000; }
mark.venue, mark.document { background: #efc7ea; color: #000; }
</style></head><body>
<h1>What was read, and why</h1>
"""


def page(read: Iterable[tuple[Reading, Sequence[Refused]]]) -> str:
    """Return the page. Every text of a source is escaped; the page runs no script and asks for nothing."""
    return _HEAD + "".join(part for reading, refused in read for part in _source(reading, refused)) + "</body></html>\n"


def _source(reading: Reading, refused: Sequence[Refused]) -> Iterator[str]:
    source, events = reading.source, events_of(reading)
    yield f"<article><h2>{escape(source.title or source.key)}</h2>\n"
    yield f'<p class="note">{len(events)} events, {len(refused)} words refused</p>\n'
    for event in events:
        yield from _event(event, source.text)
    if refused:
        yield "<h3>Seen and refused</h3>\n<table>\n"
        for seen in refused:
            words = _marked(source.text, (seen.start, seen.end), seen.sentence, "refused")
            yield f"<tr><td>{escape(MEANING[seen.why])}</td><td>{words}</td></tr>\n"
        yield "</table>\n"
    yield "</article>\n"


def _event(event: Event, text: str) -> Iterator[str]:
    yield f'<h3>{escape(event.title)}</h3>\n<p class="note">confidence {event.confidence:.2f}</p>\n<table>\n'
    for claim in event.claims:
        if claim.evidence is None:
            continue
        span = claim.evidence.start, claim.evidence.end
        words = _marked(text, span, event.sentence_around(span), claim.attribute)
        yield (
            f"<tr><td>{escape(claim.attribute)}</td><td>{escape(event.value(claim))}</td>"
            f'<td>{words}</td><td class="rule">{escape(claim.rule)}</td></tr>\n'
        )
    yield "</table>\n"


def _marked(text: str, span: tuple[int, int], sentence: tuple[int, int], name: str) -> str:
    before, words, after = quoted(text, span, sentence)
    return f'{escape(before)}<mark class="{escape(name)}">{escape(words)}</mark>{escape(after)}'
