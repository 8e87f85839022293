"""Asking what the graph showed at a moment: the text of a query, widened to what is kept of the past.

A version that was replaced stands under labels and types of its own (``past`` in schema/graph.yaml), so that a question
about the present never meets it and is as quick as if there were none. A question about a moment is the same text with
each of these names also as the past has it: ``(e:Contact)`` becomes ``(e:Contact|PastContact)``. The text itself says
which version counts: ``e.recorded < $known_by`` and ``e.replaced >= $known_by``, as :func:`shown` and :func:`counted`
write it for texts that are made here and not by a person.
"""

from __future__ import annotations

import re
from functools import cache

from kg.blueprint import graph_schema, past_label, past_type

KNOWN_BY = "known_by"
"""The parameter that asks about a moment."""


@cache
def widen(text: str) -> str:
    """Return the Cypher with every label and type that has a past also as the past has it."""
    return _pattern().sub(lambda found: f"{found[1]}{found[2]}|{_names()[found[2]]}", text)


def shown(name: str) -> str:
    """Return the condition that this version is the one that was shown then; of what has no versions, always true."""
    return f"coalesce({name}.recorded < $known_by, true) AND coalesce({name}.replaced >= $known_by, true)"


def counted(claim: str) -> str:
    """Return the condition that a claim stood then: it was recorded, and was not withdrawn or in a gap."""
    return (
        f"coalesce({claim}.recorded < $known_by, true) "
        f"AND coalesce({claim}.withdrawn >= $known_by, {claim}.withdrawn IS NULL) "
        f"AND ($known_by IS NULL OR none(gap IN coalesce({claim}.gaps, []) "
        "WHERE split(gap, '/')[0] < $known_by AND split(gap, '/')[1] >= $known_by))"
    )


@cache
def _names() -> dict[str, str]:
    past = graph_schema().past
    labels = {label: past_label(label) for label in (*past.labels, "Contact")}
    return labels | {kind: past_type(kind) for kind in past.relationships}


@cache
def _pattern() -> re.Pattern[str]:
    """A name after the colon or bar of a node's labels or a relationship's types; nothing else looks like one."""
    return re.compile(rf"([:|])({'|'.join(sorted(_names(), key=len, reverse=True))})\b")
