"""Candidates among officials: those whose names are alike in any script, and the keys they are found under."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
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


def renew_officials(
    transaction: Transaction, ids: Collection[str], written: Mapping[str, OfficialFacts], judged: Judged
) -> None:
    """Make the keys and the candidates of these officials anew, and of those that are ``written`` just now.

    What is known of the written ones is not asked, nor are their own keys: an answer of a row each takes longer than
    the writing.
    """
    known = {**written, **_officials(transaction, sorted(set(ids) - set(written)))}
    for text in (DROP_KEYS, _DROP_OF_OFFICIALS):
        transaction.run(text, {"rows": sorted(ids)}).consume()
    keys, asked = key_rows(known.values()), asked_keys(known.values())
    pairs = alike_pairs(asked, _standing(transaction, asked, keys))
    transaction.run(_CREATE_KEYS, {"rows": keys}).consume()
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


def _standing(
    transaction: Transaction, asked: Mapping[str, Iterable[str]], new: Iterable[Mapping[str, str]]
) -> dict[str, set[str]]:
    """The officials found under the keys that are asked: those of the graph, and those of the keys about to be."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in new:
        found[row["key"]].add(row["of"])
    for key, of in transaction.run(_OF_KEYS, {"keys": sorted({key for several in asked.values() for key in several})}):
        found[key].add(of)
    return found


def _officials(transaction: Transaction, ids: Sequence[str]) -> dict[str, OfficialFacts]:
    rows = transaction.run(_OFFICIALS, {"ids": list(ids)}) if ids else ()
    return {row[0]: OfficialFacts(row[0], row[1], tuple(row[2]), row[3], row[4]) for row in rows}
