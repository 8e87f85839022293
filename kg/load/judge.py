"""Judgements on pairs: two events, or two officials, are the same, different, or a person cannot tell.

Like all revisions a judgement is one transaction: what it touches is consolidated anew, and the record of it stays when
it is undone. Undone, the graph is what it would be had it never been made.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.errors import KgError
from kg.identity.judgements import Judgement, Verdict, known_as, mention_of
from kg.identity.officials import Official
from kg.load.named import Renamed
from kg.load.prepare import ReferenceReading, prepare_anew
from kg.load.revise import By, Revised, Revision, finish
from kg.load.subjects import Subject, UnknownSubjectError, find_subject, subjects_of
from kg.model import make_id
from kg.store.batch import Batch
from kg.store.graph_store import GraphStore
from kg.store.judged import Decision, add_judgement
from kg.store.rejoined import blocks_of_officials, mentions_of_officials


class UnknownJudgementError(KgError):
    """No judgement has that id, or it is undone."""


def judge(store: GraphStore, pair: tuple[str, str], verdict: Verdict, by: By, reference: ReferenceReading) -> Revision:
    """Record what two are to each other, by the id of an event or mention, or the id or name of an official.

    A judgement on the same two that stands is replaced; one that says the same is left as it is.

    Raises:
        UnknownSubjectError: one is not in the graph, several are meant, or they are not two events or two officials.
    """
    first, second = find_subject(store, pair[0]), find_subject(store, pair[1])
    if first.thing != second.thing:
        raise UnknownSubjectError(f"{pair[0]} and {pair[1]} are not two events or two officials: name two of a kind")
    if set(first.ids) & set(second.ids):
        raise UnknownSubjectError(f"{pair[0]} and {pair[1]} are one already: 'kg judge --undo' takes a judgement back")
    return _record(store, (first, second), verdict, by, reference)


def judge_candidate(
    store: GraphStore, candidate: str, verdict: Verdict, by: By, reference: ReferenceReading
) -> Revision:
    """Record what the two of a candidate are to each other.

    Raises:
        UnknownSubjectError: there is no such candidate.
    """
    return _record(store, subjects_of(store, candidate), verdict, by, reference)


def undo_judgement(store: GraphStore, judgement: str, by: By, reference: ReferenceReading) -> Revision:
    """Take a judgement back: the rules decide again, and the record of both stays.

    Raises:
        UnknownJudgementError: no such judgement stands.
    """
    standing = store.judgements()
    found = next((one for one in standing if one.id == judgement), None)
    if found is None:
        raise UnknownJudgementError(f"no judgement {judgement!r} stands: 'kg query judgements' lists them")
    change = _Change(store, standing, [one for one in standing if one is not found], by, reference)
    batch = change.batch(found)
    batch.undone["Judgement", found.id] = (by.at, by.person, by.reason)
    ((names,),) = store.engine.read("MATCH (j:Judgement {id: $id}) RETURN j.names", {"id": found.id}).rows
    return finish(store, batch, by, found.id, " | ".join(names))


def _record(
    store: GraphStore, pair: tuple[Subject, Subject], verdict: Verdict, by: By, reference: ReferenceReading
) -> Revision:
    first, second = pair
    standing = store.judgements()
    before = [found for found in standing if found.concerns(frozenset(first.ids), frozenset(second.ids))]
    words = f"{first.words} | {second.words}"
    if len(before) == 1 and before[0].verdict == verdict:
        return Revision(before[0].id, words, changed=False)
    judgement = Judgement(
        id=make_id("judgement", *first.ids, "", *second.ids, by.at),
        thing=first.thing,
        verdict=verdict,
        one=first.ids,
        other=second.ids,
        officials=tuple(subject.official for subject in pair if subject.official),
    )
    after = [found for found in standing if found not in before] + [judgement]
    batch = _Change(store, standing, after, by, reference).batch(judgement)
    add_judgement(batch, judgement, Decision(by.person, by.reason, by.at, (first.words, second.words), by.made))
    for replaced in before:
        batch.undone["Judgement", replaced.id] = (by.at, by.person, by.reason)
    return finish(store, batch, by, judgement.id, words)


class _Change:
    """From the judgements that stand to those that will."""

    def __init__(
        self, store: GraphStore, before: Sequence[Judgement], after: Sequence[Judgement], by: By,
        reference: ReferenceReading,
    ) -> None:  # fmt: skip
        self._store = store
        self._before = before
        self._after = list(after)
        self._by = by
        self._reference = reference

    def batch(self, judgement: Judgement) -> Batch:
        """Return the rows of the graph as it will be, for what this judgement is about."""
        if judgement.thing != "official":
            mentions = [mention_of(key) for key in (*judgement.one, *judgement.other)]
            return self._prepare(self._store.blocks_of_mentions(mentions), [])
        old, new = known_as(self._before), known_as(self._after)
        moved = {key: _shown(old, key) for key in {*old, *new} if _shown(old, key) != _shown(new, key)}
        blocks = blocks_of_officials(self._store.engine, moved)
        by_rules = {official.id: official for one in (*self._before, *self._after) for official in one.officials}
        told = [
            Renamed(one, new.get(one.official) or by_rules.get(one.official))
            for one in mentions_of_officials(self._store.engine, sorted(set(moved.values())))
        ]
        batch = self._prepare(blocks, told)
        batch.rejoined_officials = sorted(set(moved.values()))
        batch.respelled += [_shown(new, key) for key in (*judgement.one, *judgement.other)]
        return batch

    def _prepare(self, blocks: Sequence[str], told: Sequence[Renamed]) -> Batch:
        revised = Revised(self._store, judgements=self._after)
        return prepare_anew(blocks, revised, self._reference, self._by.at, told)


def _shown(known: Mapping[str, Official], key: str) -> str:
    return known[key].id if key in known else key
