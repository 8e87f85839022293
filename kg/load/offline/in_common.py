"""Rows that several shards may have: officials with their spellings, offices, places, sides, topics."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.identity.candidates import OfficialFacts
from kg.store.batch import Batch, EdgeShape, Ends, Row
from kg.store.import_tables import ImportTables
from kg.store.spellings import fullest_first


@dataclass
class SharedRows:
    """Nodes by label and id, and relationships between them; an official has the spellings of all shards."""

    nodes: dict[str, dict[str, Row]] = field(default_factory=dict)
    edges: dict[EdgeShape, dict[Ends, Row]] = field(default_factory=dict)

    def add(self, batch: Batch) -> None:
        """Take from a batch what others may have too."""
        self._merge(batch.nodes, batch.shared_edges)

    def merge(self, other: SharedRows) -> None:
        """Take what another shard has."""
        self._merge(other.nodes, other.edges)

    def officials(self) -> list[OfficialFacts]:
        """Return the officials with all their spellings, in the order of ids."""
        rows = [row["p"] for _, row in sorted(self.nodes.get("Official", {}).items())]
        return [
            OfficialFacts(row["id"], row["name"], tuple(row["names"]), row.get("side", ""), row.get("qid", ""))
            for row in rows
        ]

    def write(self, tables: ImportTables) -> None:
        """Write all of it, in the order of ids."""
        for label, rows in sorted(self.nodes.items()):
            tables.nodes((label,), (rows[key] for key in sorted(rows)))
        for shape, edges in sorted(self.edges.items()):
            tables.relationships(shape, (edges[ends] for ends in sorted(edges)))

    def _merge(self, nodes: dict[str, dict[str, Row]], edges: dict[EdgeShape, dict[Ends, Row]]) -> None:
        for label, rows in nodes.items():
            known = self.nodes.setdefault(label, {})
            for key, row in rows.items():
                known[key] = _with_names(row, known[key]) if label == "Official" and key in known else row
        for shape, found in edges.items():
            self.edges.setdefault(shape, {}).update(found)


def _with_names(row: Row, before: Row) -> Row:
    names = sorted({*row["p"]["names"], *before["p"]["names"]})
    return {"id": row["id"], "p": {**row["p"], "names": names, "name": min(names, key=fullest_first)}}
