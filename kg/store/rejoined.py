"""What moves when officials are judged one, or no longer: their mentions and their tenures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from kg.model import Value
from kg.store.batch import Batch, EdgeShape
from kg.store.claim_values import decode_value
from kg.store.engine import Engine

DETACH_MENTIONS = (
    "UNWIND $rows AS id MATCH (m:Mention {id: id})-[t:TELLS_OF]->(:Official) DELETE t",
    "UNWIND $rows AS id MATCH (c:Claim {mention: id})-[a:ABOUT]->(:Official) DELETE a",
)
DROP_TENURES = "UNWIND $rows AS id MATCH (o:Official {id: id})-[h:HELD_OFFICE]->(:Office) DELETE h"

_BLOCKS = (
    "UNWIND $rows AS r "
    "MATCH (o:Official {id: r.shown})<-[:IDENTIFIED_AS]-(p:Participant)<-[:HAS_PARTICIPANT]-(e:Event) "
    "WHERE r.shown = r.raw OR r.raw IN coalesce(p.judged, []) "
    "MATCH (e)<-[:TELLS_OF]-(m:Mention) RETURN DISTINCT m.block AS block"
)
_CLAIMS = (
    "MATCH (c:Claim {mention: m.id}) WHERE c.withdrawn IS NULL "
    "RETURN m.id, coalesce(m.official, id), c.id, c.attribute, c.value, c.start ORDER BY m.id, c.start, c.id"
)
_MENTIONS = (
    "UNWIND $ids AS id MATCH (o:Official {id: id})<-[:TELLS_OF]-(m:Mention)-[:MENTIONED_IN]->(s:Source) " + _CLAIMS
)
_OF_SOURCE = f"UNWIND $ids AS id MATCH (m:Mention {{source: id}}) WHERE m.thing = 'official' WITH m, '' AS id {_CLAIMS}"


class OfficialClaim(msgspec.Struct, frozen=True):
    """One claim on an official, as far as it decides who that is."""

    id: str
    attribute: str
    value: Value


class Mentioned(msgspec.Struct, frozen=True):
    """One source's naming of an official, with what it claims."""

    mention: str
    official: str
    """The id that rules give the official."""
    claims: tuple[OfficialClaim, ...]


def blocks_of_officials(engine: Engine, shown: Mapping[str, str]) -> list[str]:
    """Return the blocks of the events in which these officials, by the id that rules give, are shown as the others."""
    rows = [{"raw": raw, "shown": key} for raw, key in sorted(shown.items())]
    return sorted(row[0] for row in engine.read(_BLOCKS, {"rows": rows}).rows) if rows else []


def mentions_of_officials(engine: Engine, officials: Sequence[str]) -> list[Mentioned]:
    """Return the mentions that tell of these officials, with their claims in the order of the text."""
    return _mentioned(engine, _MENTIONS, officials)


def mentions_of_source(engine: Engine, source: str) -> list[Mentioned]:
    """Return the officials that a source names, also where it is withdrawn and nothing tells of them any more."""
    return _mentioned(engine, _OF_SOURCE, [source])


def _mentioned(engine: Engine, text: str, ids: Sequence[str]) -> list[Mentioned]:
    found: dict[str, tuple[str, list[OfficialClaim]]] = {}
    for mention, official, key, attribute, value, _ in engine.read(text, {"ids": list(ids)}).rows:
        claims = found.setdefault(mention, (official, []))[1]
        claims.append(OfficialClaim(key, attribute, decode_value(attribute, value)))
    return [Mentioned(mention, official, tuple(claims)) for mention, (official, claims) in found.items()]


def tell_of(batch: Batch, one: Mentioned, official: str) -> None:
    """Make a mention and its claims tell of this official, in place of whom they told of."""
    batch.moved_mentions.append(one.mention)
    batch.edge(EdgeShape("TELLS_OF", "Mention", "Official"), one.mention, official)
    for claim in one.claims:
        batch.edge(EdgeShape("ABOUT", "Claim", "Official"), claim.id, official)
