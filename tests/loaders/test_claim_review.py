"""Reviews of claims in JSON-LD: what was said is reported of whoever said it, and the rating says how it stands."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kg.load.check import check_reading
from kg.load.run import Clock, Watcher, load
from kg.model import Claim, Found, Reading, Reject, RowsRead
from kg.store.engine import Engine
from kg.store.graph_store import GraphStore
from kg.store.schema import apply_schema
from kg.verify import verify
from loaders.conformance_of_loaders import broken_promises
from loaders.reading import read_all
from loaders.reference import tenure_reading
from loaders.registry import loader_named
from loaders.texts import read_texts_with
from tests.servers.real_engine import RealEngine

SAID = "Vladimir Putin met with Volodymyr Zelenskyy in Istanbul on 15 May 2025."


def review(claimed: str = SAID, **rating: object) -> dict[str, Any]:
    """Return a review in the fields that fact checkers fill."""
    return {
        "@context": "https://schema.org", "@type": "ClaimReview", "url": "https://checkers.example/1",
        "claimReviewed": claimed, "datePublished": "2025-05-20",
        "author": {"@type": "Organization", "name": "Checkers"},
        "itemReviewed": {"@type": "Claim", "author": {"@type": "Person", "name": "A. Blogger"},
                         "datePublished": "2025-05-16", "appearance": {"@type": "CreativeWork", "url": "https://b.example"}},
        "reviewRating": {"@type": "Rating", **rating},
    }  # fmt: skip


def read(folder: Path, *documents: object, jobs: int = 1) -> list[Found]:
    """Return what an extractor finds in these documents, one a line."""
    file = folder / "reviews.jsonld"
    file.write_text("\n".join(json.dumps(one) for one in documents) + "\n", encoding="utf-8")
    return list(read_texts_with("rules", read_all([str(file)]), jobs=jobs))


def claims(found: list[Found], attribute: str) -> list[Claim]:
    """Return the claims of all readings on one attribute; each stands in its text."""
    readings = [one for one in found if isinstance(one, Reading)]
    assert all(check_reading(one)[1] == [] for one in readings)
    return [claim for one in readings for claim in one.claims if claim.attribute == attribute]


@pytest.mark.parametrize(
    ("rating", "status"),
    [
        ({"alternateName": "False", "ratingValue": 1, "bestRating": 5, "worstRating": 1}, "denied"),
        ({"alternateName": "False"}, "denied"),
        ({"alternateName": "Pants on Fire!", "ratingValue": "-1"}, "denied"),
        ({"alternateName": "Half true", "ratingValue": 3}, "unknown"),
        ({"alternateName": "Needs context"}, "unknown"),
        ({"alternateName": "True", "ratingValue": "5"}, "held"),
        ({"ratingValue": 10, "bestRating": 10, "worstRating": 0}, "held"),
        ({}, "held"),
    ],
)
def test_the_rating_says_how_it_stands(rating: dict[str, object], status: str, tmp_path: Path) -> None:
    found = read(tmp_path, review(SAID, **rating))
    (one,) = claims(found, "status")
    assert one.value == status
    if status != "held":
        assert (one.stance, one.attributed_to, one.evidence.quote.partition(":")[0]) == ("asserts", "", "rating")


def test_what_was_said_is_reported_of_whoever_said_it(tmp_path: Path) -> None:
    (record,) = [one for one in read(tmp_path, review(alternateName="False")) if isinstance(one, Reading)]
    source = record.source
    assert (source.kind, source.publisher, source.published) == ("record", "Checkers", "2025-05-20")
    assert source.text.splitlines()[0] == f"claimReviewed: {SAID}"
    sides = [one for one in record.claims if one.attribute == "side"]
    assert [(one.value, one.stance, one.attributed_to) for one in sides] == [
        ("RUS", "reports", "A. Blogger"),
        ("UKR", "reports", "A. Blogger"),
    ]


def test_a_day_is_told_from_when_it_was_said(tmp_path: Path) -> None:
    found = read(tmp_path, review("Vladimir Putin met with Volodymyr Zelenskyy in Istanbul yesterday."))
    assert [one.value for one in claims(found, "date")] == ["2025-05-15"]


def test_that_a_denial_is_false_does_not_say_that_it_was(tmp_path: Path) -> None:
    denied = "Russia denies that Vladimir Putin met with Volodymyr Zelenskyy in Istanbul on 15 May 2025."
    as_said, judged = (
        claims(read(tmp_path, review(denied, **rating)), "status") for rating in ({}, {"ratingValue": 1})
    )
    assert [one.value for one in as_said] == ["denied"]
    assert [one.value for one in judged] == ["unknown"]


def test_what_makes_no_event_says_why(tmp_path: Path) -> None:
    french = {**review("Le ministre des affaires étrangères a rencontré son homologue."), "inLanguage": "fr"}
    lacking = {name: value for name, value in review().items() if name != "claimReviewed"}
    found = read(tmp_path, review("Garlic cures colds."), french, lacking, review(), {**review(), "url": "", "x": 1})
    assert sum(one.rows for one in found if isinstance(one, RowsRead)) == 5
    left = [reject for one in found if isinstance(one, RowsRead) for reject in one.left]
    refused = [one for one in found if isinstance(one, Reject)]
    assert [one.reason for one in left] == ["not-a-contact"]
    assert [one.reason for one in refused] == ["language", "bad-record"]
    assert all(one.loader == "json-ld" and json.loads(one.content) for one in refused)
    assert len([one for one in found if isinstance(one, Reading)]) == 2


def test_two_processes_give_the_same(tmp_path: Path) -> None:
    documents = [{**review(alternateName="False"), "url": f"https://checkers.example/{n}"} for n in range(5)]
    assert read(tmp_path, *documents, jobs=2) == read(tmp_path, *documents)


def test_a_feed_of_more_than_ten_thousand_values_is_read_to_its_end(tmp_path: Path) -> None:
    feed = {
        "@type": "DataFeed",
        "dataFeedElement": [{"@type": "DataFeedItem", "item": [review()]} for _ in range(1_500)],
    }
    file = tmp_path / "feed.jsonld"
    file.write_text(json.dumps(feed, indent=1), encoding="utf-8")
    assert sum(one.rows for one in read_all([str(file)]) if isinstance(one, RowsRead)) == 1_500


def test_the_example_of_the_page(tmp_path: Path) -> None:
    page = (Path(__file__).resolve().parents[2] / "docs" / "reference" / "json-ld.md").read_text(encoding="utf-8")
    example = "\n".join(line for line in page.partition("## An example")[2].splitlines() if line.startswith("    "))
    found = read(tmp_path, json.loads(example))
    told = {name: [one.value for one in claims(found, name)] for name in ("kind", "status", "side", "date")}
    assert told == {"kind": ["meeting"], "status": ["denied"], "side": ["RUS", "UKR"], "date": ["2025-05-15"]}


def test_the_loader_keeps_its_promises() -> None:
    data = json.dumps(review(alternateName="False")).encode()
    assert broken_promises(lambda: loader_named("json-ld"), data, "a.jsonld") == []


def test_a_false_meeting_is_denied_in_the_graph(embedded: RealEngine, tmp_path: Path) -> None:
    """A text that tells of the same meeting is a second source of it, and that they disagree is left open."""
    (tmp_path / "blog.txt").write_text(f"{SAID} They discussed Ukraine.", encoding="utf-8")
    blog = list(read_texts_with("rules", read_all([str(tmp_path / "blog.txt")])))
    with embedded.open() as opened:
        apply_schema(opened)
        put(opened, read(tmp_path, review(alternateName="False")))
        assert opened.read("MATCH (e:Meeting) RETURN e.status, e.date, e.sources").rows == [("denied", "2025-05-15", 1)]
        put(opened, blog)
        assert opened.read("MATCH (e:Meeting) RETURN e.date, e.sources").rows == [("2025-05-15", 2)]
        assert opened.read("MATCH (:Meeting)<-[:CONCERNS]-(c:Conflict) RETURN c.attribute").rows == [("status",)]
        assert verify(opened).faults == ()


def put(opened: Engine, found: list[Found]) -> None:
    """Load what was found."""
    clock = Clock("2025-06-01T00:00:00Z")
    load(found, GraphStore(opened), tenure_reading, inputs=["x"], clock=clock, watcher=Watcher())
