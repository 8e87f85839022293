"""A first load without an engine: the rows of a whole graph, from what is read to the tables of ``neo4j-admin``.

Nothing is in the graph before, so nothing is looked up there and nothing is replaced. What is read is put down in
shards by source; the tellings that rules compare are found by their keys and come into one shard; each event is decided
once, from all that is said of it; what many shards speak of (officials, offices, places) is gathered at the end. Shards
know nothing of each other: several processes may write them, and the bytes are the same.
"""
