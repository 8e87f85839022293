"""docs/reference/events.md, claims.md and rejects.md: the closed lists of the schema."""

from __future__ import annotations

from collections.abc import Iterable

from kg.blueprint.records import Blueprint
from kg.vocabulary import Topic
from tools.reference_pages.markdown import names, page, table, yes


def events_page(blueprint: Blueprint, topics: Iterable[Topic]) -> str:
    """Return the page of the kinds of event, their statuses, and the topics."""
    kinds = [
        (f"`{name}`", f"`{kind.label}`", yes(kind.contact), f"`{kind.family}`", kind.meaning)
        for name, kind in blueprint.kinds.items()
    ]
    statuses = sorted(blueprint.statuses.items(), key=lambda item: item[1].order)
    return page(
        "Events",
        "The kinds and statuses of events and what they can be about: closed lists, from `schema/events.yaml` and\n"
        "`schema/topics.tsv`.",
        "## Kinds",
        "A **contact** kind tells of two or more sides; such an event carries the label `Contact` where two sides are\n"
        "known. Sources that tell of one event may use any kind of its **family**.",
        table(("kind", "label", "contact", "family", "meaning"), kinds),
        "## Statuses",
        "Each step is a claim with a date of its own. Only `held` says that the event took place.",
        table(("status", "took place", "meaning"), [(f"`{n}`", yes(s.occurred), s.meaning) for n, s in statuses]),
        "## Topics",
        table(
            ("topic", "name", "Wikidata", "IPTC Media Topic"),
            [(f"`{one.id}`", one.name, one.qid, one.iptc) for one in topics],
        ),
    )


def claims_page(blueprint: Blueprint) -> str:
    """Return the page of what claims can be about, and how sources stand to them."""
    attributes = [
        (f"`{name}`", one.thing, one.value, "several" if one.many else "one", one.meaning)
        for name, one in blueprint.attributes.items()
    ]
    return page(
        "Claims",
        "What a claim can be about, from `schema/claims.yaml`. Where **one** value can be true, two that cannot both\n"
        "hold make a conflict. The records as JSON: `schema/generated/claim.schema.json` and `source.schema.json`.",
        table(("attribute", "of", "value", "true at once", "meaning"), attributes),
        "## Stances",
        table(("stance", "meaning"), [(f"`{name}`", meaning) for name, meaning in blueprint.stances.items()]),
    )


def rejects_page(blueprint: Blueprint) -> str:
    """Return the page of the reasons why something was not used."""
    reasons = [(f"`{name}`", one.name, one.next) for name, one in blueprint.reasons.items()]
    return page(
        "Rejects",
        "Nothing is dropped in silence: what a load does not use is counted in its report and written to a rejects\n"
        f"file, with one of these {len(blueprint.reasons)} reasons (`schema/rejects.yaml`). A line of that file:\n"
        f"{names(('where', 'record', 'reason', 'detail', 'content', 'loader'))}, see\n"
        "`schema/generated/reject.schema.json`.",
        table(("reason", "meaning", "what to do"), reasons),
    )
