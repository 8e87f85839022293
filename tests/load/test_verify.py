"""``kg verify`` finds what does not hold, by name, on every engine and in pages of any size."""

from __future__ import annotations

import pytest

from kg import verify as verifying
from kg.load.revise import By, withdraw
from kg.store.graph_store import GraphStore
from kg.verify import verify
from loaders.reference import tenure_reading
from tests.load.test_prepare import count, load, riyadh, store
from tests.store.statements import statement

__all__ = ["store"]

PLANTED = {
    "quote that is not in its source": "MATCH (s:Source {key: 'wire'}) SET s.text = 'x' + s.text",
    "claim that counts and is about nothing": "MATCH (c:Claim {attribute: 'kind'})-[r:ABOUT]->() DELETE r",
    "event without a claim": "MATCH (c:Claim)-[r:ABOUT]->(:Event) DELETE r",
    "event without a source": "MATCH (:Source)-[r:REPORTS]->(:Event) DELETE r",
    "participant of no event": "MATCH (:Event)-[r:HAS_PARTICIPANT]->() DELETE r",
    "conflict between fewer than two claims": "MATCH (:Conflict)-[r:BETWEEN]->() DELETE r",
    "version that ended before it began": "MATCH (v:PastEvent) SET v.replaced = v.recorded",
    "version that no source told of": "MATCH (:Source)-[r:PAST_REPORTS]->() DELETE r",
    "version that ended after what stands began": "MATCH (e:Event) SET e.recorded = '2000-01-01T00:00:00Z'",
    "claim without a source": "MATCH (c:Claim)-[r:STATED_IN]->() DELETE r",
}


def test_what_does_not_hold_is_found_by_name(store: GraphStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verifying, "_SOURCES_A_PAGE", 1)
    monkeypatch.setattr(verifying, "_EVENTS_A_PAGE", 1)
    for key, city in (("readout", "Riyadh"), ("wire", "Jeddah"), ("agency", "Jeddah")):
        load(store, riyadh(key, city))
    withdraw(store, "agency", By("ann", "retracted", "2025-03-03T00:00:00Z"), tenure_reading)
    whole = verify(store.engine)
    assert whole.faults == ()
    assert whole.claims == count(store, "(:Claim)")
    for what, text in PLANTED.items():
        assert what not in {fault.what for fault in verify(store.engine).faults}
        store.engine.write(statement(text))
        assert what in {fault.what for fault in verify(store.engine).faults}, what


def test_every_fault_has_its_planting() -> None:
    assert set(PLANTED) == {*verifying._STRUCTURE, "quote that is not in its source"}
