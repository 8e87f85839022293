"""Candidates among officials: those whose names are alike in any script, and the keys they are found under."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from kg.identity.alike import name_keys, name_look_ups
from kg.identity.candidates import OfficialFacts, score_officials
from kg.model import make_id
from kg.store.candidate_rows import CandidateRow, Judged, Pair, Verdict, create
from kg.store.keys import DROP_KEYS

if TYPE_CHECKING:
    from kg.store.steady import Transaction

_OFFICIALS = (
    "UNWIND $ids AS id MATCH (o:Official {id: id}) RETURN o.id, o.name, o.names, coalesce(o.side, ''), "
    "coalesce(o.qid, '')"
)
_OF_KEYS = "UNWIND $keys AS key MATCH (k:Key {key: key}) RETURN DISTINCT key, k.of"
_DROP_OF_OFFICIALS = (
    "UNWIND $rows AS id MATCH (o:Official {id: id})<-[:PAIRS]-(c:Candidate) WHERE c.thing = 'official' DETACH DELETE c"
)
_CREATE_KEYS = "UNWIND $rows AS r CREATE (k:Key) SET k = r"


def renew_officials(transaction: Transaction, ids: Sequence[str], judged: Judged) -> None:
    """Make the keys and the candidates of these officials anew."""
    known = _officials(transaction, ids)
    _renew_keys(transaction, ids, known)
    pairs = _alike_pairs(transaction, known)
    known |= _officials(transaction, sorted({key for pair in pairs for key in pair} - set(known)))
    create(transaction, candidate_rows(pairs, known, judged.verdict))


def candidate_rows(pairs: Iterable[Pair], known: Mapping[str, OfficialFacts], verdict: Verdict) -> list[CandidateRow]:
    """Return the candidates among these pairs of officials; ``verdict`` says what persons judged of two."""
    rows = []
    for one, other in sorted(pairs):
        scored = score_officials(known[one], known[other]) if one in known and other in known else None
        judged = verdict([one], [other]) if scored else "different"
        if scored and judged != "different":
            first, second = (f"{known[key].name} ({known[key].side or 'side not said'})" for key in (one, other))
            labels = ("Official", "Official")
            row = CandidateRow("official", (one, other), (first, second), scored, judged == "unsure", labels=labels)
            rows.append(row)
    return rows


def key_rows(known: Iterable[OfficialFacts]) -> list[dict[str, str]]:
    """Return the keys under which these officials are found."""
    return [
        {"id": make_id("key-of", one.id, key), "key": key, "of": one.id}
        for one in known
        for key in name_keys(one.names, one.side)
    ]


def asked_keys(known: Iterable[OfficialFacts]) -> dict[str, list[str]]:
    """Return the keys under which officials of alike names are looked for, by official."""
    return {one.id: name_look_ups(one.names, one.side) for one in known}


def alike_pairs(asked: Mapping[str, Iterable[str]], found: Mapping[str, Iterable[str]]) -> set[Pair]:
    """Return the pairs of an official and one that is found under a key it asks for."""
    return {
        (min(one, other), max(one, other))
        for one, several in asked.items()
        for key in several
        for other in found.get(key, ())
        if one != other
    }


def _renew_keys(transaction: Transaction, ids: Sequence[str], known: Mapping[str, OfficialFacts]) -> None:
    for text in (DROP_KEYS, _DROP_OF_OFFICIALS):
        transaction.run(text, {"rows": list(ids)}).consume()
    transaction.run(_CREATE_KEYS, {"rows": key_rows(known.values())}).consume()


def _alike_pairs(transaction: Transaction, known: Mapping[str, OfficialFacts]) -> set[Pair]:
    asked = asked_keys(known.values())
    found: dict[str, set[str]] = defaultdict(set)
    keys = sorted({key for several in asked.values() for key in several})
    for key, of in transaction.run(_OF_KEYS, {"keys": keys}):
        found[key].add(of)
    return alike_pairs(asked, found)


def _officials(transaction: Transaction, ids: Sequence[str]) -> dict[str, OfficialFacts]:
    rows = transaction.run(_OFFICIALS, {"ids": list(ids)}) if ids else ()
    return {row[0]: OfficialFacts(row[0], row[1], tuple(row[2]), row[3], row[4]) for row in rows}
