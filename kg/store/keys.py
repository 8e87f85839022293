"""Keys under which mentions and officials that may be one find each other.

They are nodes without relationships, looked up by an index, so that finding costs the same in a graph of any size.
"""

from __future__ import annotations

from collections.abc import Iterable

from kg.model import make_id
from kg.store.batch import Batch

DROP_KEYS = "UNWIND $rows AS id MATCH (k:Key {of: id}) DELETE k"
"""What a mention or official was found under, before it has other keys or goes."""

BLOCKS_SHARING = {
    "key-": (
        "UNWIND $keys AS key MATCH (k:Key {key: key}) MATCH (m:Mention {id: k.of}) RETURN DISTINCT m.block AS block"
    ),
    "passage-": "UNWIND $keys AS key MATCH (m:Mention {passage: key}) RETURN DISTINCT m.block AS block",
}
"""The blocks of mentions that have a key, by the kind of key."""


def add_keys(batch: Batch, of: str, keys: Iterable[str], *, is_new: bool) -> None:
    """Add what a mention or official is found under, in place of what it was found under before."""
    if not is_new:
        batch.dropped_keys.append(of)
    for key in keys:
        batch.new_node(("Key",), make_id("key-of", of, key), {"key": key, "of": of})
