"""A count can be traced: a query lists the events behind it, and another gives the words behind each of these."""

from __future__ import annotations

from kg.store.engine import Engine
from queries import run


def events(engine: Engine, query: str, **given: object) -> set[str]:
    return {str(row["event"]) for row in run(engine, query, timeout=None, **given)}


def test_a_month_is_the_contacts_of_that_month(small: Engine) -> None:
    pair = {"a": "RUS", "b": "USA"}
    for row in run(small, "contacts-by-month", timeout=None, **pair):
        if row["month"]:
            window = {**pair, "since": row["month"], "until": row["month"]}
            listed = run(small, "contacts", timeout=None, **window)
            dated = {str(one["event"]) for one in listed if not str(one["date"]).startswith("X")}
            sure = events(small, "contacts", fuzzy="certain", **window)
            assert (len(sure), len(dated - sure)) == (row["certain"], row["possible"]), row


def test_a_pair_is_its_contacts(small: Engine) -> None:
    for row in run(small, "pairs"):
        assert len(events(small, "contacts", a=row["a"], b=row["b"])) == row["contacts"], row
    for row in run(small, "first-contacts", country="Russia"):
        listed = events(small, "contacts", a="Russia", b=row["counterpart"])
        assert len(listed) == row["contacts"]
        assert {row["first_event"], row["last_event"]} <= listed
    for row in run(small, "travel", country="Russia"):
        places = sum(int(str(row[name])) for name in ("at_home", "at_theirs", "elsewhere", "unknown"))
        assert places == len(events(small, "contacts", a="Russia", b=row["counterpart"])), row


def test_an_official_is_the_contacts_attended(small: Engine) -> None:
    lavrov = events(small, "official-contacts", official="official-lavrov")
    for row in run(small, "co-attendance", official="official-lavrov"):
        assert len(lavrov & events(small, "official-contacts", official=row["official"])) == row["contacts"], row
    for row in run(small, "busiest-officials", country="Russia"):
        assert len(events(small, "official-contacts", official=row["official"])) == row["contacts"], row


def test_a_topic_is_the_contacts_on_it(small: Engine) -> None:
    for row in run(small, "topics-of-country", country="China"):
        sides = [one["sides"] for one in run(small, "topic-meetings", topic=row["topic"])]
        assert sum("CHN" in several for several in sides if isinstance(several, list)) == row["contacts"], row


def test_every_event_that_is_counted_has_its_words(small: Engine) -> None:
    for event in events(small, "country-timeline", country="Russia", status="any"):
        evidence = list(run(small, "event-evidence", event=event))
        assert evidence
        assert all(row["quote"] and row["source"] for row in evidence)
